"""The scan of a plain text file: the same arrays as DuckDB's."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from journey.numbers.log.at_once import in_turn
from journey.numbers.reading.coding.bytewise.cells import CellTexts
from journey.numbers.reading.coding.bytewise.columns import ReadColumn, ReadPart, amount_reader, time_reader
from journey.numbers.reading.coding.bytewise.instants import READ
from journey.numbers.reading.coding.bytewise.left_over import left_over_amounts, left_over_times
from journey.numbers.reading.coding.bytewise.names import NameCodes, keys
from journey.numbers.reading.coding.bytewise.pieces import ByteCells, piece_of, pieces
from journey.numbers.reading.coding.bytewise.words import Hashing
from journey.numbers.reading.coding.growing import Growing
from journey.numbers.reading.coding.query import OF_EVENTS, happenings
from journey.numbers.reading.coding.scan import MOST_EXPECTED, ColumnNames, Scanned
from journey.numbers.reading.files.kinds import is_packed
from journey.numbers.reading.plan import AMOUNTS, LogPlan, Role, TimeFormat

_ENCODINGS = frozenset(("utf-8", "cp1252"))
_SMALL = np.arange(256, dtype=np.uint8)
_SMALL[ord("A") : ord("Z") + 1] += 32
"""The small letter of each capital one."""


def may_be_plain(path: Path, plan: LogPlan) -> bool:
    """Whether nothing of a plan needs DuckDB, as far as can be told without reading the file."""
    asked = (
        plan.beside,
        plan.given,
        plan.instead,
        plan.order,
        plan.once,
        plan.down,
        plan.sides,
        plan.pairs,
        plan.days,
        plan.takings.columns,
    )
    if any(asked) or plan.broken or plan.encoding not in _ENCODINGS or plan.escape != plan.quote:
        return False
    forms = {plan.times.get(each.time, TimeFormat.ISO) for each in happenings(plan)}
    is_parted = len(plan.names) > 1 and len(plan.delimiter) == 1 and plan.delimiter.isascii()
    return is_parted and forms <= READ and set(plan.used()) <= set(plan.names) and not is_packed(path)


class BytewiseScan:
    """The columns of a plan that is `may_be_plain`, for a file of about `expected` rows."""

    def __init__(self, plan: LogPlan, expected: int) -> None:
        self._plan = plan
        self._room = int(min(expected, MOST_EXPECTED) * 1.02)
        self._texts, self._hashing = CellTexts(plan.encoding, plan.quote), Hashing()
        self._names = {"": ColumnNames("")}
        self._strange: dict[str, None] = {}
        self._happenings = happenings(plan)
        self._key = self._column(plan.columns[Role.CASE], np.uint64, self._keys)
        self._times = [self._time(each.time) for each in self._happenings]
        self._activities = {
            place: self._coded("", each.activity_column)
            for place, each in enumerate(self._happenings)
            if each.activity_column
        }
        further = {attribute: name for attribute, name in plan.columns.items() if attribute not in OF_EVENTS}
        self._attributes = {at: self._coded(at, name) for at, name in further.items() if at not in AMOUNTS}
        self._amounts = {at: self._amount(name) for at, name in further.items() if at in AMOUNTS}

    def of(self, path: Path, above: int, on_rows: Callable[[int], None]) -> Scanned:
        """The rows below the lines `above`. `on_rows` hears how many are read so far, and may raise to stop. NotPlain."""
        columns = [self._key, *self._times, *self._activities.values(), *self._attributes.values()]
        columns += self._amounts.values()
        dialect, width, rows = self._plan.dialect, len(self._plan.names), 0

        def parts(data: bytes) -> list[ReadPart]:
            piece = piece_of(data, dialect, width)
            return [column.of(piece) for column in columns]

        for of_piece in in_turn(parts, pieces(path, above, self._plan.encoding, dialect)):
            for column, part in zip(columns, of_piece, strict=True):
                column.add(part, rows)
            rows += len(of_piece[0].values)
            on_rows(rows)
        return self._scanned(rows)

    def _scanned(self, rows: int) -> Scanned:
        constant = [self._names[""].code(each.activity) for each in self._happenings if not each.activity_column]
        return Scanned(
            self._key.settled(),
            [time.settled() for time in self._times],
            [column.settled() for column in self._activities.values()]
            or [np.broadcast_to(np.int32(code), rows) for code in constant],
            {attribute: column.settled() for attribute, column in self._attributes.items()},
            {attribute: column.settled() for attribute, column in self._amounts.items()},
            self._names,
            None,
            strange=self._strange,
        )

    def _column(self, name: str, kind: Any, read: Callable[..., ReadPart], settle: Any = None) -> ReadColumn:
        return ReadColumn(self._plan.names.index(name), Growing(kind, self._room), read, settle)

    def _keys(self, cells: ByteCells) -> ReadPart:
        if self._plan.folds_letters:
            cells = cells._replace(letters=_SMALL.take(cells.letters))
        return ReadPart(keys(cells, self._hashing, self._texts))

    def _time(self, name: str) -> ReadColumn:
        form = self._plan.times.get(name, TimeFormat.ISO)
        read = time_reader(form, self._texts)
        return self._column(name, np.int64, read, lambda left: left_over_times(left, form, self._strange))

    def _coded(self, attribute: str, name: str) -> ReadColumn:
        names = self._names.setdefault(attribute, ColumnNames(name))
        names.column = name
        naming = NameCodes(names, self._hashing, self._texts)
        return self._column(name, np.int16, lambda cells: ReadPart(naming.codes(cells)))

    def _amount(self, name: str) -> ReadColumn:
        decimal = self._plan.decimal
        read = amount_reader(decimal, self._texts)
        return self._column(name, np.float64, read, lambda left: left_over_amounts(left, decimal))
