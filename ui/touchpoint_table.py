"""All touchpoints in one table."""

import streamlit as st

from journey.model import Channel, Emotion, MapState, Measurability, Media, Setting
from ui import columns, grid, session
from ui.words import t


def draw() -> None:
    """The table; new rows are typed at its end."""
    workshop = session.workshop()
    if not workshop.touchpoints:
        st.info(t("touchpoints.empty"), icon=":material/touch_app:")
    st.caption(t("touchpoints.table_help"))
    kind = "touchpoints"
    cells = {
        "title": columns.text(kind, "title", pinned=True, required=True),
        "phase": columns.phase(kind, "phase"),
        "channel": columns.choice(kind, "channel", Channel),
        "personas": columns.references(kind, "personas", columns.named(workshop.personas)),
        "emotion": columns.choice(kind, "emotion", Emotion, optional=True),
        "doing": columns.text(kind, "doing"),
        "thinking": columns.text(kind, "thinking"),
        "asking": columns.text(kind, "asking"),
        "pain_points": columns.text(kind, "pain_points"),
        "content": columns.text(kind, "content"),
        "call_to_action": columns.text(kind, "call_to_action"),
        "moment_of_truth": columns.flag(kind, "moment_of_truth"),
        "owner": columns.text(kind, "owner"),
        "place": columns.text(kind, "place"),
        "setting": columns.choice(kind, "setting", Setting),
        "media": columns.choice(kind, "media", Media),
        "measurability": columns.choice(kind, "measurability", Measurability),
        "state": columns.choice(kind, "state", MapState),
    }
    fresh = {"phase": session.model().phases[0].id}
    grid.draw(grid.Grid(kind, cells, fresh=lambda: fresh, needed=("title",)), alt=t("touchpoints.table_alt"))
