"""What becomes of a column: an array over all pieces of a file, and the cells that are left over until the end."""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from journey.numbers.reading.coding.bytewise.cells import CellTexts
from journey.numbers.reading.coding.bytewise.digits import amounts
from journey.numbers.reading.coding.bytewise.instants import instants
from journey.numbers.reading.coding.bytewise.pieces import ByteCells, NotPlain, RowsPiece
from journey.numbers.reading.coding.growing import Growing
from journey.numbers.reading.times.worded import EMPTY

_FEW, _FEW_OF = 500, 20
"""So many cells of a piece may be left over, or else one in so many."""


class ReadPart(NamedTuple):
    """The values of a piece's rows; `rows`: those whose `texts` are left over."""

    values: NDArray[Any]
    rows: NDArray[np.intp] | None = None
    texts: tuple[str, ...] = ()


class ReadColumn:
    """A column at a place of the file, as `read` makes numbers of it; `settle` makes numbers of texts that are left over."""

    def __init__(
        self,
        place: int,
        values: Growing,
        read: Callable[[ByteCells], ReadPart],
        settle: Callable[[list[str]], NDArray[Any]] | None = None,
    ) -> None:
        self._place, self._values, self._read, self._settle = place, values, read, settle
        self._rows: list[NDArray[np.intp]] = []
        self._texts: list[str] = []

    def of(self, piece: RowsPiece) -> ReadPart:
        """The column's part of a piece. NotPlain where too much is left over."""
        return self._read(piece.cells(self._place))

    def add(self, part: ReadPart, before: int) -> None:
        """Put a part behind the `before` rows that are there."""
        self._values.hold(part.values.dtype)
        self._values.add(part.values)
        if part.rows is not None and len(part.rows):
            self._rows.append(part.rows + before)
            self._texts += part.texts

    def settled(self) -> NDArray[Any]:
        """The whole column."""
        values = self._values.array()
        if self._texts and self._settle:
            values[np.concatenate(self._rows)] = self._settle(self._texts)
        return values


def time_reader(form: str, texts: CellTexts) -> Callable[[ByteCells], ReadPart]:
    """Microseconds of cells in a format, EMPTY for nothing."""

    def read(cells: ByteCells) -> ReadPart:
        values, good = instants(cells, form)
        return _with_left_over(cells, ReadPart(values), good, EMPTY, texts)

    return read


def amount_reader(decimal: str, texts: CellTexts) -> Callable[[ByteCells], ReadPart]:
    """Amounts of cells, NaN for nothing."""

    def read(cells: ByteCells) -> ReadPart:
        values, good = amounts(cells, decimal)
        return _with_left_over(cells, ReadPart(values), good, np.nan, texts)

    return read


def _with_left_over(
    cells: ByteCells, part: ReadPart, good: NDArray[np.bool_], nothing: float, texts: CellTexts
) -> ReadPart:
    if good.all():
        return part
    bad = np.flatnonzero(~good)
    is_nothing = texts.is_nothing(cells.some(bad))
    part.values[bad[is_nothing]] = nothing
    rows = bad[~is_nothing]
    if len(rows) > max(_FEW, len(good) // _FEW_OF):
        raise NotPlain
    return ReadPart(part.values, rows, tuple(texts.of(cells.some(rows))))
