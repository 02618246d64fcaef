"""The usual order of activities: what phases are when nobody named any."""

from journey.numbers.log.usual_order import course, usual_order
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


def test_of_two_ways_apart_the_one_that_more_cases_went_comes_first() -> None:
    shipped = [(case, step, ("order", "pay", "ship")[step]) for case in range(5) for step in range(3)]
    cancelled = [(case, step, ("order", "cancel")[step]) for case in range(5, 8) for step in range(2)]
    assert usual_order(a_log([*shipped, *cancelled])) == ("order", "pay", "ship", "cancel")


def test_an_order_that_was_given_holds_where_the_cases_do_not_know_better() -> None:
    rows = [
        (1, 0, "order"),
        (1, 1, "pay"),
        (1, 2, "ship"),
        (2, 0, "order"),
        (2, 1, "cancel"),
        (3, 0, "order"),
        (3, 1, "pay"),
    ]
    assert course(a_log(rows), ("order", "pay", "ship", "cancel")) == ("order", "pay", "ship", "cancel")
    assert course(a_log(rows), ("ship", "cancel", "pay", "order")) == ("order", "pay", "ship", "cancel")
    assert course(a_log(rows), ("pay",)) == ("pay", "order", "cancel", "ship")
