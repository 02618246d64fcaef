"""What is rated and stands nowhere on the plane yet, one after the other: two rows of five, and the next one follows. It needs
neither a mouse nor the width of the plane."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import streamlit as st

from journey.editing import put
from journey.model import Priority
from journey.priorities import RatedKind, Weighed, put_at, without
from journey.roles import Right
from ui.kit import beginning, controlled
from ui.kit.controlled import Field
from ui.state import session
from ui.state.session import Saving
from ui.state.words import figure, many, safe, t

_LEVELS = [1, 2, 3, 4, 5]


@dataclass
class _Passed:
    """The priorities that somebody passed over."""

    ids: list[str] = field(default_factory=list)


def draw(rated: Sequence[Weighed]) -> None:
    """The one whose turn it is; nothing where all have a place, or for who may only read."""
    waiting = [one for one in rated if one.quadrant is None]
    if not waiting or not session.may(Right.EDIT):
        return
    passed = session.of_workshop(_Passed).ids
    turns = sorted(waiting, key=lambda one: passed.index(one.priority.id) if one.priority.id in passed else -1)
    one = turns[0]
    with st.container(border=True, key="priority-placing"):
        with beginning.here():
            st.html(_face(one, len(waiting)))
        with st.container(horizontal=True, vertical_alignment="bottom", key="priority-placing-rows"):
            for name in ("value", "effort"):
                _row(one.priority, name)
            if len(waiting) > 1:
                st.button(
                    t("priorities.pass_over"), key="priority-pass", type="tertiary", icon=":material/skip_next:",
                    on_click=_pass_over, args=(one.priority.id,),
                )  # fmt: skip


def _face(one: Weighed, count: int) -> str:
    kind = one.subject.kind if one.subject else RatedKind.CARD
    chip = f"<span class='j-chip'>{t(f'charts.priorities.kind_{kind}')}</span>"
    return f"<p class='j-quiet'>{safe(many('priorities.to_place', count))} {chip}</p><h3>{safe(one.words)}</h3>"


def _row(priority: Priority, name: str) -> None:
    """Five buttons for the value, of customers and firm alike, or for the effort."""
    words = t(f"priorities.place_{name}")

    def widget(value: int | None, **bound: Any) -> None:
        st.segmented_control(words, _LEVELS, default=value, format_func=figure, **bound)

    read = partial(_read, priority.id, name)
    controlled.draw(
        Field(f"place:{name}:{priority.id}", read, partial(_save, priority.id, name), words, cards=(priority.id,)),
        widget,
    )


def _value(priority: Priority) -> int | None:
    """The value where it is the same for customers and firm."""
    return priority.value_customers if priority.value_customers == priority.value_firm else None


def _read(priority_id: str, name: str) -> int | None:
    held = session.workshop().find(priority_id)
    if not isinstance(held, Priority):
        return None
    return _value(held) if name == "value" else held.effort


def _save(priority_id: str, name: str, level: int | None) -> Saving:
    held = session.workshop().find(priority_id)
    if not isinstance(held, Priority):
        return session.attempt([])
    placed = without(held, name) if level is None else put_at(held, **{name: int(level)})
    if placed.effort is not None and _value(placed) is not None:
        beginning.go()
    return session.attempt(put(session.workshop(), placed))


def _pass_over(priority_id: str) -> None:
    passed = session.of_workshop(_Passed).ids
    passed[:] = [*(one for one in passed if one != priority_id), priority_id]
    beginning.go()
