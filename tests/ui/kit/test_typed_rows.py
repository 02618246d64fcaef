"""Rows that are typed below a table keep their cards, whatever happens to their neighbours."""

from itertools import combinations

import pytest

from ui.kit.typed_rows import RowCells, TypedRow, known_again


def _row(title: str, doing: str | None = None) -> RowCells:
    return {"title": title, "doing": doing, "state": "as is"}


def _seen(before: list[RowCells], now: list[RowCells]) -> list[int | None]:
    """For each row of now, its place before."""
    rows = [TypedRow(str(place), cells, cells) for place, cells in enumerate(before)]
    again = known_again(rows, now, ("title",))
    assert [row.cells for row in again] == now
    assert all(row.sent == (before[int(row.card)] if row.card.isdigit() else {}) for row in again)
    return [int(row.card) if row.card.isdigit() else None for row in again]


@pytest.mark.parametrize("left", [left for size in range(4) for left in combinations(range(4), size)])
def test_the_rows_that_are_left_are_those_that_were_not_deleted(left: tuple[int, ...]) -> None:
    rows = [_row(title) for title in ("a", "b", "c", "d")]
    assert _seen(rows, [rows[place] for place in left]) == list(left)


def test_a_row_is_the_same_while_it_is_typed_on() -> None:
    rows = [_row("a"), _row("b"), _row("c")]
    assert _seen(rows, [_row("a"), _row("B", "reads"), _row("c")]) == [0, 1, 2]
    assert _seen(rows, [_row("A"), _row("B"), _row("C")]) == [0, 1, 2]


def test_what_happened_to_several_rows_before_it_was_told_is_told_apart() -> None:
    rows = [_row("a"), _row("b"), _row("c")]
    assert _seen(rows, [_row("b", "reads"), _row("c")]) == [1, 2]
    assert _seen(rows, [_row("b"), _row("c"), _row("d")]) == [1, 2, None]
    assert _seen(rows, [_row("a"), _row("x"), _row("b"), _row("c", "reads"), _row("d")]) == [0, None, 1, 2, None]


def test_of_two_rows_with_one_title_the_one_with_the_same_cells_is_left() -> None:
    rows = [_row("a", "reads"), _row("a")]
    assert _seen(rows, [_row("a")]) == [1]
