"""Parts of a card that most people do not need at once: folded, with a line of what is in them, and drawn when somebody
unfolds them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import streamlit as st

from ui.state import session
from ui.state.words import plain


@contextmanager
def folded(words: str, key: str, *, held: Sequence[str], unfolded: bool = False) -> Iterator[bool]:
    """A part with this heading that holds these things; gives whether it is open and its content is to be drawn.
    `unfolded`: it is open to begin with. The heading says no count: another heading is another part to Streamlit, which
    folds it under the hands of whoever works in it (1.67, `st.expander`)."""
    if session.value(key):
        session.set_value(key, True)  # a drawer that comes back shows its parts as they were left
    part = st.expander(words, expanded=unfolded, key=key, on_change="rerun")
    with part:
        yield bool(part.open)
    if held and not part.open:
        st.caption(plain(", ".join(held)))
