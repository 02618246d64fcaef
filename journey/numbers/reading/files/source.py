"""A file as a table that DuckDB reads: linked or rewritten into a private folder, its columns within reach."""

import os
import shutil
from collections.abc import Iterator, Mapping
from io import TextIOWrapper
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple, TextIO

from journey.numbers.reading.files import parquet
from journey.numbers.reading.files.engine import quoted
from journey.numbers.reading.files.kinds import is_packed, opened
from journey.numbers.reading.plan import LogPlan, Role

NOTHING = ("", "NULL", "null", "\\N", "NaN", "nan", "None", "N/A", "n/a", "#N/A", "<NA>", "-", "--", "–", "—")
"""Cells that mean "no value", as databases and spreadsheets write it."""

MOST_REJECTS = 100_000
"""So many rows that DuckDB cannot part are counted; a file with more is read with patience from the start."""


class SqlCell(NamedTuple):
    """How SQL reaches a column, and whether it holds times or numbers already instead of text."""

    sql: str
    is_text: bool = True
    is_time: bool = False
    is_number: bool = False


class LogTable(NamedTuple):
    """A table in SQL with its columns by name. `line`: the column that says where a row stands in the file, "" if it has
    none; then lines are counted in `file`, where `skip` lines are no rows, and which lacks the first `above` lines of the
    original. `rows`: about how many there are, None if nobody knows. `again`: it can be read twice."""

    table: str
    cells: Mapping[str, SqlCell]
    line: str = ""
    file: Path | None = None
    skip: int = 0
    above: int = 0
    rows: int | None = None
    again: bool = True


def linked(path: Path, folder: Path) -> Path:
    """The file under a plain name in a folder of ours: DuckDB takes *, ? and [ in names for patterns."""
    link = folder / "log"
    try:
        link.symlink_to(path.resolve())
    except OSError:
        try:
            os.link(path, link)
        except OSError:
            shutil.copyfile(path, link)
    return link


def lines_above(path: Path, plan: LogPlan) -> tuple[int, bool]:
    """How many lines stand above the first row, and whether every one of them is a record of its own without quotes."""
    if not plan.header:
        return 0, True
    with text_of(path, plan.encoding) as stream:
        kept: list[str] = []
        reader = plan.dialect.reader(_kept(stream, kept))
        begins = 1
        for _ in reader:
            if begins >= plan.header:
                break
            begins = reader.line_num + 1
        above = reader.line_num
    return above, above == plan.header and not any(plan.quote in line for line in kept[: plan.header - 1])


def text_of(path: Path, encoding: str, errors: str = "replace") -> TextIO:
    """The file's text, unpacked, all line ends as \\n, bytes that are no text as �; without a byte order mark."""
    stream = TextIOWrapper(opened(path), encoding, errors=errors, newline=None)
    if stream.read(1) != "\ufeff":
        stream.seek(0)
    return stream


def text_source(path: Path, plan: LogPlan, folder: Path) -> LogTable:
    """A text file, as it is if DuckDB can read it so, otherwise rewritten in UTF-8 without what stands above its rows."""
    above, plain = lines_above(path, plan)
    if plan.encoding == "utf-8" and plain and not _has_mixed_ends(path):
        file, skip, above = linked(path, folder), above, 0
        compression = "gzip" if is_packed(path) else "none"
    else:
        file, skip, compression = folder / "log", 0, "none"
        with text_of(path, plan.encoding) as stream, file.open("w", encoding="utf-8", newline="\n") as copy:
            next(islice(stream, above, above), None)
            shutil.copyfileobj(stream, copy, 1 << 20)
    kinds = ", ".join(f"'c{place}': 'VARCHAR'" for place in range(len(plan.names)))
    # DuckDB takes no empty value that begins with what stands before quotes.
    nothing = ", ".join(quoted(word) for word in NOTHING if plan.escape not in word)
    table = (
        f"read_csv({quoted(str(file))}, auto_detect = false, header = false, skip = {skip}, delim = {quoted(plan.delimiter)}, "
        f"quote = {quoted(plan.quote)}, escape = {quoted(plan.escape)}, comment = '', nullstr = [{nothing}], compression = '{compression}', "
        f"columns = {{{kinds}}}, store_rejects = true, rejects_limit = {MOST_REJECTS})"
    )
    cells = {name: SqlCell(f"c{place}") for place, name in enumerate(plan.names)}
    return LogTable(table, cells, "", file, skip, above, None if compression == "gzip" else about(file))


def parquet_source(plan: LogPlan, file: Path, connection: Any) -> LogTable:
    """A Parquet file, linked as `file`."""
    worded = {plan.columns[Role.CASE], plan.columns.get(Role.TIME), *dict(plan.milestones), *plan.instead}
    worded.update(other for others in plan.instead.values() for other in others)
    nothing = f"[{', '.join(map(quoted, NOTHING))}]"
    longest = max(map(len, NOTHING))
    cells = {}
    for field in parquet.fields(connection, file):
        sql = field.sql
        if field.is_text and field.name in worded:
            # Not IN (...): that becomes a join, which loses the rows' order.
            sql = f"CASE WHEN strlen({sql}) <= {longest} AND list_contains({nothing}, {sql}) THEN NULL ELSE {sql} END"
        cells[field.name] = SqlCell(sql, field.is_text, field.is_time, field.is_number)
    return LogTable(parquet.table(file), cells, "", file, rows=parquet.row_count(connection, file))


def _kept(stream: TextIO, kept: list[str]) -> Iterator[str]:
    for line in stream:
        kept.append(line)
        yield line


def _has_mixed_ends(path: Path) -> bool:
    """Whether lines end in more than one way, or with a carriage return alone, as on old Macs."""
    with opened(path) as stream:
        start = stream.read(1 << 16)
    both = start.count(b"\r\n")
    return start.count(b"\r") > both or 0 < both < start.count(b"\n")


def about(file: Path) -> int:
    """About how many lines a file has, from its beginning."""
    with file.open("rb") as stream:
        start = stream.read(1 << 20)
    return start.count(b"\n") * file.stat().st_size // max(len(start), 1)
