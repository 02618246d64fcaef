"""What people send: each act has an id of its own and may arrive any number of times.

Acts say how something is to be, not how it is to change ("my third dot lies on this card"), so that a double tap, a
second tab and a message that comes twice do no harm. `slot` says what of a person's an act is about: of each slot the
last act counts.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, TypeAdapter

from journey.live import slots
from journey.live.exercise import MOST_DOTS, PlaceId
from journey.model import Emotion, Id, Value
from journey.model.text import Line
from journey.model.values import Day, Percent

CardKey = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{7,39}$")]
"""The id of a card in the room, 8 to 40 characters; whoever writes the card makes it up, at random."""

CardWords = Annotated[Line, Field(min_length=1)]
MOST_HANDS = 10_000


class Opinion(StrEnum):
    AGREE = "agree"
    DISAGREE = "disagree"
    UNKNOWN = "unknown"


class _Deed(Value):
    id: Id

    @property
    def slot(self) -> str:
        raise NotImplementedError


class WriteCard(_Deed):
    """Contribute a card, or change one's own: `place` is one of the exercise's options, "" for none; `detail` says more
    (evidence: from where it is known)."""

    act: Literal["write"] = "write"
    card: CardKey
    words: CardWords
    place: PlaceId = ""
    detail: Line = ""

    @property
    def slot(self) -> str:
        return slots.card(self.card)


class WithdrawCard(_Deed):
    """Take one's own card, or commitment, back for good. The facilitator may take any."""

    act: Literal["withdraw"] = "withdraw"
    card: CardKey

    @property
    def slot(self) -> str:
        return slots.card(self.card)


class ScoreTouchpoint(_Deed):
    """How it feels at a touchpoint, for a persona ("" = for all); None takes the score back."""

    act: Literal["score"] = "score"
    touchpoint: Id
    persona: PlaceId = ""
    emotion: Emotion | None

    @property
    def slot(self) -> str:
        return slots.score(self.touchpoint, self.persona)


class GuessRate(_Deed):
    """Which share of the people at the phase before reach `phase`, in percent; None takes the guess back."""

    act: Literal["guess"] = "guess"
    phase: Id
    share: Percent | None

    @property
    def slot(self) -> str:
        return slots.guess(self.phase)


class CastDot(_Deed):
    """Lay one's dot number `dot` (1 to the budget) on an option; "" takes it back."""

    act: Literal["dot"] = "dot"
    dot: Annotated[int, Field(ge=1, le=MOST_DOTS)]
    option: PlaceId

    @property
    def slot(self) -> str:
        return slots.dot(self.dot)


class GiveOpinion(_Deed):
    """Say what one thinks of the finding; None takes it back."""

    act: Literal["opinion"] = "opinion"
    opinion: Opinion | None

    @property
    def slot(self) -> str:
        return slots.OPINION


class Commit(_Deed):
    """Who does what until when; the same card again changes it."""

    act: Literal["commit"] = "commit"
    card: CardKey
    what: CardWords
    who: Line = ""
    until: Day | None = None

    @property
    def slot(self) -> str:
        return slots.card(self.card)


class TickReady(_Deed):
    """Say that one is done, or is not."""

    act: Literal["ready"] = "ready"
    ready: bool = True

    @property
    def slot(self) -> str:
        return slots.READY


class CountHands(_Deed):
    """By the facilitator: so many hands were shown for an option (vote) or an opinion (check), beside what phones say."""

    act: Literal["hands"] = "hands"
    choice: Id
    hands: Annotated[int, Field(ge=0, le=MOST_HANDS)]

    @property
    def slot(self) -> str:
        return slots.hands(self.choice)


class MergeCards(_Deed):
    """By the facilitator: these cards say the same and are a group, whose id is `group`; each leaves the one it was in."""

    act: Literal["merge"] = "merge"
    group: CardKey
    cards: Annotated[tuple[Id, ...], Field(min_length=2, max_length=3_000)]
    name: Line = ""

    @property
    def slot(self) -> str:
        return slots.group(self.group)


class NameGroup(_Deed):
    """By the facilitator: what a group is called; "" = what its first card says."""

    act: Literal["name"] = "name"
    group: CardKey
    name: Line

    @property
    def slot(self) -> str:
        return slots.group(self.group)


class UndoMerge(_Deed):
    """By the facilitator: a merge never was; its cards are where they would be without it."""

    act: Literal["unmerge"] = "unmerge"
    group: CardKey

    @property
    def slot(self) -> str:
        return slots.group(self.group)


PersonsAct = WriteCard | WithdrawCard | ScoreTouchpoint | GuessRate | CastDot | GiveOpinion | Commit | TickReady
FacilitatorsAct = CountHands | MergeCards | NameGroup | UndoMerge
RoomAct = PersonsAct | FacilitatorsAct

ROOM_ACT: TypeAdapter[RoomAct] = TypeAdapter(
    Annotated[RoomAct, Field(discriminator="act")], config=ConfigDict(defer_build=True)
)
"""Reads an act: `ROOM_ACT.validate_json(body)`; pydantic.ValidationError for what is none."""

FACILITATOR = ""
"""The key of what the facilitator does; no person has it."""


class PlayedAct(Value):
    """An act as it is kept: its place in the room's order, whose it is (see `keys`; FACILITATOR) and the small group that
    the person was in."""

    sequence: Annotated[int, Field(ge=0)]
    exercise: Id
    key: Annotated[str, Field(max_length=64)]
    group: PlaceId = ""
    act: Annotated[RoomAct, Field(discriminator="act")]


def on_day(day: str) -> date | None:
    """A day as phones send it (2026-12-24); None for what is none."""
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None
