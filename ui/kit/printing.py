"""A button that opens the browser's own way to print, and what stands on paper alone."""

import streamlit as st

from ui.state import session
from ui.state.words import day, safe, t, today

SCRIPT = "setTimeout(()=>window.print())"
"""Opens the browser's way to print. It is run by the answer to the click, not by the click: what was typed just before is
on the page by then."""

_KEY = "print"


def button() -> None:
    """The button; drawn after what is to be printed."""
    if st.button(t("frame.print"), key=_KEY, icon=":material/print:"):
        session.renew(_KEY)
        turn = f"<i hidden data-turn='{session.generation(_KEY)}'></i>"  # the browser runs only what it has not seen
        st.html(f"{turn}<script>{SCRIPT}</script>", unsafe_allow_javascript=True)


def head(what: str, title: str = "") -> None:
    """Above a printed page: whose it is, where the line does not say it, what it is and of which day. Not seen on the
    screen."""
    of_day = t("frame.printed", what=what, day=day(today()))
    whose = f"<p><b>{safe(title)}</b></p>" if title else ""
    st.html(f"<div class='j-paper'>{whose}<p>{safe(of_day)}</p></div>")
