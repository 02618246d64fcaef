"""What a person wants to be called by the others: a name for this browser, without any account."""

import streamlit as st

from journey.store import NAME_LENGTH
from ui import session
from ui.words import t

_KEY = "my-name"


def popover() -> None:
    """A small button that asks for the name."""
    browser = session.current().browser
    with st.popover(t("history.page.my_name"), icon=":material/badge:", key="my-name-asked"):
        if session.value(_KEY) is None:
            session.set_value(_KEY, session.store().people.name(browser))
        st.text_input(
            t("history.page.name"), key=_KEY, max_chars=NAME_LENGTH, on_change=_call, help=t("history.page.name_help")
        )
        st.caption(t("history.page.name_seen"))


def _call() -> None:
    session.store().people.call(session.current().browser, session.value(_KEY) or "")
