"""What a mark tells when the mouse rests on it, and to screen readers."""

from journey.charts.kit.canvas import Tip
from journey.model import Language
from journey.texts import text


def tooltips(language: Language, **headings: str) -> list[Tip]:
    """A mark's value `t` as the title, below it its other values by their field, each with the words of a key as its
    heading; without any, `d` as text."""
    named = headings or {"d": "charts.map.text"}
    return [("t", "title"), *((field, text(key, language)) for field, key in named.items())]
