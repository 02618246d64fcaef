"""A chart of `canvas` as an SVG picture, mark for mark what Vega draws of it: canvas has few kinds of marks, and their
places are worked out already. It takes a hundredth of the time that Vega takes in a runtime of its own.

Its one convention: the chart comes as plain Vega-Lite (`canvas.spec`), so that file and screen draw the same values."""

from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Enum
from functools import lru_cache
from itertools import groupby
from math import floor
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import regex

from journey.charts.files import courses, fonts, letters
from journey.charts.kit.canvas import PRINTED, Datum, dashes
from journey.charts.kit.text_block import LEADING
from journey.charts.kit.text_fit import FONT, bare

Mark = Mapping[str, Any]
_IMPOSSIBLE = regex.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold."""


class Letters(Enum):
    """How words are written."""

    WORDS = "words"
    """As text, for readers who search, copy or edit it, in the fonts of whoever opens it; as outlines where a line runs in
    both directions: viewers differ in what SVG says about that."""
    USUAL_WORDS = "usual words"
    """As text in Source Sans where that draws them right, else as outlines."""
    APART = "apart"
    """Not at all where Source Sans draws them right: whoever sets the page puts them on it (`page_drawing`). Else as outlines."""


def svg(chart: Mapping[str, Any], *, letters_as: Letters, background: str = "white") -> str:
    """A chart as SVG, on a page as wide as it says or else as a printed one."""
    width, height = (PRINTED if chart["width"] == "container" else chart["width"]), chart["height"]
    drawn = [
        part
        for layer, ends in zip(chart["layer"], chart["usermeta"]["ends"], strict=True)
        for part in _layer(layer["mark"], chart["datasets"][layer["data"]["name"]], layer["encoding"], ends, letters_as)
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}" viewBox="0 0 {width:g} {height:g}">'
        f'<rect width="{width:g}" height="{height:g}" fill="{background}"/>'
        f'<g font-family="{FONT if letters_as is Letters.WORDS else fonts.FAMILY}">{"".join(drawn)}</g></svg>'
    )


def _layer(
    mark: Mark, data: Sequence[Datum], encoding: Mark, ends: Sequence[float] | None, letters_as: Letters
) -> Iterator[str]:
    across = scale_of(ends)
    match mark["type"]:
        case "rect":
            return (_box(datum, across) for datum in data)
        case "point":
            return (_shape(datum, across, mark.get("xOffset", 0)) for datum in data)
        case "rule":
            return (_rule(datum, across) for datum in data)
        case "line":
            return _lines(mark, data, encoding, across)
        case "area":
            return _areas(mark, data, across)
        case "text":
            return (part for datum in data for part in _text(datum, across, letters_as))
    raise ValueError(f"canvas has no mark {mark['type']!r}")


Scale = Callable[[float], float]


def scale_of(ends: Sequence[float] | None) -> Scale:
    """What makes pixels of a layer's x."""
    start, stop = ends or (0, 1)
    return lambda share: start + share * (stop - start)


def _box(datum: Datum, across: Scale) -> str:
    left, right, top, bottom = across(datum["x"]), across(datum["X"]), datum["y"], datum["Y"]
    if right < left:
        left, right = right, left
    if bottom < top:
        top, bottom = bottom, top
    radius = min(datum["r"], (right - left) / 2, (bottom - top) / 2)
    corners = f' rx="{_n(radius)}"' if radius else ""
    dash = _dash(datum.get("dash", ""))
    return (
        f'<rect x="{_n(left)}" y="{_n(top)}" width="{_n(right - left)}" height="{_n(bottom - top)}"{corners}'
        f"{_paint(datum)}{dash}/>"
    )


def _shape(datum: Datum, across: Scale, nudge: float) -> str:
    x = across(datum["x"]) + nudge
    return f'<path transform="translate({_n(x)},{_n(datum["y"])})" d="{datum["p"]}"{_paint(datum)} stroke-linecap="round"/>'


def _rule(datum: Datum, across: Scale) -> str:
    x, y, right, bottom = (_n(value) for value in (across(datum["x"]), datum["y"], across(datum["X"]), datum["Y"]))
    dash = _dash(datum["d"])
    return f'<line x1="{x}" y1="{y}" x2="{right}" y2="{bottom}" stroke="{datum["s"]}" stroke-width="{datum["w"]:g}"{dash}/>'


def _lines(mark: Mark, data: Sequence[Datum], encoding: Mark, across: Scale) -> Iterator[str]:
    order = encoding["order"]["field"]
    cap = f' stroke-linecap="{mark["strokeCap"]}"' if "strokeCap" in mark else ""
    for run in _by_run(data):
        points = [(across(datum["x"]), datum["y"]) for datum in sorted(run, key=lambda datum: datum[order])]
        first = run[0]
        width, dash = first.get("w", mark.get("strokeWidth")), first.get("d", dashes(mark.get("strokeDash", ())))
        course = courses.line(points, smooth=mark.get("interpolate") == "monotone")
        yield (
            f'<path d="{course}" fill="none" stroke="{first.get("s") or mark["stroke"]}" stroke-width="{width:g}"{cap}{_dash(dash)}/>'
        )


def _areas(mark: Mark, data: Sequence[Datum], across: Scale) -> Iterator[str]:
    upright = mark.get("orient") == "horizontal"
    for run in _by_run(data):
        run.sort(key=lambda datum: datum["y" if upright else "x"])
        start = [(across(datum["x"]), datum["y"]) for datum in run]
        end = [(across(datum["X"]), datum["y"]) if upright else (across(datum["x"]), datum["Y"]) for datum in run]
        course = courses.area(start, end, smooth=mark.get("interpolate") == "monotone")
        opacity = mark.get("fillOpacity", 1)
        yield f'<path d="{course}" fill="{run[0].get("f") or mark["fill"]}" fill-opacity="{opacity:g}"/>'


def _by_run(data: Sequence[Datum]) -> Iterator[list[Datum]]:
    """The points of each line or area, in the order in which these first come."""
    first = {run: place for place, run in reversed(list(enumerate(datum["g"] for datum in data)))}
    for _, group in groupby(sorted(data, key=lambda datum: first[datum["g"]]), key=lambda datum: datum["g"]):
        yield list(group)


def _text(datum: Datum, across: Scale, letters_as: Letters) -> Iterator[str]:
    size, bold, italic = datum["z"], "b" in datum, "i" in datum
    for line, x, y in lines_of(datum, across):
        if _as_words(line, bold, italic, letters_as):
            anchor = {"": "", "center": ' text-anchor="middle"', "right": ' text-anchor="end"'}[datum.get("a", "")]
            weight = ' font-weight="bold"' if bold else ""
            style = ' font-style="italic"' if italic else ""
            yield (
                f'<text x="{_n(x)}" y="{_n(y)}" font-size="{size:g}"{anchor}{weight}{style} fill="{datum["f"]}">'
                f"{escape(line)}</text>"
            )
        elif line and not (letters_as is Letters.APART and letters.is_usual(line, bold, italic)):
            spoken = f"<g aria-label={quoteattr(bare(line))}>" if letters_as is Letters.WORDS else "<g>"
            yield from (spoken, *_outlined(x, y, datum, letters.outlines(line, bold, italic)), "</g>")


def lines_of(datum: Datum, across: Scale) -> Iterator[tuple[str, float, float]]:
    """The lines of a text, each with the place of its foot: where it begins, ends or has its middle."""
    x, leading = across(datum["x"]) + datum.get("o", 0), floor(datum["z"] * LEADING + 0.5)
    for place, typed in enumerate(datum["t"].split("\n")):
        yield typed if typed.isprintable() else _IMPOSSIBLE.sub("", typed), x, datum["y"] + place * leading


def _as_words(line: str, bold: bool, italic: bool, letters_as: Letters) -> bool:
    match letters_as:
        case Letters.WORDS:
            return bare(line) == line
        case Letters.USUAL_WORDS:
            return letters.is_usual(line, bold, italic)
    return False


def _outlined(x: float, y: float, datum: Datum, found: letters.Outlines) -> Iterator[str]:
    size, colour = datum["z"], datum["f"]
    x -= {"": 0, "center": 0.5, "right": 1}[datum.get("a", "")] * found.width * size
    for piece in found.pieces:
        place = f"translate({_n(x + piece.x * size)},{_n(y)})scale({piece.scale * size:.6g})"
        if piece.path:
            yield f'<path transform="{place}" fill="{colour}" d="{piece.path}"/>'
        for picture in piece.pictures:
            yield (
                f'<image transform="{place}" x="{picture.x}" y="{picture.y}" width="{picture.width}" '
                f'height="{picture.height}" href="data:image/png;base64,{b64encode(picture.png).decode()}"/>'
            )


def _paint(datum: Datum) -> str:
    fill = "none" if datum["f"] == "transparent" else datum["f"]
    edge = f' stroke="{datum["s"]}" stroke-width="{datum["w"]:g}"' if datum.get("s") else ""
    return f' fill="{fill}"{edge}'


def _dash(pattern: str) -> str:
    return f' stroke-dasharray="{pattern}"' if pattern not in {"", "1,0"} else ""


@lru_cache(maxsize=4096)
def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
