"""Funnels by period and cohorts, with days as the unit of the rows."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.numbers.log.coded import CodedLog
from journey.numbers.log.firsts import PhaseNotInLog
from journey.numbers.log.funnel_query import FunnelQuery, Order, WindowStart
from journey.numbers.log.measured import log_funnel
from journey.numbers.log.periods import Unit, first_day, numbers_of
from journey.numbers.log.trends import Cohort, cohorts, funnel_by_period
from tests.numbers.log.logs import PHASES, Row, a_log, event_rows, in_phases
from tests.numbers.log.plainly import phase_events_of

DAY = 86_400
NAMES = {phase: phase.upper() for phase in PHASES}
UNITS = st.sampled_from(Unit)


def _days(*rows: Row) -> CodedLog:
    """A log whose rows (case, day, activity) count days from Thursday, 1 January 2026."""
    return a_log([(case, day * DAY, activity) for case, day, activity in rows])


day_logs = event_rows(cases=8, events=30, seconds=400).map(
    lambda rows: _days(*((case, day / 4, name) for case, day, name in rows))
)
queries = st.builds(
    FunnelQuery,
    st.sampled_from(Order),
    open=st.booleans(),
    window=st.none() | st.integers(0, 40).map(lambda days: timedelta(days=days)),
    window_start=st.sampled_from(WindowStart),
    reentry=st.booleans(),
    optional=st.sampled_from([frozenset(), frozenset({1}), frozenset({2, 3})]),
)


def test_weeks_begin_on_monday_and_months_on_their_first() -> None:
    log = _days(("anna", 0, "a"), ("anna", 1, "b"), ("ben", 4, "a"), ("cleo", 20, "a"), ("anna", 32, "b"))
    weekly = funnel_by_period(in_phases(log), NAMES, FunnelQuery(), Unit.WEEK)
    assert [row.start for row in weekly] == [date(2025, 12, 29) + timedelta(weeks=week) for week in range(6)]
    assert [row.funnel.stages[0].count for row in weekly] == [1, 1, 0, 1, 0, 0]
    assert weekly[0].funnel.stages[1].count == 1
    monthly = funnel_by_period(in_phases(log), NAMES, FunnelQuery(), Unit.MONTH)
    assert [(row.start, row.funnel.stages[0].count) for row in monthly] == [
        (date(2026, 1, 1), 3),
        (date(2026, 2, 1), 0),
    ]


@pytest.mark.parametrize(("zone", "entered"), [("", (2, 0)), ("+01:00", (1, 1)), ("Europe/Berlin", (1, 1))])
def test_months_are_those_of_the_log_s_own_zone(zone: str, entered: tuple[int, int]) -> None:
    """What comes at half past eleven at night in UTC comes in the next month in Berlin."""
    log = replace(_days(("anna", 3, "a"), ("ben", 30 + 23.5 / 24, "a"), ("cleo", 35, "noise")), zone=zone)
    monthly = funnel_by_period(in_phases(log), NAMES, FunnelQuery(), Unit.MONTH)
    assert tuple(row.funnel.stages[0].count for row in monthly) == entered
    assert [cohort.cases for cohort in cohorts(in_phases(log), PHASES[1], Unit.MONTH)] == list(entered)


def test_a_period_is_complete_when_the_log_ends_on_its_last_day() -> None:
    for last, complete in ((9, False), (10, True)):
        log = in_phases(_days(("anna", 5, "a"), ("ben", last, "noise")))
        assert [row.complete for row in funnel_by_period(log, NAMES, FunnelQuery(), Unit.WEEK)] == [complete]


@pytest.mark.parametrize(
    ("query", "day", "over"),
    [
        (FunnelQuery(window=timedelta(days=7)), 10, [True, False]),
        (FunnelQuery(window=timedelta(days=7)), 9, [False, False]),
        (FunnelQuery(window=timedelta(days=1), window_start=WindowStart.STEP), 7, [True, False]),
        (FunnelQuery(window=timedelta(days=1), window_start=WindowStart.STEP), 6, [False, False]),
        (FunnelQuery(Order.ANY, window=timedelta(days=1), window_start=WindowStart.STEP), 5, [True, False]),
        (FunnelQuery(), 10, [None, None]),
        (FunnelQuery(window=timedelta.max), 10, [False, False]),
    ],
)
def test_a_period_is_told_whole_once_its_last_case_had_its_window(
    query: FunnelQuery, day: int, over: list[bool | None]
) -> None:
    log = in_phases(_days(("anna", 0, "a"), ("ben", day, "noise")))
    assert [row.window_over for row in funnel_by_period(log, NAMES, query, Unit.WEEK)] == over


def test_a_phase_is_unripe_while_a_period_s_people_had_less_time_than_three_quarters_need() -> None:
    quick = [
        row
        for day in range(4)
        for row in ((f"q{day}", day, "a"), (f"q{day}", day + 1, "b"), (f"q{day}", day + 11, "c"))
    ]
    log = in_phases(_days(*quick, ("late", 5, "a"), ("later", 12, "a"), ("end", 17, "noise")))
    weekly = funnel_by_period(log, NAMES, FunnelQuery(), Unit.WEEK)
    assert [sorted(row.unripe) for row in weekly[:3]] == [[], ["c", "d", "e"], ["b", "c", "d", "e"]]


def test_a_case_that_enters_several_times_belongs_to_its_first_period() -> None:
    query = FunnelQuery(open=True, reentry=True, window=timedelta(days=1))
    for one, other in ("bc", "cb"):
        log = in_phases(_days(("anna", 0, one), ("anna", 32, other)))
        found = funnel_by_period(log, NAMES, query, Unit.MONTH)
        assert [sum(stage.count or 0 for stage in row.funnel.stages) for row in found] == [2, 0]


def test_without_an_entry_there_is_no_period() -> None:
    assert funnel_by_period(in_phases(a_log([])), NAMES, FunnelQuery(), Unit.WEEK) == ()
    assert funnel_by_period(in_phases(_days(("anna", 1, "b"))), NAMES, FunnelQuery(), Unit.WEEK) == ()
    assert cohorts(in_phases(_days(("anna", 1, "noise"))), "e", Unit.WEEK) == ()


def test_a_cohort_reaches_the_target_period_by_period() -> None:
    log = _days(
        ("anna", 0, "a"), ("anna", 1, "e"), ("ben", 2, "b"), ("ben", 12, "e"), ("cleo", 3, "a"),
        ("dora", 5, "a"), ("dora", 11, "e"), ("eve", 13, "e"),
    )  # fmt: skip
    assert cohorts(in_phases(log), "e", Unit.WEEK) == (
        Cohort(date(2025, 12, 29), 3, (1, 1, 2), 2),
        Cohort(date(2026, 1, 5), 1, (0, 1, None), 1),
        Cohort(date(2026, 1, 12), 1, (1, None, None), 0),
    )
    assert cohorts(in_phases(log), "e", Unit.WEEK)[0].shares == (1 / 3, 1 / 3, 2 / 3)
    assert [row.reached for row in cohorts(in_phases(log), "e", Unit.WEEK, most=1)] == [(1, 1), (0, 1), (1, None)]


def test_a_cohort_without_cases_has_no_shares() -> None:
    log = _days(("anna", 0, "a"), ("ben", 14, "a"))
    assert cohorts(in_phases(log), "e", Unit.WEEK)[1].shares == (None, None, None)


def test_an_unknown_target_is_refused() -> None:
    with pytest.raises(PhaseNotInLog):
        cohorts(in_phases(a_log([])), "z", Unit.WEEK)


@given(st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)), UNITS)
def test_periods_are_those_of_the_calendar(moment: datetime, unit: Unit) -> None:
    time = (moment - datetime(1970, 1, 1)) // timedelta(microseconds=1)
    number = int(numbers_of(np.array([time]), unit)[0])
    assert first_day(number, unit) == _start(moment.date(), unit)


@given(day_logs, st.booleans(), UNITS)
def test_each_period_has_the_funnel_of_the_cases_that_entered_in_it(
    log: CodedLog, start_anywhere: bool, unit: Unit
) -> None:
    query, seen = FunnelQuery(open=start_anywhere), in_phases(log)
    entries = {}
    for number, case in enumerate(phase_events_of(log)):
        times = [time for time, phase in case if start_anywhere or phase == 0]
        if times:
            entries[number] = _start(_day(min(times)), unit)
    found = funnel_by_period(seen, NAMES, query, unit)
    assert {row.start for row in found} >= set(entries.values())
    for row in found:
        within = np.array([entries.get(number) == row.start for number in range(log.cases)], np.bool_)
        assert row.funnel == log_funnel(seen, NAMES, query, within)


@given(day_logs, queries, UNITS)
def test_the_periods_of_any_funnel_add_up_to_the_whole(log: CodedLog, query: FunnelQuery, unit: Unit) -> None:
    whole = log_funnel(in_phases(log), NAMES, query)
    found = funnel_by_period(in_phases(log), NAMES, query, unit)
    for place, stage in enumerate(whole.stages):
        assert sum(row.funnel.stages[place].count or 0 for row in found) == stage.count
    assert all(_next(one.start, unit) == other.start for one, other in pairwise(found))


@given(day_logs, UNITS, st.integers(0, 5))
def test_cohorts_are_those_of_a_loop_over_the_cases(log: CodedLog, unit: Unit, most: int) -> None:
    found = cohorts(in_phases(log), "e", unit, most)
    cases = [case for case in phase_events_of(log) if case]
    if not cases:
        assert found == ()
        return
    end = _day(int(log.time.max()))
    rows = [_start(min(_day(case[0][0]) for case in cases), unit)]
    while (following := _next(rows[-1], unit)) <= end:
        rows.append(following)
    assert [row.start for row in found] == rows
    for place, row in enumerate(found):
        members = [case for case in cases if _start(_day(case[0][0]), unit) == row.start]
        bought = [min((time for time, phase in case if phase == 4), default=None) for case in members]
        cells = []
        for until in rows[place:]:
            cells.append(sum(time is not None and _start(_day(time), unit) <= until for time in bought))
        width = min(most + 1, len(rows))
        expected = [*cells, *[None] * width][:width]
        assert (row.cases, list(row.reached)) == (len(members), expected)
        closed = [_next(until, unit) - timedelta(days=1) <= end for until in rows[place:]]
        assert row.complete == sum(closed[:width])


def _day(time: int) -> date:
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=time)).date()


def _start(day: date, unit: Unit) -> date:
    return day - timedelta(days=day.weekday()) if unit is Unit.WEEK else day.replace(day=1)


def _next(day: date, unit: Unit) -> date:
    return day + timedelta(days=7) if unit is Unit.WEEK else (day + timedelta(days=31)).replace(day=1)
