"""The goals, the company's and the customers' apart."""

from functools import partial

import streamlit as st

from journey.editing import next_rank
from journey.model import Goal, Perspective, new_id
from ui.kit import open_card
from ui.kit.lines import add_line
from ui.state import session
from ui.state.words import day, figure, safe, t, word


def board() -> None:
    """Two columns of goals, each with a line to add one."""
    for column, perspective in zip(st.columns(2, gap="large"), Perspective, strict=True):
        with column:
            st.header(t(f"goals.of_{perspective.value}"), anchor=False)
            st.caption(t(f"goals.of_{perspective.value}_help"))
            goals = [goal for goal in session.workshop().goals if goal.perspective is perspective]
            for goal in goals:
                _card(goal)
            if not goals:
                st.info(t(f"goals.none_{perspective.value}"), icon=":material/flag:")
            add_line("goals.add", f"add-goal-{perspective.value}", partial(_goal, perspective))


def _card(goal: Goal) -> None:
    with st.container(border=True, key=f"goal-{goal.id}"):
        st.html(_face(goal))
        st.button(
            t("frame.edit"), key=f"edit:{goal.id}", icon=":material/edit:", type="tertiary",
            on_click=open_card.clicked, args=(goal.id,),
        )  # fmt: skip


def _face(goal: Goal) -> str:
    facts = [f"<span class='j-chip'>{safe(word(goal.kind))}</span>"]
    if goal.due:
        facts.append(f"<span class='j-chip'>{t('goals.until', day=day(goal.due))}</span>")
    measured = ""
    if goal.metric or goal.baseline is not None or goal.target is not None:
        values = " → ".join(_measure(goal, value) for value in (goal.baseline, goal.target))
        measured = f"<p>{safe(goal.metric)} <b>{values}</b></p>"
    title = safe(goal.title or t("frame.untitled"))
    return f"<div class='j-card'><h3>{title}</h3>{measured}<p>{''.join(facts)}</p></div>"


def _measure(goal: Goal, value: float | None) -> str:
    return "?" if value is None else safe(f"{figure(value)}\u00a0{goal.unit}".strip())


def _goal(perspective: Perspective, title: str) -> Goal:
    return Goal(id=new_id(), rank=next_rank(session.workshop().goals), title=title, perspective=perspective)
