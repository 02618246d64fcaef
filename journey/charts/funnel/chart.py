"""The funnel as a picture: a bar for each phase, the way from one to the next between them. As wide as its page."""

from dataclasses import dataclass

from journey.charts.funnel.words import is_biggest, share_words, told, way_words
from journey.charts.kit import canvas
from journey.charts.kit.canvas import Datum, LayeredChart, box_datum, dashes, text_datum
from journey.charts.kit.text_block import Block, Box, block
from journey.charts.kit.tooltips import tooltips
from journey.model import Language
from journey.numbers import Funnel, Stage
from journey.palette import EMOTIONS, ink, mixed, phase_colour, readable, text_on, tint
from journey.texts import number, text

BAR = 26
NAME_ROOM = 195
"""Room for a phase's name beside its count, narrow enough for a phone."""
LABEL_SHARE = 0.42
"""A bar of this share of the width holds its label even on a phone; shorter bars have it beside them."""
THINNEST = 0.004
"""No bar is thinner than a hair: nobody is not the same as not counted."""
WAY, LINE = 0.13, 17
"""How strongly the way between two bars is painted, and how high a line of its words is."""
_LOSS = EMOTIONS[min(EMOTIONS)]


@dataclass(frozen=True)
class StageRow:
    """A stage in the funnel: where its words, its bar and the way to it stand, in pixels from the top. `share` is its
    count as a share of the largest; `before` is the counted stage above that people come from; `way` are the lines of
    words between the two."""

    stage: Stage
    share: float
    name: Block
    top: float
    before: "StageRow | None"
    way: tuple[str, ...] = ()

    @property
    def bottom(self) -> float:
        """The lower edge of the bar, or of the name where nobody counted."""
        return self.top + BAR if self.stage.count is not None else self.name.box.bottom

    @property
    def hollow(self) -> bool:
        """Whether the bar has only an edge: too few cases, or a stage that may be skipped."""
        return self.stage.few_cases or self.stage.optional

    @property
    def entered(self) -> float:
        """What of the share are people who enter the funnel here, after its first stage."""
        if self.hollow or not (self.before and self.stage.entered and self.stage.count):
            return 0.0
        return self.share * self.stage.entered / self.stage.count


def funnel_rows(stages: Funnel, language: Language) -> tuple[tuple[StageRow, ...], float]:
    """Place every stage of a funnel; the second value is the height of the whole."""
    largest = max((stage.count or 0 for stage in stages.stages), default=0) or 1
    rows: list[StageRow] = []
    before: StageRow | None = None
    y = 2.0
    for stage in stages.stages:
        counted = stage.count is not None
        way = way_words(stage, stages, language) if counted and before else ()
        y += way_height(way)
        name = block(stage.name, 0, y, NAME_ROOM, size=15 if counted else 13, bold=counted, italic=not counted, most=2)
        row = StageRow(stage, (stage.count or 0) / largest, name, name.box.bottom + 4, before, way)
        rows.append(row)
        y = row.bottom + 8
        before = row if counted and not stage.optional else before
    return tuple(rows), y


def way_height(way: tuple[str, ...]) -> int:
    """How high the words on a way are."""
    return max(2, len(way)) * LINE + 8 if way else 0


def funnel_chart(stages: Funnel, language: Language, *, dark: bool, currency: str = "") -> LayeredChart:
    """Draw a funnel. Bars are as long as their counts, the longest fills the width; steps with too few cases have pale
    bars with dashed edges; the biggest loss is named and coloured. Of a log's funnel also: the median time to a stage,
    who enters at a later stage (the pale end of its bar), and optional stages, whose bars are hollow.
    `currency` is that of revenue and cost."""
    rows, height = funnel_rows(stages, language)
    counted = [row for row in rows if row.stage.count is not None]
    ways = [(row.before, row) for row in counted if row.before and not row.stage.optional]
    tips = tooltips(language)
    words = [
        *(datum for row in rows for datum in _heading(row, language, dark)),
        *(datum for row in counted for datum in _overall(row, stages, language, dark)),
        *(datum for row in counted for datum in _way(row, stages, language, dark)),
    ]
    across = canvas.shares()
    layers = [
        canvas.bands(_ways(ways), ink(dark).quiet, across=across, fillOpacity=WAY),
        canvas.boxes([box_datum(Box(0, row.top, 1, BAR), ink(dark).lane, radius=4) for row in counted], across=across),
        canvas.boxes(
            [_bar(row, told(row.stage, stages, language, currency), dark) for row in counted], tips, across=across
        ),
        *([canvas.boxes(entries, across=across)] if (entries := _entries(counted, dark)) else []),
        canvas.texts(words, across=across),
    ]
    return canvas.drawing(layers, height)


def _ways(ways: list[tuple[StageRow, StageRow]]) -> list[Datum]:
    """The bands that narrow from one bar to the next."""
    return [
        {"x": row.share, "y": y, "X": 0, "g": below.stage.position}
        for above, below in ways
        for row, y in ((above, above.bottom), (below, below.top))
    ]


def _bar(row: StageRow, words: str, dark: bool) -> Datum:
    stage, colour = row.stage, phase_colour(row.stage.position)
    edge = readable(colour, ink(dark).lane, 3)
    box = Box(0, row.top, max(row.share, THINNEST), BAR)
    spoken: Datum = {"t": stage.name, "d": words}
    if row.hollow:
        dash = {"dash": dashes((5, 3))} if stage.few_cases else {}
        return box_datum(box, tint(colour, dark), stroke=edge, width=1.5, radius=4, **dash, **spoken)
    return box_datum(box, colour, radius=4, **spoken)


def _entries(rows: list[StageRow], dark: bool) -> list[Datum]:
    """The ends of bars that stand for people who enter the funnel there."""
    found: list[Datum] = []
    for row in rows:
        if row.entered:
            colour = phase_colour(row.stage.position)
            box = Box(row.share - row.entered, row.top + 1, row.entered, BAR - 2)
            edge = readable(colour, ink(dark).lane, 3)
            found.append(box_datum(box, tint(colour, dark), stroke=edge, width=1.5, radius=3))
    return found


def _heading(row: StageRow, language: Language, dark: bool) -> list[Datum]:
    neutral, stage = ink(dark), row.stage
    if stage.count is None:
        note = block(text("charts.funnel.uncounted", language), 0, row.name.y, 110, size=13, italic=True, most=1)
        return [text_datum(row.name, neutral.quiet), {**text_datum(note, neutral.quiet, align="right"), "x": 1}]
    count = block(number(stage.count, language), 0, row.name.y, 145, size=15, bold=True, most=1)
    return [text_datum(row.name, neutral.text), {**text_datum(count, neutral.text, align="right"), "x": 1}]


def _overall(row: StageRow, stages: Funnel, language: Language, dark: bool) -> list[Datum]:
    """The share of the first stage: in the bar where it is long enough, else beside it."""
    stage, inside = row.stage, row.share - row.entered >= LABEL_SHARE
    words = share_words(stage, stages, language)
    if not words:
        return []
    shown = text_on(phase_colour(stage.position)) if inside and not row.hollow else ink(dark).text
    label = text_datum(block(words, 0, row.top + (BAR - 16) / 2, 190, size=13, most=1), shown, o=10)
    return [label if inside else {**label, "x": max(row.share, THINNEST)}]


def _way(row: StageRow, stages: Funnel, language: Language, dark: bool) -> list[Datum]:
    """The lines on the way to a stage; at the right, a word where the rate rests on too few cases."""
    stage, neutral = row.stage, ink(dark)
    top = row.name.y - way_height(row.way)
    biggest = is_biggest(stage, stages)
    loud = readable(_LOSS, mixed(neutral.page, neutral.quiet, WAY)) if biggest else neutral.quiet
    found = [
        text_datum(block(line, 0, top + place * LINE, 330, size=13, bold=biggest and not place, most=1),
                   neutral.quiet if place else loud, o=10)
        for place, line in enumerate(row.way)
    ]  # fmt: skip
    if stage.few_cases and row.way:
        few = block(text("charts.funnel.few", language), 0, top, 110, size=13, italic=True, most=1)
        found.append({**text_datum(few, neutral.text, align="right"), "x": 1})
    return found
