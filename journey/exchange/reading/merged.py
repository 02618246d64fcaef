"""Merged cells: what stands at their top left holds for all rows that they cover; other columns that they cover are left
as they were."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from journey.exchange.guarding.problems import ProblemSeverity
from journey.exchange.layout.labels import title_field
from journey.exchange.layout.recognise import FoundTable
from journey.exchange.layout.report import Job
from journey.exchange.reading.taking import COVERED
from journey.lazy_re import lazy_re

MOST_COVERED = 100_000

_AREA = lazy_re(r"\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})")


@dataclass(frozen=True)
class Area:
    """Merged cells: row numbers, and places from 0; all included."""

    top: int
    left: int
    bottom: int
    right: int


def areas_of(table: FoundTable) -> list[Area]:
    """The merged cells below a table's header."""
    found = (_area(ref) for ref in table.sheet.merged)
    return [area for area in found if area is not None and area.top > table.header_row]


def uncovered_rows(table: FoundTable, job: Job) -> list[tuple[int, list[Any]]]:
    """The rows below the header with the values of merged cells in each row that they cover."""
    areas = areas_of(table)
    if not areas:
        return list(table.rows)
    rows = {number: list(cells) for number, cells in table.rows}
    numbers = sorted(rows)
    fields = {place: field for field, place in table.columns.items()}
    spared = {place for place, field in fields.items() if field in _spared(table)}
    left = MOST_COVERED
    for area in areas:
        first = (rows.get(area.top) or [])[area.left : area.left + 1]
        for number in numbers[bisect_left(numbers, area.top) : bisect_right(numbers, area.bottom)]:
            for place in _places(area, number, fields):
                left -= 1
                if left < 0:
                    return sorted(rows.items())
                same = place == area.left and place not in spared
                _cover(rows[number], place, first[0] if first and same else None)
                _tell_hidden(table, job, number, place, first[0] if first and same else None)
    return sorted(rows.items())


def _spared(table: FoundTable) -> set[str]:
    """Fields that no two rows share: ids, positions and titles."""
    technical = {column.field for column in table.layout.columns if column.cells.technical}
    return {*technical, title_field(table.layout.kind)}


def _places(area: Area, number: int, fields: dict[int, str]) -> Iterator[int]:
    return (p for p in fields if area.left <= p <= area.right and (number, p) != (area.top, area.left))


def _cover(cells: list[Any], place: int, value: Any) -> None:
    """Put the value of merged cells where one holds; elsewhere what still stands there, if anything does."""
    cells.extend([None] * (place + 1 - len(cells)))
    if value is not None:
        cells[place] = value
    elif cells[place] is None:
        cells[place] = COVERED


def _tell_hidden(table: FoundTable, job: Job, number: int, place: int, value: Any) -> None:
    cells = table.row(number)
    hidden = cells[place] if place < len(cells) else None
    if hidden is not None and hidden != value:
        header = next(table.headers[field] for field, at in table.columns.items() if at == place)
        done = "not_used" if value is not None else "used"
        job.report.add(
            ProblemSeverity.NOTE,
            "under_merged",
            table.sheet.name,
            number,
            column=header,
            done=done,
            value=_shown(hidden),
        )


def _shown(value: Any) -> str:
    return str(next(iter(value.values())) if isinstance(value, dict) else value)[:60]


def _area(ref: str) -> Area | None:
    found = _AREA.fullmatch(ref.upper())
    if not found:
        return None
    left, right = (_place(letters) for letters in (found[1], found[3]))
    return Area(int(found[2]), left, int(found[4]), right)


def _place(letters: str) -> int:
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - 64
    return place - 1
