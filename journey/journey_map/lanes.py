"""The lanes of the map as data: what each is called, which cards stand in it, which field is written in it, and its
colours. Another lane: see docs/recipes.md."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from journey.model import Channel, Language, Opportunity, Touchpoint, lines
from journey.palette import ALARM, BLUE, GREEN, INDIGO, OCHRE, SLATE, ink, tint
from journey.texts import text


class Lane(StrEnum):
    """The rows of the map, from top to bottom."""

    TOUCHPOINTS = "touchpoints"
    DOING = "doing"
    THINKING = "thinking"
    EMOTION = "emotion"
    PAIN_POINTS = "pain_points"
    CONTENT = "content"
    CALL_TO_ACTION = "call_to_action"
    OPPORTUNITIES = "opportunities"


class Ground(StrEnum):
    """What the cards of a lane stand on: the plain card, a tint of the lane's hue, or the full hue."""

    CARD = "card"
    TINT = "tint"
    HUE = "hue"


@dataclass(frozen=True)
class Card:
    """One text in a cell. `id` names the entity that a click opens; `channel` is set in the touchpoints lane,
    `question` marks a question in the thinking lane, `moment_of_truth` a decisive touchpoint. `touchpoint` is the
    touchpoint that the card belongs to; None where an opportunity names none."""

    id: str
    text: str
    touchpoint: str | None = None
    channel: Channel | None = None
    question: bool = False
    moment_of_truth: bool = False


CardsOf = Callable[[Touchpoint | Opportunity], Iterable[Card]]


@dataclass(frozen=True)
class LaneSpec:
    """A lane: the cards that a touchpoint or an opportunity has in it, the field that a click on one of them writes, its
    hue, and what its cards stand on. The emotion lane has no cards, it holds the curve, which has a colour a score."""

    lane: Lane
    hue: str
    ground: Ground
    field: str
    cards_of: CardsOf

    def colour(self, dark: bool = False) -> str:
        """What the cards stand on, on a dark or a light page."""
        grounds = {Ground.CARD: ink(dark).card, Ground.TINT: tint(self.hue, dark), Ground.HUE: self.hue}
        return grounds[self.ground]

    def words(self, language: Language) -> str:
        """What the lane is called."""
        return text(f"map.lane.{self.lane.value}", language)


def _titled(card: Touchpoint | Opportunity) -> Iterator[Card]:
    if isinstance(card, Touchpoint):
        yield Card(card.id, card.title, card.id, channel=card.channel, moment_of_truth=card.moment_of_truth)


def _thought(card: Touchpoint | Opportunity) -> Iterator[Card]:
    if isinstance(card, Touchpoint):
        both = ((card.thinking, False), (card.asking, True))
        yield from (Card(card.id, words, card.id, question=question) for words, question in both if words)


def _hurting(card: Touchpoint | Opportunity) -> Iterator[Card]:
    if isinstance(card, Touchpoint):
        yield from (Card(card.id, item, card.id) for item in lines(card.pain_points))


def _hoped(card: Touchpoint | Opportunity) -> Iterator[Card]:
    if isinstance(card, Opportunity):
        yield Card(card.id, card.title, card.touchpoint)


def _saying(lane: Lane, hue: str, ground: Ground, field: str) -> LaneSpec:
    """A lane of one card a touchpoint: the words of its field, where it has any."""

    def cards(card: Touchpoint | Opportunity) -> Iterator[Card]:
        if isinstance(card, Touchpoint) and (words := getattr(card, field)):
            yield Card(card.id, words, card.id)

    return LaneSpec(lane, hue, ground, field, cards)


def _felt(_: Touchpoint | Opportunity) -> tuple[Card, ...]:
    return ()


LANES: Mapping[Lane, LaneSpec] = {
    spec.lane: spec
    for spec in (
        LaneSpec(Lane.TOUCHPOINTS, SLATE, Ground.CARD, "title", _titled),
        _saying(Lane.DOING, SLATE, Ground.CARD, "doing"),
        LaneSpec(Lane.THINKING, INDIGO, Ground.TINT, "thinking", _thought),
        LaneSpec(Lane.EMOTION, SLATE, Ground.CARD, "title", _felt),
        LaneSpec(Lane.PAIN_POINTS, ALARM, Ground.TINT, "pain_points", _hurting),
        _saying(Lane.CONTENT, GREEN, Ground.TINT, "content"),
        _saying(Lane.CALL_TO_ACTION, BLUE, Ground.HUE, "call_to_action"),
        LaneSpec(Lane.OPPORTUNITIES, OCHRE, Ground.TINT, "title", _hoped),
    )
}
"""Every lane, from top to bottom."""
