"""Medians, spreads and guesses against loops as plain as their definitions."""

from datetime import UTC, datetime
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.live import ExerciseKind, FeltSpread, GuessRate, Option, closest, felt, guessed, most_disagreed, revealed
from journey.model import Emotion, Language
from journey.numbers import funnel
from journey.numbers.guesses import against_guesses
from journey.phases import built_in
from tests.builders import a_count
from tests.live.scenes import a_score, after, an_exercise, an_id, by

NOW = datetime(2026, 11, 29, tzinfo=UTC)

scores = st.lists(st.integers(-2, 2), min_size=1, max_size=20).map(lambda given: tuple(sorted(given)))


@given(scores)
def test_median_counts_and_disagreement_are_those_of_a_plain_loop(given_scores: tuple[int, ...]) -> None:
    spread = FeltSpread("t", "", given_scores)
    n = len(given_scores)
    middle = [given_scores[(n - 1) // 2], given_scores[n // 2]]
    assert spread.median == sum(middle) / 2
    assert spread.counts == {score: given_scores.count(score) for score in (-2, -1, 0, 1, 2)}
    pairs = [abs(one - other) for one, other in combinations(given_scores, 2)]
    assert spread.disagreement == pytest.approx(sum(pairs) / len(pairs) if pairs else 0.0)
    low, high = spread.quartiles
    assert given_scores[0] <= low <= spread.median <= high <= given_scores[-1]


@given(scores)
def test_the_emotion_is_the_median_and_never_more_extreme(given_scores: tuple[int, ...]) -> None:
    spread = FeltSpread("t", "", given_scores)
    assert abs(spread.emotion - spread.median) <= 0.5
    assert abs(spread.emotion) <= abs(spread.median)


def test_scores_are_by_touchpoint_and_persona_in_the_exercise_s_order() -> None:
    personas = [Option(id="alma", words="Alma"), Option(id="bert", words="Bert")]
    feel = an_exercise(ExerciseKind.FEEL, personas=personas)
    scored = [
        by("petra", a_score(2, "option-1", "bert"), a_score(-1, "option-0", "alma")),
        by("jonas", a_score(0, "option-0", "alma")),
    ]
    assert felt(after(feel, *scored)) == (FeltSpread("option-0", "alma", (-1, 0)), FeltSpread("option-1", "bert", (2,)))
    assert felt(after(feel, by("petra", a_score(1, "option-0")))) == ()


def test_where_the_room_disagrees_most_is_one_or_a_tie_or_nothing() -> None:
    torn, torn_too, calm = FeltSpread("a", "", (-2, 2)), FeltSpread("b", "", (-2, 2)), FeltSpread("c", "", (1, 1))
    assert most_disagreed([torn, calm]) == (torn,)
    assert most_disagreed([torn, calm, torn_too]) == (torn, torn_too)
    assert most_disagreed([calm]) == most_disagreed([]) == ()
    assert FeltSpread("a", "", (-2, 2)).emotion is Emotion.NEUTRAL


@given(
    st.lists(
        st.tuples(st.sampled_from("abc"), st.sampled_from(["option-0", "option-1"]), st.integers(0, 100)), max_size=8
    )
)
def test_closest_is_who_is_off_least_on_average_over_the_measured_steps(told: list[tuple[str, str, int]]) -> None:
    rows = [by(who, GuessRate(id=an_id(), phase=phase, share=share)) for who, phase, share in told]
    silent = after(an_exercise(ExerciseKind.ESTIMATE), *rows)
    shown = silent.on(revealed(silent.exercise, NOW, {"option-0": 50.0, "option-9": 1.0}))
    off = {who: abs(share - 50) for who, phase, share in told if phase == "option-0"}
    assert closest(shown) == tuple(sorted(who for who in off if off[who] == min(off.values())))
    assert closest(silent) == ()


def test_guesses_stand_beside_the_measured_with_names_where_there_are_names() -> None:
    model = built_in(Language.EN)[0]
    first, second = (phase.id for phase in model.phases[:2])
    estimate = an_exercise(ExerciseKind.ESTIMATE, options=[Option(id=second, words="Second")])
    acts = [GuessRate(id=an_id(), phase=second, share=share) for share in (40, 10)]
    state = after(estimate, by("petra", acts[0]), by("jonas", acts[1]))
    measured = funnel([a_count(100, first), a_count(30, second)], model)
    named = against_guesses(guessed(state, {"petra": "Petra", "jonas": "Jonas"}), measured)
    assert (named.steps[0].guesses, named.steps[0].measured) == ((("Jonas", 0.1), ("Petra", 0.4)), 0.3)
    assert [person.author for person in named.people] == ["Petra", "Jonas"]
    nameless = against_guesses(guessed(state, {}), measured)
    assert (nameless.steps[0].shares, nameless.people) == ((0.1, 0.4), ())
