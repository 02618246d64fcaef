"""From counts per phase to a funnel: step rates, losses, and how far the numbers can be trusted.

Typed counts are snapshots of a period, not followed people: a stage may hold more people than the one before. The
funnel of an event log (journey.numbers.log) has the same stages, but its rates are shares of followed cases.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from journey.numbers.interval import Interval, wilson

if TYPE_CHECKING:
    from journey.model import Phase, PhaseCount, Workshop
    from journey.phases import PhaseModel

FEW_PEOPLE = 30
"""Below this many people at the stage before, a step rate is not judged (the app's own rule: one person moves the rate
by more than three points)."""

WIDE_INTERVAL = 0.20
"""A step whose 95 % interval spans more than 20 points is not judged either (the app's own rule: such an interval does
not tell a good step from a poor one). At a rate of one half this asks for about 92 people."""


class Quartiles(NamedTuple):
    """The spread of a time, in seconds: a quarter is not above `low`, half not above `median`, three quarters not
    above `high`. Between two values the line is drawn straight (Hyndman and Fan's type 7, as in Excel's QUARTILE.INC)."""

    low: float
    median: float
    high: float


@dataclass(frozen=True)
class Stage:
    """A phase in the funnel. `position` is the phase's place in the model, from 0; `count` is None where nobody counted
    and the stage is passed over. `previous` is the counted stage before (its phase id; None for the first), never an
    optional one. Rates are shares of 1; `drop_off` is the number of people lost since `previous`, negative where more
    people came. `interval` is the Wilson interval of the step rate, None where the counts rise (not a share of the same
    people).

    Only the funnel of an event log has: `entered`, the cases that entered the funnel here; `continued`, those that came
    from `previous` (conversion, drop-off and interval are about them); `wait`, the time that these needed; `revenue` and
    `cost`, the sums over all events of the phase of the cases that count here, None where the log has no such column;
    `optional`, whether the phase may be skipped."""

    phase_id: str
    name: str
    position: int
    count: int | None
    previous: str | None = None
    conversion_from_previous: float | None = None
    conversion_from_start: float | None = None
    drop_off: int | None = None
    interval: Interval | None = None
    few_cases: bool = False
    entered: int | None = None
    continued: int | None = None
    wait: Quartiles | None = None
    revenue: float | None = None
    cost: float | None = None
    optional: bool = False

    @property
    def rises(self) -> bool:
        """More people than at the stage before: the funnel is not closed here."""
        return self.drop_off is not None and self.drop_off < 0


@dataclass(frozen=True)
class Funnel:
    """The stages of a phase model in order, one a phase, with or without a count."""

    stages: tuple[Stage, ...]

    @property
    def counted(self) -> tuple[Stage, ...]:
        """The stages that have a count."""
        return tuple(stage for stage in self.stages if stage.count is not None)

    @property
    def has_people(self) -> bool:
        """Whether anybody was counted at any stage."""
        return any(stage.count for stage in self.stages)

    @property
    def biggest_loss(self) -> Stage | None:
        """The stage before which most people were lost, in people, not in percent: that is where the most can be won
        back. Ties go to the lower step rate, then to the earlier stage. Whoever skips an optional stage is not lost.
        None where nobody was lost."""
        losses = [(stage.drop_off or 0, stage) for stage in self.counted if not stage.optional]
        most = max((loss for loss, _ in losses), default=0)
        return min((stage for loss, stage in losses if loss == most), key=_rate) if most > 0 else None

    @property
    def weakest(self) -> Stage | None:
        """The stage with the lowest step rate among those with enough cases; among all where none has enough
        (then `few_cases` is set). Rising and optional stages are passed over. None where there is no step with a
        rate."""
        steps = [stage for stage in self.counted if stage.interval is not None and not stage.optional]
        sure = [stage for stage in steps if not stage.few_cases]
        return min(sure or steps, key=_rate, default=None)

    @property
    def overall(self) -> float | None:
        """The last counted stage as a share of the first; None with fewer than two counts or a first count of zero."""
        return self.counted[-1].conversion_from_start if len(self.counted) > 1 else None


def funnel(counts: "Iterable[PhaseCount]", model: "PhaseModel", *, period: str | None = None) -> Funnel:
    """The funnel of one period's counts. `period` picks it; None takes all counts as one period. Of two counts of the
    same phase the first in the workshop's order holds; counts of phases that the model does not have are passed over."""
    first: dict[str, int] = {}
    for entry in counts:
        if period is None or entry.period == period:
            first.setdefault(entry.phase, entry.count)
    stages: list[Stage] = []
    before: Stage | None = None
    start: int | None = None
    for position, phase in enumerate(model.phases):
        stage = _stage(phase, position, first.get(phase.id), before, start)
        stages.append(stage)
        if stage.count is not None:
            before, start = stage, stage.count if start is None else start
    return Funnel(tuple(stages))


def with_all_phases(measured: Funnel, model: "PhaseModel") -> Funnel:
    """A funnel of some phases of a model with all of them: those that could not be measured have no count."""
    held = {stage.phase_id: stage for stage in measured.stages}
    return Funnel(
        tuple(
            replace(held[phase.id], position=position)
            if phase.id in held
            else Stage(phase.id, phase.name, position, None)
            for position, phase in enumerate(model.phases)
        )
    )


def periods(workshop: "Workshop") -> tuple[str, ...]:
    """The names of the periods that have counts, in the order in which the workshop first names them."""
    return tuple(dict.fromkeys(entry.period for entry in workshop.counts))


def newest_funnel(workshop: "Workshop", model: "PhaseModel") -> Funnel:
    """The funnel of the period that was counted last; without counts none of its stages has one."""
    return funnel(workshop.counts, model, period=next(reversed(periods(workshop)), None))


def _stage(phase: "Phase", position: int, count: int | None, before: Stage | None, start: int | None) -> Stage:
    if count is None or before is None or before.count is None or start is None:
        return Stage(phase.id, phase.name, position, count, conversion_from_start=1.0 if count else None)
    closed = 0 < before.count >= count
    interval = wilson(count, before.count) if closed else None
    return Stage(
        phase.id,
        phase.name,
        position,
        count,
        previous=before.phase_id,
        conversion_from_previous=count / before.count if before.count else None,
        conversion_from_start=count / start if start else None,
        drop_off=before.count - count,
        interval=interval,
        few_cases=too_few(before.count, interval),
    )


def too_few(before: int, interval: Interval | None) -> bool:
    """Whether a step rate from so many people, with this interval, is not judged."""
    return before < FEW_PEOPLE or (interval is not None and interval.width > WIDE_INTERVAL)


def _rate(stage: Stage) -> float:
    return 1.0 if stage.conversion_from_previous is None else stage.conversion_from_previous
