"""What is asked of a log: the kind of funnel, its window, and how a case enters it."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum


class Order(StrEnum):
    """How the phases of a case must follow each other.

    ORDERED: each next phase has an event strictly later than the one that counted before it.
    STRICT: the same, and no event of another phase lies strictly between the two instants; events of no phase and
    repeated events of the phase just reached do not break the run. A case counts with its best run.
    ANY: a case counts at a phase when it has events of all phases up to it, in whatever order.
    """

    ORDERED = "ordered"
    STRICT = "strict"
    ANY = "any"


class WindowStart(StrEnum):
    """Where the conversion window begins: at the event with which the case entered the funnel, or anew at each event
    that counted (then the window limits every single step)."""

    ENTRY = "entry"
    STEP = "step"


@dataclass(frozen=True)
class Question:
    """A funnel question. The default is the closed ordered funnel: a case enters with its first event of the first
    phase, and each next phase counts with the first event strictly later than the one that counted before it.

    `open`: a case may enter at any phase: with its first event of any phase (of several at that instant, the earliest
    phase); in ANY order at the earliest phase that it has. It counts at its entry and at the phases that follow on.
    `window`: events later than this after the window's start do not count (exactly at its end still does). In ANY order
    the window starts with the case's first event of any phase.
    `reentry`: a case may start again from any later entry event; it counts at every phase that some start reaches.
    Only with a window, or open, can this change anything in an ordered funnel.
    `optional`: places of phases (from 0) that may be skipped. The other phases form the funnel; an optional phase counts
    where the case counts at the required phase before it and has an event of it strictly later than that one and, if the
    next required phase was reached, strictly earlier than that. In STRICT order its events break no run. The first and
    the last phase cannot be optional.
    """

    order: Order = Order.ORDERED
    open: bool = False
    window: timedelta | None = None
    window_start: WindowStart = WindowStart.ENTRY
    reentry: bool = False
    optional: frozenset[int] = frozenset()
