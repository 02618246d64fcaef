"""The plane on screen: a mark is dragged to its place, or chosen by a click or a key and put there by another click."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import streamlit as st

from journey.editing import kind_of, put
from journey.model import Priority
from journey.priorities import Weighed, put_at, shifted
from journey.roles import Right
from ui.cards.forms import FORMS
from ui.kit import dragging, open_card, picture, stage, style
from ui.state import session, worked_out
from ui.state.words import t

MARK, CELLS = "rate", 5
"""What a mark has as `at`, and how many cells the plane has a side."""

_STAGE = "priorities-stage"
_CHOOSES = {"click", "Enter", " "}
_STEPS = {"ArrowLeft": (0, -1), "ArrowRight": (0, 1), "ArrowUp": (1, 0), "ArrowDown": (-1, 0)}


@dataclass
class _Chosen:
    """The priority that somebody chose on the plane."""

    id: str = ""


def chosen() -> str:
    """The id of the priority that is chosen; "" for none."""
    return session.of_workshop(_Chosen).id


def choose(priority_id: str) -> None:
    """Choose a priority; "" for none."""
    session.of_workshop(_Chosen).id = priority_id


def card_of(priority: Priority) -> str:
    """The id of the card that a priority is about, where it has a drawer; else ""."""
    card = session.workshop().find(priority.card or "")
    return card.id if card is not None and kind_of(card) in FORMS else ""


def opens(priority_id: str) -> None:
    """Open the card that a priority is about; one that is about no card is chosen, and its own fields show."""
    found = session.workshop().find(priority_id)
    card = card_of(found) if isinstance(found, Priority) else ""
    choose(priority_id)
    if card:
        open_card.show(card)


def drawing(rated: Sequence[Weighed], *, on_screen: bool) -> picture.Drawing:
    """The plane; what is chosen shows on screen alone."""
    from journey.charts import priorities_chart

    now = {"chosen": chosen(), "may_place": session.may(Right.EDIT)} if on_screen else {}
    return picture.drawing(priorities_chart, tuple(rated), session.language(), **now)


def draw(rated: Sequence[Weighed]) -> None:
    """The picture, and what is heard from it."""
    seen = (tuple(rated), chosen(), session.may(Right.EDIT), session.language(), style.is_dark())
    spec, words = worked_out.kept("priorities", seen, partial(_drawn, rated))
    with st.container(key=_STAGE):
        st.vega_lite_chart(spec, theme=None, width="stretch", alt=words, key="priorities-chart")
        labels = {"edit": t("priorities.choose"), "cell": t("charts.priorities.put_here")}
        stage.listen(_STAGE, labels, hear)
        if session.may(Right.EDIT):
            dragging.listen(_STAGE, MARK, CELLS, hear_drops)
    st.caption(t("priorities.place_help" if chosen() else "priorities.choose_help"))


def said(rated: Sequence[Weighed]) -> str:
    """The plane for who cannot see it."""
    from journey.charts import priorities_alt

    return priorities_alt(rated, session.language())


def _drawn(rated: Sequence[Weighed]) -> tuple[dict[str, Any], str]:
    chart = drawing(rated, on_screen=True)(dark=style.is_dark())
    return picture.on_screen(chart), said(rated)


@session.to_its_end
def hear(unheard: Any = stage.unheard) -> None:
    """See to what was done on the plane."""
    for act in unheard(_STAGE):
        kind, _, where = act.at.partition(":")
        if kind == "cell":
            effort, _, value = where.partition(":")
            if act.key in _CHOOSES and effort.isdecimal() and value.isdecimal():
                _save(chosen(), partial(put_at, value=int(value), effort=int(effort)))
        elif act.key in _STEPS:
            value_step, effort_step = _STEPS[act.key]
            _save(act.id, partial(shifted, value=value_step, effort=effort_step))
        elif act.key in {"1", "2", "3", "4", "5"}:
            _save(act.id, partial(put_at, value=int(act.key)))
        elif act.key in _CHOOSES:
            (opens if act.id == chosen() else choose)(act.id)


@session.to_its_end
def hear_drops(unheard: Any = dragging.unheard) -> None:
    """Put what was dragged where it was let go."""
    for one in unheard(_STAGE):
        if one.column in range(CELLS) and one.row in range(CELLS):
            _save(one.id, partial(put_at, value=CELLS - one.row, effort=one.column + 1))


def _save(priority_id: str, change: Any) -> None:
    found = session.workshop().find(priority_id)
    if isinstance(found, Priority) and session.may(Right.EDIT):
        session.commit(put(session.workshop(), change(found)))
