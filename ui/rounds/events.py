"""The log of market and behaviour: dated notes, as a table that is typed into."""

import streamlit as st

from ui.kit import columns, grid
from ui.state import session
from ui.state.words import safe, t


def draw() -> None:
    """The table, and how many of its events no course can show."""
    st.html(f"<p class='j-lead'>{safe(t('rounds.events_lead'))}</p>")
    events = session.workshop().events
    if not events:
        st.info(t("rounds.events_empty"), icon=":material/storefront:")
    kind = "events"
    cells = {
        "title": columns.text(kind, "title", pinned=True, required=True, width="large"),
        "day": columns.day(kind, "day"),
        "kind": columns.choice(kind, "kind"),
        "touchpoint": columns.reference(kind, "touchpoint"),
        "note": columns.text(kind, "note", width="large"),
    }
    grid.draw(grid.Grid(kind, cells, needed=("title",), openable=False), alt=t("rounds.events_alt"))
    undated = sum(each.day is None for each in events)
    if undated:
        st.caption(t("rounds.undated", count=undated))
