"""Parts of a card that most people do not need at once: folded, with how much is in them, and drawn when somebody unfolds
them."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from ui.state.words import t


@contextmanager
def folded(words: str, key: str, *, filled: int, unfolded: bool = False) -> Iterator[bool]:
    """A part with this heading that holds `filled` statements; gives whether it is open and its content is to be drawn.
    `unfolded`: it is open to begin with."""
    label = t("forms.folded", heading=words, count=filled) if filled else words
    part = st.expander(label, expanded=unfolded, key=key, on_change="rerun")
    with part:
        yield bool(part.open)
