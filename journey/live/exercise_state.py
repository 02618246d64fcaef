"""What an exercise has come to: a pure fold of its acts in the room's order.

The fold does not ask how far the exercise is: whether an act is taken at all is decided at the door (`door.refusal`) when
it comes. What could only come from a broken phone (a dot beyond the budget, somebody else's card) counts for nothing here
as well, in whatever order acts arrive.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TypeVar

from journey.live.acts import (
    FACILITATOR,
    CastDot,
    Commit,
    CountHands,
    GiveOpinion,
    GuessRate,
    MergeCards,
    NameGroup,
    Opinion,
    PlayedAct,
    ScoreTouchpoint,
    TickReady,
    UndoMerge,
    WithdrawCard,
    WriteCard,
)
from journey.live.exercise import Exercise, ExerciseKind
from journey.live.grouping import CardGroup, groups
from journey.model import Emotion

Place = TypeVar("Place")
Given = TypeVar("Given")


@dataclass(frozen=True)
class RoomCard:
    """A card of the room, or a commitment (then `words` says what, `who` and `until` the rest). `key` says whose it is, ""
    for one that was there from the start or that the facilitator wrote; `group` is the small group's id."""

    id: str
    words: str
    place: str = ""
    detail: str = ""
    key: str = FACILITATOR
    group: str = ""
    who: str = ""
    until: date | None = None
    is_commitment: bool = False


@dataclass(frozen=True)
class ExerciseState:
    """Everything that stands, with its keys: never shown as it is (see `seen`). `scores` are by touchpoint and persona, then
    by key; `guesses` (percent) by phase, then by key; `dots` by key and number of the dot, the option; `merges` in the order
    in which they were made. `acts` are the ids of all acts that were played."""

    exercise: Exercise
    cards: Mapping[str, RoomCard] = field(default_factory=dict)
    withdrawn: frozenset[str] = frozenset()
    scores: Mapping[tuple[str, str], Mapping[str, Emotion]] = field(default_factory=dict)
    guesses: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    dots: Mapping[tuple[str, int], str] = field(default_factory=dict)
    opinions: Mapping[str, Opinion] = field(default_factory=dict)
    hands: Mapping[str, int] = field(default_factory=dict)
    ready: frozenset[str] = frozenset()
    merges: tuple[MergeCards, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    acts: frozenset[str] = frozenset()

    @cached_property
    def groups(self) -> tuple[CardGroup, ...]:
        """The groups of cards that merges have made."""
        return groups(self.merges, self.names, self.cards)

    @cached_property
    def option_ids(self) -> frozenset[str]:
        """What people may act on."""
        return frozenset(option.id for option in self.exercise.options)

    def on(self, exercise: Exercise) -> "ExerciseState":
        """The same acts on the exercise as it is now: its stage and timer have moved on."""
        return replace(self, exercise=exercise)


def begun(exercise: Exercise) -> ExerciseState:
    """An exercise before the first act. What is to be grouped lies there from the start."""
    if exercise.kind is not ExerciseKind.GROUP:
        return ExerciseState(exercise)
    cards = {one.id: RoomCard(one.id, one.words, one.place, group=one.group) for one in exercise.options}
    return ExerciseState(exercise, cards=cards)


def played(state: ExerciseState, acts: Iterable[PlayedAct]) -> ExerciseState:
    """The state after more acts, in the order of their numbers. An act whose id was played already counts for nothing."""
    table = _Table(state)
    for one in acts:
        table.play(one)
    return table.state()


class _Table:
    """The state, open for a row of acts: copied once, however many they are."""

    def __init__(self, state: ExerciseState) -> None:
        self._before = state
        self._cards, self._withdrawn = dict(state.cards), set(state.withdrawn)
        self._scores = {place: dict(given) for place, given in state.scores.items()}
        self._guesses = {phase: dict(given) for phase, given in state.guesses.items()}
        self._dots, self._opinions, self._hands = dict(state.dots), dict(state.opinions), dict(state.hands)
        self._ready, self._merges, self._names = set(state.ready), list(state.merges), dict(state.names)
        self._acts = set(state.acts)

    def state(self) -> ExerciseState:
        return ExerciseState(
            self._before.exercise, cards=self._cards, withdrawn=frozenset(self._withdrawn), scores=self._scores,
            guesses=self._guesses, dots=self._dots, opinions=self._opinions, hands=self._hands,
            ready=frozenset(self._ready), merges=tuple(self._merges), names=self._names, acts=frozenset(self._acts),
        )  # fmt: skip

    def play(self, one: PlayedAct) -> None:
        if one.act.id in self._acts:
            return
        self._acts.add(one.act.id)
        match one.act:
            case WriteCard() | Commit() as act:
                self._write(one, act)
            case WithdrawCard(card=card):
                self._withdraw(one.key, card)
            case ScoreTouchpoint(touchpoint=touchpoint, persona=persona, emotion=emotion):
                _keep(self._scores, (touchpoint, persona), one.key, emotion)
            case GuessRate(phase=phase, share=share):
                _keep(self._guesses, phase, one.key, share)
            case CastDot(dot=dot, option=option):
                self._cast(one.key, dot, option)
            case GiveOpinion(opinion=opinion):
                _set(self._opinions, one.key, opinion)
            case TickReady(ready=ready):
                (self._ready.add if ready else self._ready.discard)(one.key)
            case CountHands() | MergeCards() | NameGroup() | UndoMerge() as act if one.key == FACILITATOR:
                self._facilitate(act)

    def _write(self, one: PlayedAct, act: WriteCard | Commit) -> None:
        held = self._cards.get(act.card)
        if act.card in self._withdrawn or act.card in self._before.option_ids:
            return
        if held and one.key not in (held.key, FACILITATOR):
            return
        owner, group = (held.key, held.group) if held else (one.key, one.group)
        if isinstance(act, Commit):
            card = RoomCard(
                act.card, act.what, key=owner, group=group, who=act.who, until=act.until, is_commitment=True
            )
        else:
            card = RoomCard(act.card, act.words, act.place, act.detail, key=owner, group=group)
        self._cards[act.card] = card

    def _withdraw(self, key: str, card: str) -> None:
        held = self._cards.get(card)
        if held and key in (held.key, FACILITATOR):
            del self._cards[card]
            self._withdrawn.add(card)

    def _cast(self, key: str, dot: int, option: str) -> None:
        """Every dot has a number within the budget, so there are never more of a person."""
        exercise = self._before.exercise
        others = (number for number in range(1, exercise.budget + 1) if number != dot)
        beside = sum(self._dots.get((key, number)) == option for number in others)
        if not option:
            self._dots.pop((key, dot), None)
        elif dot <= exercise.budget and option in self._before.option_ids and beside < exercise.per_option:
            self._dots[key, dot] = option

    def _facilitate(self, act: CountHands | MergeCards | NameGroup | UndoMerge) -> None:
        match act:
            case CountHands(choice=choice, hands=hands):
                _set(self._hands, choice, hands or None)
            case MergeCards(group=group) if group not in {merge.group for merge in self._merges}:
                self._merges.append(act)
            case NameGroup(group=group, name=name) if group in {merge.group for merge in self._merges}:
                self._names[group] = name
            case UndoMerge(group=group):
                self._merges = [merge for merge in self._merges if merge.group != group]
                self._names.pop(group, None)


def _keep(kept: dict[Place, dict[str, Given]], place: Place, key: str, given: Given | None) -> None:
    """What somebody gave at a place; None takes it back, and a place where nobody gives anything is none."""
    _set(kept.setdefault(place, {}), key, given)
    if not kept[place]:
        del kept[place]


def _set(kept: dict[str, Given], key: str, given: Given | None) -> None:
    if given is None:
        kept.pop(key, None)
    else:
        kept[key] = given
