"""What the figures propose as the value for the firm: one percentage point more at the step that leaves a phase."""

from collections.abc import Mapping
from dataclasses import dataclass

from journey.model import Workshop
from journey.numbers import Funnel
from journey.numbers.what_if import ExpectedFigure, point_pays, what_if

LEVELS = 5


def level_of(part: float) -> int:
    """A part of the largest, 0 to 1, as a level from 1 to 5."""
    return max(1, int(LEVELS * part + 0.5))


@dataclass(frozen=True)
class StepGain:
    """One point more at a step: how many more people reach the goal, what they bring where that is known, each with its
    95 % interval, and the value from 1 to 5 that is proposed for it."""

    more: ExpectedFigure
    revenue: ExpectedFigure | None
    level: int


def step_gains(stages: Funnel, goal: str | None = None, order_value: float | None = None) -> Mapping[str, StepGain]:
    """The gain by the phase that people leave by the step; the last phase has that of the step that leads there. The step
    that pays most is worth 5, others their part of it, at least 1 (the app's own rule). Empty without a complete way to the
    goal."""
    found = [what_if(stages, one.change, one.goal, order_value) for one in point_pays(stages, goal)]
    best = max((one.more.value for one in found), default=0.0)
    if best <= 0:
        return {}
    left = {stage.phase_id: stage.previous or "" for stage in stages.stages}
    gains: dict[str, StepGain] = {}
    for one in found:
        level = level_of(one.more.value / best)
        revenue = one.revenue[2] if one.revenue else None
        gains[left[one.change.phase_id]] = StepGain(one.more, revenue, level)
    last = next((one for one in found if one.change.phase_id == one.goal), None)
    return gains if last is None else {**gains, last.goal: gains[left[last.goal]]}


def proposed_gains(workshop: Workshop, stages: Funnel, sale: str) -> Mapping[str, StepGain]:
    """The gains of a workshop's funnel: on the way to its sale (the phase's id) where that was counted, else to the last stage; an
    order is worth what was estimated last."""
    goal = sale if any(stage.phase_id == sale and stage.previous for stage in stages.counted) else None
    values = (one.order_value for one in reversed(workshop.estimates) if one.order_value is not None)
    return step_gains(stages, goal, next(values, None))
