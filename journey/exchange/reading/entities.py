"""From rows to cards: the cells of each row, and what the card's type says to them."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationError

from journey.exchange.guarding.problems import ProblemSeverity
from journey.exchange.layout.cells import IdCells
from journey.exchange.layout.columns import Column
from journey.exchange.layout.meanings import Meanings
from journey.exchange.layout.names import Unfit
from journey.exchange.layout.recognise import FoundTable
from journey.exchange.layout.report import Job
from journey.exchange.reading.rows import Row
from journey.exchange.reading.taking import Parsed, Place, Reader, missing_phase, take_cell
from journey.model import COLLECTIONS, Value, clean_text

AnyValue = TypeVar("AnyValue", bound=Value)


@dataclass(frozen=True)
class _Columns:
    """What is to be done in each row of a table: the columns to take, those that are not there, the phases that no card
    goes without, and the ids of everything that is there."""

    there: tuple[tuple[Column, int, Reader], ...]
    missing: tuple[str, ...]
    phases: tuple[str, ...]
    ids: Container[str]


def parsed_rows(table: FoundTable, rows: Sequence[Row], meanings: Meanings, job: Job) -> list[Parsed]:
    """The values of a table's rows."""
    fields = [column for column in table.layout.columns if column.field != "id"]
    fields.sort(key=lambda column: not isinstance(column.cells, IdCells))
    nameless = not any(row.known for row in rows)
    columns = _Columns(
        there=tuple((c, table.columns[c.field], _reader(c, meanings)) for c in fields if c.field in table.columns),
        missing=tuple(c.field for c in fields if c.field not in table.columns and c.field != "rank"),
        phases=table.layout.phases,
        ids=meanings.kinds,
    )
    found = [_parsed(table, row, columns, job, bool(job.base) and nameless) for row in rows]
    return [parsed for parsed in found if not parsed.dropped]


def _reader(column: Column, meanings: Meanings) -> Reader:
    moved = column.cells.moved(meanings)
    return Reader(column.cells.take(meanings), column.cells.take(meanings.as_written()) if moved else None)


def _parsed(table: FoundTable, row: Row, columns: _Columns, job: Job, nameless: bool) -> Parsed:
    before = job.base.find(row.id) if job.base else None
    parsed = Parsed(row, {}, before=before if isinstance(before, COLLECTIONS[table.layout.kind]) else None)
    parsed.written = nameless and parsed.before is None
    cells, values, count = row.cells, parsed.values, len(row.cells)
    where = Place(
        job.report, table.sheet.name, row.number, table.headers, table.layout.kind, columns.ids, job.base is not None
    )
    for column, place, reader in columns.there:
        raw = cells[place] if place < count else None
        if type(raw) is str:
            if column.cells.free:
                values[column.field] = raw
                continue
            if not raw.strip():
                continue
        if raw is not None:
            take_cell(parsed, column, raw, reader, where)
    for name in columns.missing:
        if parsed.before is not None and hasattr(parsed.before, name):
            values[name] = getattr(parsed.before, name)
    for name in columns.phases:
        if name not in values and not parsed.dropped:
            missing_phase(parsed, name, where)
    parsed.rank = values.pop("rank", None)
    return parsed


def checked(type_: type[AnyValue], values: dict[str, Any], before: Value | None, where: Place) -> AnyValue | None:
    """A value of its type; None when something that it needs is missing. What the type refuses is cut, or replaced by
    what was there before."""
    for _ in range(3):
        try:
            return type_.model_validate(values)
        except ValidationError as error:
            problems = error.errors(include_url=False)
        for problem in problems:
            _mend(values, before, problem, where)
    where.report.add(ProblemSeverity.ERROR, "row_unusable", where.sheet, where.row, done="skipped")
    return None


def _mend(values: dict[str, Any], before: Value | None, problem: Any, where: Place) -> None:
    name = str(problem["loc"][0])
    if problem["type"] == "too_long" and isinstance(values[name], str):
        limit = int(problem["ctx"]["max_length"])
        values[name] = str(clean_text(values[name]))[:limit]
        where.tell(ProblemSeverity.ERROR, Unfit("too_long", limit=str(limit)), name, "cut")
    elif problem["type"] == "missing":
        if before is not None:
            values[name] = getattr(before, name)
            where.tell(ProblemSeverity.NOTE, Unfit("needed"), name, "kept")
    else:
        held = values.pop(name, None)
        if before is not None and getattr(before, name) != held:
            values[name] = getattr(before, name)
        where.tell(
            ProblemSeverity.ERROR,
            Unfit("out_of_range", value=str(held)[:60]),
            name,
            "kept" if name in values else "left_out",
        )
