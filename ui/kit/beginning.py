"""Where a part of a page begins. Streamlit keeps the place to which a page is scrolled, also when other things stand there
now: whoever went on with a button at the end would see the end of the next part.

A callback asks for the beginning; the next run lets the browser go there, with the keyboard's focus, so that Tab and
screen readers go on from there too.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from ui.state import session

_ASKED = "go-to-beginning"
_PART = "part-begins"

SCRIPT = (
    f"{{const part=document.querySelector('.st-key-{_PART}');"
    "if(part){part.tabIndex=-1;part.focus({preventScroll:true});part.scrollIntoView()}}"
)
"""Goes to the beginning of a part."""


def go() -> None:
    """Ask for it, in a callback."""
    session.set_value(_ASKED, True)
    session.renew(_PART)


@contextmanager
def here() -> Iterator[None]:
    """What is drawn inside stands at the beginning of the part."""
    with st.container(key=_PART):
        yield
    if session.value(_ASKED):
        session.set_value(_ASKED, False)
        turn = f"<i hidden data-turn='{session.generation(_PART)}'></i>"  # the browser runs only what it has not seen
        st.html(f"{turn}<script>{SCRIPT}</script>", unsafe_allow_javascript=True)
