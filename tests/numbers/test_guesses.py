"""Guesses against what was measured: spread, distance, who was nearest, and how well people guess."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.model import Guess, Language
from journey.numbers import Funnel, funnel
from journey.numbers.guesses import Calibration, StepGuesses, against_guesses
from journey.phases import built_in
from tests.builders import a_count, a_guess
from tests.typed import about

MODEL = next(model for model in built_in(Language.EN) if model.id == "aida-plus")
PHASES = [phase.id for phase in MODEL.phases]


def _funnel(*counts: int | None) -> Funnel:
    return funnel([a_count(n, phase) for n, phase in zip(counts, PHASES, strict=False) if n is not None], MODEL)


def _step(guesses: list[Guess], *counts: int | None, place: int = 1) -> StepGuesses:
    return against_guesses(guesses, _funnel(*counts)).steps[place - 1]


def _guessed(*shares: float, phase: str = PHASES[1]) -> list[Guess]:
    return [a_guess(share, phase, author=f"Person {place}", rank=place) for place, share in enumerate(shares)]


def test_every_transition_of_the_model_is_there_guessed_or_not() -> None:
    found = against_guesses([], _funnel())
    assert [(step.before, step.name, step.position) for step in found.steps][:2] == [
        ("Awareness", "Favorability", 1),
        ("Favorability", "Consideration", 2),
    ]
    assert len(found.steps) == len(PHASES) - 1
    assert (found.people, found.most_off) == ((), None)
    empty = found.steps[0]
    assert (empty.median, empty.quartiles, empty.range, empty.off) == (None, None, None, None)


def test_median_spread_and_distance_from_the_measured_share() -> None:
    step = _step(_guessed(60, 20, 30, 50), 1000, 250)
    assert step.shares == (0.2, 0.3, 0.5, 0.6)
    assert step.median == pytest.approx(0.4)
    assert step.quartiles == pytest.approx((0.275, 0.525))
    assert step.range == (0.2, 0.6)
    assert step.measured == 0.25
    assert step.off == pytest.approx(0.15)


def test_a_single_guess_is_its_own_spread() -> None:
    step = _step(_guessed(40), 1000, 250)
    assert (step.median, step.quartiles, step.range) == (0.4, (0.4, 0.4), (0.4, 0.4))


def test_people_are_ranked_by_their_mean_distance() -> None:
    guesses = [
        a_guess(35, PHASES[1], author="Mia", rank=1),
        a_guess(10, PHASES[2], author="Mia", rank=2),
        a_guess(30, PHASES[1], author="Jo", rank=3),
        a_guess(60, PHASES[3], author="Jo", rank=4),
        a_guess(1, PHASES[1], author="", rank=5),
    ]
    people = against_guesses(guesses, _funnel(1000, 250, 50)).people
    assert people == (
        Calibration("Jo", 1, about(0.05), about(0.05)),
        Calibration("Mia", 2, about(0.10), about(0.0)),
    )


def test_the_step_that_was_misjudged_most_is_named() -> None:
    guesses = [*_guessed(30), *_guessed(90, phase=PHASES[2])]
    most = against_guesses(guesses, _funnel(1000, 250, 50)).most_off
    assert most is not None
    assert most.phase_id == PHASES[2]


def test_the_first_guess_of_a_named_author_counts_and_every_nameless_one() -> None:
    guesses = [
        a_guess(10, PHASES[1], author="Mia", rank=1),
        a_guess(99, PHASES[1], author="Mia", rank=2),
        a_guess(20, PHASES[1], rank=3),
        a_guess(20, PHASES[1], rank=4),
        a_guess(None, PHASES[1], author="Jo", rank=5),
        a_guess(50, PHASES[0], author="Jo", rank=6),
        a_guess(50, "gone.phase", author="Jo", rank=7),
    ]
    step = _step(guesses, 1000, 250)
    assert step.guesses == (("Mia", 0.1), ("", 0.2), ("", 0.2))


def test_a_guess_is_not_held_against_another_step() -> None:
    skipped = _step(_guessed(40, phase=PHASES[2]), 1000, None, 200, place=2)
    assert (skipped.measured, skipped.off) == (None, None)
    rising = _step(_guessed(40), 100, 200)
    assert rising.measured is None


@given(
    st.lists(st.integers(0, 100), min_size=1, max_size=9),
    st.integers(1, 500).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n))),
)
def test_what_is_said_of_guesses_lies_among_them(shares: list[int], counts: tuple[int, int]) -> None:
    found = against_guesses(_guessed(*shares), _funnel(*counts))
    step = found.steps[0]
    assert step.range is not None
    assert step.quartiles is not None
    assert step.median is not None
    ends = [step.range.low, step.quartiles.low, step.median, step.quartiles.high, step.range.high]
    assert ends == pytest.approx(sorted(ends))
    best = found.people[0]
    assert abs(best.bias) == pytest.approx(best.error)
