"""Where a text file's columns begin and end: the delimiter by score, title lines above the header, the header itself."""

import csv
import re
from collections import Counter
from collections.abc import Sequence
from io import StringIO
from itertools import islice
from math import log2
from typing import NamedTuple

from journey.lazy_re import lazy_re
from journey.numbers.reading.dialect import APOSTROPHE, BACKSLASH, Dialect
from journey.numbers.reading.looking.two_heads import names_of_two_rows
from journey.numbers.reading.shapes.pivot import is_pivot_head
from journey.numbers.reading.times.formats import BEGINS_AS_DATE, looks_like_a_value

DELIMITERS = ";\t|,"
"""In this order where two fit equally well."""

_LOOKED_AT = 300
_SAMPLED = 3_000
"""So many records tell how often values repeat."""
_TITLES, _NEAR = 30, 3
_DIGITS = lazy_re(r"\d+")


class FileLayout(NamedTuple):
    """`header`: the line (from 1) where the column names stand, 0 if there are none; `names` as written there, empty
    without a header; `rows` the cells below it."""

    delimiter: str
    header: int
    names: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    columns: int
    quote: str = '"'
    escape: str = '"'


class _Split(NamedTuple):
    dialect: Dialect
    records: list[tuple[int, list[str]]]
    columns: int
    score: float


def layout_of(text: str) -> FileLayout:
    """The layout of a text's beginning. The score of a delimiter is (share of rows with the usual number of columns)³
    × log₂(that number); it is halved when an earlier line is split by another delimiter only (the header must agree).
    A backslash before quotes, or apostrophes for quotes, are tried where they stand there and must do better."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    dialects = [Dialect(delimiter) for delimiter in DELIMITERS]
    dialects += [Dialect(delimiter, escape=BACKSLASH) for delimiter in DELIMITERS if _with_backslashes(text, delimiter)]
    if text.count(APOSTROPHE) > 2 * text.count('"'):
        dialects += [
            Dialect(delimiter, APOSTROPHE, APOSTROPHE) for delimiter in DELIMITERS if _in_apostrophes(text, delimiter)
        ]
        if _has_escaped(text, APOSTROPHE):
            dialects += [Dialect(one.delimiter, APOSTROPHE, BACKSLASH) for one in dialects if one.quote == APOSTROPHE]
    best = max((_split(text, dialect) for dialect in dialects), key=lambda split: split.score)
    more = _records(text, best.dialect, _SAMPLED)[len(best.records) :] if len(best.records) >= _LOOKED_AT else []
    return _with_header(best, [cells[: best.columns] if not any(cells[best.columns :]) else cells for _, cells in more])


def table_layout(records: Sequence[tuple[int, list[str]]]) -> FileLayout:
    """The layout of rows that are cells already, with their line numbers: where the header stands."""
    width = max((len(cells) for _, cells in records), default=0)
    padded = [(line, cells + [""] * (width - len(cells))) for line, cells in records]
    return _with_header(_Split(Dialect(""), padded, width, 0))


def split_line(line: str, dialect: Dialect) -> list[str] | None:
    """The cells of one line that stands alone; None where it cannot."""
    if dialect.quote not in line and BACKSLASH not in line:
        return line.split(dialect.delimiter)
    try:
        cells: list[str] | None = next(dialect.reader([line], strict=True), None)
    except csv.Error:
        return None
    return cells


def _has_escaped(text: str, quote: str) -> bool:
    """Whether a backslash stands before a quote anywhere; most files have no backslash at all, which is found out faster."""
    return BACKSLASH in text and BACKSLASH + quote in text


def _with_backslashes(text: str, delimiter: str) -> bool:
    """Whether most lines with a backslash before a quote are in order only where that stands for a quote; where none of them
    stands alone, whether the records are."""
    if not _has_escaped(text, '"'):
        return False
    lines = [line for line in text.splitlines()[: 10 * _LOOKED_AT] if BACKSLASH + '"' in line][:_LOOKED_AT]
    doubled, escaped = Dialect(delimiter), Dialect(delimiter, escape=BACKSLASH)
    only = [line for line in lines if split_line(line, doubled) is None and split_line(line, escaped) is not None]
    if not only:
        return bool(lines) and _in_order(text, escaped) and not _in_order(text, doubled)
    return len(only) > 0.5 * len(lines)


def _in_order(text: str, dialect: Dialect) -> bool:
    """Whether the first records are in order."""
    try:
        for _ in islice(dialect.reader(StringIO(text), strict=True), _LOOKED_AT):
            pass
    except csv.Error:
        return False
    return True


def _in_apostrophes(text: str, delimiter: str) -> bool:
    """Whether cells stand between apostrophes: most lines have one at both ends of some cell."""
    lines = [line for line in text.splitlines()[:_LOOKED_AT] if line.strip()]
    cell = lazy_re(rf"(?:^|{re.escape(delimiter)})\s*'(?:[^']|'')*'\s*(?={re.escape(delimiter)}|$)")
    return sum(cell.search(line) is not None for line in lines) > 0.5 * len(lines)


def _split(text: str, dialect: Dialect) -> _Split:
    records = _records(text, dialect)
    counts = Counter(len(cells) for _, cells in records if any(cells))
    if not counts:
        return _Split(dialect, records, 0, 0)
    columns, often = max(counts.items(), key=lambda item: (item[1] * (item[0] > 1), item[0]))
    if counts[columns - 1] and not any(cells[-1].strip() for _, cells in records if len(cells) == columns):
        columns -= 1  # every row ends with a delimiter, and the header does not
    records = [(line, cells[:columns] if not any(cells[columns:]) else cells) for line, cells in records]
    score = (often / counts.total()) ** 3 * log2(columns)
    if dialect.quote == APOSTROPHE and any(
        cell[:1] == cell[-1:] == APOSTROPHE for _, cells in records for cell in cells
    ):
        score *= 0.9
    elif dialect.quote != APOSTROPHE and any(
        len(cell) > 1 and cell[0] == cell[-1] == APOSTROPHE for _, cells in records[1:3] for cell in cells
    ):
        score *= 0.99  # where both part the rows alike, the marks around cells are no part of them
    if dialect == Dialect(dialect.delimiter) and _with_backslashes(text, dialect.delimiter):
        score *= 0.99
    if dialect.quote == APOSTROPHE and dialect.escape != BACKSLASH and _has_escaped(text, APOSTROPHE):
        score *= 0.99
    first = next((cells for _, cells in records if len(cells) == columns), [])
    before = next((cells for _, cells in records if any(cells)), [])
    if (
        before is not first
        and len(before) == 1
        and any(other in before[0] for other in DELIMITERS if other != dialect.delimiter)
    ):
        score /= 2
    return _Split(dialect, records, columns, score)


def _records(text: str, dialect: Dialect, most: int = _LOOKED_AT) -> list[tuple[int, list[str]]]:
    """The first records with the lines (from 1) on which they begin."""
    reader = dialect.reader(StringIO(text))
    records: list[tuple[int, list[str]]] = []
    begins = 1
    try:
        for cells in reader:
            if cells:
                records.append((begins, cells))
            begins = reader.line_num + 1
            if len(records) >= most:
                break
    except csv.Error:  # a cell beyond the reader's limit
        pass
    return records


def _with_header(split: _Split, more: Sequence[list[str]] = ()) -> FileLayout:
    usual = [(line, cells) for line, cells in split.records if len(cells) == split.columns]
    place = _header_place(usual)
    below = usual if place is None else usual[place + 1 :]
    further = (cells for cells in more if len(cells) == split.columns)
    rows = (*(tuple(cells) for _, cells in below), *map(tuple, further))
    if place is None:
        return FileLayout(
            split.dialect.delimiter, 0, (), rows, split.columns, split.dialect.quote, split.dialect.escape
        )
    line, names = usual[place][0], tuple(cell.strip() for cell in usual[place][1])
    if below and (both := names_of_two_rows(names, below[0][1], [cells for _, cells in below[1:]])):
        line, names, rows = below[0][0], both, rows[1:]
    return FileLayout(
        split.dialect.delimiter, line, names, rows, split.columns, split.dialect.quote, split.dialect.escape
    )


def _header_place(records: list[tuple[int, list[str]]]) -> int | None:
    """Which record holds the names: the first that is nearly as full as those below and has no number or time, unless a
    full one with a number or time stands above it, for that is data. Some names may be numbers (years, codes), where most
    are words that no row below repeats and no number looks like those below it."""
    filled = [sum(1 for cell in cells if cell.strip()) for _, cells in records[:_TITLES]]
    usual = sorted(filled)[len(filled) // 2] if filled else 0
    for place, (_, cells) in enumerate(records[:_TITLES]):
        if is_pivot_head(cells, [below for _, below in records[place + 1 :]]):
            return place
        has_values = any(looks_like_a_value(cell) for cell in cells)
        if not has_values and filled[place] >= max(0.6 * usual, 2):
            return place
        if (
            has_values
            and filled[place] >= max(0.6 * usual, 2)
            and _are_names(cells, [below for _, below in records[place + 1 :]])
        ):
            return place
        if has_values and filled[place] >= usual:
            return _below_a_title(records, place)
    return None


def _below_a_title(records: list[tuple[int, list[str]]], title: int) -> int | None:
    """Which record holds the names where what stands above them is as wide as they are ("Period; 1 Jan; 31 Jan"): the only
    one of the next few without a number or time, below which stand some."""
    plain = [
        place
        for place, (_, cells) in enumerate(records[: title + _NEAR + 1])
        if all(cell.strip() and not looks_like_a_value(cell) for cell in cells)
    ]
    if len(plain) != 1 or len(records) < plain[0] + _NEAR:
        return None
    below = [cells for _, cells in records[plain[0] + 1 :]]
    return plain[0] if all(any(map(looks_like_a_value, cells)) for cells in below[:_LOOKED_AT]) else None


def _are_names(cells: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Whether cells with numbers among them are the names of columns."""
    words = [place for place, cell in enumerate(cells) if cell.strip() and not looks_like_a_value(cell)]
    values = [place for place, cell in enumerate(cells) if cell.strip() and looks_like_a_value(cell)]
    dated = bool(words) and all(
        map(_is_dated, ([row[place] for row in below[:50] if place < len(row)] for place in values))
    )
    if (not dated and (len(words) < 2 or len(words) < len(values))) or not below:
        return False
    if any(
        cells[place].strip() == row[place].strip() for place in words for row in below[:_LOOKED_AT] if place < len(row)
    ):
        return False
    return not any(
        _is_like(cells[place].strip(), [row[place].strip() for row in below[:50] if place < len(row)])
        for place in values
    )


def _is_dated(below: Sequence[str]) -> bool:
    """Whether cells are dates, as below the name of a step."""
    filled = [cell.strip() for cell in below if cell.strip()]
    return bool(filled) and all(map(BEGINS_AS_DATE.match, filled))


def _is_like(cell: str, below: Sequence[str]) -> bool:
    """Whether a value looks like most of those below it. Whole numbers of up to four digits are also names."""
    filled = [value for value in below if value]
    if not filled:
        return False
    if re.fullmatch(r"\d{1,4}", cell) and cell not in filled:
        return False
    shape = _DIGITS.sub("9", cell)
    return sum(_DIGITS.sub("9", value) == shape for value in filled) > 0.3 * len(filled)
