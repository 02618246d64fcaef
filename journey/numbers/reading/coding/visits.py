"""Rows that hold a whole visit, with hundreds of pairs of columns: taken apart while they are read, an event a row, so that
the work grows with the file and not with the number of pairs."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from journey.numbers.reading.coding.arrow_columns import batch_of, register, schema_of
from journey.numbers.reading.coding.tables import BATCH, TABLE, UnreadableRows, rows_of_sheets
from journey.numbers.reading.files import excel, parquet
from journey.numbers.reading.files.records import records
from journey.numbers.reading.files.source import NOTHING, LogTable, SqlCell, lines_above, text_of
from journey.numbers.reading.plan import AMOUNTS, FileKind, LogPlan, Role
from journey.numbers.reading.shapes.pivot import happened

TIME, ACTIVITY, PLACE = "\0time", "\0activity", "\0place"
"""Columns of the taken-apart rows, which no column of a file can be called."""

_ROWS = 1_000
_NOTHING = frozenset((*NOTHING, None))

CellsOfRow = Sequence[str | None]
Event = tuple[str | None, str | None, str]
"""Time, activity and the place among the events of its row."""


def apart(plan: LogPlan) -> LogPlan:
    """The plan of the rows that a plan's visits are taken apart into."""
    columns = {role: name for role, name in plan.columns.items() if role not in (Role.TIME, Role.ACTIVITY)}
    first = plan.pairs[0][0] if plan.pairs else ""
    return replace(
        plan,
        names=(*columns.values(), TIME, ACTIVITY, PLACE),
        columns={**columns, Role.TIME.value: TIME, Role.ACTIVITY.value: ACTIVITY},
        milestones=(),
        pairs=(),
        days=(),
        times={TIME: plan.times[first]} if first in plan.times else {},
        given={},
        order=(PLACE,),
        once={},
        beside={},
    )


def visits_source(
    files: tuple[Path, Path], plan: LogPlan, connection: Any, reading: Any, unreadable: UnreadableRows
) -> LogTable:
    """The events of a file's visits as a table; rows that cannot be parted are counted in `unreadable` as it goes.
    `files`: the file, and the link to
    it that `reading` may read, a connection of its own for Parquet."""
    wide = apart(plan)
    schema = schema_of(f"c{place}" for place in range(len(wide.names)))
    rows = _rows(*files, plan, reading, unreadable)
    register(connection, TABLE, _batches(rows, plan, wide, schema), schema)
    cells = {name: SqlCell(f"c{place}") for place, name in enumerate(wide.names)}
    return LogTable(TABLE, cells, "line", again=False)


def _rows(
    path: Path, file: Path, plan: LogPlan, reading: Any, unreadable: UnreadableRows
) -> Iterator[tuple[int, CellsOfRow]]:
    if plan.kind is FileKind.EXCEL:
        with excel.workbook(path) as book:
            yield from rows_of_sheets(book, plan)
    elif plan.kind is FileKind.PARQUET:
        fields = {field.name: field for field in parquet.fields(reading, file)}
        wanted = ", ".join(f"CAST({fields[name].sql} AS VARCHAR)" if name in fields else "NULL" for name in plan.names)
        answer = reading.execute(f"SELECT {wanted} FROM {parquet.table(file)}")  # noqa: S608 - our own SQL
        line = 0
        while rows := answer.fetchmany(_ROWS):
            for row in rows:
                line += 1
                yield line, row
    else:
        above = lines_above(path, plan)[0]
        errors = "surrogateescape" if plan.encoding == "utf-8" else "replace"
        with text_of(path, plan.encoding, errors) as stream:
            for _ in range(above):
                stream.readline()
            for line, cells in records(stream, plan.dialect, len(plan.names), above + 1):
                if cells is None:
                    unreadable.add(line)
                else:
                    yield line, cells


def _batches(rows: Iterator[tuple[int, CellsOfRow]], plan: LogPlan, wide: LogPlan, schema: Any) -> Iterator[Any]:
    """The events of each row in the order of its columns; a pair with neither a time nor an activity is none. Amounts of
    the row stand with its last event."""
    place_of = {name: place for place, name in enumerate(plan.names)}
    kept = [name for name in wide.names if name not in (TIME, ACTIVITY, PLACE)]
    amounts = {column for role, column in wide.columns.items() if role in AMOUNTS}
    fixed = [(place_of[name], name in amounts) for name in kept]
    columns: list[list[str | None]] = [[] for _ in wide.names]
    lines: list[int] = []

    def batch() -> Any:
        made = batch_of(columns, lines, schema)
        lines.clear()
        for column in columns:
            column.clear()
        return made

    rows = _labelled(rows, place_of[plan.columns[Role.CASE]]) if plan.days else rows
    events_of = _days_of(plan, place_of) if plan.days else _pairs_of(plan, place_of)
    for line, cells in rows:
        width = len(cells)
        events = events_of(cells)
        for number, event in enumerate(events, 1):
            lines.append(line)
            for column, (place, is_amount) in zip(columns, fixed, strict=False):
                cell = cells[place] if place < width and (not is_amount or number == len(events)) else None
                column.append(None if cell in _NOTHING else cell)
            for column, part in zip(columns[len(fixed) :], event, strict=True):
                column.append(part)
        if len(lines) >= BATCH:
            yield batch()
    if lines:
        yield batch()


def _labelled(rows: Iterator[tuple[int, CellsOfRow]], case: int) -> Iterator[tuple[int, CellsOfRow]]:
    """The rows of a pivot table, which writes a label once for several of them, each with its own."""
    label: str | None = None
    for line, cells in rows:
        label = cells[case] if case < len(cells) and cells[case] not in _NOTHING else label
        yield line, [*cells[:case], label, *cells[case + 1 :]]


def _pairs_of(plan: LogPlan, place_of: Mapping[str, int]) -> Callable[[CellsOfRow], list[Event]]:
    """What finds the events of a row in pairs of columns."""
    pairs = [[place_of[name] for name in pair] for pair in plan.pairs]
    spans = [slice(min(pair), max(pair) + 1) for pair in pairs]

    def events(cells: CellsOfRow) -> list[Event]:
        found: list[Event] = []
        width = len(cells)
        for nth, (time, *options) in enumerate(pairs):
            if not any(cells[spans[nth]]):  # most of a short visit's pairs are empty
                continue
            what = next((cells[each] for each in options if each < width and cells[each] not in _NOTHING), None)
            when = cells[time] if time < width and cells[time] not in _NOTHING else None
            if when is not None or what is not None:
                found.append((when, what, str(nth)))
        return found

    return events


def _days_of(plan: LogPlan, place_of: Mapping[str, int]) -> Callable[[CellsOfRow], list[Event]]:
    """What finds the events of a row in columns that are called like days."""
    days = [(place_of[column], day) for column, day in plan.days]
    what = place_of[plan.columns[Role.ACTIVITY]] if Role.ACTIVITY in plan.columns else -1

    def events(cells: CellsOfRow) -> list[Event]:
        filled = [(day, cells[place] or "") for place, day in days if place < len(cells)]
        said = cells[what] if 0 <= what < len(cells) else None
        return [
            (day, said if what >= 0 else cell.strip(), str(nth))
            for nth, (day, cell) in enumerate(filled)
            if cell not in _NOTHING and happened(cell)
        ]

    return events
