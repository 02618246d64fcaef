"""What nothing came of: columns and lanes that fill nothing, cells above the head, formulas without a result."""

from journey.exchange.guarding.problems import ProblemSeverity
from journey.exchange.own_sheets.grid import SheetGrid, SheetSpot, is_lost
from journey.exchange.own_sheets.marks import MarkKind
from journey.exchange.own_sheets.no_cards import columns_of_totals, rows_without_cards, second_map
from journey.exchange.own_sheets.plan import SheetPlan, SheetShape
from journey.exchange.own_sheets.sheet_cards import SheetCards
from journey.exchange.own_sheets.targets import LANE


def tell_leftovers(into: SheetCards, seen: SheetGrid, plan: SheetPlan) -> None:
    """Mark every cell that is not marked yet, and tell what nothing comes of."""
    _mark_headings(into, seen, plan)
    untold = dict[int, list[SheetSpot]]()
    for row in range(len(seen.rows)):
        for column in range(seen.width):
            if is_lost(seen.raw(row, column)):
                _lost(into, seen, (row, column))
            elif seen.words(row, column) and not _is_marked(into, seen, (row, column)):
                into.mark((row, column), MarkKind.LEFT)
                if not plan.shape.is_list and column < plan.labels and row > plan.head:
                    words = seen.words(row, column)
                    into.tell("sheet_beside", (row, column), ProblemSeverity.NOTE, "not_used", value=words)
                    continue
                place = column if plan.shape.is_list else row
                untold.setdefault(place if row > plan.head else -1 - row, []).append((row, column))
    for place, spots in untold.items():
        _tell(into, seen, plan, place, spots)
    if into.grid.cut:
        into.tell("sheet_rows_cut", (len(seen.rows) - 1, 0), count=str(into.grid.cut))


def tell_no_cards(into: SheetCards, seen: SheetGrid, plan: SheetPlan) -> None:
    """Mark the rows and columns of totals, headings that stand there again and a second map, and tell of each."""
    for row, key in rows_without_cards(seen, plan).items():
        spots = [(row, column) for column in range(seen.width) if seen.words(row, column)]
        _told(into, seen, key, spots)
    for column in sorted(columns_of_totals(seen, plan)):
        rows = (plan.head, *plan.targets)
        _told(into, seen, "sheet_total", [(row, column) for row in rows if seen.words(row, column)])
    if not plan.shape.is_list and 0 <= plan.head < len(seen.rows):
        below = range(second_map(seen, plan.head, plan.labels), len(seen.rows))
        _told(into, seen, "sheet_second_map", [(r, c) for r in below for c in range(seen.width) if seen.words(r, c)])


def _told(into: SheetCards, seen: SheetGrid, key: str, spots: list[SheetSpot]) -> None:
    for spot in spots:
        into.mark(spot, MarkKind.LEFT)
    if spots:
        into.tell(key, spots[0], ProblemSeverity.NOTE, value=" · ".join(seen.words(*spot) for spot in spots))


def _mark_headings(into: SheetCards, seen: SheetGrid, plan: SheetPlan) -> None:
    if plan.shape.is_list:
        spots = (
            [((plan.head, place), plan.targets.get(place, "")) for place in range(seen.width)] if plan.head >= 0 else []
        )
    else:
        below = (
            range(plan.head, second_map(seen, plan.head, plan.labels)) if 0 <= plan.labels < seen.width else range(0)
        )
        spots = [((row, plan.labels), plan.targets.get(row, "")) for row in below]
    for spot, target in spots:
        if seen.words(*spot):
            into.mark(spot, MarkKind.LABEL, target)
    for place in (place for place, target in plan.targets.items() if target == LANE):
        for row in range(plan.head + 1, len(seen.rows)):
            if seen.words(row, place):
                into.mark((row, place), MarkKind.LABEL, LANE)


def _is_marked(into: SheetCards, seen: SheetGrid, spot: SheetSpot) -> bool:
    return (spot if seen.turned == into.grid.turned else spot[::-1]) in into.marks


def _lost(into: SheetCards, seen: SheetGrid, spot: SheetSpot) -> None:
    raw = seen.raw(*spot)
    into.mark(spot, MarkKind.LEFT)
    if "error" in raw:
        into.tell("error_value", spot, done="not_used", value=str(raw["error"]))
    else:
        into.tell("no_result", spot, done="not_used")


def _tell(into: SheetCards, seen: SheetGrid, plan: SheetPlan, place: int, spots: list[SheetSpot]) -> None:
    words = seen.words(*spots[0])
    if place < 0:
        into.tell("sheet_above", spots[0], severity=ProblemSeverity.NOTE, done="not_used", value=words)
    elif plan.shape.is_list:
        heading = seen.words(plan.head, place) if plan.head >= 0 else ""
        key = "sheet_column_left" if plan.shape is SheetShape.ROWS else "sheet_lane_left"
        into.tell(key, spots[0], done="not_used", value=heading or words, count=str(len(spots)))
    else:
        label = plan.label(seen, place)
        into.tell("sheet_lane_left", spots[0], done="not_used", value=label or words, count=str(len(spots)))
