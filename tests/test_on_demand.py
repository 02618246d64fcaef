"""Packages whose names are fetched on demand have all of them, and whoever asks for few loads little. Regular expressions are
compiled when they are first used."""

import ast
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, cast

import pytest

import journey
from journey.lazy_re import lazy_re

ROOT = Path(__file__).parents[1]
PACKAGES = ("journey.model", "journey.phases")


@pytest.mark.parametrize("name", PACKAGES)
def test_every_name_of_a_package_is_found(name: str) -> None:
    package = import_module(name)
    assert {name for name in package.__all__ if isinstance(getattr(package, name), ModuleType)} == set()
    with pytest.raises(AttributeError, match="Nothing"):
        _ = package.Nothing


def test_a_reading_child_starts_without_what_a_plain_file_never_needs() -> None:
    told = (
        "import sys, journey.numbers.reading.child.__main__, journey.numbers.reading.coding.read; print(*sys.modules)"
    )
    loaded = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True).stdout.split()
    assert "numpy" in loaded
    assert not {"pydantic", "duckdb", "pyarrow"} & set(loaded)


def test_no_module_compiles_a_regular_expression() -> None:
    compiling = []
    for path in (path for part in ("journey", "phones", "ui", "pages") for path in (ROOT / part).rglob("*.py")):
        calls = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Attribute)]
        compiling += [
            f"{path.relative_to(ROOT)}:{call.lineno}"
            for call in calls
            if call.attr == "compile" and isinstance(call.value, ast.Name) and call.value.id == "re"
        ]
    alone = (
        "journey/lazy_re.py:",
        "journey/exchange/guarding/child.py:",
    )  # the latter runs without the rest of the house
    assert [place for place in compiling if not place.startswith(alone)] == []


def test_every_regular_expression_of_a_module_can_be_compiled() -> None:
    seen = 0
    for module in pkgutil.walk_packages(journey.__path__, "journey."):
        if not module.name.endswith("__main__") and ".migrations." not in module.name:
            for expression in _expressions(vars(import_module(module.name))):
                assert re.compile(expression.pattern), module.name
                seen += 1
    assert seen > 250


def _expressions(holder: object) -> Iterator[re.Pattern[Any]]:
    """Those in a module's names and in its lists and tables."""
    if type(holder) is type(lazy_re("")):
        yield cast("re.Pattern[Any]", holder)
    values = holder.values() if isinstance(holder, dict) else holder if isinstance(holder, list | tuple) else ()
    for value in values:
        if value is not holder:
            yield from _expressions(value)


def test_a_regular_expression_is_a_pattern_from_its_first_use_on() -> None:
    letters, octets = lazy_re(r"(\w)-(\w)", re.IGNORECASE), lazy_re(rb"\d")
    assert letters.sub(r"\2\1", "a-b c-D") == "ba Dc"
    assert letters.fullmatch is letters.fullmatch
    assert octets.findall(b"a1b2") == [b"1", b"2"]
    unclosed = lazy_re("(")
    with pytest.raises(re.error):
        unclosed.search("")
