"""What is left of a room: every card once with what became of it, and the figures of every exercise."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from journey.editing import applied
from journey.live import (
    CardFate,
    Collected,
    CountHands,
    Exercise,
    ExerciseKind,
    ExerciseStage,
    ExerciseState,
    GiveOpinion,
    GuessRate,
    LiveRoom,
    Opinion,
    Option,
    RoomAct,
    RoomState,
    WithdrawCard,
    begun,
    cards_as_options,
    fates,
    fresh_groups,
    ideas,
    played,
    started,
    taken_over,
    told_cards,
    told_results,
)
from journey.model import Workshop
from tests.builders import PHASE, a_count, a_touchpoint, a_workshop
from tests.live.scenes import a_card, a_dot, a_score, an_id, by, merged

NOW = datetime(2026, 11, 29, 9, tzinfo=UTC)
COLLECT, GROUP, VOTE, FEEL = ExerciseKind.COLLECT, ExerciseKind.GROUP, ExerciseKind.VOTE, ExerciseKind.FEEL
NORTH, SOUTH = fresh_groups(["Nord", "Süd"])
PLACE = Option(id=PHASE, words="Interesse wecken")


def _shown(name: str, kind: ExerciseKind, *acts: Any, **fields: Any) -> ExerciseState:
    given = {"id": name, "kind": kind, "stage": ExerciseStage.REVEALED, "question": f"What of {name}?"}
    return played(begun(Exercise.model_validate({**given, **fields})), [one for row in acts for one in row])


def _room(*states: ExerciseState, **fields: Any) -> RoomState:
    room = LiveRoom(id="room", workshop="workshop", opened_at=NOW, groups=(NORTH, SOUTH), **fields)
    return RoomState(room, 1, {}, {state.exercise.id: state for state in states})


def _group_of(collected: ExerciseState, *acts: Any) -> ExerciseState:
    options = cards_as_options(collected, {}, merged=False)
    return _shown("grouping", GROUP, *acts, options=options, collects=collected.exercise.collects)


def _written(*words: str, group: str = "") -> list[Any]:
    return by("petra", *(a_card(each, f"card-{each}", place=PHASE) for each in words), group=group)


def _pain_points(*rows: Any, **fields: Any) -> ExerciseState:
    return _shown("pains", COLLECT, *rows, collects=Collected.OPPORTUNITIES, options=(PLACE,), **fields)


def _taken(workshop: Workshop, state: ExerciseState, *cards: str, **fields: Any) -> Workshop:
    change = taken_over(workshop, state, people=3, day=date(2026, 11, 29), chosen=cards, **fields)
    assert change is not None
    return applied(workshop, change)


def test_each_card_stands_once_with_place_small_group_votes_and_what_it_was_merged_with() -> None:
    pains = _pain_points(_written("slow", "late", group=NORTH.id), _written("dear", group=SOUTH.id))
    grouping = _group_of(pains, by("", merged("group-001", "card-slow", "card-late", name="Zeit")))
    vote = _shown(
        "vote", VOTE, by("petra", a_dot(1, "card-slow")), by("jonas", a_dot(1, "card-slow")),
        by("", CountHands(id=an_id(), choice="card-dear", hands=3)), options=cards_as_options(grouping, {}),
    )  # fmt: skip
    rows = told_cards(a_workshop(), _room(pains, grouping, vote))
    assert [(row.card.words, row.place, row.group, row.merged, row.votes) for row in rows] == [
        ("slow", "Interesse wecken", "Nord", "Zeit", 2),
        ("late", "Interesse wecken", "Nord", "Zeit", None),
        ("dear", "Interesse wecken", "Süd", "", 3),
    ]


def test_a_card_is_taken_set_aside_or_waits_and_merged_ones_share_that() -> None:
    pains = _pain_points(_written("slow", "late", "dear", "loud"), set_aside=("card-dear",))
    grouping = _group_of(pains, by("", merged("group-001", "card-late", "card-slow", name="Zeit")))
    workshop, room = a_workshop(), _room(pains, grouping)
    assert [idea.words for idea in ideas(workshop, [room])] == ["Zeit", "loud"]
    assert [idea.words for idea in ideas(workshop, [room], CardFate.SET_ASIDE)] == ["dear"]
    later = _taken(workshop, grouping, "card-late")
    assert fates(later, room) == {
        "card-slow": CardFate.TAKEN, "card-late": CardFate.TAKEN, "card-dear": CardFate.SET_ASIDE,
        "card-loud": CardFate.WAITS,
    }  # fmt: skip
    assert [idea.words for idea in ideas(later, [room])] == ["loud"]


def test_an_idea_waits_once_though_several_exercises_have_it_and_is_taken_from_the_last() -> None:
    pains = _pain_points(_written("slow", "late"))
    grouping = _group_of(pains, by("", merged("group-001", "card-slow", "card-late")))
    [idea] = ideas(a_workshop(), [_room(pains, grouping)])
    assert (idea.state.exercise.id, idea.cards) == ("grouping", ("card-slow", "card-late"))
    later = _taken(a_workshop(), idea.state, idea.card.id)
    assert [one.title for one in later.opportunities] == ["slow"]
    assert ideas(later, [_room(pains, grouping)]) == ()


def test_what_was_taken_back_while_grouping_waits_no_more() -> None:
    pains = _pain_points(_written("slow", "late"))
    grouping = _group_of(pains, by("", WithdrawCard(id=an_id(), card="card-late")))
    assert [idea.words for idea in ideas(a_workshop(), [_room(pains, grouping)])] == ["slow"]


@pytest.mark.parametrize("stage", [ExerciseStage.PREPARED, ExerciseStage.SILENT])
def test_what_was_not_revealed_is_told_to_nobody(stage: ExerciseStage) -> None:
    pains = _pain_points(_written("slow"), stage=stage)
    votes = _shown("vote", VOTE, by("petra", a_dot(1, PHASE)), options=(PLACE,), stage=stage)
    room = _room(pains, votes)
    assert (told_cards(a_workshop(), room), told_results(a_workshop(), room)) == ((), ())
    assert (ideas(a_workshop(), [room]), fates(a_workshop(), room)) == ((), {})


def test_scores_votes_guesses_and_opinions_are_told_with_their_spread() -> None:
    touchpoint = a_touchpoint("Telefon", id="t1")
    first, second = PHASE, "aida-plus.favorability"
    workshop = a_workshop(touchpoints=[touchpoint], counts=[a_count(200, first), a_count(50, second)])
    feel = _shown(
        "feel", FEEL, *(by(who, a_score(score, "t1")) for who, score in zip("abc", (-2, 0, 1), strict=True)),
        options=(Option(id="t1", words="Telefon"),),
    )  # fmt: skip
    vote = _shown("vote", VOTE, by("a", a_dot(1, PHASE)), options=(PLACE, Option(id="x", words="Anderes")))
    guesses: list[list[RoomAct]] = [[GuessRate(id=an_id(), phase=second, share=share)] for share in (20, 40)]
    estimate = _shown(
        "estimate", ExerciseKind.ESTIMATE, *(by(f"p{n}", *acts) for n, acts in enumerate(guesses)),
        options=(Option(id=second, words="Interesse konkretisieren"),),
    )  # fmt: skip
    check = _shown("check", ExerciseKind.CHECK, by("a", GiveOpinion(id=an_id(), opinion=Opinion.AGREE)),
                   by("", CountHands(id=an_id(), choice="disagree", hands=4)))  # fmt: skip
    rows = told_results(workshop, _room(feel, vote, estimate, check))
    felt = rows[0]
    assert (felt.subject, felt.voices, felt.middle, felt.low, felt.high) == ("Telefon", 3, 0, -1, 0.5)
    assert felt.scores == {-2: 1, -1: 0, 0: 1, 1: 1, 2: 0}
    assert [(one.subject, one.votes, one.place, one.tied) for one in rows[1:3]] == [
        ("Interesse wecken", 1, 1, False), ("Anderes", 0, 2, False),
    ]  # fmt: skip
    assert (rows[3].middle, rows[3].voices, rows[3].measured) == (30, 2, 25)
    assert [(one.opinion, one.voices, one.hands) for one in rows[4:]] == [
        (Opinion.AGREE, 1, 0), (Opinion.DISAGREE, 4, 4), (Opinion.UNKNOWN, 0, 0),
    ]  # fmt: skip


def test_cards_keep_the_name_of_their_small_group_when_the_room_splits_anew() -> None:
    pains = _pain_points(_written("slow", group=NORTH.id))
    room = _room(pains)
    split = RoomState(room.room.split(fresh_groups(["Ost"])), 2, {}, room.exercises)
    [row] = told_cards(a_workshop(), split)
    assert row.group == "Nord"
    assert split.room.group(NORTH.id) is None
    assert [group.name for group in split.room.split((NORTH,)).groups] == ["Nord"]
    assert [group.name for group in split.room.split((NORTH,)).former_groups] == ["Süd", "Ost"]


def test_the_small_group_stands_beside_what_its_cards_became() -> None:
    pains = _pain_points(_written("slow", group=NORTH.id), _written("late", group=SOUTH.id))
    grouping = _group_of(pains, by("", merged("group-001", "card-slow", "card-late")))
    later = _taken(a_workshop(), grouping, "card-slow", groups=_room().room.group_names)
    [citation] = later.citations
    assert citation.note == "Nord · Süd · Zusammengelegte Karten: 2"


def test_an_exercise_knows_when_it_began() -> None:
    prepared = Exercise(id="e", kind=COLLECT)
    assert started(prepared, NOW).begun_at == NOW
    assert started(started(prepared, NOW), datetime(2030, 1, 1, tzinfo=UTC)).begun_at == NOW


def test_exercises_stand_in_the_order_in_which_they_were_begun_not_made() -> None:
    later = NOW.replace(hour=11)
    pains = _pain_points(_written("slow", "late"), begun_at=NOW)
    grouping = _group_of(pains, by("", merged("group-001", "card-slow", "card-late", name="Zeit")))
    grouping = grouping.on(grouping.exercise.model_copy(update={"begun_at": later}))
    prepared = _shown("soon", VOTE, stage=ExerciseStage.PREPARED)
    made_before = RoomState(_room().room, 1, {}, {one.exercise.id: one for one in (prepared, grouping, pains)})
    assert [one.exercise.id for one in made_before.in_order] == ["pains", "grouping", "soon"]
    assert [idea.words for idea in ideas(a_workshop(), [made_before])] == ["Zeit"]
