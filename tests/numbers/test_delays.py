"""A step that takes less time: who gains what, and who makes it within the window."""

from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.numbers import Quartiles
from journey.numbers.delays import shortened

DAY = 86_400_000_000
DAYS = timedelta(days=1)


def days(*counts: float) -> np.ndarray:
    return np.array([round(count * DAY) for count in counts], np.int64)


def in_days(spread: Quartiles | None) -> tuple[float, ...]:
    assert spread is not None
    return tuple(seconds / 86_400 for seconds in spread)


def test_everybody_gains_the_time_but_nobody_more_than_they_waited() -> None:
    found = shortened(days(12, 1, 8, 4, 5), 2 * DAYS)
    assert found is not None
    assert in_days(found.before) == (4, 5, 8)
    assert in_days(found.after) == (2, 3, 6)
    assert (found.journey_before, found.on_time_before, found.factor) == (None, None, None)
    nothing_left = shortened(days(1, 1, 1), 2 * DAYS)
    assert nothing_left is not None
    assert in_days(nothing_left.after) == (0, 0, 0)


def test_more_people_make_it_within_the_window() -> None:
    found = shortened(days(1, 4, 5, 8, 12), 2 * DAYS, window=6 * DAYS)
    assert found is not None
    assert (found.on_time_before, found.on_time_after) == ((3, 5), (4, 5))
    assert found.factor == pytest.approx(4 / 3)
    nobody = shortened(days(9), 2 * DAYS, window=6 * DAYS)
    assert nobody is not None
    assert nobody.factor is None


def test_the_windows_end_still_counts() -> None:
    found = shortened(days(8), 2 * DAYS, window=6 * DAYS)
    assert found is not None
    assert found.on_time_after == (1, 1)


def test_the_whole_journey_shrinks_by_what_each_case_gained() -> None:
    found = shortened(days(8, 1, 4), 3 * DAYS, elapsed=days(28, 11, 14), window=12 * DAYS)
    assert found is not None
    assert in_days(found.journey_before) == (12.5, 14, 21)
    assert in_days(found.journey_after) == (10.5, 11, 18)
    assert (found.on_time_before, found.on_time_after) == ((1, 3), (2, 3))


def test_cases_that_entered_here_did_not_wait() -> None:
    waits = np.array([-1, 4 * DAY, -1], np.int64)
    found = shortened(waits, DAYS, elapsed=days(5, 6, 7))
    assert found is not None
    assert (in_days(found.before), in_days(found.journey_before)) == ((4, 4, 4), (6, 6, 6))
    assert shortened(waits[:1], DAYS) is None


@given(st.lists(st.integers(-1, 10**15), min_size=1, max_size=30), st.integers(0, 10**15), st.integers(0, 10**15))
def test_nobody_is_late_who_was_on_time_and_the_given_times_stay(waits: list[int], by: int, window: int) -> None:
    given_times = np.array(waits, np.int64)
    found = shortened(given_times, timedelta(microseconds=by), window=timedelta(microseconds=window))
    assert given_times.tolist() == waits
    if found:
        assert found.on_time_before is not None
        assert found.on_time_after is not None
        assert found.on_time_before.successes <= found.on_time_after.successes
        assert all(after <= before for before, after in zip(found.before, found.after, strict=True))
    same = shortened(given_times, timedelta(0), window=timedelta(microseconds=window))
    assert same is None or (same.before, same.on_time_before) == (same.after, same.on_time_after)
