"""Where a part of a page begins. Streamlit keeps the place to which a page is scrolled, also when other things stand there
now: whoever went on with a button at the end would see the end of the next part.

A callback asks for the beginning; the next run lets the browser go there, with the keyboard's focus, so that Tab and
screen readers go on from there too.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from ui import session
from ui.doors import BEGINNING, BEGINNING_SCRIPT

_ASKED = "go-to-beginning"


def go() -> None:
    """Ask for it, in a callback."""
    session.set_value(_ASKED, True)
    session.renew(BEGINNING)


@contextmanager
def here() -> Iterator[None]:
    """What is drawn inside stands at the beginning of the part."""
    with st.container(key=BEGINNING):
        yield
    if session.value(_ASKED):
        session.set_value(_ASKED, False)
        turn = (
            f"<i hidden data-turn='{session.generation(BEGINNING)}'></i>"  # the browser runs only what it has not seen
        )
        st.html(f"{turn}<script>{BEGINNING_SCRIPT}</script>", unsafe_allow_javascript=True)
