"""What is in a log, before any question."""

from collections import defaultdict
from datetime import date

from hypothesis import given

from journey.numbers.log.coded import CodedLog
from journey.numbers.log.tally import Tally, first_and_last_day, tally
from tests.numbers.log.logs import a_log, event_logs


def test_a_case_counts_once_for_an_activity_however_often_it_occurs() -> None:
    log = a_log([("a", 1, "visit"), ("a", 2, "visit"), ("b", 1, "visit"), ("b", 2, "order")])
    assert tally(log) == (Tally("visit", 3, 2), Tally("order", 1, 1))


def test_groups_count_a_case_once_though_it_has_two_of_their_activities() -> None:
    log = a_log([("a", 1, "visit"), ("a", 2, "search"), ("b", 1, "order")])
    assert tally(log, {"visit": "shop", "search": "shop"}) == (Tally("shop", 2, 1),)


def test_the_days_of_a_log_are_those_of_its_first_and_last_event() -> None:
    day = 86_400
    assert first_and_last_day(a_log([("a", 3 * day, "x"), ("b", day - 1, "x")])) == (date(2026, 1, 1), date(2026, 1, 4))
    assert first_and_last_day(a_log([])) is None


@given(event_logs())
def test_a_tally_agrees_with_counting_one_by_one(log: CodedLog) -> None:
    events: dict[str, int] = defaultdict(int)
    cases: dict[str, set[int]] = defaultdict(set)
    for case, code in zip(log.case, log.activity.codes, strict=True):
        name = log.activity.names[code]
        events[name] += 1
        cases[name].add(case)
    assert {one.name: (one.events, one.cases) for one in tally(log)} == {
        name: (events[name], len(cases[name])) if name in events else (0, 0) for name in log.activity.names
    }
