"""Where open cases are sitting, and for how long: beside each other how long they have waited and how long it usually
takes."""

from collections.abc import Mapping
from dataclasses import dataclass

from journey.charts.kit import canvas
from journey.charts.kit.canvas import Datum, LayeredChart, box_datum, shape_datum, text_datum
from journey.charts.kit.glyphs import diamond
from journey.charts.kit.text_block import Block, Box, block
from journey.charts.kit.time_scale import TimeScale
from journey.charts.kit.tooltips import tooltips
from journey.charts.kit.wording import counted
from journey.model import Language
from journey.numbers.funnel import Quartiles
from journey.numbers.log.waiting import Waiting, WaitingPhase
from journey.palette import EMOTIONS, ink, mixed, phase_colour, readable
from journey.texts import duration, duration_range, number, text

BAR, LANE, LINE, ROOM = 8, 13, 18, 318
NAME_ROOM = 185
THINNEST = 0.004
_LOUD = EMOTIONS[min(EMOTIONS)]
_TICK = "M0,-7L0,7"


@dataclass(frozen=True)
class WaitingRow:
    """A phase's room: its name, the bar of open cases, the two lanes of the time strip, the lines below. `share`: its
    open cases as a share of the fullest phase's."""

    phase: WaitingPhase
    position: int
    stuck: bool
    share: float
    name: Block
    top: float
    lines: tuple[Block, ...]

    @property
    def strip(self) -> float:
        """The top of the time strip."""
        return self.top + BAR + 8

    @property
    def bottom(self) -> float:
        """The lower edge of the last line."""
        return self.lines[-1].box.bottom


def waiting_rows(found: Waiting, names: Mapping[str, str], language: Language) -> tuple[tuple[WaitingRow, ...], float]:
    """Place every phase; the second value is the height of the whole."""
    most = max((phase.cases for phase in found.phases), default=0) or 1
    rows: list[WaitingRow] = []
    y = 20.0
    for phase in found.phases:
        name = block(names[phase.phase], 0, y, NAME_ROOM, size=15, bold=True, most=2)
        stuck = found.stuck is phase
        top = max(name.box.bottom, y + 2 * LINE if stuck else 0) + 4
        below = top + BAR + 8 + 2 * LANE + 8
        lines = tuple(
            block(words, 22, below + place * LINE, ROOM - 22, size=13, bold=place == 2 and stuck, most=1)
            for place, words in enumerate(waiting_lines(phase, language))
        )
        place = list(names).index(phase.phase)
        rows.append(WaitingRow(phase, place, stuck, phase.cases / most, name, top, lines))
        y = rows[-1].bottom + 18
    return tuple(rows), y


def waiting_chart(found: Waiting, names: Mapping[str, str], language: Language, *, dark: bool) -> LayeredChart:
    """Draw where open cases sit. `names`: phase id -> name, in journey order. Bars are as long as the number of open
    cases; below them, on one scale of time for all phases, how long these have waited (diamond: median, bar: middle
    half) over how long it usually takes to go on. The stuck phase is named."""
    rows, height = waiting_rows(found, names, language)
    spans = [end for row in rows for times in (row.phase.waited, row.phase.usual) if times for end in times]
    scale = TimeScale(spans)
    across = canvas.shares(2, 2)
    told = tooltips(language)
    note = block(text("charts.waiting.note", language), 0, height, ROOM, size=13)
    layers = [
        canvas.boxes([box_datum(Box(0, row.top, 1, BAR), ink(dark).lane, radius=3) for row in rows], across=across),
        canvas.boxes([_bar(row, names, language, dark) for row in rows], told, across=across),
        canvas.rules(scale.gridlines([(row.strip - 2, row.strip + 2 * LANE + 4) for row in rows], dark), across=across),
        canvas.boxes([datum for row in rows for datum in _halves(row, scale, dark)], across=across),
        canvas.shapes([datum for row in rows for datum in _medians(row, scale, dark)], across=across),
        canvas.texts([*(datum for row in rows for datum in _words(row, language, dark)),
                      *scale.labels(0, language, dark), text_datum(note, ink(dark).quiet)], across=across),
    ]  # fmt: skip
    return canvas.drawing(layers, note.box.bottom + 2)


def waiting_alt(found: Waiting, names: Mapping[str, str], language: Language) -> str:
    """The stuck phase, then for each phase its open cases, how long they have waited and how long it usually takes."""
    told = [text("charts.alt.waiting", language)]
    if found.stuck:
        told.append(text("charts.alt.waiting_stuck", language, name=names[found.stuck.phase]))
    for phase in found.phases:
        cases = counted("waiting.open", phase.cases, language)
        lines = " ".join(f"{line.removesuffix('.')}." for line in waiting_lines(phase, language))
        told.append(text("charts.alt.waiting_phase", language, name=names[phase.phase], cases=cases, lines=lines))
    return " ".join(told)


def waiting_lines(phase: WaitingPhase, language: Language) -> tuple[str, ...]:
    """How long the open cases have waited, how long it usually takes, and how many wait longer than that."""
    waited = text("charts.waiting.nobody", language)
    if phase.waited:
        waited = text("charts.waiting.waited", language, **_times(phase.waited, language))
    if phase.usual is None:
        return waited, text("charts.waiting.unknown", language)
    usual = text("charts.waiting.usual", language, **_times(phase.usual, language))
    if not phase.cases or phase.overdue is None:
        return waited, usual
    late = text("charts.waiting.overdue", language, overdue=number(phase.overdue, language),
                cases=number(phase.cases, language), time=duration(phase.usual.high, language))  # fmt: skip
    return waited, usual, late


def _times(times: Quartiles, language: Language) -> dict[str, str]:
    return {"median": duration(times.median, language), "middle": duration_range(times.low, times.high, language)}


def _bar(row: WaitingRow, names: Mapping[str, str], language: Language, dark: bool) -> Datum:
    colour = readable(phase_colour(row.position), ink(dark).lane, 3)
    told = " · ".join([counted("waiting.open", row.phase.cases, language), *waiting_lines(row.phase, language)])
    box = Box(0, row.top, max(THINNEST, row.share), BAR)
    return box_datum(box, colour, radius=3, t=names[row.phase.phase], d=told)


def _halves(row: WaitingRow, scale: TimeScale, dark: bool) -> list[Datum]:
    """The bars of the middle halves: waited above, usual below."""
    neutral = ink(dark)
    colours = (mixed(phase_colour(row.position), neutral.page, 0.45), mixed(neutral.quiet, neutral.page, 0.6))
    found = []
    for lane, (times, colour) in enumerate(zip((row.phase.waited, row.phase.usual), colours, strict=True)):
        if times:
            left, right = scale.x(times.low), scale.x(times.high)
            box = Box(left, row.strip + lane * LANE + 2, max(THINNEST, right - left), LANE - 4)
            found.append(box_datum(box, readable(colour, neutral.page, 1.8), radius=2))
    return found


def _medians(row: WaitingRow, scale: TimeScale, dark: bool) -> list[Datum]:
    """The medians on the strip, and both signs again as a key before their lines."""
    neutral = ink(dark)
    colour = readable(_LOUD if row.stuck else phase_colour(row.position), neutral.page, 3)
    found: list[Datum] = []
    if row.phase.waited:
        x, y = scale.x(row.phase.waited.median), row.strip + LANE / 2
        found.append(shape_datum(x, y, diamond(8), colour, stroke=neutral.page, width=1.5))
        found.append(shape_datum(0, row.lines[0].box.middle[1] - 1, diamond(6, 8), colour))
    if row.phase.usual:
        x, y = scale.x(row.phase.usual.median), row.strip + LANE * 1.5
        found.append(shape_datum(x, y, _TICK, "transparent", stroke=neutral.text, width=2.5))
        found.append(
            shape_datum(0, row.lines[1].box.middle[1] - 1, "M8,-6L8,6", "transparent", stroke=neutral.text, width=2.5)
        )
    return found


def _words(row: WaitingRow, language: Language, dark: bool) -> list[Datum]:
    neutral = ink(dark)
    loud = readable(_LOUD, neutral.page)
    count = block(counted("waiting.open", row.phase.cases, language), 0, row.name.y + 2, 140, size=13, most=1)
    found = [text_datum(row.name, neutral.text), {**text_datum(count, neutral.text, align="right"), "x": 1}]
    colours = (neutral.text, neutral.quiet, loud if row.stuck else neutral.quiet)
    for line, colour in zip(row.lines, colours, strict=False):
        found.append(text_datum(line._replace(x=0), colour, o=22))
    if row.stuck:
        stuck = block(text("charts.waiting.stuck", language), 0, row.name.y + LINE + 1, 140, size=13, bold=True, most=1)
        found.append({**text_datum(stuck, loud, align="right"), "x": 1})
    return found
