"""Rows and columns of a stranger's sheet of which no card comes: totals, and headings that stand there again."""

from journey.exchange.layout.labels import folded
from journey.exchange.layout.totals import heads_totals, is_total
from journey.exchange.own_sheets.grid import SheetGrid
from journey.exchange.own_sheets.plan import SheetPlan
from journey.exchange.own_sheets.targets import COUNT, PERIOD, PERSONA, PHASE


def rows_without_cards(seen: SheetGrid, plan: SheetPlan) -> dict[int, str]:
    """The rows of a list that are no cards, each with the key of what it is below exchange.problem."""
    if not plan.shape.is_list:
        return {}
    return {row: key for row in range(plan.head + 1, len(seen.rows)) if (key := _no_card(seen, plan, row))}


def columns_of_totals(seen: SheetGrid, plan: SheetPlan) -> frozenset[int]:
    """The columns of a matrix whose head says that they are totals."""
    if plan.shape.is_list or not 0 <= plan.head < len(seen.rows):
        return frozenset()
    return frozenset(c for c in range(plan.labels + 1, seen.width) if heads_totals(seen.spanned(plan.head, c)))


def second_map(seen: SheetGrid, head: int, labels: int) -> int:
    """The row from which on a matrix stands on a sheet once more, with the same phases; how many rows there are where none
    does."""
    phases = _words(seen, head, labels)
    if len(phases) > 1:
        for row in range(head + 1, len(seen.rows)):
            if _words(seen, row, labels) == phases:
                return row - 1 if row - 1 > head and _is_alone(seen, row - 1) else row
    return len(seen.rows)


def _words(seen: SheetGrid, row: int, labels: int) -> dict[int, str]:
    return {c: folded(words) for c in range(labels + 1, seen.width) if (words := seen.words(row, c))}


def _is_alone(seen: SheetGrid, row: int) -> bool:
    """Whether only one cell of a row is filled, as a heading is."""
    return sum(bool(seen.words(row, column)) for column in range(seen.width)) == 1


def _no_card(seen: SheetGrid, plan: SheetPlan, row: int) -> str:
    filled = {column: words for column in range(seen.width) if (words := seen.words(row, column))}
    if plan.head >= 0:
        again = sum(folded(words) == folded(seen.words(plan.head, column)) for column, words in filled.items())
        if again > 1 and 2 * again > len(filled):
            return "header_again"
    return "total_row" if _is_of_totals(seen, plan, row, filled) else ""


def _is_of_totals(seen: SheetGrid, plan: SheetPlan, row: int, filled: dict[int, str]) -> bool:
    texts = [
        words for column, words in filled.items() if isinstance(seen.raw(row, column), str) and not _is_number(words)
    ]
    if texts:
        return all(map(is_total, texts))
    said = {plan.targets.get(column) for column in filled}
    named = any(seen.spanned(row, column) for column, target in plan.targets.items() if target in (PHASE, PERSONA))
    return plan.kind == "counts" and COUNT in said and PERIOD not in said and not named


def _is_number(words: str) -> bool:
    return not any(letter.isalpha() for letter in words)
