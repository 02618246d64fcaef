"""A chart of `canvas` for a page, as Altair makes it. Altair is loaded with the first one: files and paper do without."""

from functools import cache
from math import inf
from typing import TYPE_CHECKING, Any

from journey.charts.kit.canvas import NARROW, PRINTED, SELECTION, Across, LayeredChart, Margin, MarkLayer
from journey.charts.kit.text_fit import FONT

if TYPE_CHECKING:
    import altair as alt


def spec(chart: LayeredChart) -> dict[str, Any]:
    """The chart as plain Vega-Lite, for st.vega_lite_chart.
    No padding, side by side: Streamlit counts it into the width and writes to its sides.
    `usermeta` keeps for `svg` where each layer's shares begin and end; Vega passes over it."""
    import altair as alt

    charts = [_marks(layer, f"layer{place}") for place, layer in enumerate(chart.layers)]
    if chart.clicks is not None:
        click = alt.selection_point(name=SELECTION, fields=["id"], on="click", clear=False, toggle="true")
        charts[chart.clicks] = charts[chart.clicks].add_params(click)
    made = alt.LayerChart(
        layer=charts,
        width="container" if chart.width is None else chart.width,
        height=chart.height,
        padding=dict.fromkeys(("left", "top", "right", "bottom"), 0),
        background="transparent",
        usermeta={"ends": chart.ends},
        config=alt.Config(font=FONT, view=alt.ViewConfig(stroke=None, continuousWidth=PRINTED)),
    )
    # Set last: Altair copies all that a chart holds already, and the data are large.
    found: dict[str, Any] = made.to_dict(validate=False)
    return {**found, "datasets": chart.datasets}


def _marks(layer: MarkLayer, data: str) -> "alt.Chart":
    """A layer's marks over the data of this name."""
    import altair as alt

    known = _channels()
    given: dict[str, Any] = {"x": _x(layer.across), "y": known["y"]}
    given |= {"detail" if name == "run" else name: known[name] for name in layer.channels}
    if layer.order:
        given["order"] = alt.Order(f"{layer.order}:Q")
    if layer.tips:
        given["tooltip"] = [alt.Tooltip(f"{field}:N", title=words) for field, words in layer.tips]
    chart: Any = alt.Chart(alt.NamedData(data))
    if layer.name:
        chart.name = layer.name
    made: alt.Chart = getattr(chart, f"mark_{layer.kind}")(**layer.mark).encode(**given)
    return made


@cache
def _channels() -> dict[str, Any]:
    """Altair's own objects, not their short forms: it takes longer to read these than to draw the rest of a layer."""
    import altair as alt

    return {
        "x2": alt.X2("X"),
        "y": alt.Y("y:Q", scale=None, axis=None),
        "y2": alt.Y2("Y"),
        "run": alt.Detail("g:N"),
        "text": alt.Text("t:N"),
        "color": alt.Color("f:N", scale=None),
        "size": alt.Size("z:Q", scale=None),
        "shape": alt.Shape("p:N", scale=None),
        "fill": alt.Fill("f:N", scale=None),
        "stroke": alt.Stroke("s:N", scale=None),
    }


def _x(across: Across | None) -> "alt.X":
    import altair as alt

    if across is None:
        return alt.X("x:Q", scale=None, axis=None)
    left, right = _expression(across.left), _expression(across.right)
    if across.widest < inf:
        right = f"max({right}, width - {across.widest:g})"
    span = alt.Scale(domain=[0, 1], nice=False, zero=False, range=[alt.expr(left), alt.expr(f"width - ({right})")])
    return alt.X("x:Q", scale=span, axis=None)


def _expression(margin: Margin) -> str:
    if isinstance(margin, tuple):
        return f"(width < {NARROW} ? {margin[0]:g} : {margin[1]:g})"
    return f"{margin:g}"
