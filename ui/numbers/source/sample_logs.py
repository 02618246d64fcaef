"""Invented logs that a team can try before it looks for its own."""

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from ui.state import event_log
from ui.state.words import t

_FOLDER = Path(__file__).parents[3] / "sample_data" / "logs"
_LOGS = {"bakery": "baeckerei-shop-de.csv", "software": "software-ga4-en.csv"}


def draw(look: Callable[[], None]) -> None:
    """A button for each sample log; `look` is called when one was taken."""
    st.caption(t("event_log.samples"))
    with st.container(horizontal=True, key="log-samples"):
        for name, file in _LOGS.items():
            if st.button(t(f"event_log.sample_{name}"), key=f"log-sample-{name}", icon=":material/science:"):
                event_log.use_file(_FOLDER / file)
                look()
                st.rerun()
