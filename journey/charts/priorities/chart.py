"""The plane as a picture: four quarters with their names, and a numbered mark for everything that has a value and an effort."""

from collections.abc import Sequence
from dataclasses import dataclass

from journey.charts.kit import canvas
from journey.charts.kit.canvas import Datum, LayeredChart, box_datum, rule_datum, shape_datum, text_datum
from journey.charts.kit.glyphs import circle, diamond, rounded
from journey.charts.kit.text_block import Box, block
from journey.charts.kit.text_fit import measure
from journey.charts.kit.tooltips import tooltips
from journey.charts.priorities.layout import (
    BAND,
    BOTTOM,
    CELL,
    CELLS,
    COLOURS,
    EDGE,
    HEIGHT,
    RADIUS,
    TOP,
    PlacedMark,
    placed,
    x_of,
    y_of,
)
from journey.model import Language
from journey.palette import WHITE, ink, readable
from journey.priorities import MIDDLE, Quadrant, RatedKind, Weighed
from journey.texts import number, text

MARK, CELL_AT = "rate", "cell:"
"""The value `at` of a mark, and what that of a free cell begins with."""

_LEGEND, _LEGEND_FROM, _LEGEND_ROW = BOTTOM + 46, -16.0, 20  # px
_KINDS = (RatedKind.FINDING, RatedKind.PAIN, RatedKind.IDEA)


@dataclass(frozen=True)
class _Sign:
    """A word of the legend and its mark, at a pixel from the left and from above."""

    kind: RatedKind
    hollow: bool
    words: str
    at: float
    y: float


def priorities_chart(
    rated: Sequence[Weighed], language: Language, *, dark: bool, chosen: str = "", may_place: bool = False
) -> LayeredChart:
    """Draw the plane. A mark's shape says what it is, its colour repeats its quarter; hollow marks rest on a value that the
    figures propose. `chosen` is the id of the priority with a ring around it; with `may_place` the cells can be clicked to
    put it there, and marks dragged."""
    marks, legend = placed(rated), _legend(rated, language)
    told = tooltips(language, l="charts.priorities.where", d="charts.priorities.what")
    across = canvas.shares((34, 64), 8)
    layers = [
        canvas.boxes(_quarters(dark), across=across),
        *([canvas.boxes([_ground()], across=across)] if may_place else []),
        canvas.rules(_lines(dark), across=across),
        canvas.texts(_words(legend, language, dark), across=across),
        *(
            [canvas.boxes(_cells(language, dark), told, across=across, cursor="pointer")]
            if may_place and chosen
            else []
        ),
        canvas.shapes([_mark(one, language, dark, chosen) for one in marks], told, across=across, cursor="pointer"),
        canvas.texts([_number(one, dark) for one in marks], across=across),
        canvas.shapes([_sign(one, dark) for one in legend], across=across),
    ]
    return canvas.drawing(layers, legend[-1].y + 22)


def _quarters(dark: bool) -> list[Datum]:
    edge, line = EDGE / CELLS, y_of(MIDDLE)
    boxes = (
        Box(0, TOP, edge - 0.003, line - TOP - 2),
        Box(edge + 0.003, TOP, 1 - edge - 0.003, line - TOP - 2),
        Box(0, line + 2, edge - 0.003, BOTTOM - line - 2),
        Box(edge + 0.003, line + 2, 1 - edge - 0.003, BOTTOM - line - 2),
    )
    return [box_datum(box, ink(dark).lane, radius=6) for box in boxes]


def _ground() -> Datum:
    """A clear box below all cells, by which a dragged mark knows where it is."""
    return box_datum(Box(0, y_of(CELLS + 0.5), 1, HEIGHT), "transparent", ground="plane")


def _lines(dark: bool) -> list[Datum]:
    """A fine line for each level."""
    columns = [
        rule_datum((x_of(n), TOP + BAND), (x_of(n), BOTTOM - BAND), ink(dark).line, width=0.75) for n in range(1, 6)
    ]
    return [*columns, *(rule_datum((0, y_of(n)), (1, y_of(n)), ink(dark).line, width=0.75) for n in range(1, 6))]


def _words(legend: Sequence[_Sign], language: Language, dark: bool) -> list[Datum]:
    neutral = ink(dark)
    names = [_corner(quadrant, language, dark) for quadrant in Quadrant]
    digits = [number(level, language) for level in range(1, CELLS + 1)]
    up = [
        {**text_datum(block(digit, 0, y_of(level) - 8, 20, size=13), neutral.quiet, align="right", o=-8), "x": 0}
        for level, digit in enumerate(digits, start=1)
    ]
    right = [
        {**text_datum(block(digit, 0, BOTTOM + 3, 20, size=13), neutral.quiet, align="center"), "x": x_of(level)}
        for level, digit in enumerate(digits, start=1)
    ]
    value, effort = (text(f"charts.priorities.{axis}", language) for axis in ("value", "effort"))
    axes = [
        {
            **text_datum(block(effort, 0, BOTTOM + 22, 300, size=13, bold=True, most=1), neutral.text, align="right"),
            "x": 1,
        },
        {**text_datum(block(value, 0, 2, 300, size=13, bold=True, most=1), neutral.text, o=-24), "x": 0},
    ]
    signs = [
        {**text_datum(block(sign.words, 0, sign.y, 260, size=13, most=1), neutral.quiet, o=sign.at + 14), "x": 0}
        for sign in legend
    ]
    return [*names, *up, *right, *axes, *signs]


def _corner(quadrant: Quadrant, language: Language, dark: bool) -> Datum:
    """A quarter's name in its outer corner."""
    is_right = quadrant in (Quadrant.BIG_BET, Quadrant.MONEY_PIT)
    is_low = quadrant in (Quadrant.FILL_IN, Quadrant.MONEY_PIT)
    y = BOTTOM - BAND + 5 if is_low else TOP + 4
    words = block(text(f"charts.priorities.{quadrant}", language), 0, y, 170, size=14, bold=True, most=1)
    align, nudge = ("right", -10) if is_right else ("left", 10)
    return {**text_datum(words, readable(COLOURS[quadrant], ink(dark).page), align=align, o=nudge), "x": int(is_right)}


def _cells(language: Language, dark: bool) -> list[Datum]:
    """A clear box for each value and effort."""
    found = []
    for effort in range(1, CELLS + 1):
        for value in range(1, CELLS + 1):
            where = text(
                "charts.priorities.place", language, value=number(value, language), effort=number(effort, language)
            )
            box = Box((effort - 1) / CELLS + 0.004, y_of(value) - CELL / 2 + 2, 1 / CELLS - 0.008, CELL - 4)
            found.append(
                box_datum(
                    box, "transparent", stroke=ink(dark).line, width=1, radius=6, at=f"{CELL_AT}{effort}:{value}", id="",
                    t=where, l=where, d=text("charts.priorities.put_here", language),
                )
            )  # fmt: skip
    return found


def _mark(one: PlacedMark, language: Language, dark: bool, chosen: str) -> Datum:
    weighed = one.weighed
    colour = COLOURS[weighed.quadrant or Quadrant.FILL_IN]
    seen = readable(colour, ink(dark).lane, 3)
    kind = weighed.subject.kind if weighed.subject else RatedKind.CARD
    is_chosen = weighed.priority.id == chosen
    stroke = ink(dark).text if is_chosen else seen if weighed.proposed or dark else ink(dark).page
    return shape_datum(
        one.x, one.y, _SHAPES[kind](RADIUS + (2 if is_chosen else 0), one.dx), ink(dark).page if weighed.proposed else colour,
        stroke=stroke, width=3.5 if is_chosen else 2, id=weighed.priority.id, at=MARK,
        t=f"{one.number}. {weighed.words}", l=_where(weighed, language), d=_what(weighed, language),
    )  # fmt: skip


def _square(radius: float, dx: float) -> str:
    return rounded(radius * 1.8, radius * 1.8, dx - radius * 0.9, radius / 6)


def _rhomb(radius: float, dx: float) -> str:
    return diamond(radius * 1.3, dx)


_SHAPES = {RatedKind.FINDING: _rhomb, RatedKind.PAIN: circle, RatedKind.IDEA: _square, RatedKind.CARD: circle}


def _number(one: PlacedMark, dark: bool) -> Datum:
    colour = ink(dark).text if one.weighed.proposed else WHITE
    words = block(str(one.number), 0, one.y - 8, 30, size=12, bold=True, most=1)
    return {**text_datum(words, colour, align="center", o=one.dx), "x": round(one.x, 4)}


def _sign(sign: _Sign, dark: bool) -> Datum:
    neutral = ink(dark)
    ground = neutral.page if sign.hollow else neutral.quiet
    return shape_datum(0, sign.y + 8, _SHAPES[sign.kind](6, sign.at), ground, stroke=neutral.quiet, width=1.5)


def _legend(rated: Sequence[Weighed], language: Language) -> list[_Sign]:
    """What the shapes mean; below that a hollow mark where there is one."""
    found, at = [], _LEGEND_FROM
    for kind in _KINDS:
        words = text(f"charts.priorities.kind_{kind}", language)
        found.append(_Sign(kind, hollow=False, words=words, at=at, y=_LEGEND))
        at += measure(words, 13) + 40
    if any(one.proposed for one in rated):
        words = text("charts.priorities.proposed", language)
        found.append(_Sign(RatedKind.PAIN, hollow=True, words=words, at=_LEGEND_FROM, y=_LEGEND + _LEGEND_ROW))
    return found


def _where(weighed: Weighed, language: Language) -> str:
    quarter = text(f"charts.priorities.{weighed.quadrant}", language) if weighed.quadrant else "–"
    return f"{quarter}: {_levels(weighed, language)}"


def _levels(weighed: Weighed, language: Language) -> str:
    value = number(round(weighed.value or 0, 1), language)
    return text("charts.priorities.place", language, value=value, effort=number(weighed.effort or 0, language))


def _what(weighed: Weighed, language: Language) -> str:
    kind = text(f"charts.priorities.kind_{weighed.subject.kind if weighed.subject else RatedKind.CARD}", language)
    return f"{kind} · {text('charts.priorities.proposed', language)}" if weighed.proposed else kind
