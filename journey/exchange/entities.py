"""From rows to cards: every cell that fits is taken; where one does not, what was there before stays, and that is said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pydantic import ValidationError

from journey.exchange.layout import PHASES, Column, Kind
from journey.exchange.names import Unfit
from journey.exchange.parse import Noted, Take
from journey.exchange.problems import Severity
from journey.exchange.recognise import FoundTable
from journey.exchange.rows import Job, Report, Row
from journey.exchange.takers import Meanings, statement_of, taker
from journey.model import COLLECTIONS, Entity, Value, clean_text

AnyValue = TypeVar("AnyValue", bound=Value)


@dataclass
class Parsed:
    """A row's card before it is checked as a whole: values by field, and what it was before (None: new)."""

    row: Row
    values: dict[str, Any]
    rank: float | None = None
    before: Entity | None = None


@dataclass(frozen=True)
class Place:
    """Where a value stands, for problems."""

    report: Report
    sheet: str
    row: int
    headers: Mapping[str, str] = field(default_factory=dict)

    def tell(self, severity: Severity, problem: Unfit, field_name: str, done: str = "") -> None:
        """Report a problem with a field."""
        header = self.headers.get(field_name, "")
        self.report.add(severity, problem.key, self.sheet, self.row, column=header, done=done, **problem.values)


@dataclass(frozen=True)
class _Columns:
    """What is to be done in each row of a table: the columns to take, those that are not there, and the phases that
    stand in where one is missing."""

    there: tuple[tuple[Column, int, Take], ...]
    missing: tuple[str, ...]
    phases: tuple[str, ...]
    first_phase: str


def parsed_rows(table: FoundTable, rows: Sequence[Row], meanings: Meanings, job: Job) -> list[Parsed]:
    """The values of a table's rows."""
    fields = [column for column in table.layout.columns if column.field != "id"]
    needed = COLLECTIONS[table.layout.kind].model_fields
    columns = _Columns(
        there=tuple((c, table.columns[c.field], taker(c, meanings)) for c in fields if c.field in table.columns),
        missing=tuple(c.field for c in fields if c.field not in table.columns and c.kind is not Kind.RANK),
        phases=tuple(c.field for c in fields if c.target == PHASES and needed[c.field].is_required()),
        first_phase=next(iter(meanings.names[PHASES].layers[0].exact.values())) if PHASES in meanings.names else "",
    )
    return [_parsed(table, row, columns, job) for row in rows]


def _parsed(table: FoundTable, row: Row, columns: _Columns, job: Job) -> Parsed:
    before = job.base.find(row.id) if job.base else None
    parsed = Parsed(row, {}, before=before if isinstance(before, COLLECTIONS[table.layout.kind]) else None)
    cells, values, count = row.cells, parsed.values, len(row.cells)
    where = Place(job.report, table.sheet.name, row.number, table.headers)
    for column, place, take in columns.there:
        raw = cells[place] if place < count else None
        if type(raw) is str:
            if column.kind in _FREE:
                values[column.field] = raw
                continue
            if not raw.strip():
                continue
        if raw is not None:
            take_cell(parsed, column, raw, take, where)
    for name in columns.missing:
        if parsed.before is not None and hasattr(parsed.before, name):
            values[name] = getattr(parsed.before, name)
    for name in columns.phases:
        if name not in values:
            _missing_phase(parsed, name, columns.first_phase, where)
    parsed.rank = values.pop("rank", None)
    return parsed


_FREE = (Kind.LINE, Kind.TEXT)


def take_cell(parsed: Parsed, column: Column, raw: Any, take: Take, where: Place) -> None:
    """Read one cell that is not empty into `parsed.values`."""
    try:
        value = take(raw)
    except Unfit as problem:
        if parsed.before is not None and hasattr(parsed.before, column.field):
            parsed.values[column.field] = getattr(parsed.before, column.field)
            where.tell(Severity.ERROR, problem, column.field, "kept")
        else:
            where.tell(Severity.ERROR, problem, column.field, "left_out")
        return
    if type(value) is Noted:
        for note in value.notes:
            where.tell(Severity.NOTE, note, column.field)
        for lost in value.lost:
            where.tell(Severity.ERROR, lost, column.field, "left_out")
        value = value.value
    parsed.values[column.field] = value


def _missing_phase(parsed: Parsed, name: str, phase: str, where: Place) -> None:
    parsed.values[name] = getattr(parsed.before, name) if parsed.before is not None else phase
    done = "kept" if parsed.before is not None else "first_phase"
    where.tell(Severity.NOTE, Unfit("no_phase"), name, done)


def with_statements(parsed: Sequence[Parsed], meanings: Meanings) -> None:
    """Turn the words of citations' statements into field names."""
    for each in parsed:
        if isinstance(words := each.values.get("field"), str):
            each.values["field"] = statement_of(words, str(each.values.get("card", "")), meanings)


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
    where.report.add(Severity.ERROR, "row_unusable", where.sheet, where.row, done="skipped")
    return None


def _mend(values: dict[str, Any], before: Value | None, problem: Any, where: Place) -> None:
    name = str(problem["loc"][0])
    if problem["type"] == "too_long" and isinstance(values[name], str):
        limit = int(problem["ctx"]["max_length"])
        values[name] = str(clean_text(values[name]))[:limit]
        where.tell(Severity.ERROR, Unfit("too_long", limit=str(limit)), name, "cut")
    elif problem["type"] == "missing":
        if before is not None:
            values[name] = getattr(before, name)
    else:
        held = values.pop(name, None)
        if before is not None and getattr(before, name) != held:
            values[name] = getattr(before, name)
        where.tell(
            Severity.ERROR, Unfit("out_of_range", value=str(held)[:60]), name, "kept" if name in values else "left_out"
        )
