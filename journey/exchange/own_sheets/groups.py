"""What belongs together on a sheet: the cells of a row, of a column of a matrix, or of all rows of a phase, with their phase."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from journey.exchange.own_sheets.counted_periods import heads_periods
from journey.exchange.own_sheets.grid import SheetGrid, SheetSpot
from journey.exchange.own_sheets.no_cards import columns_of_totals, rows_without_cards
from journey.exchange.own_sheets.plan import SheetPlan
from journey.exchange.own_sheets.sheet_phases import is_phase
from journey.exchange.own_sheets.targets import (
    CHANNEL,
    COUNT,
    EMOTION,
    GOAL,
    LANE,
    LANES,
    PERIOD,
    PERSONA,
    PHASE,
    TEXT,
    is_whole_name,
    target_named,
)

_ABOVE = ("beside", "personas")
OF_ALL = {"touchpoints.owner", "touchpoints.measurability", "touchpoints.state"}
"""What a lane of a matrix says of every touchpoint above it; other texts belong to the first one."""
_FOR_EACH = {EMOTION, CHANNEL, PERSONA, *OF_ALL}
"""What a merged cell says of each card that it covers; other texts stand once."""


@dataclass(frozen=True)
class SheetPiece:
    """A cell with something in it, and what it shall fill. `wide`: in a matrix it is merged over several columns. `whose`: the name of
    the persona whose lane or column it is in."""

    spot: SheetSpot
    target: str
    words: str
    raw: Any
    wide: bool = False
    whose: str = ""


@dataclass(frozen=True)
class Group:
    """Cells that belong together, in a phase by the words of the sheet ("" for none). `several`: each of its cells may
    hold several cards."""

    phase: str
    pieces: tuple[SheetPiece, ...]
    several: bool


def groups_of(seen: SheetGrid, plan: SheetPlan, whose: Mapping[int, str]) -> list[Group]:
    """The groups of a sheet in its order, as the plan reads it. `whose` are the personas of lanes that are somebody's."""
    if not plan.shape.is_list:
        totals = columns_of_totals(seen, plan)
        places = (place for place in range(plan.labels + 1, seen.width) if place not in totals)
        columns = (_column(seen, plan, column, whose) for column in places)
        return [group for group in columns if group.pieces]
    if LANE in plan.targets.values():
        return _by_lane(seen, plan)
    return list(_rows(seen, plan, whose))


def above(seen: SheetGrid, plan: SheetPlan) -> list[tuple[SheetSpot, SheetPiece]]:
    """What stands above the head: persona and goals of the whole journey, each with the place of its name, beside or behind
    which it stands."""
    found: list[tuple[SheetSpot, SheetPiece]] = []
    for row in range(max(plan.head, 0)):
        column = next((place for place in range(seen.width) if seen.words(row, place)), None)
        if column is None:
            continue
        heading, mark, rest = seen.words(row, column).partition(":")
        target = target_named(heading, _ABOVE)
        if target not in (PERSONA, GOAL) and not target.startswith("personas."):
            continue
        if mark and rest.strip():
            found.append(((row, column), SheetPiece((row, column), target, rest.strip(), rest.strip())))
        else:
            beside = next((place for place in range(column + 1, seen.width) if seen.words(row, place)), None)
            if beside is not None:
                piece = SheetPiece((row, beside), target, seen.words(row, beside), seen.raw(row, beside))
                found.append(((row, column), piece))
    return [*found, *_in_corner(seen, plan)]


def _in_corner(seen: SheetGrid, plan: SheetPlan) -> list[tuple[SheetSpot, SheetPiece]]:
    """The persona that is named where the lanes' names and the phases meet."""
    spot = plan.head, plan.labels
    if plan.shape.is_list or not (0 <= plan.head < len(seen.rows) and 0 <= plan.labels < seen.width):
        return []
    words = seen.words(*spot)
    heading, _, rest = words.partition(":")
    if target_named(heading, _ABOVE) != PERSONA or is_whole_name(words, "personas"):
        return []
    name = rest.strip() or words
    return [(spot, SheetPiece(spot, PERSONA, name, name))]


def phase_spots(seen: SheetGrid, plan: SheetPlan) -> dict[SheetSpot, str]:
    """Where phases are named, in whose words."""
    if not plan.shape.is_list:
        totals = columns_of_totals(seen, plan)
        places = (column for column in range(plan.labels + 1, seen.width) if column not in totals)
        spots: list[SheetSpot] = [(plan.head, column) for column in places]
    else:
        column = next((place for place, target in plan.targets.items() if target == PHASE), None)
        strays = rows_without_cards(seen, plan)
        rows = (row for row in range(plan.head + 1, len(seen.rows)) if row not in strays)
        spots = [] if column is None else [(row, column) for row in rows]
    return {
        spot: " ".join(words.split()) for spot in spots if spot[0] < len(seen.rows) and (words := seen.words(*spot))
    }


def _column(seen: SheetGrid, plan: SheetPlan, column: int, whose: Mapping[int, str]) -> Group:
    pieces = []
    for row, target in plan.targets.items():
        if row < len(seen.rows) and row > plan.head:
            spot = _holder(seen, (row, column), target)
            if spot[1] > plan.labels and (words := seen.words(*spot)):
                wide = seen.covered.get((row, column + 1)) == spot
                pieces.append(SheetPiece(spot, target, words, seen.raw(*spot), wide, whose.get(row, "")))
                if target == COUNT and heads_periods(seen, plan.head, plan.labels):
                    label = row, plan.labels
                    pieces.append(SheetPiece(label, PERIOD, seen.words(*label), seen.raw(*label)))
    return Group(phase_above(seen, plan, column), tuple(pieces), several=True)


def _holder(seen: SheetGrid, spot: SheetSpot, target: str) -> SheetSpot:
    """The cell that says something for this one: where it holds for each of several, the merged one that covers it."""
    return seen.covered.get(spot, spot) if target in _FOR_EACH else spot


def phase_above(seen: SheetGrid, plan: SheetPlan, column: int) -> str:
    """The phase of a column of a matrix: the words above it, or the nearest ones to the left."""
    words = (seen.spanned(plan.head, place) for place in range(column, plan.labels, -1))
    return " ".join(next(filter(None, words), "").split())


def _rows(seen: SheetGrid, plan: SheetPlan, whose: Mapping[int, str]) -> Iterator[Group]:
    fields = {place: target for place, target in plan.targets.items() if target != PHASE and place < seen.width}
    for row, phase in _phased(seen, plan):
        spots = ((_holder(seen, (row, p), target), target, whose.get(p, "")) for p, target in fields.items())
        pieces = tuple(
            SheetPiece(spot, target, words, seen.raw(*spot), whose=name)
            for spot, target, name in spots
            if spot[0] > plan.head and (words := seen.words(*spot))
        )
        if any(seen.words(row, place) for place in fields):
            yield Group(phase, pieces, several=False)


def _phased(seen: SheetGrid, plan: SheetPlan) -> Iterator[tuple[int, str]]:
    """The rows below the head with their phases; an empty cell goes on with the phase above it, and so do the rows below a
    phase that stands alone in its row."""
    place = next((column for column, target in plan.targets.items() if target == PHASE), None)
    phase, strays = "", rows_without_cards(seen, plan)
    for row in range(plan.head + 1, len(seen.rows)):
        if row in strays:
            continue
        filled = [column for column in range(seen.width) if seen.words(row, column)]
        if place is not None:
            phase = seen.spanned(row, place) or phase
        elif len(filled) == 1 and seen.width > 1 and is_phase(seen.words(row, filled[0])):
            phase = seen.words(row, filled[0])
            continue
        yield row, " ".join(phase.split())


def _by_lane(seen: SheetGrid, plan: SheetPlan) -> list[Group]:
    """The rows of each phase together: each says itself to which lane its words belong."""
    lane, text = (next((p for p, target in plan.targets.items() if target == each), -1) for each in (LANE, TEXT))
    pieces: dict[str, list[SheetPiece]] = {}
    for row, phase in _phased(seen, plan):
        if words := seen.words(row, text):
            target = target_named(seen.spanned(row, lane), LANES)
            pieces.setdefault(phase, []).append(SheetPiece((row, text), target, words, seen.raw(row, text)))
    return [Group(phase, tuple(each), several=True) for phase, each in pieces.items()]
