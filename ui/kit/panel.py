"""A panel at the edge of the window, beside which the page can be used (see panel.js, and style.css for where it stands)."""

from pathlib import Path

import streamlit as st

_MOUNT = st.components.v2.component("journey_panel", js=Path(__file__).with_name("panel.js").read_text("utf-8"))


def stand(panel: str, *, label: str, shows: str, shuts: str) -> None:
    """Make the container with this key a panel. `label` is what a screen reader calls it, `shows` what is in it, and
    `shuts` the key of the button that closes it."""
    data = {"panel": panel, "label": label, "shows": shows, "shuts": shuts.replace(":", "-")}
    _MOUNT(key=f"panel-{panel}", data=data)
