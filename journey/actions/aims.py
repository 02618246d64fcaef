"""What an action shall move, and what the workshop itself says about that figure."""

from dataclasses import dataclass
from enum import StrEnum

from journey.model import Action, ActionState, Emotion, Goal, Language, Workshop
from journey.numbers import funnel, periods
from journey.numbers.comparison import Portion, portion_of
from journey.phases import model_of
from journey.texts import choice, number, percent, text


class Aim(StrEnum):
    """The kinds of figure that an action can move."""

    GOAL = "goal"
    STEP = "step"
    EMOTION = "emotion"
    FIGURE = "figure"


@dataclass(frozen=True)
class FigureValue:
    """A figure's value at one time: a percentage for a step, a score for an emotion, else in the figure's unit. `portion`:
    the people of whom it is a share, where they were counted."""

    value: float
    portion: Portion | None = None


def aim_of(action: Action) -> Aim | None:
    """What an action shall move; None where nobody said."""
    named = {
        Aim.GOAL: action.goal, Aim.STEP: action.step, Aim.EMOTION: action.touchpoint, Aim.FIGURE: action.figure,
    }  # fmt: skip
    return next((aim for aim, held in named.items() if held), None)


def moves_a_step(action: Action) -> bool:
    """Whether an action that the team has not dropped shall move a step, so that counts judge it."""
    return aim_of(action) is Aim.STEP and action.state is not ActionState.DROPPED


def aim_words(action: Action, workshop: Workshop, language: Language) -> str:
    """What an action shall move, in words; "" where nobody said, or where it is gone."""
    match aim_of(action):
        case Aim.GOAL if goal := _goal(action, workshop):
            return text("actions.aim.goal", language, goal=goal.metric or goal.title or text("frame.unnamed", language))
        case Aim.STEP:
            return _step_words(action, workshop, language)
        case Aim.EMOTION if touchpoint := workshop.touchpoint(action.touchpoint or ""):
            return text("actions.aim.emotion", language, touchpoint=touchpoint.title or text("frame.unnamed", language))
        case Aim.FIGURE:
            return action.figure
    return ""


def _step_words(action: Action, workshop: Workshop, language: Language) -> str:
    model = model_of(workshop, language)
    place = model.index(action.step or "")
    if place is None:
        return ""
    before, after = model.phases[place - 1].name if place else "", model.phases[place].name
    return text("actions.aim.step" if place else "actions.aim.first_step", language, before=before, after=after)


def current_figure(action: Action, workshop: Workshop) -> FigureValue | None:
    """The value that a workshop has itself of what an action shall move: the step's rate in the newest period with counts,
    the touchpoint's emotion, the goal's baseline. None where it has none."""
    match aim_of(action):
        case Aim.GOAL if (goal := _goal(action, workshop)) and goal.baseline is not None:
            return FigureValue(goal.baseline)
        case Aim.STEP:
            return _step(action.step or "", workshop)
        case Aim.EMOTION:
            touchpoint = workshop.touchpoint(action.touchpoint or "")
            return FigureValue(touchpoint.emotion) if touchpoint and touchpoint.emotion is not None else None
    return None


def _step(phase: str, workshop: Workshop) -> FigureValue | None:
    known = periods(workshop)
    if not known:
        return None
    counted = funnel(workshop.counts, model_of(workshop, workshop.frame.language), period=known[-1])
    stage = next((stage for stage in counted.counted if stage.phase_id == phase and stage.previous), None)
    portion = portion_of(stage, counted) if stage else None
    return FigureValue(portion.rate * 100, portion) if portion else None


def value_words(action: Action, value: FigureValue, workshop: Workshop, language: Language) -> str:
    """A value of what an action shall move, with its unit, and of how many people it is."""
    match aim_of(action):
        case Aim.EMOTION if value.value in set(Emotion):
            return (
                f"{value.value:+g}".replace("-", "−").replace("+0", "0")
                + f" ({choice(Emotion(int(value.value)), language)})"
            )
        case aim:
            goal = _goal(action, workshop) if aim is Aim.GOAL else None
            unit = "%" if aim is Aim.STEP else action.unit or (goal.unit if goal else "")
            said = _with_unit(value.value, unit, language)
    if value.portion:
        return text("actions.of_people", language, value=said, people=number(value.portion.trials, language))
    return said


def _with_unit(value: float, unit: str, language: Language) -> str:
    if unit == "%":
        return percent(value / 100, language, 0 if value == round(value) else 1)
    return f"{number(value, language)} {unit}".strip()


def _goal(action: Action, workshop: Workshop) -> Goal | None:
    found = workshop.find(action.goal or "")
    return found if isinstance(found, Goal) else None
