"""What is worked out is made once, whoever asks at the same time, and tried again by the next one where it failed."""

import threading
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest

from ui.state.worked_out import Shelf, made_of


def test_of_several_who_ask_at_once_one_makes_it() -> None:
    shelf, made, both = Shelf(10), [], threading.Barrier(2)

    def make() -> object:
        made.append(object())
        return made[-1]

    def ask() -> object:
        both.wait()
        return shelf.take("map", make)

    with ThreadPoolExecutor(2) as people:
        first, second = [asked.result() for asked in [people.submit(ask) for _ in range(2)]]
    assert first is second
    assert len(made) == 1


def test_who_waits_for_one_that_fails_makes_it_oneself() -> None:
    shelf, begun, may_fail = Shelf(10), threading.Event(), threading.Event()

    def fail() -> None:
        begun.set()
        may_fail.wait(5)
        raise KeyboardInterrupt  # like a run that is cut off: no ordinary exception

    with ThreadPoolExecutor(2) as people:
        cut_off = people.submit(shelf.take, "map", fail)
        assert begun.wait(5)
        other = people.submit(shelf.take, "map", lambda: "the map")
        may_fail.set()
        assert other.result(5) == "the map"
        with pytest.raises(KeyboardInterrupt):
            cut_off.result()


def test_what_nobody_asked_for_lately_goes() -> None:
    shelf, made = Shelf(2), list[str]()
    for key in ("a", "b", "a", "c", "a", "b"):
        shelf.take(key, partial(made.append, key))
    assert made == ["a", "b", "c", "b"]


def test_what_rests_on_values_alone_is_made_once_for_each_of_them() -> None:
    first = made_of("stages", ((120, 40), "€"), object)
    assert made_of("stages", ((120, 40), "€"), object) is first
    assert made_of("stages", ((120, 41), "€"), object) is not first
    assert made_of("steps", ((120, 40), "€"), object) is not first
