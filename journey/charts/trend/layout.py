"""The course of step rates or counts over periods as values: one strip for each phase, each with a scale of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from math import ceil, floor

from journey.charts.kit.scale import round_above
from journey.charts.kit.text_block import Block, block
from journey.numbers import Funnel, Interval, Stage

NAME_ROOM, TOP, PLOT, BELOW, APART = 200, 30, 84, 22, 16
_STEPS = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5)


class Measure(StrEnum):
    """What the strips show: which share came from the stage before, or how many there were."""

    RATES = "rates"
    COUNTS = "counts"


@dataclass(frozen=True)
class Period:
    """A period's name (an ISO date or any words), its funnel, whether it is over, and the ids of phases for which it may
    still rise because its people had less time than it usually takes."""

    name: str
    funnel: Funnel
    complete: bool = True
    unripe: frozenset[str] = frozenset()


@dataclass(frozen=True)
class TrendPoint:
    """A phase in a period: its place among the periods, the value, how sure a rate is, whether it is told whole (the period
    is over and its people had time), and whether it rests on too few cases to be judged."""

    place: int
    value: float
    interval: Interval | None
    complete: bool
    few_cases: bool = False


@dataclass(frozen=True)
class Strip:
    """The course of a phase (its name). Points of the same run follow each other without a gap. `low` and `high` are the ends of its
    scale; `top` is where the plot begins, in pixels."""

    phase: str
    name: Block
    position: int
    runs: tuple[tuple[TrendPoint, ...], ...]
    low: float
    high: float
    top: float

    @cached_property
    def points(self) -> tuple[TrendPoint, ...]:
        """All points in order."""
        return tuple(point for run in self.runs for point in run)

    @property
    def last(self) -> TrendPoint | None:
        """The newest point that is told whole and rests on enough cases."""
        return next((point for point in reversed(self.points) if point.complete and not point.few_cases), None)

    def y(self, value: float) -> float:
        """Where a value stands."""
        share = (value - self.low) / (self.high - self.low)
        return self.top + PLOT * (1 - min(1.0, max(0.0, share)))


def strips(periods: Sequence[Period], measure: Measure) -> tuple[tuple[Strip, ...], float]:
    """Place a strip for each phase that has a value in some period; the second value is the height of the whole."""
    stages: dict[str, Stage] = {}
    for period in periods:
        for stage in period.funnel.counted:
            if _value(stage, measure) is not None:
                stages.setdefault(stage.phase_id, stage)
    found: list[Strip] = []
    y = 2.0
    for stage in sorted(stages.values(), key=lambda one: one.position):
        runs = _runs(periods, stage.phase_id, measure)
        name = block(stage.name, 0, y, NAME_ROOM, size=15, bold=True, most=2)
        top = max(y + TOP, name.box.bottom + 10)
        found.append(Strip(stage.name, name, stage.position, runs, *_scale(runs, measure), top))
        y = top + PLOT + BELOW + APART
    return tuple(found), max(y - APART, 10.0)


def x(place: float, count: int) -> float:
    """Where a period stands, as a share of the width."""
    return place / (count - 1) if count > 1 else 0.5


def _runs(periods: Sequence[Period], phase: str, measure: Measure) -> tuple[tuple[TrendPoint, ...], ...]:
    runs: list[list[TrendPoint]] = [[]]
    for place, period in enumerate(periods):
        stage = next((one for one in period.funnel.counted if one.phase_id == phase), None)
        value = _value(stage, measure) if stage else None
        if stage is None or value is None:
            runs.append([])
        else:
            by_rate = measure is Measure.RATES
            whole = period.complete and phase not in period.unripe
            few = by_rate and stage.few_cases
            runs[-1].append(TrendPoint(place, value, stage.interval if by_rate else None, whole, few))
    return tuple(tuple(run) for run in runs if run)


def _value(stage: Stage, measure: Measure) -> float | None:
    return stage.count if measure is Measure.COUNTS else stage.conversion_from_previous


def _scale(runs: Sequence[Sequence[TrendPoint]], measure: Measure) -> tuple[float, float]:
    """Round ends around all values and intervals; from zero for counts and where the lowest value is not far from it."""
    ends = [end for run in runs for point in run for end in (point.value, *(point.interval or ()))]
    low, high = min(ends), max(ends)
    if measure is Measure.COUNTS:
        return 0.0, round_above(high)
    if low < high / 2:
        low = 0.0
    step = next((step for step in _STEPS if (high - low) / step <= 4), 1.0)
    return floor(low / step + 1e-9) * step, max(ceil(high / step - 1e-9), floor(low / step + 1e-9) + 1) * step
