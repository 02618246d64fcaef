"""Two journeys side by side, of two workshops or two personas: which touchpoints both have, which one alone, and both
curves on one way."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from journey.journey_map import Feeling, JourneyMap, emotion_of, journey_map, matters_to
from journey.model import Emotion, Touchpoint, Workshop
from journey.numbers.matching import folded
from journey.phases import PhaseModel


@dataclass(frozen=True)
class JourneySide:
    """A journey to compare: a workshop with its phase model, seen by a persona (its id) or by all (None)."""

    workshop: Workshop
    model: PhaseModel
    persona: str | None = None

    @property
    def touchpoints(self) -> tuple[Touchpoint, ...]:
        """The touchpoints on this journey, in journey order; those of no phase last."""
        order = {phase.id: place for place, phase in enumerate(self.model.phases)}
        shown = (card for card in self.workshop.touchpoints if matters_to(self.workshop, card, self.persona))
        return tuple(sorted(shown, key=lambda card: order.get(card.phase, len(order))))

    @property
    def map(self) -> JourneyMap:
        """Its map."""
        return journey_map(self.workshop, self.model, persona=self.persona)


@dataclass(frozen=True)
class SharedTouchpoint:
    """A touchpoint that both journeys have, on each of them, with how it feels there."""

    first: Touchpoint
    second: Touchpoint
    felt: tuple[Emotion | None, Emotion | None]

    @property
    def points(self) -> int | None:
        """By how much it feels better on the second journey (below: worse); None where one of the two has no score."""
        return None if self.felt[0] is None or self.felt[1] is None else self.felt[1] - self.felt[0]


@dataclass(frozen=True)
class SideBySide:
    """Two journeys compared. Shared are cards with the same id; else with the same title but for spelling, in the same phase
    before another one; each is taken once."""

    first: JourneySide
    second: JourneySide
    shared: tuple[SharedTouchpoint, ...]
    only_first: tuple[Touchpoint, ...]
    only_second: tuple[Touchpoint, ...]

    @property
    def same_phases(self) -> bool:
        """Whether both journeys have the same phases: only then they have one way."""
        first, second = ([phase.id for phase in side.model.phases] for side in (self.first, self.second))
        return first == second

    @property
    def maps(self) -> tuple[JourneyMap, JourneyMap]:
        """Both maps; on the second one shared touchpoints have the ids of the first, so that they stand at one place."""
        ids = {pair.second.id: pair.first.id for pair in self.shared}
        return self.first.map, _renamed(self.second.map, ids)

    @property
    def changes(self) -> dict[str, int]:
        """By how much shared touchpoints (ids of the first journey) feel otherwise on the second one."""
        return {pair.first.id: pair.points for pair in self.shared if pair.points}


def side_by_side(first: JourneySide, second: JourneySide) -> SideBySide:
    """Compare two journeys."""
    ours, theirs = list(first.touchpoints), list(second.touchpoints)
    pairs: dict[str, Touchpoint] = {}
    for alike in (_same_id, _same_place, _same_title):
        taken = {card.id for card in pairs.values()}
        free = [card for card in theirs if card.id not in taken]
        for card in ours:
            if card.id not in pairs and (other := next((one for one in free if alike(card, one)), None)):
                pairs[card.id] = other
                free.remove(other)
    taken = {card.id for card in pairs.values()}
    return SideBySide(
        first,
        second,
        tuple(
            SharedTouchpoint(
                card, pairs[card.id], (emotion_of(card, first.persona), emotion_of(pairs[card.id], second.persona))
            )
            for card in ours
            if card.id in pairs
        ),
        tuple(card for card in ours if card.id not in pairs),
        tuple(card for card in theirs if card.id not in taken),
    )


def _same_id(one: Touchpoint, other: Touchpoint) -> bool:
    return one.id == other.id


def _same_place(one: Touchpoint, other: Touchpoint) -> bool:
    return one.phase == other.phase and _same_title(one, other)


def _same_title(one: Touchpoint, other: Touchpoint) -> bool:
    name = folded(one.title)
    return bool(name) and name == folded(other.title)


def _renamed(journey: JourneyMap, ids: Mapping[str, str]) -> JourneyMap:
    return replace(
        journey, columns=tuple(replace(each, feelings=_feelings(each.feelings, ids)) for each in journey.columns)
    )


def _feelings(feelings: Iterable[Feeling], ids: Mapping[str, str]) -> tuple[Feeling, ...]:
    """With other ids; one that is another card's own id by chance gets a mark, so that no two stand for each other."""
    return tuple(replace(each, id=ids.get(each.id, f"second-{each.id}")) for each in feelings)
