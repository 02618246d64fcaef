"""Dots: never more than the budget and never too many on one option, in whatever order acts arrive."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from journey.live import (
    FACILITATOR,
    CastDot,
    CountHands,
    ExerciseKind,
    GiveOpinion,
    Opinion,
    Option,
    PlayedAct,
    opinions,
    proposed_budget,
    voted,
)
from tests.live.scenes import OPTIONS, PEOPLE, a_dot, after, an_exercise, an_id, by

VOTE = an_exercise(ExerciseKind.VOTE, budget=3, per_option=2)


@st.composite
def dots(draw: st.DrawFn) -> list[PlayedAct]:
    options = st.sampled_from(["", "gone", *(option.id for option in OPTIONS)])
    cast = draw(st.lists(st.tuples(st.sampled_from(PEOPLE), st.integers(1, 9), options), max_size=60))
    acts = [one for person, dot, option in cast for one in by(person, a_dot(dot, option))]
    return draw(st.permutations([*acts, *draw(st.lists(st.sampled_from(acts), max_size=9))])) if acts else []


@given(dots(), st.integers(1, 6), st.integers(1, 6))
def test_nobody_has_more_dots_than_the_budget_nor_too_many_on_an_option(
    acts: list[PlayedAct], budget: int, limit: int
) -> None:
    state = after(VOTE.model_copy(update={"budget": budget, "per_option": limit}), acts)
    by_person = Counter(key for key, _ in state.dots)
    on_option = Counter((key, option) for (key, _), option in state.dots.items())
    assert all(dots <= budget for dots in by_person.values())
    assert all(dots <= limit for dots in on_option.values())
    assert set(state.dots.values()) <= {option.id for option in OPTIONS}


def test_a_dot_moves_and_goes_back_and_one_that_has_no_room_stays_where_it_was() -> None:
    state = after(VOTE, by("petra", a_dot(1, "option-0"), a_dot(2, "option-0"), a_dot(3, "option-1")))
    assert state.dots == {("petra", 1): "option-0", ("petra", 2): "option-0", ("petra", 3): "option-1"}
    crowded = after(
        VOTE, by("petra", a_dot(1, "option-0"), a_dot(2, "option-0"), a_dot(3, "option-1"), a_dot(3, "option-0"))
    )
    assert crowded.dots == state.dots
    moved = after(VOTE, by("petra", a_dot(1, "option-0"), a_dot(1, "option-2"), a_dot(2, "option-0"), a_dot(2, "")))
    assert moved.dots == {("petra", 1): "option-2"}


def test_ties_are_shown_as_ties_and_hands_count_beside_dots() -> None:
    hands = CountHands(id=an_id(), choice="option-2", hands=2)
    cast = [
        by("petra", a_dot(1, "option-1"), a_dot(2, "option-3")),
        by("jonas", a_dot(1, "option-1")),
        by(FACILITATOR, hands),
    ]
    first, second, third, last = voted(after(VOTE, *cast))
    assert [(each.option, each.votes, each.place, each.tied) for each in (first, second, third, last)] == [
        ("option-1", 2, 1, True), ("option-2", 2, 1, True), ("option-3", 1, 3, False), ("option-0", 0, 4, False),
    ]  # fmt: skip
    assert (second.dots, second.hands) == (0, 2)


def test_hands_are_the_facilitator_s_alone_and_the_last_count_holds() -> None:
    first, second = (CountHands(id=an_id(), choice="option-2", hands=hands) for hands in (5, 3))
    assert after(VOTE, by("petra", first)).hands == {}
    assert after(VOTE, by(FACILITATOR, first, second)).hands == {"option-2": 3}


def test_opinions_count_once_a_person_and_hands_with_them() -> None:
    check = an_exercise(ExerciseKind.CHECK)
    yes, no = (GiveOpinion(id=an_id(), opinion=opinion) for opinion in (Opinion.AGREE, Opinion.DISAGREE))
    hands = CountHands(id=an_id(), choice="unknown", hands=4)
    state = after(
        check, by("petra", yes, no), by("jonas", yes.model_copy(update={"id": an_id()})), by(FACILITATOR, hands)
    )
    assert opinions(state) == {Opinion.AGREE: 1, Opinion.DISAGREE: 1, Opinion.UNKNOWN: 4}


def test_the_budget_is_about_a_quarter_of_the_options() -> None:
    assert [proposed_budget(count) for count in (0, 1, 4, 10, 12, 40, 400)] == [1, 1, 1, 3, 3, 10, 20]


def test_an_option_that_is_no_card_of_the_room_can_be_voted_on() -> None:
    vote = an_exercise(ExerciseKind.VOTE, options=[Option(id="critic.rule-7", words="No touchpoint after the sale")])
    cast = CastDot(id=an_id(), dot=1, option="critic.rule-7")
    assert voted(after(vote, by("petra", cast)))[0].dots == 1
