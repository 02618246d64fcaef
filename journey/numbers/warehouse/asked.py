"""The question as expressions: which events belong to a phase, and what lies inside the window."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

import ibis
import ibis.expr.types as ir

from journey.numbers.log.funnel_query import FunnelQuery, WindowStart
from journey.numbers.warehouse.instants import unpacked

_LONGEST = 10**18
"""Longer than all of history in microseconds, and small enough to be added to any time."""


Step = tuple[int, int, range]
"""A required place, the next one, and the optional places between."""


@dataclass(frozen=True)
class Asked:
    """A question put to `events` (case, time, instant, activity). `activities` has those of each phase, in journey order.
    `ordered`: whether the instants are packed (see instants)."""

    events: ir.Table
    activities: tuple[tuple[str, ...], ...]
    query: FunnelQuery
    ordered: bool = False

    @property
    def places(self) -> range:
        """The places of all phases."""
        return range(len(self.activities))

    @property
    def required(self) -> tuple[int, ...]:
        """The places of the phases that form the funnel."""
        return self.query.required(len(self.activities))

    @property
    def steps(self) -> tuple[Step, ...]:
        """From each required place to the next."""
        return tuple(
            (here, there, range(here + 1, there)) for here, there in zip(self.required, self.required[1:], strict=False)
        )

    @property
    def before(self) -> dict[int, int]:
        """For each place but the first the required one before it."""
        return {place: here for here, there, between in self.steps for place in (*between, there)}

    @property
    def in_phases(self) -> ir.Table:
        """The events of all phases with their `place`."""
        names = sorted(name for activities in self.activities for name in activities)
        found = self.events.filter(self.events.activity.isin(names))
        branches = [(found.activity.isin(list(names)), place) for place, names in enumerate(self.activities) if names]
        place = ibis.cases(*branches, else_=None) if branches else ibis.null("int8")
        return found.mutate(place=place.cast("int8"))

    def at_place(self, place: int) -> ir.Table:
        """The cases and instants of one phase's events."""
        return self.events.filter(self.events.activity.isin(list(self.activities[place]))).select("case", "instant")

    def time_of(self, instant: ir.Value) -> ir.Value:
        """The microseconds of an instant."""
        return unpacked(instant) if self.ordered else instant

    def reaches(self, instant: ir.Value, entered: ir.Value, before: ir.Value) -> ir.BooleanValue:
        """The same as `inside` for instants."""
        return self.inside(*map(self.time_of, (instant, entered, before)))

    def inside(self, time: ir.Value, entered: ir.Value, before: ir.Value) -> ir.BooleanValue:
        """Whether a time lies inside the window that began with the entry or with the event that counted before."""
        window = self.query.window
        if window is None:
            return time.notnull()
        start = before if self.query.window_start is WindowStart.STEP else entered
        return time <= start + min(window // timedelta(microseconds=1), _LONGEST)


def activities_of(phase_of: Mapping[str, str], phases: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """The activities of each phase, sorted."""
    return tuple(tuple(sorted(name for name, phase in phase_of.items() if phase == wanted)) for wanted in phases)


def when(condition: ir.BooleanValue, value: ir.Value) -> ir.Value:
    """The value where the condition holds, NULL elsewhere."""
    return ibis.ifelse(condition, value, ibis.null(value.type()))


def at(place: int) -> str:
    """The column with the instant (in the end the time) at which a case counted at a phase."""
    return f"at_{place}"
