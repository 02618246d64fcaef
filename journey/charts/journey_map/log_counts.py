"""What an event log adds to the journey map: a badge on every touchpoint, a row of measured steps below the phases.
Nobody in the log is said in words, not left out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from journey.charts.kit.canvas import Datum, box_datum, dashes, text_datum
from journey.charts.kit.text_block import Block, Box, block
from journey.charts.kit.text_fit import measure
from journey.charts.kit.wording import cases_of, counted_cases, rate
from journey.journey_map import JourneyMap
from journey.model import Language
from journey.numbers import Funnel, Stage
from journey.palette import BLUE, ink, mixed, phase_colour, readable
from journey.texts import number, text

BADGE, INSET = 18, 6
"""How high a badge is, and how far its words stand from its edges."""


@dataclass(frozen=True)
class Seen:
    """A touchpoint in the log: how many cases had it, and which share of all cases (0 to 1) that is."""

    cases: int
    share: float


@dataclass(frozen=True)
class Badge:
    """A touchpoint's measured line: a bar as long as its share with words on it; `seen` None: not in the log."""

    box: Box
    words: Block
    seen: Seen | None


@dataclass(frozen=True)
class PlacedStep:
    """A phase's measured cell: its count, its step rate (None for the first), and a bar as long as its share of the
    first; `share` is None where nothing was counted."""

    position: int
    count: Block
    rate: Block | None
    bar: Box
    share: float | None


@dataclass(frozen=True)
class PlacedSteps:
    """The row of measured steps with its label at the left."""

    box: Box
    label: Block
    cells: tuple[PlacedStep, ...]


def badge(seen: Seen | None, room: Box, language: Language) -> Badge:
    """Place a badge at the top of a room; on narrow cards its words get fewer."""
    if seen is not None and not seen.cases:
        seen = None
    inner = room.w - 2 * INSET
    fitting = (words for words in _options(seen, language) if measure(words, 12) <= inner)
    shown = next(fitting, number(seen.cases, language) if seen else text("charts.map.unseen", language))
    words = block(shown, room.x + INSET, room.y + 1.5, inner, size=12, italic=seen is None, most=1)
    return Badge(Box(room.x, room.y, room.w, BADGE), words, seen)


def placed_steps(
    steps: Funnel, journey: JourneyMap, edges: Sequence[float], y: float, language: Language
) -> PlacedSteps:
    """Place the row of measured steps; `edges` are where the phases' columns begin and the last one ends."""
    stages = {stage.phase_id: stage for stage in steps.stages}
    cells = [
        _step(stages[column.phase_id], Box(left + 10, y + 8, right - left - 20, 5), column.position, language)
        for column, (left, right) in zip(journey.columns, pairwise(edges), strict=True)
        if column.phase_id in stages
    ]
    label = block(text("charts.map.measured", language), 12, y + 8, edges[0] - 16, size=14, bold=True, most=2)
    low = max([label.box.bottom, *((cell.rate or cell.count).box.bottom for cell in cells)])
    lowered = tuple(replace(cell, bar=cell.bar._replace(y=low + 4)) for cell in cells)
    return PlacedSteps(Box(0, y, edges[-1], low + 18 - y), label, lowered)


def row(steps: PlacedSteps | None, dark: bool) -> list[Datum]:
    """The row's ground, and for each phase a bar as long as its share of the first phase."""
    if steps is None:
        return []
    neutral = ink(dark)
    found = [box_datum(steps.box, neutral.lane, radius=8)]
    for cell in steps.cells:
        if cell.share is not None:
            filled = cell.bar._replace(w=max(3.0, cell.bar.w * min(1.0, cell.share)))
            colour = readable(phase_colour(cell.position), neutral.lane, 3)
            found += [box_datum(cell.bar, neutral.line, radius=2.5), box_datum(filled, colour, radius=2.5)]
    return found


def badges(marks: Iterable[Badge], dark: bool) -> list[Datum]:
    """A track for each badge and on it a bar as long as its share; only a dashed edge where the log has no case."""
    neutral = ink(dark)
    found: list[Datum] = []
    for mark in marks:
        if mark.seen is None:
            edge = readable(neutral.line, neutral.card, 3)
            found.append(box_datum(mark.box, "transparent", stroke=edge, radius=4, dash=dashes((3, 3))))
        else:
            filled = mark.box._replace(w=max(3.0, mark.box.w * min(1.0, mark.seen.share)))
            found.append(box_datum(mark.box, neutral.lane, radius=4))
            found.append(box_datum(filled, filling(dark), radius=4))
    return found


def words(steps: PlacedSteps | None, marks: Iterable[Badge], dark: bool) -> list[Datum]:
    """The words of the row and of the badges."""
    neutral = ink(dark)
    found = [text_datum(mark.words, neutral.text if mark.seen else neutral.quiet) for mark in marks]
    if steps:
        found.append(text_datum(steps.label, neutral.text))
        for cell in steps.cells:
            found.append(text_datum(cell.count, neutral.text if cell.count.bold else neutral.quiet))
            found += [text_datum(cell.rate, neutral.quiet)] if cell.rate else []
    return found


def filling(dark: bool) -> str:
    """The colour of a badge's bar, on which the page's text is readable."""
    return mixed(BLUE, ink(dark).card, 0.45 if dark else 0.72)


def seen_words(seen: Seen | None, language: Language) -> str:
    """A touchpoint's measure in full: its cases and their share, or that it is not in the log."""
    return cases_of(seen.cases, seen.share, language) if seen and seen.cases else text("charts.map.unseen", language)


def _options(seen: Seen | None, language: Language) -> list[str]:
    if seen is None:
        return [text("charts.map.unseen", language)]
    return [seen_words(seen, language), counted_cases(seen.cases, language)]


def _step(stage: Stage, room: Box, position: int, language: Language) -> PlacedStep:
    """A phase's cell from the top of its room; the bar is moved below the highest cell later."""
    counted = stage.count is not None
    shown = counted_cases(stage.count or 0, language) if counted else text("charts.funnel.uncounted", language)
    count = block(shown, room.x, room.y, room.w, size=13, bold=counted, italic=not counted, most=1)
    step = None
    if stage.conversion_from_previous is not None:
        told = text("charts.funnel.step", language, rate=rate(stage.conversion_from_previous, language))
        step = block(told, room.x, count.box.bottom, room.w, size=12, most=2)
    return PlacedStep(position, count, step, room, stage.conversion_from_start)
