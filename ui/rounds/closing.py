"""The round is closed: a name, a day, and the plan of the next one, which can wait."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import streamlit as st

from journey.model import FIRST_DAY, Round, limit_of
from journey.roles import Right
from journey.rounds import CLOSE_ROUND, closing
from journey.texts import day_pattern
from ui.kit import lines
from ui.rounds import states
from ui.state import session
from ui.state.words import field_name, plain, t, today

_FORM = "close-round"
_LAST_DAY = date(2200, 12, 31)
_WORDS = ("name", "next_people", "next_measure")


@dataclass
class _Closed:
    """The last form that closed a round: a callback that is begun again closes none twice."""

    form: int = -1


def draw() -> None:
    """What to fill in, and the button."""
    may = session.may(Right.EDIT)
    with st.container(border=True, key="close-round"):
        st.subheader(t("rounds.close"), anchor=False)
        st.caption(t("rounds.close_help"))
        first, second = st.columns([2, 1])
        with first:
            _text("name", t("rounds.name"), st.text_input, disabled=not may, placeholder=_usual_name())
        with second:
            _day("closed", t("rounds.closed"), today(), disabled=not may)
        with st.expander(t("rounds.next"), icon=":material/event:", key="close-plan"):
            left, right = st.columns(2)
            with left:
                _day("next_day", field_name("rounds", "next_day"), None, disabled=not may)
                _text("next_people", field_name("rounds", "next_people"), st.text_input, disabled=not may)
            with right:
                _text("next_measure", field_name("rounds", "next_measure"), st.text_area, disabled=not may)
        _comes_along()
        st.button(
            t("rounds.close"), key="close-round-now", type="primary", icon=":material/lock_clock:", disabled=not may,
            on_click=_close,
        )  # fmt: skip


def first() -> None:
    """Where a view needs a round and there is none: the way to closing one."""
    st.button(t("rounds.close"), key="close-first-round", icon=":material/lock_clock:", on_click=_go)


def _go() -> None:
    session.set_value("view-rounds", "rounds")


def _comes_along() -> None:
    told = [
        words for words, there in (("with_log", states.logged_steps()), ("with_votes", states.room_votes())) if there
    ]
    if told:
        st.caption(" ".join(t(f"rounds.{words}") for words in told))


def _text(field: str, label: str, widget: Callable[..., Any], **options: Any) -> None:
    lines.entry(widget, label, _key(field), max_chars=limit_of(Round, field), **options)


def _day(field: str, label: str, value: date | None, **options: Any) -> None:
    st.date_input(
        label, value, key=_key(field), format=day_pattern(session.language()), min_value=FIRST_DAY,
        max_value=_LAST_DAY, **options,
    )  # fmt: skip


def _key(field: str) -> str:
    """Of its own for each round that is closed: the next form is empty."""
    return session.own(f"{_FORM}:{field}:{session.generation(_FORM)}")


def _usual_name() -> str:
    return t("rounds.default_name", number=len(session.workshop().rounds) + 1)


@session.to_its_end
def _close() -> None:
    typed = {name: session.value(_key(name)) for name in (*_WORDS, "closed", "next_day")}
    name, form = (typed["name"] or "").strip() or _usual_name(), session.generation(_FORM)
    last = session.of_workshop(_Closed)
    if last.form != form:
        edits = closing(
            session.workshop(), name, typed["closed"] or today(), states.kept_today(), next_day=typed["next_day"],
            next_people=typed["next_people"] or "", next_measure=typed["next_measure"] or "",
        )  # fmt: skip
        if not session.commit(edits, CLOSE_ROUND):
            return
        last.form = form
    for field in _WORDS:
        lines.used(_key(field))
    st.toast(plain(t("rounds.closed_now", name=session.workshop().rounds[-1].name)), icon=":material/lock_clock:")
    session.renew(_FORM)
