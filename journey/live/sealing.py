"""What is left of an exercise of an anonymous room when it is done: what stands, in random order, under random keys."""

import random
import secrets
from collections.abc import Iterable, Iterator

from journey.live.acts import (
    FACILITATOR,
    CastDot,
    Commit,
    CountHands,
    GiveOpinion,
    GuessRate,
    MergeCards,
    NameGroup,
    PlayedAct,
    RoomAct,
    ScoreTouchpoint,
    TickReady,
    WriteCard,
)
from journey.live.exercise import ExerciseKind
from journey.live.exercise_state import ExerciseState, RoomCard


def sealed(state: ExerciseState, first: int) -> tuple[PlayedAct, ...]:
    """Acts, numbered from `first` on, that give everything that stands, and nothing of how it came about: withdrawn cards and
    former words are gone, each score, dot, guess and opinion has a random key of its own, their order is random. Played from
    the start they show everybody the same as before, but nobody anything as their own."""
    of_people = [(_any_key() if key else FACILITATOR, group, act) for key, group, act in _of_people(state)]
    random.SystemRandom().shuffle(of_people)
    return _numbered(state, of_people, first)


def nameless_acts(state: ExerciseState, first: int) -> tuple[PlayedAct, ...]:
    """Acts, numbered from `first` on, that give everything that stands and nothing of whose it is: each has a key of its own,
    and but for cards, which keep their order, what stands in the same place is in the order of what it says. Of the same
    state they are always the same."""
    of_people = [(bool(key), group, act) for key, group, act in _of_people(state)]
    cards = [one for one in of_people if isinstance(one[2], WriteCard | Commit)]
    others = [one for one in of_people if not isinstance(one[2], WriteCard | Commit)]
    others.sort(key=lambda one: (one[2].act, one[2].model_dump_json(exclude={"id"})))
    rows = [
        (f"nobody-{first + place:06}" if has_author else FACILITATOR, group, act)
        for place, (has_author, group, act) in enumerate((*cards, *others))
    ]
    return tuple(_called(one, f"act-{one.sequence:06}") for one in _numbered(state, rows, first))


def _called(one: PlayedAct, name: str) -> PlayedAct:
    return one.model_copy(update={"act": one.act.model_copy(update={"id": name})})


def standing_acts(state: ExerciseState, first: int) -> tuple[PlayedAct, ...]:
    """Acts, numbered from `first` on, that give everything that stands, whose it is, and nothing of how it came about."""
    return _numbered(state, list(_of_people(state)), first)


def _numbered(state: ExerciseState, of_people: Iterable[tuple[str, str, RoomAct]], first: int) -> tuple[PlayedAct, ...]:
    rows = [*of_people, *((FACILITATOR, "", act) for act in _of_facilitator(state))]
    return tuple(
        PlayedAct(sequence=first + place, exercise=state.exercise.id, key=key, group=group, act=act)
        for place, (key, group, act) in enumerate(rows)
    )


def _of_people(state: ExerciseState) -> Iterator[tuple[str, str, RoomAct]]:
    laid_out = state.option_ids if state.exercise.kind is ExerciseKind.GROUP else frozenset()
    for card in state.cards.values():
        if card.id not in laid_out:
            yield card.key, card.group, _written(card)
    for (touchpoint, persona), scores in state.scores.items():
        for key, emotion in scores.items():
            yield key, "", ScoreTouchpoint(id=_any_id(), touchpoint=touchpoint, persona=persona, emotion=emotion)
    for phase, guesses in state.guesses.items():
        for key, share in guesses.items():
            yield key, "", GuessRate(id=_any_id(), phase=phase, share=share)
    for (key, dot), option in state.dots.items():
        yield key, "", CastDot(id=_any_id(), dot=dot, option=option)
    for key, opinion in state.opinions.items():
        yield key, "", GiveOpinion(id=_any_id(), opinion=opinion)
    for key in state.ready:
        yield key, "", TickReady(id=_any_id())


def _of_facilitator(state: ExerciseState) -> Iterator[RoomAct]:
    for choice, hands in state.hands.items():
        yield CountHands(id=_any_id(), choice=choice, hands=hands)
    for merge in state.merges:
        yield MergeCards.model_validate({**dict(merge), "id": _any_id()})
    for group, name in state.names.items():
        yield NameGroup(id=_any_id(), group=group, name=name)


def _written(card: RoomCard) -> WriteCard | Commit:
    if card.is_commitment:
        return Commit(id=_any_id(), card=card.id, what=card.words, who=card.who, until=card.until)
    return WriteCard(id=_any_id(), card=card.id, words=card.words, place=card.place, detail=card.detail)


def _any_key() -> str:
    return secrets.token_hex(20)


def _any_id() -> str:
    """Not the usual id, which would keep the order in which rows were written."""
    return secrets.token_hex(13)
