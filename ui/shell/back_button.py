"""One press of the browser's back button is one page or view: a script in the page (see back_button.js) lets another language
make no place of its own in the browser's history. It is allowed by its hash (middleware.py)."""

from pathlib import Path

import streamlit as st

SCRIPT = Path(__file__).with_suffix(".js").read_text("utf-8")


@st.cache_resource(show_spinner=False)
def keep() -> None:
    """Put the script into the page; once there, it stays."""
    st.html(f"<script>{SCRIPT}</script>", unsafe_allow_javascript=True)
