"""The definitions of the funnel, one by one, each on a case that is small enough to read."""

from dataclasses import replace
from datetime import timedelta

import pytest

from journey.numbers.log.funnel_query import FunnelQuery, Order, WindowStart
from journey.numbers.log.reach import reached
from tests.numbers.log.logs import MIDNIGHT, a_log, in_phases

CLOSED = FunnelQuery()
OPEN = FunnelQuery(open=True)
STRICT = FunnelQuery(Order.STRICT)
ANY = FunnelQuery(Order.ANY)


def counted(events: str, query: FunnelQuery) -> dict[str, tuple[float, float | str]]:
    """Where the case with these events counts ("a1 b2": activity and second): phase → (second, wait or "in")."""
    rows = [("x", float(event[1:]), event[0].replace("z", "noise")) for event in events.split()]
    reach = reached(in_phases(a_log(rows)), query)
    return {
        phase: ((times[0] - MIDNIGHT) / 1e6, waits[0] / 1e6 if waits[0] >= 0 else "in")
        for phase, times, waits in zip("abcde", reach.times, reach.waits, strict=True)
        if len(times)
    }


def phases(events: str, query: FunnelQuery) -> str:
    return "".join(counted(events, query))


def seconds(count: float) -> timedelta:
    return timedelta(seconds=count)


def test_each_phase_counts_with_its_first_event_after_the_one_before() -> None:
    assert counted("b0 a1 a2 b3 b4 c7", CLOSED) == {"a": (1, "in"), "b": (3, 2), "c": (7, 4)}


def test_a_tie_does_not_count_as_later() -> None:
    assert phases("a1 b1", CLOSED) == "a"
    assert counted("a1 b1 b2", CLOSED) == {"a": (1, "in"), "b": (2, 1)}


def test_a_phase_that_is_missing_ends_the_run() -> None:
    assert phases("a1 c2 d3", CLOSED) == "a"
    assert phases("b1 c2", CLOSED) == ""


def test_activities_of_one_phase_count_alike_and_those_of_none_never() -> None:
    rows = [("x", 1, "also a"), ("x", 2, "noise"), ("x", 3, "b")]
    assert [len(cases) for cases in reached(in_phases(a_log(rows)), CLOSED).cases] == [1, 1, 0, 0, 0]


def test_the_end_of_the_window_still_counts_and_a_microsecond_later_does_not() -> None:
    within = replace(CLOSED, window=seconds(5))
    assert phases("a1 b6", within) == "ab"
    assert phases("a1 b6.000001", within) == "a"


def test_the_window_runs_from_the_first_event_or_anew_from_each_step() -> None:
    assert phases("a0 b4 c8", replace(CLOSED, window=seconds(5))) == "ab"
    assert phases("a0 b4 c8", replace(CLOSED, window=seconds(5), window_start=WindowStart.STEP)) == "abc"


def test_a_late_first_event_is_not_replaced_by_a_better_one_unless_reentry_is_asked_for() -> None:
    within = replace(CLOSED, window=seconds(2))
    assert phases("a0 a5 b6", within) == "a"
    assert counted("a0 a5 b6", replace(within, reentry=True)) == {"a": (0, "in"), "b": (6, 1)}


def test_of_two_starts_that_meet_the_later_one_has_more_of_its_window_left() -> None:
    again = replace(CLOSED, window=seconds(4), reentry=True)
    assert counted("a0 a3 b4 c7", again) == {"a": (0, "in"), "b": (4, 4), "c": (7, 3)}


def test_a_new_start_changes_nothing_in_an_ordered_funnel_without_a_window() -> None:
    assert counted("a0 b2 a3 b4", replace(CLOSED, reentry=True)) == {"a": (0, "in"), "b": (2, 2)}


def test_open_a_case_enters_at_its_first_event_and_goes_on_from_there() -> None:
    assert counted("b1 c2 a3 b4", OPEN) == {"b": (1, "in"), "c": (2, 1)}
    assert phases("b1 d2 e3", OPEN) == "b"


def test_open_of_two_phases_at_one_instant_the_earlier_is_the_entry() -> None:
    assert counted("c1 b1 c2", OPEN) == {"b": (1, "in"), "c": (2, 1)}


def test_open_each_case_keeps_the_window_of_its_own_entry() -> None:
    rows = [("x", 0, "b"), ("x", 4, "c"), ("x", 8, "d"), ("y", 3, "c"), ("y", 8, "d")]
    reach = reached(in_phases(a_log(rows)), replace(OPEN, window=seconds(5)))
    assert [cases.tolist() for cases in reach.cases] == [[], [0], [0, 1], [1], []]


def test_open_with_reentry_whoever_came_from_the_phase_before_has_not_entered() -> None:
    again = replace(OPEN, reentry=True)
    assert counted("b1 a2 b4", again) == {"a": (2, "in"), "b": (4, 2)}
    assert counted("b4 a5", again) == {"a": (5, "in"), "b": (4, "in")}


def test_strict_is_broken_by_another_phase_but_not_by_an_unmatched_activity() -> None:
    assert phases("a1 c2 b3", STRICT) == "a"
    assert phases("a1 z2 b3", STRICT) == "ab"


def test_strict_is_not_broken_by_the_same_phase_again() -> None:
    assert counted("a1 a2 b3 b4 c5", STRICT) == {"a": (1, "in"), "b": (3, 2), "c": (5, 2)}


def test_strict_is_not_broken_at_the_two_instants_themselves() -> None:
    assert phases("a1 d1 b2 c2", STRICT) == "ab"
    assert phases("a1 d1 c2 b2 c3", STRICT) == "abc"


def test_strict_takes_the_best_run_of_a_case() -> None:
    assert counted("a0 c1 b2 a3 b4 c5", STRICT) == {"a": (3, "in"), "b": (4, 1), "c": (5, 1)}


def test_strict_of_equally_good_runs_the_first_counts() -> None:
    assert counted("a0 b1 a2 b5", STRICT) == {"a": (0, "in"), "b": (1, 1)}


def test_strict_the_window_can_prefer_a_later_start() -> None:
    assert counted("a0 a4 b5", replace(STRICT, window=seconds(2))) == {"a": (4, "in"), "b": (5, 1)}


def test_strict_a_run_that_leaves_its_window_is_no_better_for_it() -> None:
    within = replace(STRICT, window=seconds(5))
    assert counted("a0 b4 c8 a10 b11 c12", within) == {"a": (10, "in"), "b": (11, 1), "c": (12, 1)}


def test_strict_and_open_the_longest_run_may_begin_anywhere() -> None:
    assert counted("a0 c1 b2 c3 d4 b5", replace(STRICT, open=True)) == {"b": (2, "in"), "c": (3, 1), "d": (4, 1)}


def test_in_any_order_a_case_counts_when_it_has_all_phases_so_far() -> None:
    assert counted("c1 a2 b5 e6", ANY) == {"a": (2, "in"), "b": (5, 3), "c": (5, 0)}
    assert phases("b1 c2", ANY) == ""


def test_in_any_order_the_window_begins_with_the_first_event_of_any_phase() -> None:
    assert phases("c1 a2 b6", replace(ANY, window=seconds(4))) == "a"
    assert phases("z0 c1 a2 b5", replace(ANY, window=seconds(4))) == "abc"


def test_in_any_order_a_new_start_forgets_what_came_before() -> None:
    again = replace(ANY, window=seconds(4), reentry=True)
    assert counted("c1 a2 b6", again) == {"a": (2, "in"), "b": (6, 4)}


def test_in_any_order_and_open_a_case_enters_at_the_earliest_phase_that_it_has() -> None:
    assert counted("d1 b2 c3", replace(ANY, open=True)) == {"b": (2, "in"), "c": (3, 1), "d": (3, 0)}
    assert phases("d1 b2", replace(ANY, open=True)) == "b"


def test_an_optional_phase_may_be_skipped_and_counts_between_its_neighbours() -> None:
    may_skip = replace(CLOSED, optional=frozenset({1}))
    assert counted("a0 c3", may_skip) == {"a": (0, "in"), "c": (3, 3)}
    assert counted("a0 b1 c3", may_skip) == {"a": (0, "in"), "b": (1, 1), "c": (3, 3)}
    assert phases("a0 c3 b3 b4", may_skip) == "ac"
    assert phases("a0 b4", may_skip) == "ab"


def test_an_optional_phase_counts_until_the_end_of_the_window() -> None:
    may_skip = replace(CLOSED, optional=frozenset({1}), window=seconds(5))
    assert phases("a0 b5", may_skip) == "ab"
    assert phases("a0 b5.000001", may_skip) == "a"


def test_an_optional_phase_breaks_no_strict_run_and_nobody_enters_at_it() -> None:
    may_skip = frozenset({1})
    assert counted("a0 b1 c2", replace(STRICT, optional=may_skip)) == {"a": (0, "in"), "b": (1, 1), "c": (2, 2)}
    assert phases("b0 c1", replace(OPEN, optional=may_skip)) == "c"


def test_in_any_order_an_optional_phase_may_come_before_the_one_that_it_follows() -> None:
    assert counted("c0 b1 a2", replace(ANY, optional=frozenset({1}))) == {"a": (2, "in"), "b": (2, 0), "c": (2, 0)}
    assert phases("b0 a1 c2", replace(ANY, optional=frozenset({1}))) == "ac"


@pytest.mark.parametrize("query", [CLOSED, OPEN, STRICT, ANY])
def test_a_window_longer_than_all_time_is_none(query: FunnelQuery) -> None:
    assert counted("a0 b9 c99", replace(query, window=timedelta.max)) == counted("a0 b9 c99", query)
