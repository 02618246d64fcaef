"""Wilson's interval against published digits and its own laws."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.numbers import BadCounts, wilson


# Newcombe (1998), Statistics in Medicine 17:857-872, table I, method 3 (score interval without correction).
@pytest.mark.parametrize(
    ("successes", "trials", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_the_interval_has_the_published_digits(successes, trials, low, high):
    assert wilson(successes, trials) == (pytest.approx(low, abs=5e-5), pytest.approx(high, abs=5e-5))


def test_nobody_asked_means_nothing_is_known():
    assert wilson(0, 0) == (0.0, 1.0)


@pytest.mark.parametrize(("successes", "trials"), [(2, 1), (-1, 3), (0, -1)])
def test_what_is_not_a_share_is_refused(successes, trials):
    with pytest.raises(BadCounts, match=f"{successes} of {trials}"):
        wilson(successes, trials)


@given(st.integers(0, 5_000), st.integers(0, 5_000))
def test_the_interval_holds_the_rate_and_mirrors_its_complement(one, other):
    successes, trials = min(one, other), max(one, other, 1)
    interval, mirrored = wilson(successes, trials), wilson(trials - successes, trials)
    assert 0 <= interval.low <= successes / trials <= interval.high <= 1
    assert interval.low == pytest.approx(1 - mirrored.high)
    assert wilson(successes * 4, trials * 4).width <= interval.width
