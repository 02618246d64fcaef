"""The ways through the journey as a picture: cards for phases or touchpoints, bands as thick as their ways are frequent."""

from collections.abc import Sequence

from journey.charts.flow import bands
from journey.charts.flow.graph import ENTRY, EXIT, Flow, FlowEdge, Told
from journey.charts.flow.layout import MOST, PAD, FlowLayout, PlacedNode, PlacedWay, flow_layout
from journey.charts.kit import canvas
from journey.charts.kit.canvas import Datum, LayeredChart, box_datum, rule_datum, text_datum
from journey.charts.kit.text_block import block
from journey.charts.kit.text_fit import measure
from journey.charts.kit.tooltips import tooltips
from journey.charts.kit.wording import counted, counted_cases
from journey.model import Language
from journey.palette import ink, phase_colour, readable, text_on
from journey.texts import duration, number, text

LEGEND = 24
"""The height of a line below the picture."""
THICK = 15
"""A band of this thickness holds its count."""


def flow_chart(flow: Flow, language: Language, *, dark: bool, most: int = MOST) -> LayeredChart:
    """Draw the `most` frequent ways of a flow; all others are counted below. Ways onward are bands, ways back are arcs
    below the cards. Where a way stands beside the relations that the team drew, its lines and a sign say how. Its words
    need `flow_layout(…).narrowest` pixels, so let a narrow page scroll."""
    layout = flow_layout(flow, language, most=most)
    told = tooltips(language)
    across = canvas.shares(1, 1)
    onward = [
        datum
        for way in layout.ways
        for datum in bands.band(
            way, flow, dark, t=way_words(way.edge, flow, language), d=told_words(way.edge, language)
        )
    ]
    samples, below, height = _below(layout, language, dark)
    layers = [
        canvas.strokes([found for back in layout.backs for found in bands.arc(back, flow, dark)], across=across,
                       interpolate="monotone"),
        canvas.flows(onward, told, across=across, fillOpacity=0.92),
        canvas.strokes(bands.outlines(layout, flow, dark), across=across),
        canvas.boxes([_card(placed, flow, language, dark) for placed in layout.nodes], told, across=across),
        canvas.rules([rule for _, rule in samples], across=across),
        canvas.shapes([*bands.arrows(layout, flow, dark), *bands.signs(layout, flow, dark),
                       *(mark for marks, _ in samples for mark in marks)], across=across),
        canvas.texts([*_words(layout, flow, language, dark), *below], across=across),
    ]  # fmt: skip
    return canvas.drawing(layers, height)


def way_words(edge: FlowEdge, flow: Flow, language: Language) -> str:
    """From where to where."""
    gates = {ENTRY: text("charts.flow.entry", language), EXIT: text("charts.flow.exit", language)}
    names = {**flow.name_of, **gates}
    return f"{names[edge.source]} → {names[edge.target]}"


def told_words(edge: FlowEdge, language: Language) -> str:
    """How often, after how long, and what that says about the drawn relations."""
    parts = [counted("flow.times", edge.count, language)]
    if edge.seconds is not None:
        parts.append(text("charts.flow.median", language, time=duration(edge.seconds, language)))
    if edge.told:
        parts.append(text(f"charts.flow.told.{edge.told.value}", language))
    return " · ".join(parts)


def _card(placed: PlacedNode, flow: Flow, language: Language, dark: bool) -> Datum:
    node, neutral = placed.node, ink(dark)
    parts = [counted_cases(node.cases, language)]
    if repeats := flow.repeats(node.id):
        parts.append(counted("flow.repeats", repeats, language))
    fill, stroke = phase_colour(node.column), ""
    if node.id in {ENTRY, EXIT}:
        fill, stroke = neutral.card, readable(neutral.line, neutral.page, 3)
    return box_datum(placed.box, fill, stroke=stroke, radius=6, t=node.name, d=" · ".join(parts))


def _words(layout: FlowLayout, flow: Flow, language: Language, dark: bool) -> list[Datum]:
    neutral = ink(dark)
    found: list[Datum] = []
    for placed in layout.nodes:
        gate = placed.node.id in {ENTRY, EXIT}
        colour = neutral.text if gate else text_on(phase_colour(placed.node.column))
        found += [text_datum(words, colour, o=PAD) for words in placed.words]
    for way in layout.ways:
        found += _count(way, layout, language, neutral.text)
    for back in layout.backs:
        y = back.low + (bands.SIGN + 1 if back.edge.told else back.thickness / 2 + 1)
        words = block(number(back.edge.count, language), 0, y, 60, size=12, most=1)
        colour = readable(bands.strong(back.edge, flow, dark), neutral.page)
        found.append({**text_datum(words, colour, align="center"), "x": round((back.start[0] + back.end[0]) / 2, 4)})
    return found


def _count(way: PlacedWay, layout: FlowLayout, language: Language, colour: str) -> list[Datum]:
    """The count on a band that is thick enough: in the middle of the first column that it passes, or where it leaves for
    the next one if it stays flat."""
    shown = number(way.edge.count, language)
    if way.thickness < THICK:
        return []
    (x, upper, lower), (x2, upper2, _) = way.points[1:3] if len(way.points) > 2 else way.points[:2]
    words = text_datum(block(shown, 0, (upper + lower) / 2 - 8, 60, size=12, most=1), colour)
    if len(way.points) > 2:
        return [{**words, "x": round((x + x2) / 2, 4), "a": "center"}]
    room = (x2 - x) * layout.narrowest - (20 if way.edge.told else 4)
    flat = abs(upper2 - upper) < way.thickness / 2
    return [{**words, "x": round(x, 4), "o": 4}] if flat and measure(shown, 12) < room else []


def _below(
    layout: FlowLayout, language: Language, dark: bool
) -> tuple[Sequence[tuple[list[Datum], Datum]], list[Datum], float]:
    """The key to lines and signs, the sum of all other ways, and the height of everything."""
    neutral = ink(dark)
    y = layout.height + 10
    samples: list[tuple[list[Datum], Datum]] = []
    words: list[Datum] = []
    for place, told in enumerate(one for one in Told if one in layout.drawn.marked):
        x, middle = (place % 2) / 2, y + LEGEND / 2 + place // 2 * LEGEND
        colour = readable(bands.LOUD, neutral.page, 3) if told is Told.CONTRADICTED else neutral.quiet
        rule = rule_datum((x, middle), (x + 0.03, middle), colour, width=2, dash=bands.DASHES[told])
        samples.append((bands.sign((x, middle), told, colour, dark, 9), rule))
        line = block(text(f"charts.flow.told.{told.value}", language), 0, middle - 8, 420, size=13, most=1)
        words.append({**text_datum(line, neutral.text), "x": x, "o": 62})
    y += (len(samples) + 1) // 2 * LEGEND
    if layout.drawn.others:
        told_rest = text("charts.flow.others", language, ways=counted("flow.ways", layout.drawn.others, language),
                         times=counted("flow.times", layout.drawn.other_count, language))  # fmt: skip
        words.append(text_datum(block(told_rest, 0, y + 2, 900, size=13, most=1), neutral.quiet))
        y += LEGEND
    return samples, words, y + 2
