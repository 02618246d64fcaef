"""The usual order of activities: what phases are when nobody named any."""

from journey.numbers.log.usual_order import usual_order
from tests.numbers.log.logs import a_log


def test_activities_stand_by_the_median_of_their_first_places() -> None:
    rows = [(1, 0, "look"), (1, 1, "ask"), (1, 2, "buy"), (2, 0, "look"), (2, 1, "buy"), (3, 0, "ask"), (3, 1, "look")]
    assert usual_order(a_log(rows)) == ("look", "ask", "buy")


def test_only_the_first_time_in_a_case_counts() -> None:
    rows = [(1, 0, "look"), (1, 1, "buy"), *((1, second, "look") for second in range(2, 20))]
    assert usual_order(a_log(rows)) == ("look", "buy")


def test_of_two_at_the_same_place_the_more_frequent_comes_first_then_the_smaller_name() -> None:
    rows = [(1, 0, "b"), (2, 0, "c"), (3, 0, "c"), (4, 0, "a")]
    assert usual_order(a_log(rows)) == ("c", "a", "b")


def test_an_empty_log_has_no_activities() -> None:
    assert usual_order(a_log([])) == ()
