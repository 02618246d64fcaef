"""What a team remembers of a journey that is measured again: how it was at the end of each round, and what happened outside."""

from journey.model.choices import EventKind
from journey.model.ids import Id
from journey.model.packed import Packed
from journey.model.references import TouchpointId
from journey.model.text import Line, Text
from journey.model.values import Day, Entity


class MarketEvent(Entity):
    """Something that happened in the market or in the behaviour of customers, on a day: a price raised, a competitor opened.
    One without a day is a note, which no trend can show."""

    said_by = ("title",)

    title: Line = ""
    kind: EventKind = EventKind.MARKET
    day: Day | None = None
    touchpoint: TouchpointId | None = None
    note: Text = ""


class Round(Entity):
    """The end of a round: the workshop as it stood on the day `closed`, and the plan of the next one (when, who, what to
    measure until then).

    `state` is the document, without the rounds: whole where `base` is None, else what differs from the round with that id,
    which was closed later. `said` is what no document holds: what the critic said then, and figures of a log and of
    votes. Both are written and read by journey.rounds alone."""

    said_by = ("name",)

    name: Line = ""
    closed: Day
    next_day: Day | None = None
    next_people: Line = ""
    next_measure: Text = ""
    base: Id | None = None
    state: Packed = ""
    said: Packed = ""
