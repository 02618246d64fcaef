"""What a person wants to be called by the others: a name for this browser, without any account. The button that asks for
it says it, and a line below the field confirms it."""

from dataclasses import dataclass

import streamlit as st

from journey.store import NAME_LENGTH
from ui.kit import keeper
from ui.state import session
from ui.state.words import plain, t

_KEY = "my-name"
_SHOWN = 24  # characters of the name on the button


@dataclass
class _Shown:
    """The name that the field was given last."""

    name: str | None = None


def popover() -> None:
    """A small button that asks for the name."""
    name = session.store().people.name(session.current().browser)
    with st.popover(_label(name), icon=":material/badge:", key="my-name-asked"):
        shown = session.of_tab(_Shown)
        if shown.name not in (None, name):  # saved past the field, as by a page that was left
            session.set_value(_KEY, name)
        shown.name = name
        st.text_input(
            t("history.page.name"), name, key=_KEY, max_chars=NAME_LENGTH, on_change=_call,
            help=t("history.page.name_help"),
        )  # fmt: skip
        keeper.keep(keeper.PAGE, _KEY, settled=name, rests_on=name, saves=True)
        st.button(t("history.page.name_take"), key="name-take", icon=":material/check:", on_click=_call)
        if name:
            st.success(t("history.page.name_taken", name=plain(name)), icon=":material/check_circle:")
        st.caption(t("history.page.name_seen"))


def _label(name: str) -> str:
    if not name:
        return t("history.page.my_name")
    short = name if len(name) <= _SHOWN else f"{name[:_SHOWN].rstrip()}…"
    return t("history.page.my_name_is", name=plain(short))


@session.telling
def _call() -> None:
    session.store().people.call(session.current().browser, session.value(_KEY) or "")
