"""Work in several threads: every item has its result, in order, and no error is lost."""

import threading

import pytest

from journey.numbers.log.at_once import at_once


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
