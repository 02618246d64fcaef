"""Invented logs that a team can try before it looks for its own."""

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from ui import log_desk
from ui.words import t

_FOLDER = Path(__file__).parent.parent / "sample_data" / "logs"
_LOGS = {"bakery": "baeckerei-shop-de.csv", "software": "software-ga4-en.csv"}


def draw(look: Callable[[], None]) -> None:
    """A button for each sample log; `look` is called when one lies on the desk."""
    st.caption(t("log_desk.samples"))
    with st.container(horizontal=True, key="log-samples"):
        for name, file in _LOGS.items():
            if st.button(t(f"log_desk.sample_{name}"), key=f"log-sample-{name}", icon=":material/science:"):
                log_desk.point_to(_FOLDER / file)
                look()
                st.rerun()
