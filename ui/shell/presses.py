"""A press on a choice is never lost, and one on a button that is pressed again before its answer is there counts once: a script in
the page (see presses.js). It is allowed by its hash (middleware.py)."""

from pathlib import Path

import streamlit as st

SCRIPT = Path(__file__).with_suffix(".js").read_text("utf-8")


@st.cache_resource(show_spinner=False)
def keep() -> None:
    """Put the script into the page. Streamlit repeats what a cached function has drawn; drawing it takes several times as
    long."""
    st.html(f"<script>{SCRIPT}</script>", unsafe_allow_javascript=True)
