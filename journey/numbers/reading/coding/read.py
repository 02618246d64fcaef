"""From a file to a coded log: one pass by DuckDB; a patient one where a text file's rows cannot be parted so."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from journey.numbers.reading.coding.bytewise.pieces import NotPlain
from journey.numbers.reading.coding.bytewise.scan import BytewiseScan, may_be_plain
from journey.numbers.reading.coding.coded import Fault, coded
from journey.numbers.reading.coding.query import query_of
from journey.numbers.reading.coding.scan import Scanned, scanned
from journey.numbers.reading.coding.tables import UnreadableRows, patient_source, workbook_source
from journey.numbers.reading.coding.visits import apart, visits_source
from journey.numbers.reading.columns.amounts import UNREAD, names_articles
from journey.numbers.reading.columns.persons import are_people, masked
from journey.numbers.reading.files.engine import connected, trouble_of
from journey.numbers.reading.files.foreign import as_table
from journey.numbers.reading.files.kinds import kind_of
from journey.numbers.reading.files.lines import Lines, true_lines
from journey.numbers.reading.files.source import (
    MOST_REJECTS,
    LogTable,
    about,
    lines_above,
    linked,
    parquet_source,
    text_source,
)
from journey.numbers.reading.outcome import LogReading, Skipped, SkippedKind, UnreadableLog
from journey.numbers.reading.plan import AMOUNTS, FileKind, LogPlan, Role
from journey.numbers.reading.takings import FOREIGN, NOBODYS, UNPAID, WORDS

OnProgress = Callable[[int, float | None], None]

_PARTED_WRONGLY = frozenset({"MISSING COLUMNS", "TOO MANY COLUMNS", "INVALID ENCODING"})
"""What DuckDB may say about single rows without quotes; after anything else it may have lost good rows too."""


@dataclass(frozen=True, eq=False)
class _Rows:
    """What a pass found: the rows, the places in the file's bytes of those that could not be parted, and of the
    patient one how many these were, with their lines. `source` is asked for where rows have to be found again."""

    source: Callable[[], LogTable]
    scanned: Scanned
    rejected: tuple[int, ...] = ()
    unreadable: UnreadableRows | None = None


class _Impatient(Exception):
    """DuckDB cannot part the file's rows well enough."""


def read_log(
    path: Path,
    plan: LogPlan,
    *,
    progress: OnProgress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> LogReading:
    """Read a file once and code it. `progress` is told rows read so far and the share of the file (None if unknown);
    `cancelled` is asked now and then. UnreadableLog where nothing can be used, "stopped" when cancelled.

    Only the plan's columns are read. Case ids become keyed hashes inside the scan (a fresh random key, thrown away with
    the scan) and random pseudonyms in the result: nobody can tell ids from them or recognise a case in another reading.
    That protects the ids, not the people: whoever has the original file can still find a case by its times.
    An amount that is no number counts as empty. Times without an offset are taken as UTC."""
    with TemporaryDirectory(prefix="journey-log-") as folder, _said(), as_table(path) as table:
        if kind_of(table) is not plan.kind:
            raise UnreadableLog("damaged")
        rows = _rows(table, plan, Path(folder), progress or _nobody, cancelled or _never)
        words = _words(rows.scanned)
        log, faults = coded(
            rows.scanned,
            len(plan.milestones),
            datetime.now(UTC).date(),
            conditional="" in plan.given or bool(plan.no_orders),
            articles=names_articles(plan.columns.get(Role.ACTIVITY, "")),
            summed=[
                role for role in AMOUNTS & set(plan.columns) - set(plan.once) if names_articles(plan.columns[role])
            ],
            planned=[place for place, (column, _) in enumerate(plan.milestones) if column in plan.planned],
            ahead=plan.ahead,
        )
        if not log.events:
            column = plan.columns.get(Role.TIME, "")
            strange = [text.strip()[:40] for text in rows.scanned.strange if text.strip()]
            if column and strange and not are_people(column, strange):
                quotes = ", ".join(f"„{masked(text)}“" for text in strange)
                raise UnreadableLog("no_times", column=column, examples=quotes)
            raise UnreadableLog("no_events")
        return _reading(plan, rows, replace(log, zone=plan.zone), faults, words)


def _rows(path: Path, plan: LogPlan, folder: Path, progress: OnProgress, cancelled: Callable[[], bool]) -> _Rows:
    if plan.pairs or plan.days:
        return _visits(path, plan, folder, progress, cancelled)
    if plan.kind is FileKind.TEXT and (plan.broken or plan.down):
        return _patient(path, plan, folder, progress, cancelled)
    if plan.kind is FileKind.TEXT:
        with suppress(NotPlain):
            return _plain(path, plan, folder, progress, cancelled)
        try:
            return _text(path, plan, folder, progress, cancelled)
        except _Impatient:
            return _patient(path, plan, folder, progress, cancelled)
    file = linked(path, folder)
    with connected(folder, file) as connection:
        if plan.kind is FileKind.EXCEL:
            source = workbook_source(path, plan, connection)
        else:
            source = parquet_source(plan, file, connection)
        return _Rows(lambda: source, _pass(connection, source, plan, progress, cancelled))


def _plain(path: Path, plan: LogPlan, folder: Path, progress: OnProgress, cancelled: Callable[[], bool]) -> _Rows:
    if not may_be_plain(path, plan):
        raise NotPlain
    expected = about(path)
    heard = _heard(expected, progress, cancelled)
    found = BytewiseScan(plan, expected).of(path, lines_above(path, plan)[0], heard)
    return _Rows(lambda: text_source(path, plan, folder), found)


def _text(path: Path, plan: LogPlan, folder: Path, progress: OnProgress, cancelled: Callable[[], bool]) -> _Rows:
    import duckdb

    source = text_source(path, plan, folder)
    assert source.file is not None  # noqa: S101 - text always has one
    with connected(folder, source.file) as connection:
        try:
            found = _pass(connection, source, plan, progress, cancelled)
        except (duckdb.InvalidInputException, duckdb.InternalException, duckdb.FatalException) as error:
            raise _Impatient from error
        errors = connection.execute(
            "SELECT DISTINCT line_byte_position, error_type, coalesce(contains(csv_line, '\"'), true) "
            "FROM reject_errors WHERE csv_line IS NULL OR trim(csv_line, E' \\r\\n') <> ''"
        ).fetchall()
    if len(errors) >= MOST_REJECTS or any(kind not in _PARTED_WRONGLY or quotes for _, kind, quotes in errors):
        raise _Impatient
    rejected = sorted({position for position, _, _ in errors})
    return _Rows(lambda: source, found, tuple(rejected))


def _patient(path: Path, plan: LogPlan, folder: Path, progress: OnProgress, cancelled: Callable[[], bool]) -> _Rows:
    unreadable = UnreadableRows()
    with connected(folder) as connection:
        source = patient_source(path, plan, lines_above(path, plan)[0], connection, unreadable)
        return _Rows(lambda: source, _pass(connection, source, plan, progress, cancelled), unreadable=unreadable)


def _visits(path: Path, plan: LogPlan, folder: Path, progress: OnProgress, cancelled: Callable[[], bool]) -> _Rows:
    unreadable = UnreadableRows()
    file = linked(path, folder)
    with connected(folder, file) as connection:
        reading = connected(folder, file) if plan.kind is FileKind.PARQUET else None
        source = visits_source((path, file), plan, connection, reading, unreadable)
        return _Rows(lambda: source, _pass(connection, source, apart(plan), progress, cancelled), unreadable=unreadable)


def _pass(
    connection: Any, source: LogTable, plan: LogPlan, progress: OnProgress, cancelled: Callable[[], bool]
) -> Scanned:
    for name in plan.used():
        if name not in source.cells:
            raise UnreadableLog("no_such_column", column=name)

    on_rows = _heard(source.rows, progress, cancelled)
    try:
        return scanned(connection, query_of(connection, source, plan), on_rows, source.rows or 0)
    except UnreadableLog:
        connection.interrupt()
        raise


def _heard(expected: int | None, progress: OnProgress, cancelled: Callable[[], bool]) -> Callable[[int], None]:
    def on_rows(rows: int) -> None:
        if cancelled():
            raise UnreadableLog("stopped")
        progress(rows, min(rows / max(expected, 1), 0.99) if expected is not None else None)

    on_rows(0)
    return on_rows


def _reading(plan: LogPlan, rows: _Rows, log: Any, faults: tuple[Fault, ...], words: int) -> LogReading:
    lost = rows.unreadable.count if rows.unreadable else len(rows.rejected)
    places = [place for fault in faults for place in fault.first]
    if rows.unreadable or rows.scanned.line is not None:
        line = rows.scanned.line
        lines = Lines(
            {place: int(line[place]) for place in places} if line is not None else {},
            tuple(rows.unreadable.lines) if rows.unreadable else (),
        )
    elif plan.kind is FileKind.PARQUET:
        lines = Lines({place: place + 1 for place in places})
    else:
        lines = true_lines(rows.source(), plan, places, rows.rejected)
    skipped = [Skipped(SkippedKind.UNREADABLE_ROW, lost, lines.unreadable)] if lost else []
    for fault in faults:
        of_rows = tuple(dict.fromkeys(lines.of_rows[place] for place in fault.first if place in lines.of_rows))
        skipped.append(Skipped(fault.kind, fault.count, of_rows))
    return LogReading(log, plan, len(rows.scanned.key) + lost, tuple(skipped), _uncounted(rows.scanned, words))


def _words(rows: Scanned) -> int:
    """How many amounts of rows with a case and a time are none; they become empty."""
    found = 0
    for amounts in rows.amounts.values():
        at = np.flatnonzero(amounts == UNREAD)
        if len(at):
            found += int(((rows.key[at] > 0) & (np.max([time[at] for time in rows.times], axis=0) >= 0)).sum())
            amounts[at] = np.nan
    return found


def _uncounted(rows: Scanned, words: int) -> dict[str, int]:
    """How many amounts do not count, by the reason."""
    amounts = rows.amounts.get(Role.REVENUE, np.empty(0))
    counts = {UNPAID: int(np.isposinf(amounts).sum()), FOREIGN: int(np.isneginf(amounts).sum()), WORDS: words}
    if len(amounts):
        counts[NOBODYS] = int(((rows.key == 0) & np.isfinite(amounts) & (amounts < 0)).sum())
    return {reason: count for reason, count in counts.items() if count}


@contextmanager
def _said() -> Iterator[None]:
    """Whatever goes wrong is one of our errors."""
    try:
        yield
    except MemoryError as error:
        raise UnreadableLog("too_large") from error
    except (OSError, EOFError) as error:
        raise UnreadableLog("damaged") from error
    except Exception as error:
        if (trouble := trouble_of(error)) is None:
            raise
        raise UnreadableLog(trouble) from error


def _nobody(_rows: int, _share: float | None) -> None:
    return


def _never() -> bool:
    return False
