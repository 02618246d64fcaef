"""What if one step went better: how many more reach the goal, what that is worth, and how sure both are.

All figures are expected values for as many people as the funnel counted. That a change leaves the other steps as they are
is an assumption, which whoever shows a figure should say beside it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import exp, floor, hypot, inf, log

from journey.numbers.comparison import portion_of
from journey.numbers.funnel import Funnel, Stage
from journey.numbers.interval import wilson

POINT = 0.01
"""One percentage point."""

_FAR = 20
"""Expected figures that are so far apart are told as whole ones."""


class NoSuchStep(ValueError):
    """The funnel has no rate for the step into this phase, or none of the counts that it takes."""


@dataclass(frozen=True)
class RateChange:
    """Another rate for the step into `phase_id`: the rate times `factor`, and `points` percentage points more (fewer:
    negative); `to` sets it instead (a share of 1). No rate leaves 0 to 1."""

    phase_id: str
    points: float = 0.0
    factor: float = 1.0
    to: float | None = None

    def wished(self, today: float) -> float:
        """The rate after the change, which may leave 0 to 1."""
        return today * self.factor + self.points * POINT if self.to is None else self.to

    def rate(self, today: float) -> float:
        """The rate after the change, as far as it is possible."""
        return min(max(self.wished(today), 0.0), max(1.0, today))


@dataclass(frozen=True)
class ExpectedFigure:
    """An expected figure with the ends of its 95 % interval."""

    value: float
    low: float
    high: float

    def times(self, factor: float) -> "ExpectedFigure":
        """The figure with another unit; `factor` is not negative."""
        return ExpectedFigure(self.value * factor, self.low * factor, self.high * factor)


@dataclass(frozen=True)
class WhatIf:
    """A change and what follows: people at the goal (a phase id) today and then, and their difference. `rate_before` and
    `rate_after` are the changed step's; `capped` says that the rate would have left 0 to 1. `order_value` is None where
    nobody knows what one of them brings."""

    change: RateChange
    goal: str
    rate_before: float
    rate_after: float
    capped: bool
    today: ExpectedFigure
    then: ExpectedFigure
    more: ExpectedFigure
    order_value: float | None

    @property
    def revenue(self) -> tuple[ExpectedFigure, ExpectedFigure, ExpectedFigure] | None:
        """Revenue today, then, and the difference, at the same order value for everybody."""
        if self.order_value is None:
            return None
        today, then, more = (figure.times(self.order_value) for figure in (self.today, self.then, self.more))
        return today, then, more


@dataclass(frozen=True)
class _Step:
    """A step of the way to the goal: the people who enter the funnel after it, its rate and the rate's plausible ends."""

    stage: Stage
    joining: int
    rate: float
    low: float
    high: float


@dataclass(frozen=True)
class _Way:
    """The way to the goal: the people at its start, and its steps."""

    start: int
    steps: tuple[_Step, ...]

    def people(self, rates: Sequence[float]) -> float:
        """The expected people at the goal with these rates."""
        people = float(self.start)
        for step, rate in zip(self.steps, rates, strict=True):
            people = people * rate + step.joining
        return people


def what_if(stages: Funnel, change: RateChange, goal: str | None = None, order_value: float | None = None) -> WhatIf:
    """What a changed rate of one step brings at the phase `goal` (None: the last counted one). `order_value`: what one
    person there is worth; None takes the log's revenue there and behind it, per person at that phase, where it has revenue.

    The expected number at the goal follows from the people who enter (at the first stage; in an open funnel at any) and
    the product of the rates behind them. Its interval carries every rate's Wilson interval through: each rate is moved to
    its ends alone, and the distances, as logarithms, are added at right angles; the changed step moves with its own
    interval, changed in the same way, unless it was set. This is the square-and-add rule that Newcombe's interval for
    differences uses too, on the scale on which a product is a sum; step rates of a funnel are uncorrelated given the
    people before them. The people who enter and the order value are taken as known.
    Source: G. Y. Zou, A. Donner (2008), Construction of Confidence Limits about Effect Measures: A General Approach,
    Statistics in Medicine 27:1693-1702. NoSuchStep when the funnel lacks the goal, the step or a count on the way."""
    target, way = _way(stages, goal)
    place = next((n for n, step in enumerate(way.steps) if step.stage.phase_id == change.phase_id), None)
    if place is None:
        raise NoSuchStep(change.phase_id)

    def then(rates: Sequence[float]) -> float:
        return way.people([*rates[:place], change.rate(rates[place]), *rates[place + 1 :]])

    rate = way.steps[place].rate
    return WhatIf(
        change,
        target.phase_id,
        rate,
        change.rate(rate),
        change.rate(rate) != change.wished(rate),
        _figure(way.people, way.steps),
        _figure(then, way.steps),
        _figure(lambda rates: then(rates) - way.people(rates), way.steps),
        _value(stages, target) if order_value is None else order_value,
    )


def told_alike(today: float, then: float) -> tuple[float, float, float]:
    """Figures today and then as they are told, and their difference: rounded alike, halves up, to tenths where they are
    less than twenty apart. So what a reader adds up is right."""
    digits = 0 if abs(then - today) >= _FAR else 1
    told_today, told_then = (floor(round(value * 10**digits, 6) + 0.5) / 10**digits for value in (today, then))
    return told_today, told_then, round(told_then - told_today, digits)


def point_pays(stages: Funnel, goal: str | None = None) -> tuple[WhatIf, ...]:
    """One percentage point more at each step up to the goal, the one that pays most first (of equals the earlier one).
    Where everybody enters at the first stage that is always the step with the lowest rate: a point is then the largest
    part of it. What a point costs to win, no log knows. Empty where the funnel has no complete way to the goal."""
    try:
        target, way = _way(stages, goal)
    except NoSuchStep:
        return ()
    closed = (step for step in way.steps if step.stage.interval is not None)
    found = [what_if(stages, RateChange(step.stage.phase_id, 1.0), target.phase_id) for step in closed]
    return tuple(sorted(found, key=lambda one: -one.more.value))


def _way(stages: Funnel, goal: str | None) -> tuple[Stage, _Way]:
    """The goal and the steps that lead there, without optional phases."""
    counted = [stage for stage in stages.counted if not stage.optional]
    place = next((n for n, stage in enumerate(counted) if stage.phase_id == goal), None) if goal else len(counted) - 1
    if place is None or place < 1:
        raise NoSuchStep(goal or "")
    steps = tuple(_step(stage, stages) for stage in counted[1 : place + 1])
    return counted[place], _Way(counted[0].count or 0, steps)


def _step(stage: Stage, stages: Funnel) -> _Step:
    rate = stage.conversion_from_previous
    if rate is None:
        raise NoSuchStep(stage.phase_id)
    portion = portion_of(stage, stages)
    low, high = wilson(*portion) if portion else (rate, rate)
    return _Step(stage, stage.entered or 0, rate, low, high)


def _figure(of: Callable[[Sequence[float]], float], steps: Sequence[_Step]) -> ExpectedFigure:
    """A figure that follows from the rates, with its interval by the square-and-add rule."""
    rates = [step.rate for step in steps]
    value = of(rates)
    reached = []
    for place, step in enumerate(steps):
        ends = (of([*rates[:place], end, *rates[place + 1 :]]) for end in (step.low, step.high))
        reached.append(sorted((value, *ends)))
    lows, highs = [low for low, _, _ in reached], [high for _, _, high in reached]
    if value > 0 and min(lows) >= 0:
        return ExpectedFigure(value, *_logarithmic(value, lows, highs))
    if value < 0 and max(highs) <= 0:
        far, near = ([-end for end in ends] for ends in (lows, highs))
        low, high = _logarithmic(-value, near, far)
        return ExpectedFigure(value, -high, -low)
    return ExpectedFigure(
        value, value - hypot(*(value - low for low in lows)), value + hypot(*(high - value for high in highs))
    )


def _logarithmic(value: float, lows: Sequence[float], highs: Sequence[float]) -> tuple[float, float]:
    down = hypot(*(log(value / low) if low > 0 else inf for low in lows))
    up = hypot(*(log(high / value) for high in highs))
    return value * exp(-down), value * exp(up)


def _value(stages: Funnel, target: Stage) -> float | None:
    """What the log says that one person at the goal brings: there, and behind it, since a file with a row an order has its
    amount with the last of its dates."""
    behind = [
        stage.revenue for stage in stages.stages if stage.position >= target.position and stage.revenue is not None
    ]
    return sum(behind) / target.count if behind and target.count else None
