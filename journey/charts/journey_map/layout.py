"""Where everything on the journey map stands, in pixels from the top left corner, as values that know nothing of drawing."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from math import ceil

from journey.charts.journey_map.cards import GAP, LONGEST, PAD, PlacedCard, most_lines, placed_cell, places_of
from journey.charts.journey_map.log_counts import PlacedSteps, Seen, placed_steps
from journey.charts.kit.text_block import Block, Box, block
from journey.journey_map import LANES, Feeling, JourneyMap, Lane, MapColumn
from journey.model import Emotion, Language, Zone
from journey.numbers import Funnel
from journey.texts import text

LABELS = 128
"""The width of the lane labels at the left."""
NARROWEST = 153
"""The narrowest column of cards that reads well."""
WIDEST = 270
"""From this width on, a phase that stands alone takes another column of cards."""
USUAL_WIDTH = 1200
NARROW = 96
"""The width of a phase that is folded."""
ADDITION = 18
"""The height that a mark for adding needs below the cards of a cell."""
STEP = 30
"""Between two gridlines of the emotion curve."""
APART = 3
"""Between the curves of personas that feel alike."""
NAMED, SAMPLE = 190, 26
"""The least room for the name of a persona's curve, and the piece of its line before it."""


@dataclass(frozen=True)
class PlacedPoint:
    """A point of the emotion curve. Points without a score lie on the zero line. Neighbours of the same `run` are joined."""

    feeling: Feeling
    number: int
    x: float
    y: float
    radius: float
    run: int


@dataclass(frozen=True)
class PlacedCurve:
    """A persona's curve beside the common one: its name above the curves, and its scored points as x, y and run."""

    name: Block
    points: tuple[tuple[float, float, int], ...]


@dataclass(frozen=True)
class PlacedColumn:
    """A phase: its header with the name in it, and the room of its cells below. A `folded` one is narrow and counts its
    cards."""

    column: MapColumn
    header: Box
    name: Block
    room: Box
    folded: bool = False


@dataclass(frozen=True)
class PlacedLane:
    """A row over the whole width, with its label at the left. A `folded` one is low and counts its cards."""

    lane: Lane
    box: Box
    label: Block
    folded: bool = False


@dataclass(frozen=True)
class PlacedAddition:
    """The mark in a cell by which something is added there, around its middle."""

    lane: Lane
    phase: str
    phase_name: str
    x: float
    y: float


@dataclass(frozen=True)
class Layout:
    """The whole map. `additions` are there on a map to work on. `hints` are the quiet words of empty or overfull cells; `zones` the band above the headers,
    `steps` the row of measured steps, None without any."""

    width: float
    height: float
    zones: tuple[tuple[Zone, Box], ...]
    columns: tuple[PlacedColumn, ...]
    lanes: tuple[PlacedLane, ...]
    cards: tuple[PlacedCard, ...]
    points: tuple[PlacedPoint, ...]
    gridlines: tuple[tuple[Emotion, float], ...]
    hints: tuple[Block, ...]
    steps: PlacedSteps | None = None
    additions: tuple[PlacedAddition, ...] = ()
    curves: tuple[PlacedCurve, ...] = ()


def map_layout(
    journey: JourneyMap,
    language: Language,
    *,
    lanes: Collection[Lane] = LANES,
    width: float = USUAL_WIDTH,
    measured: Mapping[str, Seen] | None = None,
    steps: Funnel | None = None,
    to_work_on: bool = False,
    folded: Collection[str] = (),
    beside: Mapping[str, JourneyMap] | None = None,
    in_full: bool = False,
) -> Layout:
    """Place a map: at least `width` pixels wide, wider where the phases need it, as high as its texts.
    Every phase has one to six columns of cards, all columns of cards are equally wide; `folded` are the lanes, and by
    their ids the phases, that only count their cards.
    `beside` has, by persona name, the maps whose curves stand beside the common one.
    With `measured` every touchpoint has a badge, with `steps` a row below the phases says what a log counted.
    `in_full`: for paper, where nobody opens a card; every card is there, with (nearly) all its words."""
    narrow = [column.phase_id in folded for column in journey.columns]
    room = width - LABELS - NARROW * sum(narrow)
    parts = columns_of_cards(tuple(column for column in journey.columns if column.phase_id not in folded), lanes, room)
    unit = max(NARROWEST, room / max(1, sum(parts)))
    counts = iter(parts)
    parts = [1 if is_narrow else next(counts) for is_narrow in narrow]
    widths = [NARROW if is_narrow else unit * count for is_narrow, count in zip(narrow, parts, strict=True)]
    edges = [LABELS + sum(widths[:place]) for place in range(len(widths) + 1)]
    heads = [
        _name(
            column.name or text("charts.map.without_phase", language),
            edges[place],
            widths[place],
            narrow[place],
            in_full,
        )
        for place, column in enumerate(journey.columns)
    ]
    high = max((name.height for name in heads), default=18) + 22
    top = 30.0
    y = top + high + 10
    counted = placed_steps(steps, journey, edges, y, language) if steps else None
    if counted:
        y = counted.box.bottom + GAP
    stand = [places_of(column, count, in_full) for column, count in zip(journey.columns, parts, strict=True)]
    placed: list[PlacedLane] = []
    cards: list[PlacedCard] = []
    points: tuple[PlacedPoint, ...] = ()
    gridlines: tuple[tuple[Emotion, float], ...] = ()
    curves: tuple[PlacedCurve, ...] = ()
    hints: list[Block] = []
    additions: list[PlacedAddition] = []
    for lane in (lane for lane in LANES if lane in lanes):
        low = lane in folded
        label = block(LANES[lane].words(language), 12, y + (6 if low else 11), LABELS - 16, size=14, bold=True, most=3)
        if low:
            hints += [
                block(str(count), edges[place] + 10, y + 7, widths[place] - 20, size=13, italic=True)
                for place, column in enumerate(journey.columns)
                if (count := len(column.feelings if lane is Lane.EMOTION else column.cells[lane]))
            ]
            box = Box(0, y, edges[-1], label.height + 12)
        elif lane is Lane.EMOTION:
            names = _curve_names(beside or {}, y + 6, edges[-1])
            above = max((name.box.bottom - y for name in names), default=0)
            zero = y + above + 32 + 2 * STEP + 12
            points = _points(journey, edges, zero)
            curves = _curves(beside or {}, names, points, zero)
            gridlines = tuple((emotion, zero - emotion * STEP) for emotion in reversed(Emotion))
            box = Box(0, y, edges[-1], above + 4 * STEP + 32 + 44)
        else:
            # fmt: off
            cell = partial(placed_cell, lane=lane, language=language, y=y + PAD, numbers=journey.numbers,
                           most=most_lines(journey, in_full), measured=measured, in_full=in_full)
            cells = [cell(column, Box(edges[place], 0, widths[place], 0), stand[place], parts[place], counted=narrow[place])
                     for place, column in enumerate(journey.columns)]
            # fmt: on
            below = ADDITION if to_work_on else 0
            bottom = max([label.box.bottom + 3, y + 36, *(end + below for _, _, end in cells)])
            if to_work_on:
                additions += [
                    PlacedAddition(lane, column.phase_id, column.name, edges[place] + 18, end + GAP + 8)
                    for place, (column, (_, _, end)) in enumerate(zip(journey.columns, cells, strict=True))
                    if column.phase_id
                ]
            cards += [card for found, _, _ in cells for card in found]
            hints += [hint for _, found, _ in cells for hint in found]
            box = Box(0, y, edges[-1], bottom + PAD - y)
        placed.append(PlacedLane(lane, box, label, low))
        y = box.bottom + GAP
    columns = tuple(
        PlacedColumn(
            column,
            Box(edges[place], top, widths[place], high),
            name.moved(0, top + (high - name.height) / 2),
            Box(edges[place], top + high, widths[place], y - top - high - GAP),
            narrow[place],
        )
        for place, (column, name) in enumerate(zip(journey.columns, heads, strict=True))
    )
    return Layout(
        edges[-1],
        y - GAP,
        _zones(columns),
        columns,
        tuple(placed),
        tuple(cards),
        points,
        gridlines,
        tuple(hints),
        counted,
        tuple(additions),
        curves,
    )


def _name(words: str, left: float, width: float, folded: bool, in_full: bool) -> Block:
    """A phase's name in its header."""
    if folded:
        return block(words, left + 18, 0, width - 30, size=12, bold=True, most=4)
    return block(words, left + 24, 0, width - 44, size=14, bold=True, most=LONGEST if in_full else 3)


def columns_of_cards(columns: Sequence[MapColumn], lanes: Collection[Lane], room: float) -> list[int]:
    """How many columns of cards each phase gets; a phase that stands alone, as many as fit side by side."""
    crowds = [_crowd(column, lanes) for column in columns]
    parts = [next((n for n, up_to in enumerate((4, 10, 18, 28, 40), 1) if crowd <= up_to), 6) for crowd in crowds]
    if len(parts) == 1:
        beside = min(ceil(room / WIDEST), max(2, _fullest(columns[0], lanes)))
        return [max(1, min(int(room // NARROWEST), max(beside, *parts)))]
    if sum(parts) == len(parts) and room / max(1, len(parts)) > 2 * NARROWEST:
        parts = [2] * len(parts)
    return parts


def _crowd(column: MapColumn, lanes: Collection[Lane]) -> int:
    """How full a phase is: its touchpoints, or half of its fullest other lane."""
    return max(len(column.feelings), ceil(_fullest(column, lanes) / 2))


def _fullest(column: MapColumn, lanes: Collection[Lane]) -> int:
    """How many cards a phase has in its fullest lane."""
    return max((len(column.cells[lane]) for lane in lanes if lane in column.cells), default=0)


def _points(journey: JourneyMap, edges: list[float], zero: float) -> tuple[PlacedPoint, ...]:
    placed: list[PlacedPoint] = []
    numbers = journey.numbers
    run = 0
    for place, column in enumerate(journey.columns):
        apart = (edges[place + 1] - edges[place]) / max(1, len(column.feelings))
        for step, feeling in enumerate(column.feelings):
            run += feeling.emotion is None
            y = zero - (feeling.emotion or 0) * STEP
            x = edges[place] + apart * (step + 0.5)
            placed.append(PlacedPoint(feeling, numbers[feeling.id], x, y, max(2.5, min(11, apart / 2 - 1)), run))
    return tuple(placed)


def _curve_names(beside: Mapping[str, JourneyMap], y: float, right: float) -> list[Block]:
    """The names of personas' curves in rows, each with room for a piece of its line before it."""
    wide = max(NAMED, min(2 * NAMED, (right - LABELS) / max(1, len(beside))))
    in_a_row = max(1, int((right - LABELS) // wide))
    return [
        block(name, LABELS + wide * (place % in_a_row) + SAMPLE + 18, y + 18 * (place // in_a_row), wide - SAMPLE - 24,
              size=12, bold=True, most=1)
        for place, name in enumerate(beside)
    ]  # fmt: skip


def _curves(
    beside: Mapping[str, JourneyMap], names: Sequence[Block], points: Sequence[PlacedPoint], zero: float
) -> tuple[PlacedCurve, ...]:
    """Where several feel alike their curves lie close together, not on each other."""
    places = {point.feeling.id: point.x for point in points}
    found: list[PlacedCurve] = []
    for number, (name, journey) in enumerate(zip(names, beside.values(), strict=True)):
        run, row, off = 0, [], (number - (len(names) - 1) / 2) * APART
        for feeling in (feeling for column in journey.columns for feeling in column.feelings if feeling.id in places):
            if feeling.emotion is None:
                run += 1
            else:
                row.append((places[feeling.id], zero - feeling.emotion * STEP + off, run))
        found.append(PlacedCurve(name, tuple(row)))
    return tuple(found)


def _zones(columns: tuple[PlacedColumn, ...]) -> tuple[tuple[Zone, Box], ...]:
    """Neighbouring phases of the same zone share one band; phases that are gone have none."""
    bands: list[tuple[Zone, Box]] = []
    for zone, group in groupby((c for c in columns if c.column.phase_id), key=lambda placed: placed.column.zone):
        boxes = [placed.header for placed in group]
        bands.append((zone, Box(boxes[0].x, 0, boxes[-1].right - boxes[0].x, 24)))
    return tuple(bands)
