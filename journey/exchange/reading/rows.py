"""The rows of a found table with their ids: kept, matched with what was there before, or new."""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from typing import Any

from journey.exchange.guarding.problems import ProblemSeverity
from journey.exchange.layout.cells import take_id, take_text
from journey.exchange.layout.labels import bracketed, folded, title_field, title_of
from journey.exchange.layout.lists import IDS
from journey.exchange.layout.names import Unfit
from journey.exchange.layout.recognise import Found, FoundTable
from journey.exchange.layout.report import Job
from journey.model import Workshop, clean_line, new_id


@dataclass
class Row:
    """A row with something in it. `id` is its card's, first as it stands there; `known` says that the workbook itself
    named it."""

    number: int
    cells: list[Any]
    id: str
    known: bool = True


def cell(row: Row, place: int | None) -> Any:
    """The row's value in a column; None for an empty cell, and for a column that is not there."""
    value = row.cells[place] if place is not None and place < len(row.cells) else None
    empty = not value.strip() if isinstance(value, str) else isinstance(value, dict) and "covered" in value
    return None if empty else value


def row_of(number: int, cells: list[Any], table: FoundTable) -> Row:
    """A row with the id that was written into it; what a formula gives (a total, for example) is none."""
    row = Row(number, cells, "")
    place = table.columns.get("id")
    value = cell(row, place)
    if isinstance(value, str | int | float) and (number, place) not in table.sheet.formulas:
        row.id = str(value)
    row.known = bool(row.id)
    return row


@dataclass(frozen=True)
class Before:
    """What the cards of a table were called, folded, by id; `same` where the workbook is of the workshop that is open."""

    called: Mapping[str, Container[str]]
    same: bool


def called_before(kind: str, found: Found, base: Workshop | None) -> dict[str, set[str]]:
    """What a kind's cards were called, folded, by id: when the workbook was written, and in the workshop that is open."""
    called = {entity.id: {folded(title_of(entity))} for entity in base.collection(kind)} if base else {}
    for label, entity_id in zip(found.lists.get(kind, ()), found.lists.get(kind + IDS, ()), strict=False):
        called.setdefault(entity_id, set()).add(folded(label.removesuffix(bracketed(entity_id))))
    return called


def rows_of_table(table: FoundTable, rows: list[Row], taken: set[str], before: Before, job: Job) -> list[Row]:
    """The rows of a table that are cards, with their ids. Ids that are taken already are replaced by new ones; the others
    are added to `taken`."""
    technical = {table.columns.get(column.field) for column in table.layout.columns if column.cells.technical}
    filled = [row for row in rows if _content(row, table, technical)]
    for row in rows:
        if not _content(row, table, technical) and cell(row, table.columns.get("id")) is not None:
            job.report.add(ProblemSeverity.NOTE, "emptied_row", table.sheet.name, row.number)
    _identify(filled, table, job)
    grouped = table.layout.kind == "models"
    doubles = [] if grouped else _doubles(filled, table, before)
    if job.base is not None:
        _recognise(filled, table, job.base, before, job)
    for row, double in doubles:
        if not row.id:
            _tell_double(row, double, table, job)
    if grouped:
        _join_phases(filled, table)
    used: set[str] = set()
    for row in filled:
        if row.id and row.id in taken and not (grouped and row.id in used):
            _tell_double(row, row.id, table, job)
            row.id, row.known = "", False
        row.id = row.id or new_id()
        taken.add(row.id)
        used.add(row.id)
    return filled


def _tell_double(row: Row, double: str, table: FoundTable, job: Job) -> None:
    header, sheet = table.headers.get("id", ""), table.sheet.name
    job.report.add(ProblemSeverity.NOTE, "double_id", sheet, row.number, column=header, value=double)


def _doubles(rows: list[Row], table: FoundTable, before: Before) -> list[tuple[Row, str]]:
    """Take the id from all rows but one of those that have the same: the one that is called as before keeps it, else the
    first."""
    place = table.columns.get(title_field(table.layout.kind))
    same: dict[str, list[Row]] = {}
    for row in rows:
        if row.id:
            same.setdefault(row.id, []).append(row)
    found = []
    for double, group in same.items():
        names = before.called.get(double, ())
        owner = next((row for row in group if folded(str(cell(row, place) or "")) in names), group[0])
        for row in group:
            if row is not owner:
                row.id, row.known = "", False
                found.append((row, double))
    return found


def _content(row: Row, table: FoundTable, technical: set[int | None]) -> bool:
    places = (place for place in table.columns.values() if place not in technical or table.layout.kind == "models")
    return any(cell(row, place) is not None for place in places)


def _identify(rows: list[Row], table: FoundTable, job: Job) -> None:
    """Give rows the ids of their cells; where no row has one, the ids of what was called so before."""
    place = table.columns.get("id")
    for row in rows:
        raw = cell(row, place) if row.known else None
        row.id = ""
        try:
            if raw is not None:
                row.id = take_id(raw)
        except Unfit as problem:
            header, sheet = table.headers["id"], table.sheet.name
            job.report.add(
                ProblemSeverity.NOTE, problem.key, sheet, row.number, column=header, done="new_id", **problem.values
            )
        row.known = bool(row.id)


def _recognise(rows: list[Row], table: FoundTable, base: Workshop, before: Before, job: Job) -> None:
    """Rows without an id, and with one that nobody knows, are the cards of before that are called so and stand in no other
    row. What cannot be told from titles is asked about."""
    kind, sheet, name = table.layout.kind, table.sheet.name, title_field(table.layout.kind)
    used = {row.id for row in rows if row.id}
    grouped = kind == "models"
    if not name or (grouped and used):
        return
    if grouped:
        _recognise_by_phases(rows, table, base)
        used = {row.id for row in rows if row.id}
    free: dict[str, list[str]] = {}
    for entity in base.collection(kind):
        if entity.id not in used:
            free.setdefault(folded(title_of(entity)), []).append(entity.id)
    held = {entity.id for entity in base.collection(kind)}
    foreign = used if before.same or used & held else set()
    strangers = []
    for row in rows:
        if row.id and (row.id in held or row.id not in foreign):
            continue
        title = str(cell(row, table.columns.get(name)) or "")
        ids = free.get(folded(title), [])
        if not ids or (used and not title) or (grouped and len(ids) > 1):
            strangers += [(row, title)] if not row.id else []
            continue
        if len(ids) > 1:
            job.report.add(ProblemSeverity.NOTE, "several_called_so", sheet, row.number, value=title[:60])
        elif used:
            job.report.add(ProblemSeverity.NOTE, "known_by_title", sheet, row.number, value=title[:60])
        row.id = ids[0] if grouped else ids.pop(0)
    left = sum(map(len, free.values()))
    if used or grouped or not left:
        return
    for row, title in strangers:
        job.report.add(ProblemSeverity.NOTE, "new_or_renamed", sheet, row.number, value=title[:60], done="new_id")


def _recognise_by_phases(rows: list[Row], table: FoundTable, base: Workshop) -> None:
    """Rows of models are of the model of before whose phases' ids they have."""
    owners = {phase.id: model.id for model in base.models for phase in model.phases}
    for row in rows:
        row.id = row.id or owners.get(str(cell(row, table.columns.get("phase_id"))), "")


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
