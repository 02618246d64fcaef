"""What became of each card of a room: it is in the workshop, it was set aside, or it waits."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from journey.live.exercise import ExerciseKind
from journey.live.exercise_state import ExerciseState, RoomCard
from journey.live.room_state import RoomState
from journey.live.take_over.said import is_said
from journey.live.take_over.saying import sayings
from journey.model import Workshop

_WITH_CARDS = (ExerciseKind.COLLECT, ExerciseKind.GROUP, ExerciseKind.COMMIT)


class CardFate(Enum):
    """What became of a card. Of a group all cards share the fate of one."""

    TAKEN = "taken"
    SET_ASIDE = "set_aside"
    WAITS = "waits"


@dataclass(frozen=True)
class RoomIdea:
    """A card, or a group of cards, of a revealed exercise: `card` is the first one, `words` what the group is called, else
    what the card says, `cards` the ids of all. `state` is the last exercise that has it, from which it is taken over."""

    room: RoomState
    state: ExerciseState
    card: RoomCard
    words: str
    cards: tuple[str, ...]


def fates(workshop: Workshop, room: RoomState) -> Mapping[str, CardFate]:
    """What became of every card that was revealed, by the card's id. A card that was grouped in a later exercise is the same
    card."""
    shown = _shown(room)
    said = (one for each in shown for one in sayings(each) if is_said(workshop, each.exercise, one))
    there = {card.id for one in said for card in one.cards}
    aside = {card for each in shown for card in each.exercise.set_aside}
    for group in (group for each in shown for group in each.groups):
        for some in (there, aside):
            some.update(group.cards if some & set(group.cards) else ())
    known = dict.fromkeys(card for each in shown for card in each.cards)
    return {
        card: CardFate.TAKEN if card in there else CardFate.SET_ASIDE if card in aside else CardFate.WAITS
        for card in known
    }


def ideas(workshop: Workshop, rooms: Iterable[RoomState], fate: CardFate = CardFate.WAITS) -> tuple[RoomIdea, ...]:
    """What rooms said and what has this fate, room by room, each idea once: grouped as it was grouped last. What somebody
    took back in a later exercise is gone."""
    return tuple(idea for room in rooms for idea in _ideas(workshop, room, fate))


def _ideas(workshop: Workshop, room: RoomState, fate: CardFate) -> Iterator[RoomIdea]:
    known = fates(workshop, room)
    seen = {card for each in _shown(room) for card in each.withdrawn}
    for state in reversed(_shown(room)):
        groups = {group.cards[0]: group for group in state.groups}
        inside = {card for group in state.groups for card in group.cards[1:]}
        fresh = [card for card in state.cards.values() if card.id not in seen]
        seen.update(card.id for card in fresh)
        for card in fresh:
            if card.id not in inside and known[card.id] is fate:
                group = groups.get(card.id)
                words = (group.name if group else "") or card.words
                yield RoomIdea(room, state, card, words, group.cards if group else (card.id,))


def _shown(room: RoomState) -> list[ExerciseState]:
    return [each for each in room.in_order if each.exercise.is_shown and each.exercise.kind in _WITH_CARDS]
