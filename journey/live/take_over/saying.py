"""What one card of the room says, or one group of cards."""

from collections.abc import Iterator
from dataclasses import dataclass

from journey.live.exercise_state import ExerciseState, RoomCard
from journey.live.similar import similar
from journey.live.take_over.taking import id_of
from journey.model import TEXT_LIMIT


@dataclass(frozen=True)
class Saying:
    """What one card, or one group of cards, says."""

    words: str
    cards: tuple[RoomCard, ...]

    @property
    def first(self) -> RoomCard:
        return self.cards[0]

    @property
    def id(self) -> str:
        """The id of what it becomes."""
        return id_of("card", self.first.id)

    @property
    def place(self) -> str:
        """Where it was put: of a group the first place that one of its cards has, "" for none."""
        return next((card.place for card in self.cards if card.place), "")

    @property
    def more(self) -> str:
        """What it says besides its words, a line each: details, and the words of merged cards that say something else."""
        said = [card.detail for card in self.cards if card.detail]
        for card in self.cards:
            if not any(_says_the_same(card.words, known) for known in (self.words, *said)):
                said.append(card.words)
        return "\n".join(line for line in dict.fromkeys(said) if line != self.words)[:TEXT_LIMIT]


def sayings(state: ExerciseState) -> Iterator[Saying]:
    """What an exercise came to, of a group once, in the order of the cards."""
    groups = {card: group for group in state.groups for card in group.cards}
    for card in state.cards.values():
        group = groups.get(card.id)
        if group is None:
            yield Saying(card.words, (card,))
        elif group.cards[0] == card.id:
            cards = tuple(state.cards[each] for each in group.cards)
            yield Saying(group.name or card.words, cards)


def _says_the_same(words: str, known: str) -> bool:
    return words == known or bool(similar((RoomCard("words", words), RoomCard("known", known))))
