"""What is asked of a log: the kind of funnel, its window, and how a case enters it."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum


class BadFunnelQuery(ValueError):
    """A question that no funnel answers: a negative window, an optional first or last phase."""


class Order(StrEnum):
    """How the phases of a case must follow each other.

    ORDERED: each next phase counts with its first event strictly later than the event that counted before it.
    STRICT: the same, and no event of another phase lies strictly between the two instants; events of no phase and
    repeated events of the phase just reached do not break the run. A case counts with its best run: of the runs that
    begin at any of its entry events the longest; of equally long ones the first; of those that begin at the same
    instant the one that begins at the earliest phase.
    ANY: a case counts at a phase when it has events of all phases up to it, in whatever order, and at the instant when
    the last of them came: waits lie between those instants and are 0 where a phase had come before.
    """

    ORDERED = "ordered"
    STRICT = "strict"
    ANY = "any"


class WindowStart(StrEnum):
    """Where the conversion window begins: at the event with which the case entered the funnel, or anew at each event
    that counted (then the window limits every single step). ANY order has no steps: its window begins at the entry."""

    ENTRY = "entry"
    STEP = "step"


@dataclass(frozen=True)
class FunnelQuery:
    """A funnel question. The default is the closed ordered funnel: a case enters with its first event of the first
    phase, and each next phase counts with the first event strictly later than the one that counted before it.

    `open`: a case may enter at any phase: with its first event of any phase (of several at that instant, the earliest
    phase); in ANY order at the earliest phase that it has. It counts at its entry and at the phases that follow on,
    one by one, until the first that it does not reach.
    `window`: events later than this after the window's start do not count (exactly at its end still does). In ANY order
    the window starts with the case's first event of any phase.
    `reentry`: a case may start again from any later entry event (an event of the first phase; open, or in ANY order, of
    any phase); then only events from that instant on count. It counts at every phase that some start reaches; at a
    phase that starts reach from the phase before, with the earliest event that they reach it with (and of these, with
    the earliest before it, from which the wait is measured), otherwise with the first with which it enters there.
    Only with a window, or open, can this change a count in an ordered funnel.
    `optional`: places of phases (from 0) that may be skipped. The other phases form the funnel, and where the
    definitions here say phase, they mean those. An optional phase counts where the case counts at the required phase
    before it and has an event of it inside the window strictly later than that one and, if the next required phase was
    reached, strictly earlier than that; in ANY order where it has an event of it from the window's start on and inside
    the window, at the instant when all phases so far and this one had come. In STRICT order its events break no run. No
    case enters at it. The first and the last phase cannot be optional.
    """

    order: Order = Order.ORDERED
    open: bool = False
    window: timedelta | None = None
    window_start: WindowStart = WindowStart.ENTRY
    reentry: bool = False
    optional: frozenset[int] = frozenset()

    def required(self, phases: int) -> tuple[int, ...]:
        """The places of the phases that form the funnel, of so many. BadFunnelQuery where the question has no answer."""
        if self.window is not None and self.window < timedelta(0):
            raise BadFunnelQuery(f"the window is negative: {self.window}")
        if not all(0 < place < phases - 1 for place in self.optional):
            raise BadFunnelQuery(f"of {phases} phases, these places cannot be optional: {sorted(self.optional)}")
        return tuple(place for place in range(phases) if place not in self.optional)
