"""Folded parts of a page that are filled when somebody opens them."""

from dataclasses import dataclass, field

import streamlit as st
from streamlit.elements.lib.mutable_expander_container import ExpanderContainer

from ui.state import session


@dataclass
class _Labels:
    """What a fold was called when it was last drawn, by key."""

    of: dict[str, str] = field(default_factory=dict)


def told(words: str, key: str, icon: str) -> ExpanderContainer:
    """An expander whose words say what is in it, and change with that; `.open` tells whether somebody has opened it.

    Under other words Streamlit takes it for another one, closed (1.67, findings/streamlit_open_fold_of_a_new_label.sh).
    """
    labels = session.of_tab(_Labels).of
    if labels.get(key, words) != words and session.value(key):
        session.set_value(key, True)
    labels[key] = words
    return st.expander(words, key=key, icon=icon, on_change="rerun")
