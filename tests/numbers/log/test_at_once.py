"""Work in several threads: every item has its result, in order, and no error is lost."""

import threading
from collections.abc import Iterator

import pytest

from journey.numbers.log.at_once import at_once, in_turn


def test_results_stand_in_the_order_of_the_items() -> None:
    first_may_end = threading.Event()

    def work(item: int) -> int:
        if item == 0:
            assert first_may_end.wait(10)
        else:
            first_may_end.set()
        return item * 10

    assert at_once(work, (item for item in range(2))) == [0, 10]


@pytest.mark.parametrize("items", [[], [1], [1, 2, 3]])
def test_every_item_is_worked_on_once(items: list[int]) -> None:
    seen: list[int] = []
    at_once(seen.append, items)
    assert sorted(seen) == items


@pytest.mark.parametrize("items", [["x"], ["1", "x", "2"]])
def test_an_error_in_one_of_them_is_raised(items: list[str]) -> None:
    with pytest.raises(ValueError, match="'x'"):
        at_once(int, items)


def test_items_are_taken_a_few_ahead_of_the_results() -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for item in range(1_000):
            taken.append(item)
            yield item

    results = in_turn(lambda item: item * 10, items())
    assert [next(results), next(results)] == [0, 10]
    assert len(taken) < 100
    assert list(results) == [item * 10 for item in range(2, 1_000)]


def test_the_first_error_is_raised_in_its_place_and_no_more_items_are_taken() -> None:
    taken: list[str] = []

    def items() -> Iterator[str]:
        for item in ["1", "x", *["2"] * 1_000]:
            taken.append(item)
            yield item

    results = in_turn(int, items())
    assert next(results) == 1
    with pytest.raises(ValueError, match="'x'"):
        next(results)
    assert len(taken) < 100


def test_who_stops_asking_ends_what_is_under_way() -> None:
    results = in_turn(lambda item: item, iter(range(1_000)))
    next(results)
    before = threading.active_count()
    results.close()
    assert threading.active_count() < before
