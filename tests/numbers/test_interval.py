"""Wilson's interval against published digits and its own laws."""

from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.numbers import BadCounts, wilson
from journey.numbers.interval import Z_95


# Newcombe (1998), Statistics in Medicine 17:857-872, table I, method 3 (score interval without correction).
@pytest.mark.parametrize(
    ("successes", "trials", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_the_interval_has_the_published_digits(successes: int, trials: int, low: float, high: float) -> None:
    assert wilson(successes, trials) == pytest.approx((low, high), abs=5e-5)


# scipy 1.16.3, binomtest(successes, trials).proportion_ci(method="wilson"); statsmodels 0.15.0 differs by 1e-16 at most.
@pytest.mark.parametrize(
    ("successes", "trials", "low", "high"),
    [
        (81, 263, 0.2552885198782742, 0.36620957698280004),
        (15, 148, 0.06238639953073629, 0.16048724172330803),
        (1, 29, 0.006113214292762667, 0.17175521879320282),
        (489, 1_000, 0.4581191521232714, 0.5199650365634109),
        (3, 7, 0.1582198552514697, 0.7495416354723428),
        (999_999, 1_000_000, 0.9999943350881957, 0.9999998234754233),
    ],
)
def test_the_interval_has_the_digits_of_other_software(successes: int, trials: int, low: float, high: float) -> None:
    assert wilson(successes, trials) == pytest.approx((low, high), abs=1e-15)


def test_the_quantile_is_exact() -> None:
    assert abs(Z_95 - NormalDist().inv_cdf(0.975)) < 5e-16


@pytest.mark.parametrize("trials", [1, 2, 7, 20, 1_000_000])
def test_of_nobody_and_of_all_the_outer_end_is_exact(trials: int) -> None:
    assert wilson(0, trials).low == 0
    assert wilson(trials, trials).high == 1


def test_nobody_asked_means_nothing_is_known() -> None:
    assert wilson(0, 0) == (0.0, 1.0)


@pytest.mark.parametrize(("successes", "trials"), [(2, 1), (-1, 3), (0, -1)])
def test_what_is_not_a_share_is_refused(successes: int, trials: int) -> None:
    with pytest.raises(BadCounts, match=f"{successes} of {trials}"):
        wilson(successes, trials)


@given(st.integers(0, 5_000), st.integers(0, 5_000))
def test_the_interval_holds_the_rate_and_mirrors_its_complement(one: int, other: int) -> None:
    successes, trials = min(one, other), max(one, other, 1)
    interval, mirrored = wilson(successes, trials), wilson(trials - successes, trials)
    assert 0 <= interval.low <= successes / trials <= interval.high <= 1
    assert interval.low == pytest.approx(1 - mirrored.high)
    assert wilson(successes * 4, trials * 4).width <= interval.width
