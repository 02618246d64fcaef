"""Drawing by pixels: each kind of mark is one layer over plain values, without scales or axes. Short field names keep
the chart small: x, y and X, Y are opposite corners, f fill, s stroke, w stroke width, r corner radius."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf
from typing import Any, Literal

import altair as alt

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

    def x(self) -> alt.X:
        """For Altair, whose charts ask the page for its width."""
        left, right = _expression(self.left), _expression(self.right)
        if self.widest < inf:
            right = f"max({right}, width - {self.widest:g})"
        span = alt.Scale(domain=[0, 1], nice=False, zero=False, range=[alt.expr(left), alt.expr(f"width - ({right})")])
        return alt.X("x:Q", scale=span, axis=None)

    def ends(self, width: float) -> tuple[float, float]:
        """Where 0 and 1 are on a page of this many pixels."""
        left, right = (side[width >= NARROW] if isinstance(side, tuple) else side for side in (self.left, self.right))
        return left, min(width - right, self.widest)


def shares(left: Margin = 0, right: Margin = 0, *, widest: float = inf) -> Across:
    """x counts shares of the page's width, from 0 to 1, less margins in pixels."""
    return Across(left, right, widest)


def _x(across: Across | None) -> alt.X:
    return across.x() if across else alt.X("x:Q", scale=None, axis=None)


def _expression(margin: Margin) -> str:
    if isinstance(margin, tuple):
        return f"(width < {NARROW} ? {margin[0]:g} : {margin[1]:g})"
    return f"{margin:g}"


# Altair's own objects, not their short forms: it takes longer to read these than to draw the rest of a layer.
_Y = alt.Y("y:Q", scale=None, axis=None)
_X2, _Y2 = alt.X2("X"), alt.Y2("Y")
_RUN, _TEXT = alt.Detail("g:N"), alt.Text("t:N")


def box_datum(box: Box, fill: str, *, stroke: str = "", width: float = 1, radius: float = 0, **more: Any) -> Datum:
    """A rectangle's values; no stroke colour means no line."""
    corners = {"x": _n(box.x), "y": _n(box.y), "X": _n(box.right), "Y": _n(box.bottom)}
    return {**corners, "f": fill, **_line(stroke, width), "r": radius, **more}


def text_datum(block: Block, colour: str, *, align: str = "left", **more: Any) -> Datum:
    """A text's values; x is where its lines begin, end or have their middle, depending on `align`. They are wrapped:
    Vega cuts none. In `more`, `o` moves the text to the right by pixels, and `u` is the share of a narrow page's width
    where Vega ends it; `v` hides it there."""
    x = {"left": block.x, "right": block.box.right, "center": block.box.middle[0]}[align]
    style = {"b": "bold" if block.bold else "", "i": "italic" if block.italic else "", "a": align.removeprefix("left")}
    usual = {key: value for key, value in style.items() if value}
    return {
        "t": "\n".join(directed(block.lines)),
        "f": colour,
        "x": _n(x),
        "y": _n(block.baseline),
        "z": block.size,
        **usual,
        **more,
    }


def shape_datum(x: float, y: float, path: str, fill: str, *, stroke: str = "", width: float = 0, **more: Any) -> Datum:
    """The values of a drawing whose SVG path is in pixels around x, y."""
    return {"x": _n(x), "y": _n(y), "p": path, "f": fill, **_line(stroke, width), **more}


@dataclass(frozen=True)
class MarkLayer:
    """Marks without data of their own, the values that they draw, and what their x counts: pixels where there is None."""

    marks: alt.Chart
    data: Sequence[Datum]
    across: Across | None


def named(name: str, *layers: MarkLayer) -> list[MarkLayer]:
    """Layers whose marks a page finds by a name: Vega gives them the class `NAME_<place>_marks`."""
    return [replace(one, marks=_called(one.marks, f"{name}_{place}")) for place, one in enumerate(layers)]


def _called(marks: alt.Chart, name: str) -> alt.Chart:
    chart: alt.Chart = marks.copy(deep=False)
    chart.name = name
    return chart


def boxes(
    data: Sequence[Datum], tooltip: Sequence[alt.Tooltip] = (), *, across: Across | None = None, **mark: Any
) -> MarkLayer:
    """Rectangles; `dash` is the dash pattern of their edges."""
    chart = alt.Chart().mark_rect(
        cornerRadius=alt.expr("datum.r"),
        strokeWidth=alt.expr("datum.w"),
        strokeDash=alt.expr("split(datum.dash || '1,0', ',')"),
        **_spoken(tooltip),
        **mark,
    )
    return MarkLayer(chart.encode(x=_x(across), x2=_X2, y=_Y, y2=_Y2, **_paint(tooltip)), data, across)


def shapes(
    data: Sequence[Datum], tooltip: Sequence[alt.Tooltip] = (), *, across: Across | None = None, **mark: Any
) -> MarkLayer:
    """Drawings. Vega scales a path by half the root of its size: 4 leaves pixels as they are."""
    chart = alt.Chart().mark_point(
        size=4, opacity=1, strokeWidth=alt.expr("datum.w"), strokeCap="round", **_spoken(tooltip), **mark
    )
    return MarkLayer(
        chart.encode(x=_x(across), y=_Y, shape=alt.Shape("p:N", scale=None), **_paint(tooltip)), data, across
    )


def texts(data: Sequence[Datum], *, across: Across | None = None) -> MarkLayer:
    """Texts of one or more lines. They let clicks through to the card below."""
    chart = alt.Chart().mark_text(
        aria=False,
        baseline="alphabetic",
        lineBreak="\n",
        font=FONT,
        align=alt.expr("datum.a"),
        fontWeight=alt.expr("datum.b"),
        fontStyle=alt.expr("datum.i"),
        limit=alt.expr(f"width < {NARROW} ? (datum.v ? 1 : datum.u ? datum.u * width : 0) : 0"),
        dx=alt.expr("datum.o"),
        opacity=alt.expr(f"datum.v && width < {NARROW} ? 0 : 1"),
        lineHeight=alt.expr(LEADING_EXPRESSION),
    )
    colour, size = alt.Color("f:N", scale=None), alt.Size("z:Q", scale=None)
    return MarkLayer(chart.encode(x=_x(across), y=_Y, text=_TEXT, color=colour, size=size), data, across)


def rules(data: Sequence[Datum], *, across: Across | None = None) -> MarkLayer:
    """Straight lines from x, y to X, Y; d is the dash pattern."""
    chart = alt.Chart().mark_rule(
        aria=False, strokeWidth=alt.expr("datum.w"), strokeDash=alt.expr("split(datum.d, ',')")
    )
    return MarkLayer(
        chart.encode(x=_x(across), x2=_X2, y=_Y, y2=_Y2, stroke=alt.Stroke("s:N", scale=None)), data, across
    )


def curve(data: Sequence[Datum], colour: str, *, across: Across | None = None, **mark: Any) -> MarkLayer:
    """A smooth line through the points of each run `g`."""
    chart = alt.Chart().mark_line(aria=False, interpolate="monotone", stroke=colour, strokeCap="round", **mark)
    return MarkLayer(chart.encode(x=_x(across), y=_Y, detail=_RUN, order=alt.Order("x:Q")), data, across)


def area(data: Sequence[Datum], colour: str, *, across: Across | None = None, **mark: Any) -> MarkLayer:
    """The room between a curve and the height Y, for each run `g`."""
    chart = alt.Chart().mark_area(aria=False, interpolate="monotone", fill=colour, line=False, **mark)
    return MarkLayer(chart.encode(x=_x(across), y=_Y, y2=_Y2, detail=_RUN), data, across)


def bands(data: Sequence[Datum], colour: str, *, across: Across | None = None, **mark: Any) -> MarkLayer:
    """Upright bands from x to X that change their width on the way down, one for each `g`."""
    chart = alt.Chart().mark_area(aria=False, orient="horizontal", fill=colour, line=False, **mark)
    return MarkLayer(chart.encode(x=_x(across), x2=_X2, y=_Y, detail=_RUN), data, across)


def flows(
    data: Sequence[Datum],
    tooltip: Sequence[alt.Tooltip] = (),
    *,
    across: Across | None = None,
    interpolate: Literal["monotone", "linear"] = "monotone",
    **mark: Any,
) -> MarkLayer:
    """Bands from y to Y that run across, one for each `g`, each in its own colour."""
    chart = alt.Chart().mark_area(interpolate=interpolate, line=False, **_spoken(tooltip), **mark)
    return MarkLayer(chart.encode(x=_x(across), y=_Y, y2=_Y2, detail=_RUN, **_paint(tooltip)), data, across)


def strokes(data: Sequence[Datum], *, across: Across | None = None, **mark: Any) -> MarkLayer:
    """Lines through the points of each run `g` in the order `n`, whichever way they turn; d is the dash pattern."""
    chart = alt.Chart().mark_line(
        aria=False, strokeWidth=alt.expr("datum.w"), strokeDash=alt.expr("split(datum.d, ',')"), **mark
    )
    stroke, order = alt.Stroke("s:N", scale=None), alt.Order("n:Q")
    return MarkLayer(chart.encode(x=_x(across), y=_Y, detail=_RUN, order=order, stroke=stroke), data, across)


def rule_datum(start: tuple[float, float], end: tuple[float, float], colour: str, *, width: float = 1,
               dash: tuple[int, ...] = ()) -> Datum:  # fmt: skip
    """A straight line's values."""
    ends = {"x": _n(start[0]), "y": _n(start[1]), "X": _n(end[0]), "Y": _n(end[1])}
    return {**ends, "s": colour, "w": width, "d": dashes(dash)}


def dashes(pattern: Sequence[int]) -> str:
    """A dash pattern as a value: Streamlit's tables of marks hold words and numbers, no lists."""
    return ",".join(map(str, pattern)) or "1,0"


def drawing(
    layers: Sequence[MarkLayer], height: float, *, width: float | None = None, clicks: int | None = None
) -> alt.LayerChart:
    """Layers on one canvas without frame or background, as wide as the page where `width` is None.
    `clicks` is the layer whose `id` a click selects.
    No padding, side by side: Streamlit counts it into the width and writes to its sides.
    `usermeta` keeps for `svg` where each layer's shares begin and end; Vega passes over it."""
    charts = [_over(layer.marks, f"layer{place}") for place, layer in enumerate(layers)]
    if clicks is not None:
        click = alt.selection_point(name=SELECTION, fields=["id"], on="click", clear=False, toggle="true")
        charts[clicks] = charts[clicks].add_params(click)
    chart = alt.LayerChart(
        layer=charts,
        width="container" if width is None else _n(width),
        height=_n(height),
        padding=dict.fromkeys(("left", "top", "right", "bottom"), 0),
        background="transparent",
        usermeta={"ends": [list(one.across.ends(width or PRINTED)) if one.across else None for one in layers]},
        config=alt.Config(font=FONT, view=alt.ViewConfig(stroke=None, continuousWidth=PRINTED)),
    )
    # Set last: every step above copies what the chart already holds, and the data are large.
    chart.datasets = {f"layer{place}": list(layer.data) for place, layer in enumerate(layers)}
    return chart


def _over(marks: alt.Chart, data: str) -> alt.Chart:
    """The marks over the data of this name."""
    chart: alt.Chart = marks.copy(deep=False)
    chart.data = alt.NamedData(data)
    return chart


def spec(chart: alt.Chart | alt.LayerChart) -> dict[str, Any]:
    """The chart as plain Vega-Lite, for st.vega_lite_chart and files."""
    bare = chart.copy(deep=False)
    bare.datasets = alt.Undefined
    found: dict[str, Any] = bare.to_dict(validate=False)
    return found if chart.datasets is alt.Undefined else {**found, "datasets": chart.datasets}


def _spoken(tooltip: Sequence[alt.Tooltip]) -> dict[str, Any]:
    """Marks with a tooltip are read out with it; all others are hidden from screen readers, who get the chart's sentence."""
    if not tooltip:
        return {"aria": False}
    fields = [str(tip.shorthand).split(":")[0] for tip in tooltip]
    return {"description": alt.expr(" + '; ' + ".join(f"datum.{field}" for field in fields))}


def _paint(tooltip: Sequence[alt.Tooltip]) -> dict[str, Any]:
    paint: dict[str, Any] = {"fill": alt.Fill("f:N", scale=None), "stroke": alt.Stroke("s:N", scale=None)}
    return {**paint, "tooltip": list(tooltip)} if tooltip else paint


def _line(stroke: str, width: float) -> Datum:
    return {"s": stroke, "w": width} if stroke else {}


def _n(value: float) -> float:
    return round(value, 1 if value > 1 else 4)
