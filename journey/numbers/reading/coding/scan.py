"""One pass over a table: the query's batches become arrays; times and names that it left over are worked out here."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from journey.numbers.log.coded import NO_CODE, Codes
from journey.numbers.reading.coding.arrow_columns import filled_places, numbers, register
from journey.numbers.reading.coding.growing import Growing
from journey.numbers.reading.coding.query import KEY, LINE, NameColumn, Query, TimeColumn, late
from journey.numbers.reading.outcome import UnreadableLog
from journey.numbers.reading.times.sql import in_sql, patient_time_sql
from journey.numbers.reading.times.worded import IMPOSSIBLE, UNREADABLE, worded_time

MOST_VALUES = 1_000_000
"""A column with more different values than this is not coded."""

_BATCH = 122_880
_QUOTED, _LOOKED_AT = 3, 1_000
_SMALL = 32_000
MOST_EXPECTED = 50_000_000


@dataclass(eq=False)
class ColumnNames:
    """The names of a coded column, in the order in which they were met."""

    column: str
    codes: dict[str, int] = field(default_factory=dict)

    def code(self, name: str) -> int:
        """The code of a name, a new one if need be."""
        code = self.codes.setdefault(name, len(self.codes))
        if code >= MOST_VALUES:
            raise UnreadableLog("too_many_values", column=self.column, most=f"{MOST_VALUES:,}")
        return code


@dataclass(eq=False)
class Scanned:
    """The rows of a table. `key`: keyed hashes of the case ids, 0 for none. `times` and `activities`: an array for each
    happening; activities are codes into `names[""]`, attributes into `names` by attribute. `line`: where rows stand in the
    file, None if that must be looked for. `order`: numbers that say what came first; `once`: for an amount a hash of the
    order whose total it is; `strange`: some texts that are no times."""

    key: NDArray[np.uint64]
    times: list[NDArray[np.int64]]
    activities: list[Codes]
    attributes: dict[str, Codes]
    amounts: dict[str, NDArray[np.float64]]
    names: dict[str, ColumnNames]
    line: NDArray[np.int64] | None
    order: list[NDArray[np.float64]] = field(default_factory=list)
    once: dict[str, NDArray[np.uint64]] = field(default_factory=dict)
    strange: dict[str, None] = field(default_factory=dict)


def scanned(connection: Any, query: Query, on_rows: Callable[[int], None], expected: int = 0) -> Scanned:
    """Run a query of about `expected` rows. `on_rows` hears how many rows are read so far, and may raise to stop."""
    names: dict[str, ColumnNames] = {"": ColumnNames("")}
    tables = {}
    for column in query.names:
        coding = names.setdefault(column.attribute, ColumnNames(column.column))
        coding.column = column.column
        tables[column.alias] = np.array([*map(coding.code, column.known), NO_CODE], np.int32)
    room = int(min(expected, MOST_EXPECTED) * 1.02)
    arrays = _empty(query, room)
    rows = 0
    patient = connection.cursor()
    strange: dict[str, None] = {}
    for batch in connection.execute(query.sql).to_arrow_reader(_BATCH):
        arrays[KEY].add(_numbers(batch[KEY]))
        for time in query.times:
            arrays[time.alias].add(_times(patient, batch, time, strange))
        for name in query.names:
            codes = _codes(batch, name, tables[name.alias], names[name.attribute])
            if len(names[name.attribute].codes) > _SMALL:
                arrays[name.alias].widen(np.int32)
            arrays[name.alias].add(codes)
        for alias, _ in query.amounts:
            arrays[alias].add(_numbers(batch[alias]))
        for alias in (*query.order, *(alias for alias, _ in query.once)):
            arrays[alias].add(_numbers(batch[alias]))
        if query.has_line:
            arrays[LINE].add(_numbers(batch[LINE]))
        rows += batch.num_rows
        on_rows(rows)
    return replace(
        _joined(query, {alias: growing.array() for alias, growing in arrays.items()}, names), strange=strange
    )


def _empty(query: Query, room: int) -> dict[str, Growing]:
    return {
        KEY: Growing(np.uint64, room),
        **{time.alias: Growing(np.int64, room) for time in query.times},
        **{name.alias: Growing(np.int16, room) for name in query.names},
        **{alias: Growing(np.float64, room) for alias, _ in query.amounts},
        **{alias: Growing(np.float64, room) for alias in query.order},
        **{alias: Growing(np.uint64, room) for alias, _ in query.once},
        **({LINE: Growing(np.int64, room)} if query.has_line else {}),
    }


def _joined(query: Query, arrays: dict[str, NDArray[Any]], names: dict[str, ColumnNames]) -> Scanned:
    activities: list[Codes] = []
    for place, happening in enumerate(query.happenings):
        if happening.activity_column:
            activities.append(arrays[f"a{place}"])
        else:
            code = np.int32(names[""].code(happening.activity))
            activities.append(np.broadcast_to(code, len(arrays[KEY])))
    return Scanned(
        arrays[KEY],
        [arrays[time.alias] for time in query.times],
        activities,
        {name.attribute: arrays[name.alias] for name in query.names if name.attribute},
        {amount: arrays[alias] for alias, amount in query.amounts},
        names,
        arrays.get(LINE),
        [arrays[alias] for alias in query.order],
        {amount: arrays[alias] for alias, amount in query.once},
    )


def _numbers(column: Any) -> NDArray[Any]:
    """An Arrow column of numbers without gaps, not copied. Its own to_numpy() would import pandas first."""
    array: NDArray[Any] = np.from_dlpack(column)
    return array


def _times(patient: Any, batch: Any, column: TimeColumn, strange: dict[str, None]) -> NDArray[np.int64]:
    times = _numbers(batch[column.alias])
    texts = batch[late(column.alias)] if late(column.alias) in batch.schema.names else None
    if texts is not None and texts.null_count < len(texts):
        times = times.copy()
        times[filled_places(texts)] = patient_times(patient, texts.drop_null(), column.form, strange)
    return times


def patient_times(patient: Any, left: Any, form: str, strange: dict[str, None]) -> NDArray[np.int64]:
    """Microseconds of an Arrow column of texts without gaps, UNREADABLE or IMPOSSIBLE. `strange` gets some of those that are no
    times."""
    import pyarrow

    if in_sql(form):
        table = pyarrow.table({"x": left})
        register(patient, "left_over", table.to_batches(), table.schema)
        answer = patient.execute(patient_time_sql("left_over", form)).to_arrow_table()
        patient.unregister("left_over")
        found = _numbers(answer["time"].combine_chunks()).copy()
    else:
        found = np.full(len(left), UNREADABLE)
    hard = np.flatnonzero((found == UNREADABLE) | (found == IMPOSSIBLE))
    if len(hard):
        met = left.take(numbers(hard)).dictionary_encode()
        read = np.array([worded_time(text, form) for text in met.dictionary.to_pylist()], np.int64)
        found[hard] = read[_numbers(met.indices)]
        if len(strange) < _QUOTED:
            texts_met = zip(met.dictionary.to_pylist()[:_LOOKED_AT], read.tolist(), strict=False)
            strange |= dict.fromkeys([text for text, time in texts_met if time == UNREADABLE][:_QUOTED])
    return found


def _codes(batch: Any, column: NameColumn, table: NDArray[np.int32], names: ColumnNames) -> NDArray[np.int32]:
    texts = batch[late(column.alias)]
    codes = table[_numbers(batch[column.alias])] if column.known else np.full(len(texts), NO_CODE, np.int32)
    if texts.null_count < len(texts):
        met = texts.drop_null().dictionary_encode()
        new = np.array([names.code(name) for name in met.dictionary.to_pylist()], np.int32)
        codes[filled_places(texts)] = new[_numbers(met.indices)]
    return codes
