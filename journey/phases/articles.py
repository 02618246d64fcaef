"""The five models of the articles as the files say them. Whoever needs their names alone loads no pydantic."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any


@cache
def entries() -> tuple[Mapping[str, Any], ...]:
    """The five models, A to E; `name`, `summary` and the like are by language."""
    files = (Path(__file__).parent / "models").glob("*.toml")
    found = (tomllib.loads(path.read_text("utf-8")) for path in files)
    return tuple(sorted(found, key=lambda entry: int(entry["position"])))
