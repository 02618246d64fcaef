"""The fields of an action that do more than hold a value: a state that knows its day, and values that can be taken from what
is measured now."""

from functools import partial
from typing import Any

import streamlit as st

from journey.actions import Aim, aim_of, current_figure, put_into, value_words
from journey.actions.aims import FigureValue
from journey.editing import put, revise
from journey.model import Action, ActionState
from journey.numbers.comparison import portion_of
from journey.roles import Right
from ui.kit import controlled, fields, measured
from ui.kit.controlled import Field
from ui.kit.fields import Slot
from ui.state import session
from ui.state.session import Saving
from ui.state.words import plain, t, today, word


def state(slot: Slot) -> None:
    """How far it is. What is done gets today's day, what is opened again has none."""
    one = Field(
        slot.key, lambda: getattr(slot.held, slot.field), partial(_save, slot), slot.words, cards=(slot.entity.id,),
        show=word,
    )  # fmt: skip
    controlled.draw(one, fields.segmented(slot.words, list(ActionState), word, slot.help, required=True))


def value(slot: Slot) -> None:
    """A value before or after, and a button that takes what is measured now."""
    fields.number(slot)
    action = slot.held
    found = figure_now(action) if isinstance(action, Action) else None
    if not isinstance(action, Action) or found is None or _is_there(action, slot.field, found):
        return
    words = value_words(action, found, session.workshop(), session.language())
    st.button(
        plain(t("actions.take_now", value=words)), key=f"{slot.key}:now", icon=":material/download_done:",
        on_click=_take, args=(action.id, slot.field), disabled=not session.may(Right.EDIT),
    )  # fmt: skip


def figure_now(action: Action) -> FigureValue | None:
    """What is measured now of what an action shall move: of a step by the log that is open, else what the workshop says."""
    stages = measured.funnel_now() if aim_of(action) is Aim.STEP else None
    if stages:
        stage = next((one for one in stages.counted if one.phase_id == action.step and one.previous), None)
        portion = portion_of(stage, stages) if stage else None
        if portion:
            return FigureValue(portion.rate * 100, portion)
    return current_figure(action, session.workshop())


def _is_there(action: Action, field: str, found: FigureValue) -> bool:
    people = found.portion.trials if found.portion else None
    return (getattr(action, field), getattr(action, f"people_{field}")) == (_rounded(found.value), people)


def _rounded(figure: float) -> float:
    return float(f"{figure:.15g}")


@session.to_its_end
def _take(action_id: str, field: str) -> None:
    action = session.workshop().find(action_id)
    found = figure_now(action) if isinstance(action, Action) else None
    if isinstance(action, Action) and found:
        people = found.portion.trials if found.portion else None
        taken = revise(action, **{field: found.value, f"people_{field}": people})
        session.commit(put(session.workshop(), taken), "take_measured")


def _save(slot: Slot, raw: Any) -> Saving:
    held = slot.held
    if not isinstance(held, Action) or raw is None:
        return Saving.NOTHING
    return fields.saved(slot, put_into(held, ActionState(raw), today(), held.reason))
