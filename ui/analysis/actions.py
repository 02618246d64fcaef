"""What the team will do: the actions, from accepted findings or typed in."""

import streamlit as st

from ui.kit import columns, grid
from ui.state import session
from ui.state.words import t


def draw() -> None:
    """The actions as a table."""
    if not session.workshop().actions:
        st.info(t("analysis.no_actions"), icon=":material/add_task:")
    kind = "actions"
    cells = {
        "title": columns.text(kind, "title", pinned=True, required=True, width="large"),
        "state": columns.choice(kind, "state"),
        "owner": columns.text(kind, "owner"),
        "due": columns.day(kind, "due"),
        "phase": columns.reference(kind, "phase"),
        "subject": columns.text(kind, "subject", width="large"),
        "note": columns.text(kind, "note", width="large"),
    }
    grid.draw(grid.Grid(kind, cells, needed=("title",), openable=False), alt=t("analysis.actions_alt"))
