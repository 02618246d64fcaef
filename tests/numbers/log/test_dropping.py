"""What people did after the last stage that they reached."""

from collections import defaultdict
from collections.abc import Sequence
from statistics import median

from hypothesis import given
from hypothesis import strategies as st

from journey.numbers.log.coded import CodedLog
from journey.numbers.log.dropping import AfterDropping, NextActivity, after_dropping
from journey.numbers.log.funnel_query import FunnelQuery
from journey.numbers.log.reach import reached
from tests.numbers.log.logs import PHASES, Row, a_log, event_logs, in_phases
from tests.numbers.log.plainly import events_of


def _after(rows: Sequence[Row], place: int, query: FunnelQuery | None = None) -> AfterDropping:
    log = in_phases(a_log(rows))
    return after_dropping(log, reached(log, query or FunnelQuery()), place)


def test_those_who_dropped_did_something_else_or_nothing_more() -> None:
    rows = [
        ("anna", 1, "a"), ("anna", 3, "noise"), ("anna", 4, "c"),
        ("ben", 1, "a"), ("ben", 6, "noise"),
        ("cleo", 1, "a"), ("dora", 1, "a"), ("dora", 2, "b"),
    ]  # fmt: skip
    assert _after(rows, 0) == AfterDropping("a", 3, 1, (NextActivity("noise", 2, 3.5),))


def test_what_happened_at_the_same_instant_was_not_after() -> None:
    rows = [("anna", 1, "a"), ("anna", 1, "noise"), ("anna", 2, "c"), ("anna", 2, "also a")]
    assert _after(rows, 0).next == (NextActivity("c", 1, 1.0),)


def test_an_optional_phase_is_no_reason_to_have_stayed() -> None:
    rows = [("anna", 1, "a"), ("anna", 2, "c"), ("ben", 1, "a"), ("ben", 2, "b")]
    assert _after(rows, 0, FunnelQuery(optional=frozenset({1}))) == AfterDropping(
        "a", 1, 0, (NextActivity("b", 1, 1.0),)
    )


def test_at_the_last_stage_everybody_is_asked_for() -> None:
    rows = [("anna", second, phase) for second, phase in enumerate(PHASES)] + [("anna", 9, "a")]
    assert _after(rows, 4) == AfterDropping("e", 1, 0, (NextActivity("a", 1, 5.0),))


@given(event_logs(), st.booleans(), st.integers(0, 4))
def test_what_came_after_is_that_of_a_loop_over_the_cases(log: CodedLog, start_anywhere: bool, place: int) -> None:
    reach = reached(in_phases(log), FunnelQuery(open=start_anywhere))
    events, waits, dropped = events_of(log), defaultdict(list), 0
    onward = set(reach.cases[place + 1].tolist()) if place < 4 else set()
    for case, time in zip(reach.cases[place].tolist(), reach.times[place].tolist(), strict=True):
        if case not in onward:
            dropped += 1
            later = [event for event in events[case] if event.time > time]
            if later:
                waits[later[0].activity].append(later[0].time - time)
    found = after_dropping(in_phases(log), reach, place)
    assert {one.activity: (one.cases, one.median_seconds) for one in found.next} == {
        activity: (len(times), median(times) / 1e6) for activity, times in waits.items()
    }
    assert (found.dropped, found.nothing) == (dropped, dropped - sum(map(len, waits.values())))
