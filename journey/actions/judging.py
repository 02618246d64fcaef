"""Whether a figure moved after an action was done: measured before and after, with an interval where people were counted.

Nothing here proves that the action was the cause: other things change in the same months.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from statistics import NormalDist

from journey.actions.aims import Aim, FigureValue, aim_of, current_figure
from journey.model import Action, ActionState, Workshop
from journey.numbers.comparison import Portion, ShareDifference, difference
from journey.numbers.funnel import too_few
from journey.numbers.interval import Z_95, wilson


class Outcome(StrEnum):
    """What became of the figure. AGAINST: it moved, but the other way."""

    MOVED = "moved"
    AGAINST = "against"
    NOT_MOVED = "not_moved"
    TOO_EARLY = "too_early"


class Uncertainty(StrEnum):
    """Why it is too early to say something: the action is not done; a value is missing; the figure is the same as before
    since nobody measured it again; it rests on few people; no change and the change that was aimed at would both fit."""

    NOT_DONE = "not_done"
    NO_BEFORE = "no_before"
    NO_AFTER = "no_after"
    NOT_AGAIN = "not_again"
    FEW = "few"
    BOTH_FIT = "both_fit"


@dataclass(frozen=True)
class Judgement:
    """What became of the figure that an action shall move, with its values. `difference` is there where both values are
    shares of counted people. `reached`: whether the aimed value is; None where none is aimed at or no value is there."""

    outcome: Outcome
    uncertainty: Uncertainty | None = None
    before: FigureValue | None = None
    after: FigureValue | None = None
    difference: ShareDifference | None = None
    reached: bool | None = None


def judged_all(now: Workshop, then: Callable[[Action], Workshop | None] = lambda _: None) -> Mapping[str, Judgement]:
    """The judgement of every action that says what it shall move, by its id; dropped ones have none. `then` gives the former
    state of the workshop that an action is judged against. Each figure is compared with a share of the doubt (Bonferroni): of
    workshops in which nothing changed at most one in twenty claims any change of a share, however many actions it has."""
    asked = [action for action in now.actions if aim_of(action) and action.state is not ActionState.DROPPED]
    shares = {_figure_of(action) for action in asked if _difference(action, then(action), now, Z_95)}
    return {action.id: judged(action, then(action), now, comparisons=len(shares)) for action in asked}


def judged(action: Action, then: Workshop | None, now: Workshop, *, comparisons: int = 1) -> Judgement:
    """Whether what an action shall move has moved. `then` is the workshop as it was when the action was decided, `now` as it
    is; without `then` the value before is the one that was noted with the action. What was typed as the value after goes
    before what the workshop says. `comparisons`: how many different shares are compared at the same time.

    A share of people moved where the interval of the difference (Newcombe's) leaves out zero; it did not where the
    interval leaves out the aimed change, or where none is aimed at and enough people were counted. Other figures carry no
    interval: they moved where they differ."""
    before, after = _before(action, then), _after(action, now)
    if action.state is not ActionState.DONE:
        return Judgement(Outcome.TOO_EARLY, Uncertainty.NOT_DONE, before, after)
    if before is None or after is None:
        missing = Uncertainty.NO_BEFORE if before is None else Uncertainty.NO_AFTER
        return Judgement(Outcome.TOO_EARLY, missing, before, after)
    if action.after is None and before == after and (then is None or aim_of(action) is not Aim.EMOTION):
        return Judgement(Outcome.TOO_EARLY, Uncertainty.NOT_AGAIN, before, after)
    reached = _reached(action, before, after)
    found = _difference(action, then, now, NormalDist().inv_cdf(1 - 0.025 / max(comparisons, 1)))
    if found is None:
        gain = _sign(action, before) * (after.value - before.value)
        outcome = Outcome.MOVED if gain > 0 else Outcome.AGAINST if gain < 0 else Outcome.NOT_MOVED
        return Judgement(outcome, None, before, after, reached=reached)
    outcome, uncertainty = _of_shares(action, before, found)
    return Judgement(outcome, uncertainty, before, after, found, reached)


def _of_shares(action: Action, before: FigureValue, found: ShareDifference) -> tuple[Outcome, Uncertainty | None]:
    sign = _sign(action, before)
    low, high = sorted(sign * end for end in found.interval)
    if low > 0:
        return Outcome.MOVED, None
    if high < 0:
        return Outcome.AGAINST, None
    aimed = 0.0 if action.target is None else sign * (action.target - before.value) / 100
    if aimed > 0:
        return (Outcome.NOT_MOVED, None) if high < aimed else (Outcome.TOO_EARLY, Uncertainty.BOTH_FIT)
    if any(too_few(one.trials, wilson(*one)) for one in (found.first, found.second)):
        return Outcome.TOO_EARLY, Uncertainty.FEW
    return Outcome.NOT_MOVED, None


def _before(action: Action, then: Workshop | None) -> FigureValue | None:
    """As measured then, else as noted with the action."""
    return (current_figure(action, then) if then else None) or _typed(action, action.before, action.people_before)


def _after(action: Action, now: Workshop) -> FigureValue | None:
    """As typed, else as measured now."""
    return _typed(action, action.after, action.people_after) or current_figure(action, now)


def _typed(action: Action, value: float | None, people: int | None) -> FigureValue | None:
    if value is None:
        return None
    counted = people and 0 <= value <= 100 and aim_of(action) is not Aim.EMOTION
    return FigureValue(value, Portion(round(value / 100 * people), people) if people and counted else None)


def _difference(action: Action, then: Workshop | None, now: Workshop, z: float) -> ShareDifference | None:
    """The difference of two shares that are not the same count."""
    before, after = _before(action, then), _after(action, now)
    if not before or not after or not before.portion or not after.portion:
        return None
    return difference(before.portion, after.portion, z) if before != after or action.after is not None else None


def _figure_of(action: Action) -> tuple[object, ...]:
    """What is compared: several actions may move the same figure."""
    aim = aim_of(action)
    return (aim, action.goal, action.step, action.figure.casefold() if aim is Aim.FIGURE else "")


def _sign(action: Action, before: FigureValue) -> int:
    """1 where the figure shall rise, -1 where it shall fall."""
    return -1 if action.target is not None and action.target < before.value else 1


def _reached(action: Action, before: FigureValue | None, after: FigureValue | None) -> bool | None:
    if action.target is None or before is None or after is None:
        return None
    sign = _sign(action, before)
    return sign * after.value >= sign * action.target
