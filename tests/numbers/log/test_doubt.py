"""Orders inside an instant: known ones count as if their events lay a moment apart, unknown ones are counted as doubt."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
from hypothesis import given

from journey.numbers.log.coded import CodedLog
from journey.numbers.log.doubt import cases_in_doubt
from journey.numbers.log.funnel_query import FunnelQuery
from journey.numbers.log.reach import reached
from journey.numbers.log.skips import skips
from journey.numbers.log.usual_order import usual_order
from tests.numbers.log.logs import PHASES, a_log, event_logs, in_phases, queries
from tests.numbers.log.reference import plain_funnel

SECOND = 1_000_000


def _known(log: CodedLog) -> CodedLog:
    """The log, its events at one time in the order of the file."""
    return replace(log, instant=np.arange(log.events, dtype=np.int64))


def _apart(log: CodedLog) -> CodedLog:
    """The log, each event of a case a microsecond later than the one before it at that time."""
    new = np.append(True, (log.case[1:] != log.case[:-1]) | (log.time[1:] != log.time[:-1]))[: log.events]
    first = np.flatnonzero(new)[np.cumsum(new) - 1] if log.events else np.empty(0, np.int64)
    return replace(log, time=log.time + (np.arange(log.events) - first))


@given(event_logs(), queries())
def test_a_known_order_counts_as_if_events_lay_a_moment_apart(log: CodedLog, query: FunnelQuery) -> None:
    if query.window is not None:
        query = replace(query, window=query.window + timedelta(milliseconds=500))
    expected = plain_funnel(in_phases(_apart(log)), query)
    found = reached(in_phases(_known(log)), query)
    for place in range(len(PHASES)):
        runs = {case: run[place] for case, run in expected.items() if place in run}
        assert found.cases[place].tolist() == sorted(runs)
        for case, time, wait in zip(
            found.cases[place].tolist(), found.times[place].tolist(), found.waits[place].tolist(), strict=True
        ):
            assert time // SECOND == runs[case][0] // SECOND
            assert (wait < 0) == (runs[case][1] is None)
            assert wait < 0 or abs(wait - (runs[case][1] or 0)) < SECOND / 2


@given(event_logs())
def test_skips_know_the_order_too(log: CodedLog) -> None:
    assert [skip.skipped for skip in skips(in_phases(_known(log)))] == [
        skip.skipped for skip in skips(in_phases(_apart(log)))
    ]


@given(event_logs(), queries())
def test_only_cases_with_phases_at_one_instant_are_in_doubt(log: CodedLog, query: FunnelQuery) -> None:
    seen = in_phases(log)
    tied = {
        int(case)
        for case, other, time, later, a, b in zip(
            seen.case, seen.case[1:], seen.time, seen.time[1:], seen.phase, seen.phase[1:], strict=False
        )
        if case == other and time == later and a != b
    }
    assert cases_in_doubt(seen, query) <= len(tied)
    assert cases_in_doubt(in_phases(_known(log)), query) == 0
    assert cases_in_doubt(in_phases(_apart(log)), query) == 0


def test_cases_that_would_go_on_in_journey_order_are_in_doubt() -> None:
    log = a_log(
        [(1, 0, "a"), (1, 0, "b"), (2, 0, "a"), (2, 5, "b"), (3, 0, "b"), (3, 0, "noise"), (4, 0, "a"), (4, 0, "a")]
    )
    assert cases_in_doubt(in_phases(log), FunnelQuery()) == 1


def test_the_usual_order_follows_a_known_one_and_invents_none() -> None:
    log = a_log([(case, 0, step) for case in range(3) for step in ("pay", "look", "go")])
    assert usual_order(_known(log)) == ("pay", "look", "go")
    assert usual_order(log) == ("go", "look", "pay"), "by name, where nothing is known"
