"""Files whose rows Python parts itself, handed to DuckDB as Arrow with the line of each row: workbooks, broken text."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from journey.numbers.reading.coding.arrow_columns import batch_of, register, schema_of
from journey.numbers.reading.files import excel
from journey.numbers.reading.files.records import records
from journey.numbers.reading.files.source import NOTHING, LogTable, SqlCell, text_of
from journey.numbers.reading.outcome import SHOWN_LINES, UnreadableLog
from journey.numbers.reading.plan import LogPlan
from journey.numbers.reading.shapes.groups import filled_down

BATCH = 50_000
TABLE = "rows_of_the_file"


class UnreadableRows:
    """Rows that could not be parted: how many, and the lines of the first few."""

    def __init__(self) -> None:
        self.count = 0
        self.lines: list[int] = []

    def add(self, line: int) -> None:
        """One more such row."""
        self.count += 1
        if len(self.lines) < SHOWN_LINES:
            self.lines.append(line)


def workbook_source(path: Path, plan: LogPlan, connection: Any) -> LogTable:
    """A sheet's rows below the header."""
    with excel.workbook(path) as book:
        batches = list(_batches(rows_of_sheets(book, plan), plan))
    register(connection, f"{TABLE}_once", batches, _schema(plan))
    connection.execute(f"CREATE TEMP TABLE {TABLE} AS FROM {TABLE}_once")
    return _source(plan, sum(batch.num_rows for batch in batches), again=True)


def rows_of_sheets(book: Any, plan: LogPlan) -> Iterator[tuple[int, list[str]]]:
    """The rows below the headers of a plan's sheets, with their numbers in their sheet, cells in the order of the plan."""
    for line, cells in excel.sheet_rows(book, plan.sheet, plan.decimal, plan.swapped_places):
        if line > plan.header:
            yield line, cells
    for sheet in plan.more_sheets:
        swapped = frozenset(sheet.places[place] for place in plan.swapped_places)
        for line, cells in excel.sheet_rows(book, sheet.name, plan.decimal, swapped):
            if line > sheet.header:
                yield line, [cells[place] if 0 <= place < len(cells) else "" for place in sheet.places]


def patient_source(path: Path, plan: LogPlan, above: int, connection: Any, unreadable: UnreadableRows) -> LogTable:
    """A text file's rows, parted with patience; those that cannot be are counted in `unreadable` as the reading goes."""

    def good() -> Iterator[tuple[int, list[str]]]:
        errors = "surrogateescape" if plan.encoding == "utf-8" else "replace"
        with text_of(path, plan.encoding, errors) as stream:
            for _ in range(above):
                stream.readline()
            for line, cells in records(stream, plan.dialect, len(plan.names), above + 1):
                if cells is None:
                    unreadable.add(line)
                else:
                    yield line, cells

    register(connection, TABLE, _batches(good(), plan), _schema(plan))
    return _source(plan, None, again=False)


def _source(plan: LogPlan, rows: int | None, again: bool) -> LogTable:
    cells = {name: SqlCell(f"c{plan.names.index(name)}") for name in plan.used()}
    return LogTable(TABLE, cells, "line", rows=rows, again=again)


def _schema(plan: LogPlan) -> Any:
    return schema_of(f"c{plan.names.index(name)}" for name in plan.used())


def _batches(rows: Iterable[tuple[int, Sequence[str]]], plan: LogPlan) -> Iterator[Any]:
    """The used columns of rows as Arrow batches; a cell that says "no value" is none."""
    schema, nothing = _schema(plan), frozenset(NOTHING)
    places = [plan.names.index(name) for name in plan.used()]
    down = [plan.names.index(name) for name in plan.down]
    lines: list[int] = []
    columns: list[list[str | None]] = [[] for _ in places]

    def batch() -> Any:
        made = batch_of(columns, lines, schema)
        lines.clear()
        for column in columns:
            column.clear()
        return made

    try:
        for line, cells in filled_down(rows, down) if down else rows:
            lines.append(line)
            for column, place in zip(columns, places, strict=True):
                cell = cells[place] if place < len(cells) else ""
                column.append(None if cell in nothing else cell)
            if len(lines) == BATCH:
                yield batch()
        if lines:
            yield batch()
    except UnicodeEncodeError as error:
        raise UnreadableLog("damaged") from error
