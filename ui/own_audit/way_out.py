"""The way back to the start page: without an open workshop there is no menu."""

import streamlit as st

from ui.kit.rooms import named
from ui.state.words import t


def draw() -> None:
    """A link below the page."""
    with st.container(key="own-audit-way-out"):
        named("start").link(label=t("frame.to_start"), icon=":material/home:")
