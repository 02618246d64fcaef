"""A text file in pieces of whole rows, and where in a piece the cells stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from journey.numbers.reading.dialect import Dialect

Places = NDArray[np.int64]

_PIECE, _LONGEST_ROWS = 1 << 20, 1 << 24
_TRIED_ENDS = 200
_ROOM = 48
"""Bytes behind a piece, so that words may reach beyond its end."""


class NotPlain(Exception):
    """Something in a file needs a reader that knows more."""


class ByteCells(NamedTuple):
    """ByteCells in a piece's `letters`: where each begins and how many bytes it has, without the quotes around it. `doubled`: quotes
    inside are written twice."""

    letters: NDArray[np.uint8]
    start: Places
    length: Places
    doubled: bool = False

    def some(self, rows: NDArray[np.intp]) -> "ByteCells":
        """Those of some rows."""
        return ByteCells(self.letters, self.start[rows], self.length[rows], self.doubled)

    def behind(self, count: int) -> "ByteCells":
        """The same without their first bytes."""
        return ByteCells(self.letters, self.start + count, self.length - count, self.doubled)


@dataclass(frozen=True, eq=False)
class RowsPiece:
    """Rows of a file. `letters`: their bytes, zeros behind them, a multiple of eight; `ends`: for each row the places behind its
    cells; `quoted`: whether there are quotes."""

    letters: NDArray[np.uint8]
    ends: Places
    quoted: int | None

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return len(self.ends)

    def cells(self, column: int) -> ByteCells:
        """The cells of a column."""
        end = self.ends[:, column]
        if column:
            start = self.ends[:, column - 1] + 1
        else:
            start = np.empty(len(end), np.int64)
            start[0], start[1:] = 0, self.ends[:-1, -1] + 1
            if self._is_crlf:
                start[1:] += 1
        if self.quoted is not None:
            within = self.letters[start] == self.quoted
            return ByteCells(self.letters, start + within, end - start - 2 * within, doubled=True)
        return ByteCells(self.letters, start, end - start)

    @property
    def _is_crlf(self) -> bool:
        return bool(self.letters[self.ends[0, -1]] == ord("\r"))


def pieces(path: Path, above: int, encoding: str, dialect: Dialect) -> Iterator[bytes]:
    """The bytes of a file below its first lines, whole rows at a time, each ended by a line feed. NotPlain."""
    quote = dialect.quote.encode()
    with path.open("rb") as stream:
        for _ in range(above):
            if b"\r" in stream.readline().removesuffix(b"\n").removesuffix(b"\r"):
                raise NotPlain
        rest = stream.read(_PIECE)
        if not above and rest.startswith(b"\xef\xbb\xbf"):
            raise NotPlain
        while block := stream.read(_PIECE):
            data = rest + block
            end = _end_of_rows(data, quote)
            if len(data) - end > _LONGEST_ROWS:
                raise NotPlain
            rest = data[end:]
            if end:
                yield _checked(data[:end], encoding)
        if last := rest.rstrip(b"\r\n"):
            yield _checked(last + (b"\r\n" if b"\r" in rest[:_PIECE] else b"\n"), encoding)


def _end_of_rows(data: bytes, quote: bytes) -> int:
    """Behind the last line feed that stands in no quotes; 0 for none."""
    end = len(data)
    if quote not in data:
        return data.rfind(b"\n") + 1
    quotes = data.count(quote)
    for _ in range(_TRIED_ENDS):
        before, end = end, data.rfind(b"\n", 0, end)
        quotes -= data.count(quote, end + 1, before)
        if end < 0 or not quotes % 2:
            return end + 1
    return 0


def _checked(data: bytes, encoding: str) -> bytes:
    if 0 in data:
        raise NotPlain
    if not data.isascii():
        try:
            data.decode(encoding)
        except UnicodeDecodeError as error:
            raise NotPlain from error
    return data


def piece_of(data: bytes, dialect: Dialect, columns: int) -> RowsPiece:
    """Where the cells of whole rows stand. NotPlain where a row has another number of cells, or quotes and line ends are not
    where they are usual."""
    room = _ROOM + -len(data) % 8
    letters = np.frombuffer(data + bytes(room), np.uint8)
    is_feed = letters == ord("\n")
    marks = letters == ord(dialect.delimiter)
    marks |= is_feed
    quoted = dialect.quote.encode() in data
    if quoted:
        within = _within(letters, ord(dialect.quote), marks)
        marks &= ~within
        is_feed &= ~within
    places, rows = np.flatnonzero(marks), int(np.count_nonzero(is_feed))
    if len(places) != rows * columns:
        raise NotPlain
    ends = places.reshape(rows, columns)
    if not is_feed[ends[:, -1]].all():
        raise NotPlain
    if b"\r" in data:
        if data.count(b"\r") != rows or not (letters[ends[:, -1] - 1] == ord("\r")).all():
            raise NotPlain
        ends[:, -1] -= 1
    return RowsPiece(letters, ends, ord(dialect.quote) if quoted else None)


def _within(letters: NDArray[np.uint8], quote: int, marks: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which letters stand in quotes. NotPlain unless every quote is the first or the last of its cell, or doubled inside."""
    is_quote = letters == quote
    within = np.bitwise_xor.accumulate(is_quote.view(np.uint8)).view(np.bool_)
    at = np.flatnonzero(is_quote)
    opening = within[at]
    edge = marks | is_quote | (letters == ord("\r"))
    if within[-1] or not edge[at[opening] - 1][at[opening] > 0].all() or not edge[at[~opening] + 1].all():
        raise NotPlain
    return within
