"""Two step rates beside each other: the interval of their difference, and what may be said about it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.model import Language
from journey.numbers import BadCounts, Funnel, Stage, funnel, wilson
from journey.numbers.comparison import Portion, ShareDifference, Span, compare, difference
from journey.phases import built_in
from tests.builders import a_count

DE, EN = Language.DE, Language.EN
MODEL = next(model for model in built_in(EN) if model.id == "aida-plus")
portions = st.integers(1, 10**7).flatmap(lambda n: st.integers(0, n).map(lambda s: Portion(s, n)))


@pytest.mark.parametrize(
    ("first", "second", "low", "high"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((6, 7), (2, 7), 0.0582, 0.8062),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((0, 10), (0, 20), -0.1611, 0.2775),
        ((0, 10), (0, 10), -0.2775, 0.2775),
        ((10, 10), (0, 20), 0.6791, 1.0),
        ((10, 10), (0, 10), 0.6075, 1.0),
    ],
)
def test_the_interval_is_newcombes(first: tuple[int, int], second: tuple[int, int], low: float, high: float) -> None:
    """The examples of his 1998 paper (table II, method 10), which takes the second from the first."""
    ends = difference(Portion(*second), Portion(*first), z=1.959964).interval
    assert ends == pytest.approx((low, high), abs=5e-5)


# statsmodels 0.15.0, confint_proportions_2indep(*second, *first, method="newcomb", compare="diff").
@pytest.mark.parametrize(
    ("first", "second", "low", "high"),
    [
        ((56, 70), (48, 80), -0.33387265403690614, -0.05243147240236498),
        ((9, 10), (3, 10), -0.809017973535488, -0.1705227239345029),
        ((200, 1_000), (230, 1_000), -0.0060251086711022375, 0.06594070393098542),
    ],
)
def test_the_interval_has_the_digits_of_other_software(
    first: tuple[int, int], second: tuple[int, int], low: float, high: float
) -> None:
    assert difference(Portion(*first), Portion(*second)).interval == pytest.approx((low, high), abs=1e-15)


@given(portions, portions)
def test_the_interval_holds_the_difference_and_stays_between_minus_one_and_one(one: Portion, other: Portion) -> None:
    found = difference(one, other)
    assert -1 <= found.interval.low <= found.value <= found.interval.high <= 1


@given(portions, portions)
def test_turned_round_everything_turns_round(one: Portion, other: Portion) -> None:
    there, back = difference(one, other), difference(other, one)
    assert there.value == -back.value
    assert there.interval == pytest.approx((-back.interval.high, -back.interval.low), abs=1e-12)
    assert there.claimable == back.claimable


@given(portions)
def test_a_share_does_not_differ_from_itself(one: Portion) -> None:
    found = difference(one, one)
    assert found.value == 0
    assert not found.claimable


@given(portions, portions)
def test_what_is_claimed_is_beyond_at_least_one_interval(one: Portion, other: Portion) -> None:
    if difference(one, other).claimable:
        mine, theirs = wilson(*one), wilson(*other)
        assert not mine.low <= other.rate <= mine.high or not theirs.low <= one.rate <= theirs.high


@given(portions, portions, st.sampled_from(Language))
def test_there_is_a_sentence_for_every_difference(one: Portion, other: Portion, language: Language) -> None:
    words = difference(one, other).words(language, "{a}", "B")
    assert "{a}" in words
    assert words.endswith((".", "!"))


def test_an_interval_that_touches_zero_claims_nothing() -> None:
    one = Portion(1, 2)
    assert not ShareDifference(one, one, 0.1, Span(0.0, 0.2)).claimable
    assert not ShareDifference(one, one, -0.1, Span(-0.2, 0.0)).claimable


def test_shares_of_nobody_cannot_be_compared() -> None:
    with pytest.raises(BadCounts):
        difference(Portion(0, 0), Portion(1, 2))
    with pytest.raises(BadCounts):
        difference(Portion(3, 2), Portion(1, 2))


def _said(first: tuple[int, int], second: tuple[int, int], language: Language) -> str:
    return difference(Portion(*first), Portion(*second)).words(language, "A", "B")


def test_a_difference_is_said_plainly() -> None:
    assert _said((400, 1000), (310, 1000), EN) == "In “A” 40% go on, in “B” 31%: 9 percentage points fewer (5 to 13)."
    assert _said((310, 1000), (400, 1000), EN) == "In “A” 31% go on, in “B” 40%: 9 percentage points more (5 to 13)."
    assert _said((400, 1000), (310, 1000), DE) == (
        "In „A“ gehen 40\u202f% weiter, in „B“ 31\u202f%: 9 Prozentpunkte weniger (5 bis 13)."
    )


def test_where_nothing_can_be_claimed_that_is_said() -> None:
    assert _said((8, 20), (6, 20), EN) == (
        "In “A” 40% go on, in “B” 30%. No difference can be claimed: 36 percentage points fewer to 18 more would fit too."
    )
    assert "Ein Unterschied lässt sich nicht behaupten" in _said((8, 20), (6, 20), DE)


def test_small_differences_do_not_look_like_none() -> None:
    assert "0.6 percentage points more (0.5 to 0.7)" in _said((200, 50_000), (500, 50_000), EN)
    assert "1 percentage point more" in _said((200_000, 1_000_000), (213_000, 1_000_000), EN)


def _funnel(*counts: int | None) -> Funnel:
    cards = [a_count(n, phase.id) for n, phase in zip(counts, MODEL.phases, strict=False) if n is not None]
    return funnel(cards, MODEL)


def test_every_transition_that_both_have_is_compared() -> None:
    steps = compare(_funnel(1000, 400, 100, 50), _funnel(900, 300, None, 20, 10))
    assert [(step.previous, step.phase_id) for step in steps] == [(MODEL.phases[0].id, MODEL.phases[1].id)]
    (step,) = steps
    assert (step.name, step.difference.first, step.difference.second) == ("Favorability", (400, 1000), (300, 900))
    assert step.difference.claimable
    assert not step.few_cases


def test_steps_that_rise_or_start_with_nobody_are_left_out_and_few_cases_marked() -> None:
    assert compare(_funnel(10, 20), _funnel(10, 5)) == ()
    assert compare(_funnel(0, 0), _funnel(10, 5)) == ()
    assert [step.few_cases for step in compare(_funnel(1000, 400), _funnel(10, 5))] == [True]


def test_in_a_log_only_those_who_came_from_the_stage_before_count() -> None:
    def log_funnel(continued: int) -> Funnel:
        first = Stage("a", "A", 0, 100, entered=100, continued=0)
        return Funnel((first, Stage("b", "B", 1, 90, previous="a", entered=90 - continued, continued=continued)))

    (step,) = compare(log_funnel(40), log_funnel(60))
    assert isinstance(step.difference, ShareDifference)
    assert (step.difference.first, step.difference.second) == ((40, 100), (60, 100))
