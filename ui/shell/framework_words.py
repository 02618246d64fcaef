"""Streamlit's own English words, said in the page's language: a script in the page replaces them by the table
framework_words.toml.

Streamlit cannot be translated (docs/languages.md says what stays English); the script is allowed by its hash (middleware.py).
"""

import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from journey.model import Language

_HERE = Path(__file__)


@cache
def places() -> list[dict[str, Any]]:
    """The table: `at` (a CSS selector), `part` ("text" or an attribute) and `words` (by language and English words)."""
    found: list[dict[str, Any]] = tomllib.loads(_HERE.with_suffix(".toml").read_text("utf-8"))["place"]
    return found


@cache
def script(language: Language) -> str:
    """The script with its table; before it, what tells the browser which language the page speaks."""
    table = json.dumps(places(), ensure_ascii=False).replace("</", "<\\/")
    words = _HERE.with_suffix(".js").read_text("utf-8").replace("__PLACES__", table)
    return f"document.documentElement.lang='{language.value}';\n{words}"
