"""Drawing by pixels: each kind of mark is one layer over plain values, without scales or axes. Short field names keep
the chart small: x, y and X, Y are opposite corners, f fill, s stroke, w stroke width, r corner radius."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import inf
from typing import Any, Literal

from journey.charts.kit.text_block import LEADING_EXPRESSION, Block, Box
from journey.charts.kit.text_fit import FONT, directed

Datum = dict[str, Any]

PRINTED = 900
"""The width in pixels of a chart as wide as its page where there is no page: in a file."""

NARROW = 700
"""Below this many pixels a page is narrow."""

SELECTION = "card"
"""The name under which a click arrives: {"card": [{"id": …}]}."""

Margin = float | tuple[float, float]
"""Pixels at the side of a chart; a pair: on a narrow page, on all others."""


@dataclass(frozen=True)
class Across:
    """What x counts: shares of the page's width, from 0 to 1, between two margins and at most up to `widest` pixels."""

    left: Margin = 0
    right: Margin = 0
    widest: float = inf

    def ends(self, width: float) -> tuple[float, float]:
        """Where 0 and 1 are on a page of this many pixels."""
        left, right = (side[width >= NARROW] if isinstance(side, tuple) else side for side in (self.left, self.right))
        return left, min(width - right, self.widest)


def shares(left: Margin = 0, right: Margin = 0, *, widest: float = inf) -> Across:
    """x counts shares of the page's width, from 0 to 1, less margins in pixels."""
    return Across(left, right, widest)


def box_datum(box: Box, fill: str, *, stroke: str = "", width: float = 1, radius: float = 0, **more: Any) -> Datum:
    """A rectangle's values; no stroke colour means no line."""
    corners = {"x": _n(box.x), "y": _n(box.y), "X": _n(box.right), "Y": _n(box.bottom)}
    return {**corners, "f": fill, **_line(stroke, width), "r": radius, **more}


def text_datum(block: Block, colour: str, *, align: str = "left", **more: Any) -> Datum:
    """A text's values; x is where its lines begin, end or have their middle, depending on `align`. They are wrapped:
    Vega cuts none. In `more`, `o` moves the text to the right by pixels, and `u` is the share of a narrow page's width
    where Vega ends it; `v` hides it there."""
    x = block.x if align == "left" else block.x + (block.width if align == "right" else block.width / 2)
    datum = {"t": "\n".join(directed(block.lines)), "f": colour, "x": _n(x), "y": _n(block.baseline), "z": block.size}
    if block.bold:
        datum["b"] = "bold"
    if block.italic:
        datum["i"] = "italic"
    if align != "left":
        datum["a"] = align
    return datum | more


def shape_datum(x: float, y: float, path: str, fill: str, *, stroke: str = "", width: float = 0, **more: Any) -> Datum:
    """The values of a drawing whose SVG path is in pixels around x, y."""
    return {"x": _n(x), "y": _n(y), "p": path, "f": fill, **_line(stroke, width), **more}


VegaMark = Literal["rect", "point", "text", "rule", "line", "area"]
"""Vega-Lite's names for the marks of a layer."""

Tip = tuple[str, str]
"""A field that a mark tells when the mouse rests on it, and its heading."""


@dataclass(frozen=True)
class MarkLayer:
    """Marks of a kind over their values: `mark` is how Vega-Lite draws them, `channels` what their values give it beside x and y.
    `across` is what x counts, pixels where there is None. Lines join the points of a run by the field `order`. A page finds
    the marks by `name`."""

    kind: VegaMark
    mark: Mapping[str, Any]
    data: Sequence[Datum]
    across: Across | None
    channels: tuple[str, ...]
    order: str = ""
    tips: Sequence[Tip] = ()
    name: str = ""


def named(name: str, *layers: MarkLayer) -> list[MarkLayer]:
    """Layers whose marks a page finds by a name: Vega gives them the class `NAME_<place>_marks`."""
    return [replace(one, name=f"{name}_{place}") for place, one in enumerate(layers)]


def boxes(data: Sequence[Datum], tips: Sequence[Tip] = (), *, across: Across | None = None, **mark: Any) -> MarkLayer:
    """Rectangles; `dash` is the dash pattern of their edges."""
    look = {
        "cornerRadius": _expr("datum.r"),
        "strokeWidth": _expr("datum.w"),
        "strokeDash": _expr("split(datum.dash || '1,0', ',')"),
        **_spoken(tips),
        **mark,
    }
    return MarkLayer("rect", look, data, across, ("x2", "y2", "fill", "stroke"), tips=tips)


def shapes(data: Sequence[Datum], tips: Sequence[Tip] = (), *, across: Across | None = None, **mark: Any) -> MarkLayer:
    """Drawings. Vega scales a path by half the root of its size: 4 leaves pixels as they are."""
    look = {
        "size": 4,
        "opacity": 1,
        "strokeWidth": _expr("datum.w"),
        "strokeCap": "round",
        **_spoken(tips),
        **mark,
    }
    return MarkLayer("point", look, data, across, ("shape", "fill", "stroke"), tips=tips)


def texts(data: Sequence[Datum], *, across: Across | None = None) -> MarkLayer:
    """Texts of one or more lines. They let clicks through to the card below."""
    return MarkLayer("text", _TEXT, data, across, ("text", "color", "size"))


def rules(data: Sequence[Datum], *, across: Across | None = None) -> MarkLayer:
    """Straight lines from x, y to X, Y; d is the dash pattern."""
    return MarkLayer("rule", {"aria": False, **_PENS}, data, across, ("x2", "y2", "stroke"))


def curve(data: Sequence[Datum], colour: str, *, across: Across | None = None, **mark: Any) -> MarkLayer:
    """A smooth line through the points of each run `g`."""
    look = {"aria": False, "interpolate": "monotone", "stroke": colour, "strokeCap": "round", **mark}
    return MarkLayer("line", look, data, across, ("run",), order="x")


def area(data: Sequence[Datum], colour: str, *, across: Across | None = None, **mark: Any) -> MarkLayer:
    """The room between a curve and the height Y, for each run `g`."""
    look = {"aria": False, "interpolate": "monotone", "fill": colour, "line": False, **mark}
    return MarkLayer("area", look, data, across, ("y2", "run"))


def bands(data: Sequence[Datum], colour: str, *, across: Across | None = None, **mark: Any) -> MarkLayer:
    """Upright bands from x to X that change their width on the way down, one for each `g`."""
    look = {"aria": False, "orient": "horizontal", "fill": colour, "line": False, **mark}
    return MarkLayer("area", look, data, across, ("x2", "run"))


def flows(
    data: Sequence[Datum],
    tips: Sequence[Tip] = (),
    *,
    across: Across | None = None,
    interpolate: Literal["monotone", "linear"] = "monotone",
    **mark: Any,
) -> MarkLayer:
    """Bands from y to Y that run across, one for each `g`, each in its own colour."""
    look = {"interpolate": interpolate, "line": False, **_spoken(tips), **mark}
    return MarkLayer("area", look, data, across, ("y2", "run", "fill", "stroke"), tips=tips)


def strokes(data: Sequence[Datum], *, across: Across | None = None, **mark: Any) -> MarkLayer:
    """Lines through the points of each run `g` in the order `n`, whichever way they turn; d is the dash pattern."""
    look = {"aria": False, **_PENS, **mark}
    return MarkLayer("line", look, data, across, ("run", "stroke"), order="n")


def rule_datum(start: tuple[float, float], end: tuple[float, float], colour: str, *, width: float = 1,
               dash: tuple[int, ...] = ()) -> Datum:  # fmt: skip
    """A straight line's values."""
    ends = {"x": _n(start[0]), "y": _n(start[1]), "X": _n(end[0]), "Y": _n(end[1])}
    return {**ends, "s": colour, "w": width, "d": dashes(dash)}


def dashes(pattern: Sequence[int]) -> str:
    """A dash pattern as a value: Streamlit's tables of marks hold words and numbers, no lists."""
    return ",".join(map(str, pattern)) or "1,0"


@dataclass(frozen=True)
class LayeredChart:
    """Layers on one canvas without frame or background, as wide as the page where `width` is None. `clicks` is the layer whose
    `id` a click selects. A page shows it by `spec`, a file or a printed page draws it by `plain`."""

    layers: tuple[MarkLayer, ...]
    height: float
    width: float | None
    clicks: int | None

    @property
    def datasets(self) -> dict[str, list[Datum]]:
        """The values of each layer, by the layer's name."""
        return {f"layer{place}": list(layer.data) for place, layer in enumerate(self.layers)}

    @property
    def ends(self) -> list[list[float] | None]:
        """Where the shares of each layer begin and end, in pixels; None where x counts pixels."""
        return [list(one.across.ends(self.width or PRINTED)) if one.across else None for one in self.layers]


def drawing(
    layers: Sequence[MarkLayer], height: float, *, width: float | None = None, clicks: int | None = None
) -> LayeredChart:
    """Layers as a chart (see there)."""
    return LayeredChart(tuple(layers), _n(height), None if width is None else _n(width), clicks)


def plain(chart: LayeredChart) -> dict[str, Any]:
    """What a file draws of a chart, in the form of `spec` and without what only a page needs."""
    return {
        "width": "container" if chart.width is None else chart.width,
        "height": chart.height,
        "layer": [
            {
                "mark": {"type": one.kind, **one.mark},
                "data": {"name": f"layer{place}"},
                "encoding": {"order": {"field": one.order}} if one.order else {},
            }
            for place, one in enumerate(chart.layers)
        ],
        "datasets": chart.datasets,
        "usermeta": {"ends": chart.ends},
    }


def _expr(words: str) -> dict[str, str]:
    """A value that Vega works out for each mark."""
    return {"expr": words}


_TEXT = {
    "aria": False,
    "baseline": "alphabetic",
    "lineBreak": "\n",
    "font": FONT,
    "align": _expr("datum.a"),
    "fontWeight": _expr("datum.b"),
    "fontStyle": _expr("datum.i"),
    "limit": _expr(f"width < {NARROW} ? (datum.v ? 1 : datum.u ? datum.u * width : 0) : 0"),
    "dx": _expr("datum.o"),
    "opacity": _expr(f"datum.v && width < {NARROW} ? 0 : 1"),
    "lineHeight": _expr(LEADING_EXPRESSION),
}
_PENS = {"strokeWidth": _expr("datum.w"), "strokeDash": _expr("split(datum.d, ',')")}


def _spoken(tips: Sequence[Tip]) -> dict[str, Any]:
    """Marks with a tooltip are read out with it; all others are hidden from screen readers, who get the chart's sentence."""
    if not tips:
        return {"aria": False}
    return {"description": _expr(" + '; ' + ".join(f"datum.{field}" for field, _ in tips))}


def _line(stroke: str, width: float) -> Datum:
    return {"s": stroke, "w": width} if stroke else {}


def _n(value: float) -> float:
    return round(value, 1 if value > 1 else 4)
