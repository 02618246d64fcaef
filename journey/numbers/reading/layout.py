"""Where a text file's columns begin and end: the delimiter by score, title lines above the header, the header itself."""

import csv
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO
from math import log2

from journey.numbers.reading.times import looks_like_a_value

DELIMITERS = ";\t|,"
"""In this order where two fit equally well."""

_LOOKED_AT = 300
_TITLES = 30
_LARGEST_FIELD = 1 << 20


@dataclass(frozen=True)
class Layout:
    """`header`: the line (from 1) where the column names stand, 0 if there are none; `names` as written there, empty
    without a header; `rows` the cells below it."""

    delimiter: str
    header: int
    names: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    columns: int


@dataclass(frozen=True)
class _Split:
    delimiter: str
    records: list[tuple[int, list[str]]]
    columns: int
    score: float


def layout_of(text: str) -> Layout:
    """The layout of a text's beginning. The score of a delimiter is (share of rows with the usual number of columns)³
    × log₂(that number); it is halved when an earlier line is split by another delimiter only (the header must agree)."""
    splits = [_split(text, delimiter) for delimiter in DELIMITERS]
    best = max(splits, key=lambda split: split.score)
    return _with_header(best)


def table_layout(records: Sequence[tuple[int, list[str]]]) -> Layout:
    """The layout of rows that are cells already, with their line numbers: where the header stands."""
    width = max((len(cells) for _, cells in records), default=0)
    padded = [(line, cells + [""] * (width - len(cells))) for line, cells in records]
    return _with_header(_Split("", padded, width, 0))


def split_line(line: str, delimiter: str) -> list[str] | None:
    """The cells of one line that stands alone; None where it cannot."""
    if '"' not in line:
        return line.split(delimiter)
    try:
        return next(csv.reader([line], delimiter=delimiter, strict=True), None)
    except csv.Error:
        return None


def _split(text: str, delimiter: str) -> _Split:
    records = _records(text, delimiter)
    counts = Counter(len(cells) for _, cells in records if any(cells))
    if not counts:
        return _Split(delimiter, records, 0, 0)
    columns, often = max(counts.items(), key=lambda item: (item[1] * (item[0] > 1), item[0]))
    if counts[columns - 1] and not any(cells[-1].strip() for _, cells in records if len(cells) == columns):
        columns -= 1  # every row ends with a delimiter, and the header does not
    records = [(line, cells[:columns] if not any(cells[columns:]) else cells) for line, cells in records]
    score = (often / counts.total()) ** 3 * log2(columns)
    first = next((cells for _, cells in records if len(cells) == columns), [])
    before = next((cells for _, cells in records if any(cells)), [])
    if (
        before is not first
        and len(before) == 1
        and any(other in before[0] for other in DELIMITERS if other != delimiter)
    ):
        score /= 2
    return _Split(delimiter, records, columns, score)


def _records(text: str, delimiter: str) -> list[tuple[int, list[str]]]:
    """The first records with the lines (from 1) on which they begin."""
    reader = csv.reader(StringIO(text, newline=None), delimiter=delimiter)
    records: list[tuple[int, list[str]]] = []
    begins = 1
    try:
        for cells in reader:
            if cells:
                records.append((begins, cells))
            begins = reader.line_num + 1
            if len(records) >= _LOOKED_AT:
                break
    except csv.Error:  # a cell beyond the reader's limit
        pass
    return records


def _with_header(split: _Split) -> Layout:
    usual = [(line, cells) for line, cells in split.records if len(cells) == split.columns]
    place = _header_place(usual[:_TITLES])
    below = usual if place is None else usual[place + 1 :]
    rows = tuple(tuple(cells) for _, cells in below)
    if place is None:
        return Layout(split.delimiter, 0, (), rows, split.columns)
    line, cells = usual[place]
    return Layout(split.delimiter, line, tuple(cell.strip() for cell in cells), rows, split.columns)


def _header_place(records: list[tuple[int, list[str]]]) -> int | None:
    """Which record holds the names: the first that is nearly as full as those below and has no number or time, unless a
    full one with a number or time stands above it, for that is data."""
    filled = [sum(1 for cell in cells if cell.strip()) for _, cells in records]
    usual = sorted(filled)[len(filled) // 2] if filled else 0
    for place, (_, cells) in enumerate(records):
        has_values = any(looks_like_a_value(cell) for cell in cells)
        if not has_values and filled[place] >= max(0.6 * usual, 2):
            return place
        if has_values and filled[place] >= usual:
            return None
    return None
