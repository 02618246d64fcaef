"""A shorter wait before one phase."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from journey.numbers.comparison import Portion
from journey.numbers.delays import Shortened
from journey.numbers.log.coded import CodedLog, PhasedLog
from journey.numbers.log.delay import shorter_wait
from journey.numbers.log.funnel_query import FunnelQuery, Order
from tests.numbers.log.logs import Row, a_log, event_logs, in_phases
from tests.typed import there

THREE = ("a", "b", "c")


def through(*rows: Row) -> PhasedLog:
    return in_phases(a_log(rows), THREE)


def medians(found: Shortened | None) -> tuple[float, float]:
    return there(there(found).journey_before).median, there(there(found).journey_after).median


def test_a_shorter_wait_shortens_the_journey_by_as_much() -> None:
    log = through(("x", 0, "a"), ("x", 100, "b"), ("x", 130, "c"))
    assert medians(shorter_wait(log, FunnelQuery(), "b", timedelta(seconds=40))) == (130, 90)


def test_no_wait_becomes_shorter_than_nothing() -> None:
    log = through(("x", 0, "a"), ("x", 100, "b"), ("x", 130, "c"))
    assert medians(shorter_wait(log, FunnelQuery(), "c", timedelta(seconds=40))) == (130, 100)


def test_who_was_too_late_for_the_window_can_come_in_time() -> None:
    log = through(("x", 0, "a"), ("x", 10, "b"), ("x", 20, "c"), ("y", 0, "a"), ("y", 50, "b"), ("y", 60, "c"))
    found = there(shorter_wait(log, FunnelQuery(window=timedelta(seconds=30)), "b", timedelta(seconds=30)))
    assert (found.on_time_before, found.on_time_after) == (Portion(1, 2), Portion(2, 2))


def test_a_journey_that_nobody_ends_has_no_wait_to_shorten() -> None:
    assert shorter_wait(through(("x", 0, "a"), ("x", 10, "b")), FunnelQuery(), "b", timedelta(1)) is None


def test_the_first_phase_has_no_wait_before_it() -> None:
    assert shorter_wait(through(("x", 0, "a"), ("x", 1, "b"), ("x", 2, "c")), FunnelQuery(), "a", timedelta(1)) is None


@given(event_logs(), st.sampled_from(Order), st.booleans(), st.integers(0, 20))
def test_shortening_never_lengthens_and_by_nothing_changes_nothing(
    log: CodedLog, order: Order, opened: bool, seconds: int
) -> None:
    query = FunnelQuery(order, opened, timedelta(seconds=5))
    found = shorter_wait(in_phases(log, THREE), query, "b", timedelta(seconds=seconds))
    if found:
        before, after = medians(found)
        assert after <= before <= after + seconds
        assert there(found.on_time_after).successes >= there(found.on_time_before).successes
        assert seconds or before == after
