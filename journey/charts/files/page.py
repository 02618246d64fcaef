"""A chart for a page whose words are set by whoever sets the page: that takes a quarter of the time and of the bytes that the
same words cost in an SVG that is taken in."""

from collections.abc import Sequence
from typing import Any

from journey.charts.files import letters
from journey.charts.files.svg import Letters, Scale, lines_of, scale_of, svg
from journey.charts.kit.canvas import PRINTED, Datum, LayeredChart, plain

PageDrawing = dict[str, Any]


def page_drawing(chart: LayeredChart) -> PageDrawing:
    """A chart as plain values, as wide as it says or else as a printed page: `width` and `height` in pixels, everything but words as `svg`, and on top of it the
    `words` by their looks: size in pixels, bold, italic, colour, alignment ("", "center", "right"), and each line with x and y of its
    foot. Words that Source Sans does not draw right are outlines in the SVG."""
    found = plain(chart)
    words: dict[tuple[Any, ...], list[list[Any]]] = {}
    for layer, ends in zip(found["layer"], found["usermeta"]["ends"], strict=True):
        if layer["mark"]["type"] == "text":
            name = layer["data"]["name"]
            found["datasets"][name] = _taken(found["datasets"][name], scale_of(ends), words)
    return {
        "width": PRINTED if found["width"] == "container" else found["width"],
        "height": found["height"],
        "svg": svg(found, letters_as=Letters.APART, background="none"),
        "words": [[*looks, lines] for looks, lines in words.items()],
    }


def _taken(texts: Sequence[Datum], across: Scale, words: dict[tuple[Any, ...], list[list[Any]]]) -> list[Datum]:
    """Take the lines that Source Sans draws right into `words`; gives the texts of which others are left."""
    left = []
    for datum in texts:
        bold, italic = "b" in datum, "i" in datum
        looks = datum["z"], bold, italic, datum["f"], datum.get("a", "")
        held, line = words.setdefault(looks, []), datum["t"]
        if line and line.isprintable() and letters.is_usual(line, bold, italic):
            held.append([round(across(datum["x"]) + datum.get("o", 0), 2), datum["y"], line])
            continue
        lines = [each for each in lines_of(datum, across) if each[0]]
        usual = [each for each in lines if letters.is_usual(each[0], bold, italic)]
        held.extend([round(x, 2), round(y, 2), line] for line, x, y in usual)
        if len(usual) < len(lines):
            left.append(datum)
    return left
