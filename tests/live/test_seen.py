"""What is shown to whom: before the reveal nothing of others' words, scores, guesses, dots or opinions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.live import (
    FACILITATOR,
    CastDot,
    Commit,
    ExerciseKind,
    ExerciseStage,
    GiveOpinion,
    GuessRate,
    Onlooker,
    Opinion,
    PlayedAct,
    RoomAct,
    Sender,
    TickReady,
    as_seen_by,
    begun,
    counts,
    played,
)
from journey.model import Emotion
from tests.live.scenes import a_card, a_dot, a_person, a_score, after, an_exercise, an_id, by, merged, rows

WORDS = "Nobody ever calls back"
KINDS_THAT_HIDE = [kind for kind in ExerciseKind if kind is not ExerciseKind.GROUP]


def everybody(own: Sender) -> list[Sender | Onlooker]:
    return [own, *Onlooker]


@pytest.mark.parametrize("kind", KINDS_THAT_HIDE)
@given(others=rows)
def test_what_others_do_before_the_reveal_changes_nothing_but_counts(
    kind: ExerciseKind, others: list[PlayedAct]
) -> None:
    exercise = an_exercise(kind)
    unlike = [one for one in others if one.key != FACILITATOR]
    state, looker = played(begun(exercise), unlike), a_person("somebody else")
    for who in everybody(looker):
        seen = as_seen_by(state, who, people=())
        assert seen is not None
        assert (seen.cards, seen.groups, seen.results, seen.ready) == ((), (), None, ())
        assert seen.own in (None, as_seen_by(begun(exercise), looker).own)  # type: ignore[union-attr]


def test_hidden_words_are_in_nothing_that_is_shown_and_everybody_sees_them_after_the_reveal() -> None:
    exercise = an_exercise()
    acts = by("petra", a_card(WORDS, place="option-1"), TickReady(id=an_id()))
    hidden = after(exercise, acts)
    shown = hidden.on(exercise.model_copy(update={"stage": ExerciseStage.REVEALED}))
    for who in everybody(a_person("jonas")):
        assert WORDS not in repr(as_seen_by(hidden, who, ["petra", "jonas"]))
        assert WORDS in repr(as_seen_by(shown, who, ["petra", "jonas"]))
    own = as_seen_by(hidden, a_person("petra"))
    assert own is not None
    assert [(card.words, card.own) for card in own.cards] == [(WORDS, True)]
    assert (counts(hidden).cards, counts(hidden).ready) == ({"option-1": 1}, 1)


def test_what_the_facilitator_writes_is_hidden_from_all_others() -> None:
    state = after(an_exercise(), by(FACILITATOR, a_card(WORDS)), by("petra", a_card("Of Petra")))
    seen = {who: as_seen_by(state, who, ["petra"]) for who in everybody(a_person("jonas"))}
    assert {who: [card.words for card in each.cards] for who, each in seen.items() if each and each.cards} == {
        Onlooker.FACILITATOR: [WORDS]
    }


def test_nobody_but_the_facilitator_sees_an_exercise_that_has_not_begun() -> None:
    state = begun(an_exercise(stage=ExerciseStage.PREPARED))
    assert as_seen_by(state, a_person()) is None
    assert as_seen_by(state, Onlooker.PROJECTOR) is None
    assert as_seen_by(state, Onlooker.FACILITATOR) is not None


def test_only_the_facilitator_is_told_who_is_ready_and_after_the_reveal_who_wrote_what() -> None:
    exercise = an_exercise()
    state = after(exercise, by("petra", a_card(WORDS), TickReady(id=an_id())))
    shown = state.on(exercise.model_copy(update={"stage": ExerciseStage.REVEALED}))
    for each in (state, shown):
        for who in (a_person("jonas"), Onlooker.PROJECTOR):
            seen = as_seen_by(each, who, ["petra"])
            assert seen is not None
            assert "petra" not in repr(seen)
    before, later = (as_seen_by(each, Onlooker.FACILITATOR, ["petra"]) for each in (state, shown))
    assert before is not None
    assert later is not None
    assert (before.ready, later.ready, [card.author for card in later.cards]) == (("petra",), ("petra",), ["petra"])


@pytest.mark.parametrize("anonymous", [False, True])
def test_a_phone_that_comes_back_finds_all_that_it_did(anonymous: bool) -> None:
    person = a_person(anonymous=anonymous)

    def sent(*acts: RoomAct) -> list[PlayedAct]:
        return [one for act in acts for one in by(person.key("exercise", act.slot), act)]

    feel = after(an_exercise(ExerciseKind.FEEL), sent(a_score(-2), a_score(1, "option-2"), TickReady(id=an_id())))
    vote = after(an_exercise(ExerciseKind.VOTE, budget=2), sent(a_dot(1, "option-0"), a_dot(2, "option-3")))
    guess = after(an_exercise(ExerciseKind.ESTIMATE), sent(GuessRate(id=an_id(), phase="option-1", share=30)))
    check = after(an_exercise(ExerciseKind.CHECK), sent(GiveOpinion(id=an_id(), opinion=Opinion.AGREE)))
    own = [seen.own for state in (feel, vote, guess, check) if (seen := as_seen_by(state, person)) and seen.own]
    assert own[0].scores == {("option-0", ""): Emotion.VERY_BAD, ("option-2", ""): Emotion.GOOD}
    assert own[0].ready
    assert own[1].dots == {1: "option-0", 2: "option-3"}
    assert (own[2].guesses, own[3].opinion) == ({"option-1": 30.0}, Opinion.AGREE)
    stranger = as_seen_by(vote, a_person("jonas", anonymous=anonymous))
    assert stranger is not None
    assert stranger.own is not None
    assert stranger.own.dots == {}


def test_groups_that_work_apart_see_their_own_cards_until_the_exercise_is_done() -> None:
    exercise = an_exercise(in_groups=True, stage=ExerciseStage.REVEALED)
    north, south = (by(name, a_card(name, f"card-{name}"), group=name) for name in ("north", "south"))
    state = after(exercise, north, south, by(FACILITATOR, merged("group-001", "card-north", "card-south")))
    person = a_person("jonas", group="north")

    def words(who: Sender | Onlooker, stage: ExerciseStage) -> tuple[list[str], int]:
        seen = as_seen_by(state.on(exercise.model_copy(update={"stage": stage})), who)
        assert seen is not None
        return [card.words for card in seen.cards], len(seen.groups)

    assert words(person, ExerciseStage.REVEALED) == (["north"], 0)
    assert words(Onlooker.PROJECTOR, ExerciseStage.REVEALED) == (["north", "south"], 1)
    assert words(person, ExerciseStage.DONE) == (["north", "south"], 1)


@given(st.sampled_from(["vote", "check", "commit"]))
def test_results_are_there_from_the_reveal_on(kind: str) -> None:
    exercise = an_exercise(ExerciseKind(kind), stage=ExerciseStage.REVEALED)
    acts: list[RoomAct] = [
        CastDot(id=an_id(), dot=1, option="option-0"),
        GiveOpinion(id=an_id(), opinion=Opinion.AGREE),
    ]
    promise = Commit(id=an_id(), card="card-0001", what="Call them", who="Petra")
    seen = as_seen_by(after(exercise, by("petra", *acts, promise)), Onlooker.PROJECTOR)
    assert seen is not None
    assert seen.results is not None
    assert (len(seen.results.votes), len(seen.results.opinions)) == {"vote": (4, 0), "check": (0, 3), "commit": (0, 0)}[
        kind
    ]
    assert [(card.words, card.who) for card in seen.cards] == [("Call them", "Petra")]
