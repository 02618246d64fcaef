"""What is left of an anonymous exercise: the same results, and nothing that tells people apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.live import (
    FACILITATOR,
    ExerciseKind,
    ExerciseState,
    Onlooker,
    PlayedAct,
    WithdrawCard,
    as_seen_by,
    begun,
    played,
    sealed,
)
from journey.live.exercise import ExerciseStage
from journey.live.sealing import standing_acts
from tests.live.scenes import CARDS, a_card, a_person, after, an_exercise, an_id, by, rows

DONE = ExerciseStage.DONE


def shown(state: ExerciseState) -> object:
    """What everybody sees, cards in no order."""
    seen = as_seen_by(state.on(state.exercise.model_copy(update={"stage": DONE})), Onlooker.PROJECTOR)
    assert seen is not None
    return seen.counts, sorted(map(repr, seen.cards)), seen.groups, seen.results


@pytest.mark.parametrize("kind", ExerciseKind)
@given(acts=rows)
def test_everybody_sees_the_same_as_before(kind: ExerciseKind, acts: list[PlayedAct]) -> None:
    exercise = an_exercise(kind, budget=6, per_option=6)
    state = played(begun(exercise), acts)
    for rewritten in (sealed(state, 7), standing_acts(state, 7)):
        assert [one.sequence for one in rewritten] == list(range(7, 7 + len(rewritten)))
        assert shown(played(begun(exercise), rewritten)) == shown(state)


@given(rows)
def test_no_two_rows_are_known_to_be_of_one_person(acts: list[PlayedAct]) -> None:
    state = played(begun(an_exercise(budget=6, per_option=6)), acts)
    keys = [one.key for one in sealed(state, 1) if one.key != FACILITATOR]
    assert len(keys) == len(set(keys))
    assert not set(keys) & {one.key for one in acts}


def test_withdrawn_and_former_words_are_gone() -> None:
    first, other = a_card("Former words", CARDS[0]), a_card("Withdrawn words", CARDS[1])
    later = a_card("Final words", CARDS[0])
    state = after(an_exercise(), by("petra", first, other, later, WithdrawCard(id=an_id(), card=CARDS[1])))
    left = repr(sealed(state, 1))
    assert "Final words" in left
    assert "Former words" not in left
    assert "Withdrawn words" not in left


def test_the_order_tells_nothing() -> None:
    cards = [f"card-{n:04}" for n in range(40)]
    state = played(begun(an_exercise()), [one for card in cards for one in by("petra", a_card("Words", card))])
    assert [one.act.slot for one in standing_acts(state, 1)] == [f"card/{card}" for card in cards]
    order = [one.act.slot for one in sealed(state, 1)]
    assert sorted(order) == [f"card/{card}" for card in cards] != order


@given(st.text(min_size=1, max_size=9), st.text(min_size=1, max_size=9))
def test_keys_of_an_anonymous_person_differ_by_exercise_and_slot_and_say_nothing(one: str, other: str) -> None:
    person = a_person(anonymous=True)
    keys = {person.key(exercise, slot) for exercise in ("first", "second") for slot in {one, other}}
    assert len(keys) == 2 * len({one, other})
    assert not {person.participant, person.secret} & keys
    assert person.key("first", one) == a_person(anonymous=True).key("first", one)
    assert person.secret not in repr(person)
