"""The line that says when the page has lost its server: a script in the page, which needs no server for it (lost_line.js)."""

import json
from functools import cache
from pathlib import Path

from journey.model import Language
from journey.texts import text

_HEADINGS = ("Connection error", "Keine Verbindung")
"""What Streamlit calls its dialog, and what framework_words makes of that."""


@cache
def script() -> str:
    """The script, with its words in every language."""
    words = {language.value: text("frame.lost_line", language) for language in Language}
    source = Path(__file__).with_suffix(".js").read_text("utf-8")
    return source.replace("__WORDS__", _listed(words)).replace("__HEADINGS__", _listed(_HEADINGS))


def _listed(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).replace("</", "<\\/")
