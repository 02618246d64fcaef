"""Records of a text file read with patience: broken quotes cost the line that they stand on and no more."""

import csv
from collections import deque
from collections.abc import Iterable, Iterator

from journey.lazy_re import lazy_re
from journey.numbers.reading.dialect import Dialect

MOST_LINES, MOST_LETTERS = 200, 1 << 20
"""A quoted cell may go over so many lines and letters; then its quotes are broken."""

_UNDECODED = lazy_re("[\udc80-\udcff]")
_PADDED = lazy_re(r'"[ \t]+$')


def records(lines: Iterable[str], dialect: Dialect, columns: int, first: int) -> Iterator[tuple[int, list[str] | None]]:
    """The records of lines with the line (from `first`) on which each begins; None instead of its cells where a row has
    another number of columns (empty cells at its end apart), broken quotes or bytes that are no text (as lone
    surrogates). Empty lines are no records.
    After a bad row the reading goes on with the next line."""
    waiting: deque[str] = deque()
    upcoming = iter(lines)
    number = first - 1
    while (line := waiting.popleft() if waiting else next(upcoming, None)) is not None:
        number += 1
        line = line.rstrip("\r\n")
        if not line.strip(" "):
            continue
        if dialect.quote not in line and (dialect.escape == dialect.quote or dialect.escape not in line):
            cells: list[str] | None = line.split(dialect.delimiter)
            more = 0
        else:
            cells, more = _quoted(line, dialect, columns, waiting, upcoming)
        while cells and len(cells) > columns and not cells[-1]:
            cells.pop()  # delimiters at the end of the line
        whole = (
            cells is not None and len(cells) == columns and (line.isascii() or not any(map(_UNDECODED.search, cells)))
        )
        yield number, cells if whole else None
        number += more


def _quoted(
    line: str, dialect: Dialect, columns: int, waiting: deque[str], upcoming: Iterator[str]
) -> tuple[list[str] | None, int]:
    """The cells of a record that begins with a line with quotes, and how many lines more it takes; these are then gone
    from `waiting`. None where no record comes of it: then they stay there."""
    cells, open_ = _parsed(line, dialect)
    taken: list[str] = []
    letters = len(line)
    while open_ and len(taken) < MOST_LINES and letters < MOST_LETTERS:
        another = waiting.popleft() if waiting else next(upcoming, None)
        if another is None:
            break
        taken.append(another)
        letters += len(another)
        if another.count(dialect.quote) % 2 or dialect.escape != dialect.quote:
            cells, open_ = _parsed("\n".join([line, *(more.rstrip("\r\n") for more in taken)]), dialect)
    if not open_ and cells is not None and (not taken or len(cells) >= columns):
        return cells, len(taken)
    waiting.extendleft(reversed(taken))
    return None, 0


def _parsed(record: str, dialect: Dialect) -> tuple[list[str] | None, bool]:
    """The cells of a whole record, and whether a quoted cell is still open at its end."""
    try:
        return next(dialect.reader([record], strict=True, skipinitialspace=True)), False
    except csv.Error as error:
        mark = dialect.delimiter
        padded = mark.join(_PADDED.sub('"', cell) for cell in record.split(mark)) if dialect.quote == '"' else record
        if padded != record:
            return _parsed(padded, dialect)
        return None, "unexpected end" in str(error)
