"""Several steps looked at together: whatever nothing changed in may be claimed in one of twenty looks, however many steps."""

from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.numbers.comparison import Portion, difference
from journey.numbers.several import ALPHA, holm, p_value
from journey.rounds import step_changes

RATES = (0.62, 0.08, 0.35, 0.5, 0.91, 0.15, 0.27)
RUNS = 1_000
ERROR = 1.96 * (ALPHA * (1 - ALPHA) / RUNS) ** 0.5
"""How far a share of one in twenty may lie from that in so many runs."""


def drawn(random: Random, people: int, rate: float) -> Portion:
    return Portion(sum(random.random() < rate for _ in range(people)), people)


@pytest.mark.parametrize("steps", [1, 7])
def test_where_nothing_changed_at_most_one_look_in_twenty_claims_something(steps: int) -> None:
    random = Random(20261129)
    claims = 0
    for _ in range(RUNS):
        before, after = (
            {("", str(place)): drawn(random, 150, rate) for place, rate in enumerate(RATES[:steps])} for _ in "ab"
        )
        claims += any(change.claimed for change in step_changes(before, after))
    assert claims / RUNS <= ALPHA + ERROR


def test_what_changed_much_is_claimed_among_seven() -> None:
    before = {("", str(place)): Portion(round(400 * rate), 400) for place, rate in enumerate(RATES)}
    after = before | {("", "1"): Portion(72, 400)}
    assert [change.phase for change in step_changes(before, after) if change.claimed] == ["1"]


@pytest.mark.parametrize(
    ("first", "second"), [((400, 1_000), (450, 1_000)), ((90, 3_000), (131, 3_000)), ((611, 800), (590, 800)), ((30, 90), (45, 90))]
)  # fmt: skip
def test_the_p_value_is_close_to_that_of_the_chi_square_test(first: tuple[int, int], second: tuple[int, int]) -> None:
    from scipy.stats import chi2_contingency  # loads a second long, in each worker that only collects this file

    table = [[successes, trials - successes] for successes, trials in (first, second)]
    expected = chi2_contingency(table, correction=False).pvalue
    assert p_value(difference(Portion(*first), Portion(*second))) == pytest.approx(expected, rel=0.15)


@given(st.integers(1, 500), st.integers(1, 500), st.floats(0, 1), st.floats(0, 1))
def test_a_difference_can_be_claimed_where_its_p_value_is_below_one_in_twenty(
    one: int, other: int, a: float, b: float
) -> None:
    found = difference(Portion(round(one * a), one), Portion(round(other * b), other))
    p = p_value(found)
    assert found.claimable == (p < ALPHA) or p == pytest.approx(ALPHA, abs=1e-9)


@given(st.lists(st.floats(0, 0.2), max_size=6))
def test_holm_claims_what_every_set_of_steps_around_it_claims(p_values: list[float]) -> None:
    """The closed test, which he proved to be the same: a step is claimed where in every set with it the smallest p-value is
    small enough for the whole set."""
    every = range(len(p_values))
    sets = [found for size in range(1, len(p_values) + 1) for found in combinations(every, size)]
    rejected = {found for found in sets if min(p_values[place] for place in found) <= ALPHA / len(found)}
    expected = tuple(all(found in rejected for found in sets if place in found) for place in every)
    assert holm(p_values) == expected
