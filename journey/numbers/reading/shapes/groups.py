"""Tables in groups, as printed lists and merged cells leave them: what all rows of a group have in common stands in its first
row only, on the left, and the cells below are empty."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from journey.numbers.reading.columns.looks import ColumnLook
from journey.numbers.reading.plan import Role

_MOST_FILLED, _FULL, _FEWEST_GROUPS = 0.6, 0.9, 2
"""Where fewer cells are empty, some are only missing."""


def told_once(
    columns: Sequence[ColumnLook], rows: Sequence[Sequence[str]], roles: Mapping[str, str]
) -> tuple[str, ...]:
    """The leading columns that stand in the first row of each group only, the case among them; () for any other table. Each
    case stands in one row, the first row names one, and rows below have a time of their own. Ids that come again, or that
    the first rows lack, are those of people who were not always known."""
    place = {column.name: number for number, column in enumerate(columns)}
    case, time = place.get(roles.get(Role.CASE, ""), -1), place.get(roles.get(Role.TIME, ""), -1)
    if case < 0 or time <= case or len(rows) < 2 or columns[case].filled > _MOST_FILLED or columns[case].repeats:
        return ()
    gaps = [not row[case].strip() for row in rows]
    below = [row for row, gap in zip(rows, gaps, strict=True) if gap]
    groups = sum(gap and not before for before, gap in pairwise(gaps))
    dated = sum(bool(row[time].strip()) for row in below)
    if gaps[0] or groups < _FEWEST_GROUPS or dated < _FULL * len(below):
        return ()
    leading = range(case + 1)
    if not all(columns[one].filled > _FULL or _gaps(rows, one) == gaps for one in leading):
        return ()
    return tuple(columns[one].name for one in leading if _gaps(rows, one) == gaps)


def filled_down(
    rows: Iterable[tuple[int, Sequence[str]]], places: Sequence[int]
) -> Iterator[tuple[int, Sequence[str]]]:
    """Rows with their numbers, whose empty cells at some places hold what stands above them."""
    held: dict[int, str] = {}
    for line, cells in rows:
        filled = list(cells)
        for place in places:
            if place < len(filled) and filled[place].strip():
                held[place] = filled[place]
            elif place < len(filled):
                filled[place] = held.get(place, "")
        yield line, filled


def with_groups_filled(rows: Sequence[Sequence[str]], places: Sequence[int]) -> list[tuple[str, ...]]:
    """The same for rows without numbers."""
    return [tuple(cells) for _, cells in filled_down(enumerate(rows), places)]


def _gaps(rows: Sequence[Sequence[str]], place: int) -> list[bool]:
    return [not row[place].strip() for row in rows]
