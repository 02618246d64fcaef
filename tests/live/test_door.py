"""Which acts are taken, by room, stage, kind and person."""

from datetime import UTC, datetime

import pytest

from journey.live import (
    FACILITATOR,
    CastDot,
    Commit,
    CountHands,
    Exercise,
    ExerciseKind,
    ExerciseStage,
    GiveOpinion,
    GuessRate,
    LiveRoom,
    Opinion,
    Option,
    Refusal,
    RoomAct,
    RoomLife,
    TickReady,
    begun,
    refusal,
    slots_beside,
)
from tests.live.scenes import a_card, a_dot, a_score, after, an_exercise, an_id, by, merged, unmerged

ROOM = LiveRoom(id="room", workshop="workshop", opened_at=datetime(2026, 11, 29, tzinfo=UTC))
WRITING, SCORE, DOT, MERGE = a_card(), a_score(1), a_dot(1, "option-0"), merged("group-001", "card-0001", "card-0002")
GUESS = GuessRate(id=an_id(), phase="option-0", share=50)
OPINION, PROMISE = (
    GiveOpinion(id=an_id(), opinion=Opinion.AGREE),
    Commit(id=an_id(), card="card-0001", what="Call them"),
)
HANDS, READY = CountHands(id=an_id(), choice="option-0", hands=3), TickReady(id=an_id())
OF_PEOPLE: dict[ExerciseKind, RoomAct] = {
    ExerciseKind.COLLECT: WRITING,
    ExerciseKind.FEEL: SCORE,
    ExerciseKind.ESTIMATE: GUESS,
    ExerciseKind.VOTE: DOT,
    ExerciseKind.CHECK: OPINION,
    ExerciseKind.COMMIT: PROMISE,
}


def why(
    act: RoomAct,
    kind: ExerciseKind,
    stage: str = "silent",
    life: RoomLife = RoomLife.OPEN,
    *,
    facilitator: bool = False,
) -> Refusal | None:
    exercise = an_exercise(kind, stage=stage)
    return refusal(ROOM.model_copy(update={"life": life}), exercise, act, begun(exercise), facilitator=facilitator)


@pytest.mark.parametrize("kind", ExerciseKind)
def test_every_kind_takes_its_own_acts_and_no_others_while_it_is_silent(kind: ExerciseKind) -> None:
    for of, act in OF_PEOPLE.items():
        assert why(act, kind) == (None if of is kind else Refusal.NOT_ASKED)
    assert why(READY, kind) is None
    assert why(MERGE, kind) is Refusal.FACILITATOR_ONLY


@pytest.mark.parametrize(("kind", "act"), OF_PEOPLE.items())
def test_what_was_blind_is_taken_before_the_reveal_alone(kind: ExerciseKind, act: RoomAct) -> None:
    late = None if kind in (ExerciseKind.COLLECT, ExerciseKind.COMMIT) else Refusal.NOT_OPEN
    assert [why(act, kind, stage) for stage in ExerciseStage] == [Refusal.NOT_OPEN, None, late, Refusal.NOT_OPEN]


def test_cards_are_merged_when_they_are_shown() -> None:
    for act in (MERGE, unmerged("group-001")):
        stages = [why(act, ExerciseKind.COLLECT, stage, facilitator=True) for stage in ExerciseStage]
        assert stages == [Refusal.NOT_OPEN, Refusal.NOT_OPEN, None, Refusal.NOT_OPEN]
        assert why(act, ExerciseKind.GROUP, facilitator=True) is None


def test_a_room_that_pauses_or_is_closed_takes_nothing_but_from_the_facilitator_in_a_pause() -> None:
    assert why(WRITING, ExerciseKind.COLLECT, life=RoomLife.PAUSED) is Refusal.ROOM_PAUSED
    assert why(WRITING, ExerciseKind.COLLECT, life=RoomLife.PAUSED, facilitator=True) is None
    assert why(WRITING, ExerciseKind.COLLECT, life=RoomLife.CLOSED, facilitator=True) is Refusal.ROOM_CLOSED


def test_the_facilitator_counts_hands_and_scores_in_nobody_s_place() -> None:
    assert why(HANDS, ExerciseKind.VOTE, facilitator=True) is None
    assert why(HANDS, ExerciseKind.VOTE) is Refusal.FACILITATOR_ONLY
    opinion = HANDS.model_copy(update={"choice": "agree"})
    assert why(opinion, ExerciseKind.CHECK, facilitator=True) is None
    assert why(HANDS, ExerciseKind.CHECK, facilitator=True) is Refusal.NOT_ASKED
    for act, kind in ((SCORE, ExerciseKind.FEEL), (DOT, ExerciseKind.VOTE), (OPINION, ExerciseKind.CHECK)):
        assert why(act, kind, facilitator=True) is Refusal.NOT_ASKED


def test_what_is_not_among_the_options_is_not_asked() -> None:
    for act, kind in (
        (a_card(place="elsewhere"), ExerciseKind.COLLECT),
        (a_score(1, "elsewhere"), ExerciseKind.FEEL),
        (a_score(1, persona="alma"), ExerciseKind.FEEL),
        (GUESS.model_copy(update={"phase": "elsewhere"}), ExerciseKind.ESTIMATE),
        (a_dot(1, "elsewhere"), ExerciseKind.VOTE),
    ):
        assert why(act, kind) is Refusal.NOT_ASKED
    assert why(a_dot(1, ""), ExerciseKind.VOTE) is None
    personal = an_exercise(ExerciseKind.FEEL, personas=[Option(id="alma")])
    assert refusal(ROOM, personal, a_score(1, persona="alma"), begun(personal)) is None
    assert refusal(ROOM, personal, a_score(1), begun(personal)) is Refusal.NOT_ASKED


def test_a_dot_beyond_the_budget_or_too_many_on_one_option_is_refused() -> None:
    vote: Exercise = an_exercise(ExerciseKind.VOTE, budget=3, per_option=2)
    own = after(vote, by("petra", a_dot(1, "option-0"), a_dot(2, "option-0")))
    assert refusal(ROOM, vote, a_dot(4, "option-1"), own) is Refusal.OVER_BUDGET
    assert refusal(ROOM, vote, a_dot(3, "option-0"), own) is Refusal.OVER_LIMIT
    assert refusal(ROOM, vote, a_dot(3, "option-1"), own) is None
    assert refusal(ROOM, vote, a_dot(2, "option-0"), own) is None
    assert slots_beside(vote, a_dot(1, "option-0")) == ("dot/1", "dot/2", "dot/3")


def test_the_facilitator_has_a_key_that_no_person_has() -> None:
    assert FACILITATOR == ""
    assert CastDot(id="x", dot=1, option="").slot == "dot/1"
