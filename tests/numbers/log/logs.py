"""Event logs for tests: `a_log` from rows as a file would have them, `event_logs` and `questions`, any small log and any
funnel question for Hypothesis.

Times are seconds after midnight of the first day of 2026, so that a test reads as arithmetic.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TypeVar

import numpy as np
from hypothesis import strategies as st

from journey.numbers.log.coded import NO_CODE, Coded, CodedLog, PhasedLog, phased
from journey.numbers.log.funnel_query import FunnelQuery, Order, WindowStart

MIDNIGHT = int(datetime(2026, 1, 1, tzinfo=UTC).timestamp()) * 1_000_000
AMOUNTS = ("cost", "revenue")
PHASES = ("a", "b", "c", "d", "e")
ACTIVITIES = {"a": "a", "also a": "a", "b": "b", "c": "c", "d": "d", "e": "e"}
"""Activity → phase of the logs that `event_logs` draws; the activity "noise" belongs to no phase."""

Row = tuple[str | int, float, str]
Value = TypeVar("Value")


def a_log(rows: Sequence[Row], **columns: Sequence[str | float | None]) -> CodedLog:
    """The log of rows (case, second, activity) in the order of the file. Further columns by name, one value a row:
    `cost` and `revenue` are amounts (None where empty), all others attributes ("" or None where empty)."""
    numbers = {name: number for number, name in enumerate(sorted({case for case, _, _ in rows}, key=str))}
    case = np.array([numbers[case] for case, _, _ in rows], np.int32)
    time = np.array([MIDNIGHT + round(second * 1_000_000) for _, second, _ in rows], np.int64)
    order = np.lexsort((np.arange(len(rows)), time, case))
    amounts, attributes = {}, {}
    for name, values in columns.items():
        if name in AMOUNTS:
            amounts[name] = np.array([np.nan if value is None else value for value in values], np.float64)[order]
        else:
            attributes[name] = coded([str(value or "") for value in values], order)
    pseudonyms = np.arange(len(numbers), dtype=np.uint64) * np.uint64(7919)
    activity = coded([activity for _, _, activity in rows], order)
    return CodedLog(case[order], time[order], activity, attributes, amounts, pseudonyms)


def coded(values: Sequence[str], order: np.ndarray | None = None) -> Coded:
    """The values as codes; the empty text has none."""
    names = tuple(sorted(set(values) - {""}))
    place = {name: code for code, name in enumerate(names)}
    codes = np.array([place.get(value, NO_CODE) for value in values], np.int16)
    return Coded(codes if order is None else codes[order], names)


def in_phases(log: CodedLog, phases: Sequence[str] = PHASES, phase_of: Mapping[str, str] = ACTIVITIES) -> PhasedLog:
    """The log through the phases a to e (or others)."""
    return phased(log, phases, phase_of)


def event_rows(cases: int = 5, events: int = 24, seconds: int = 12) -> st.SearchStrategy[list[Row]]:
    """Rows in any order, with ties, duplicates, gaps, activities of no phase and cases with one event."""
    row = st.tuples(st.integers(0, cases - 1), st.integers(0, seconds), st.sampled_from([*ACTIVITIES, "noise"]))
    return st.integers(0, events).flatmap(lambda count: st.lists(row, min_size=count, max_size=count))


def one_each(rows: Sequence[Row], values: st.SearchStrategy[Value]) -> st.SearchStrategy[list[Value]]:
    """A column of such values: one for each row."""
    return st.lists(values, min_size=len(rows), max_size=len(rows))


@st.composite
def event_logs(draw: st.DrawFn, cases: int = 5, events: int = 24, seconds: int = 12) -> CodedLog:
    """Any small log of the activities above, with the attribute "segment" and the amounts "cost" and "revenue"."""
    rows = draw(event_rows(cases, events, seconds))
    segment = draw(one_each(rows, st.sampled_from(["", "new", "old"])))
    cost = draw(one_each(rows, st.none() | st.integers(0, 9)))
    revenue = draw(one_each(rows, st.none() | st.integers(0, 99)))
    return a_log(rows, segment=segment, cost=cost, revenue=revenue)


@st.composite
def ordered_logs(draw: st.DrawFn, cases: int = 5, events: int = 24, seconds: int = 12) -> CodedLog:
    """The same, of which a source knows the order of some events at one time, and of others not."""
    log = draw(event_logs(cases, events, seconds))
    later = np.array(draw(st.lists(st.booleans(), min_size=log.events, max_size=log.events)), np.bool_)
    later[1:] |= (np.diff(log.case) != 0) | (np.diff(log.time) != 0)
    return replace(log, instant=np.cumsum(later, dtype=np.int64))


def windows(seconds: int = 9) -> st.SearchStrategy[timedelta]:
    """Windows shorter than the cases of `event_logs` can be."""
    return st.integers(0, seconds).map(lambda each: timedelta(seconds=each))


def optional_places(phases: int = len(PHASES)) -> st.SearchStrategy[frozenset[int]]:
    """Some places between the first phase and the last."""
    return st.frozensets(st.integers(1, phases - 2))


def queries() -> st.SearchStrategy[FunnelQuery]:
    """Any question of the phases a to e."""
    return st.builds(
        FunnelQuery,
        st.sampled_from(Order),
        open=st.booleans(),
        window=st.none() | windows(),
        window_start=st.sampled_from(WindowStart),
        reentry=st.booleans(),
        optional=optional_places(),
    )
