"""The funnel as a picture: a bar for each phase, the way from one to the next between them. As wide as its page."""

from dataclasses import dataclass

import altair as alt

from journey.charts import canvas
from journey.charts.canvas import Datum, box_datum, text_datum
from journey.charts.text_block import Block, Box, block
from journey.model import Language
from journey.numbers import Funnel, Stage
from journey.palette import EMOTIONS, ink, mixed, phase_colour, readable, text_on, tint
from journey.texts import number, percent, text

BAR = 26
NAME_ROOM = 195
"""Room for a phase's name beside its count, narrow enough for a phone."""
LABEL_SHARE = 0.42
"""A bar of this share of the width holds its label even on a phone; shorter bars have it beside them."""
THINNEST = 0.004
"""No bar is thinner than a hair: nobody is not the same as not counted."""
WAY, WAY_HEIGHT = 0.13, 42
"""How strongly the way between two bars is painted, and how high its words are."""
_LOSS = EMOTIONS[min(EMOTIONS)]


@dataclass(frozen=True)
class Row:
    """A stage in the funnel: where its words, its bar and the way to it stand, in pixels from the top. `share` is its
    count as a share of the largest; `before` is the counted stage above it."""

    stage: Stage
    share: float
    name: Block
    top: float
    before: "Row | None"

    @property
    def bottom(self) -> float:
        """The lower edge of the bar, or of the name where nobody counted."""
        return self.top + BAR if self.stage.count is not None else self.name.box.bottom


def funnel_rows(stages: Funnel) -> tuple[tuple[Row, ...], float]:
    """Place every stage of a funnel; the second value is the height of the whole."""
    largest = max((stage.count or 0 for stage in stages.stages), default=0) or 1
    rows: list[Row] = []
    before: Row | None = None
    y = 2.0
    for stage in stages.stages:
        counted = stage.count is not None
        if before and counted:
            y += WAY_HEIGHT
        name = block(stage.name, 0, y, NAME_ROOM, size=15 if counted else 13, bold=counted, italic=not counted, most=2)
        row = Row(stage, (stage.count or 0) / largest, name, name.box.bottom + 4, before)
        rows.append(row)
        y = row.bottom + 8
        before = row if counted else before
    return tuple(rows), y


def funnel_chart(stages: Funnel, language: Language, *, dark: bool, width: int | None = None) -> alt.LayerChart:
    """Draw a funnel. Bars are as long as their counts, the longest fills the width; steps with too few cases have pale
    bars with dashed edges; the biggest loss is named and coloured. `width` in pixels; None takes the page's."""
    rows, height = funnel_rows(stages)
    counted = [row for row in rows if row.stage.count is not None]
    ways = [(row.before, row) for row in counted if row.before]
    told = [alt.Tooltip("t:N", title="title"), alt.Tooltip("d:N", title=text("charts.map.text", language))]
    words = [
        *(datum for row in rows for datum in _heading(row, language, dark)),
        *(datum for row in counted for datum in _overall(row, language, dark)),
        *(datum for _, row in ways for datum in _step(row, stages, language, dark)),
    ]
    across = canvas.shares()
    layers = [
        canvas.bands(_ways(ways), ink(dark).quiet, across=across, fillOpacity=WAY),
        canvas.boxes([box_datum(Box(0, row.top, 1, BAR), ink(dark).lane, radius=4) for row in counted], across=across),
        canvas.boxes([_bar(row, language, dark) for row in counted], told, across=across),
        canvas.texts(words, across=across),
    ]
    return canvas.drawing(layers, width, height)


def _ways(ways: list[tuple[Row, Row]]) -> list[Datum]:
    """The bands that narrow from one bar to the next."""
    return [
        {"x": row.share, "y": y, "X": 0, "g": below.stage.position}
        for above, below in ways
        for row, y in ((above, above.bottom), (below, below.top))
    ]


def _bar(row: Row, language: Language, dark: bool) -> Datum:
    stage, colour = row.stage, phase_colour(row.stage.position)
    edge = readable(colour, ink(dark).lane, 3)
    box = Box(0, row.top, max(row.share, THINNEST), BAR)
    told: Datum = {"t": stage.name, "d": _told(stage, language)}
    if stage.few_cases:
        return box_datum(box, tint(colour, dark), stroke=edge, width=1.5, radius=4, dash=[5, 3], **told)
    return box_datum(box, colour, radius=4, **told)


def _heading(row: Row, language: Language, dark: bool) -> list[Datum]:
    neutral, stage = ink(dark), row.stage
    if stage.count is None:
        note = block(text("charts.funnel.uncounted", language), 0, row.name.y, 110, size=13, italic=True, most=1)
        return [text_datum(row.name, neutral.quiet), {**text_datum(note, neutral.quiet, align="right"), "x": 1}]
    count = block(number(stage.count, language), 0, row.name.y, 145, size=15, bold=True, most=1)
    return [text_datum(row.name, neutral.text), {**text_datum(count, neutral.text, align="right"), "x": 1}]


def _overall(row: Row, language: Language, dark: bool) -> list[Datum]:
    """The share of the first stage: in the bar where it is long enough, else beside it."""
    stage, inside = row.stage, row.share >= LABEL_SHARE
    colour = phase_colour(stage.position)
    if stage.previous is None:
        words = text("charts.funnel.start", language)
    elif stage.conversion_from_start is not None:
        words = text("charts.funnel.from_start", language, rate=_percent(stage.conversion_from_start, language))
    else:
        return []
    shown = text_on(colour) if inside and not stage.few_cases else ink(dark).text
    label = text_datum(block(words, 0, row.top + (BAR - 16) / 2, 160, size=13, most=1), shown, o=10)
    return [label if inside else {**label, "x": max(row.share, THINNEST)}]


def _step(row: Row, stages: Funnel, language: Language, dark: bool) -> list[Datum]:
    """Two lines on the way to a stage: who was lost, and the step rate with its interval; at the right, a word where
    the rate rests on too few cases."""
    stage, neutral = row.stage, ink(dark)
    biggest = stages.biggest_loss is not None and stages.biggest_loss.phase_id == stage.phase_id
    people = number(abs(stage.drop_off or 0), language)
    lost = f"↑ {text('charts.funnel.gained', language, gained=people)}"
    if not stage.rises:
        lost = f"↓ {text('charts.funnel.lost', language, lost=people)}"
    if biggest:
        lost += f" – {text('charts.funnel.biggest', language)}"
    loud = readable(_LOSS, mixed(neutral.page, neutral.quiet, WAY)) if biggest else neutral.quiet
    top = row.name.y - WAY_HEIGHT
    found = [text_datum(block(lost, 0, top, 330, size=13, bold=biggest, most=1), loud, o=10)]
    if rate := _rate(stage, language):
        found.append(text_datum(block(rate, 0, top + 17, 330, size=13, most=1), neutral.quiet, o=10))
    if stage.few_cases:
        few = block(text("charts.funnel.few", language), 0, top, 110, size=13, italic=True, most=1)
        found.append({**text_datum(few, neutral.text, align="right"), "x": 1})
    return found


def _rate(stage: Stage, language: Language) -> str:
    """The step rate, its interval, and a word where it rests on too few cases."""
    if stage.conversion_from_previous is None:
        return ""
    words = text("charts.funnel.step", language, rate=_percent(stage.conversion_from_previous, language))
    if stage.interval:
        low, high = (percent(end, language) for end in stage.interval)
        words += f" ({text('charts.funnel.interval', language, low=low, high=high)})"
    return words


def _told(stage: Stage, language: Language) -> str:
    few = text("charts.funnel.few", language) if stage.few_cases else ""
    return " · ".join(part for part in (number(stage.count or 0, language), _rate(stage, language), few) if part)


def _percent(share: float, language: Language) -> str:
    """One decimal, two for a share that would else be shown as nothing."""
    return percent(share, language, 2 if 0 < share < 0.001 else 1)
