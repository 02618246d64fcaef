"""The rows of a found table with their ids: kept, matched with what was there before, or new."""

from dataclasses import dataclass
from typing import Any

from journey.exchange.labels import folded, title_field, title_of
from journey.exchange.layout import Kind
from journey.exchange.names import Unfit
from journey.exchange.parse import take_id, take_text
from journey.exchange.problems import Problem, Severity
from journey.exchange.recognise import FoundTable
from journey.model import Workshop, clean_line, new_id

MOST_PROBLEMS = 500


class Report:
    """Collects problems; after MOST_PROBLEMS it only counts."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.uncounted = 0

    def add(
        self,
        severity: Severity,
        key: str,
        sheet: str = "",
        row: int = 0,
        *,
        column: str = "",
        done: str = "",
        **values: str,
    ) -> None:
        """Note a problem (see Problem)."""
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(Problem(severity, key, sheet, row, column, tuple(values.items()), done))
        else:
            self.uncounted += 1

    def all(self) -> tuple[Problem, ...]:
        """Every problem, and how many more there were."""
        if not self.uncounted:
            return tuple(self.problems)
        return (*self.problems, Problem(Severity.NOTE, "more", values=(("count", str(self.uncounted)),)))


@dataclass(frozen=True)
class Job:
    """What a reading has to do with: the workshop that the file may be a copy of, and where problems go."""

    base: Workshop | None
    report: Report


@dataclass
class Row:
    """A row with something in it. `id` is its card's; `known` says that the workbook itself named it."""

    number: int
    cells: list[Any]
    id: str
    known: bool = True


def cell(row: Row, place: int | None) -> Any:
    """The row's value in a column; None for an empty cell, and for a column that is not there."""
    value = row.cells[place] if place is not None and place < len(row.cells) else None
    return None if isinstance(value, str) and not value.strip() else value


def rows_of_table(table: FoundTable, taken: set[str], job: Job) -> list[Row]:
    """The table's rows. Ids that are taken already are replaced by new ones; the others are added to `taken`."""
    technical = {table.columns.get(column.field) for column in table.layout.columns if column.kind in _TECHNICAL}
    rows = [Row(number, cells, "") for number, cells in table.rows if any(c is not None for c in cells)]
    filled = [row for row in rows if _content(row, table, technical)]
    for row in rows:
        if not _content(row, table, technical) and cell(row, table.columns.get("id")) is not None:
            job.report.add(Severity.NOTE, "emptied_row", table.sheet.name, row.number)
    _identify(filled, table, job)
    grouped = table.layout.kind == "models"
    if grouped:
        _join_phases(filled, table)
    used: set[str] = set()
    for row in filled:
        if row.id and row.id in taken and not (grouped and row.id in used):
            job.report.add(
                Severity.NOTE,
                "double_id",
                table.sheet.name,
                row.number,
                column=table.headers.get("id", ""),
                value=row.id,
            )
            row.id, row.known = "", False
        row.id = row.id or new_id()
        taken.add(row.id)
        used.add(row.id)
    return filled


_TECHNICAL = (Kind.ID, Kind.RANK)


def _content(row: Row, table: FoundTable, technical: set[int | None]) -> bool:
    places = (place for place in table.columns.values() if place not in technical or table.layout.kind == "models")
    return any(cell(row, place) is not None for place in places)


def _identify(rows: list[Row], table: FoundTable, job: Job) -> None:
    """Give rows the ids of their cells; where no row has one, the ids of what was called so before."""
    place = table.columns.get("id")
    for row in rows:
        raw = cell(row, place)
        try:
            row.id = take_id(raw) if raw is not None else ""
        except Unfit as problem:
            header, sheet = table.headers["id"], table.sheet.name
            job.report.add(
                Severity.NOTE, problem.key, sheet, row.number, column=header, done="new_id", **problem.values
            )
        row.known = bool(row.id)
    field = title_field(table.layout.kind)
    base = job.base
    if base is None or not field or any(row.id for row in rows):
        return
    called: dict[str, list[str]] = {}
    for entity in base.collection(table.layout.kind):
        called.setdefault(folded(title_of(entity)), []).append(entity.id)
    for row in rows:
        ids = called.get(folded(str(cell(row, table.columns.get(field)) or "")), [])
        if ids and (len(ids) == 1 or table.layout.kind != "models"):
            row.id = ids.pop(0) if table.layout.kind != "models" else ids[0]


def _join_phases(rows: list[Row], table: FoundTable) -> None:
    """Phases without a model id belong to the model of their name, or to the one above."""
    place = table.columns.get("name")
    called: dict[str, str] = {}
    for row in rows:
        name = folded(str(cell(row, place) or ""))
        if row.id and name:
            called.setdefault(name, row.id)
    above = ""
    for row in rows:
        name = folded(str(cell(row, place) or ""))
        if not row.id:
            row.id = called.setdefault(name, new_id()) if name else above or new_id()
        above = row.id


def titles(rows: list[Row], table: FoundTable, base: Workshop | None) -> list[tuple[str, str]]:
    """The ids of a table's rows with what they are called."""
    place = table.columns.get(title_field(table.layout.kind))
    if place is None and base is not None:
        return [(row.id, title_of(found) if (found := base.find(row.id)) else "") for row in rows]
    return [(row.id, _title(cell(row, place))) for row in rows]


def _title(raw: Any) -> str:
    try:
        taken = take_text(raw) if raw is not None else ""
    except Unfit:
        return ""
    return str(clean_line(taken if isinstance(taken, str) else taken.value))
