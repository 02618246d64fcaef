"""Erasing a workshop for good: the one act here that nothing brings back, so it is asked for by the workshop's name."""

from contextlib import suppress
from typing import TYPE_CHECKING

import streamlit as st

from journey.store import NoSuchWorkshop
from ui import session
from ui.words import plain, t

if TYPE_CHECKING:
    from journey.store import WorkshopSummary


def ask(listed: "WorkshopSummary") -> None:
    """Say what goes, and do it after a second click."""
    st.dialog(t("start.erase"))(_confirm)(listed)


def _confirm(listed: "WorkshopSummary") -> None:
    st.markdown(t("start.erase_what", title=plain(listed.title or t("frame.untitled"))))
    st.write(t("start.erase_backups"))
    with st.container(horizontal=True):
        if st.button(t("start.erase"), key="erase-now", type="primary", icon=":material/delete_forever:"):
            _erase(listed.id)
            st.rerun()
        if st.button(t("start.keep"), key="erase-not"):
            st.rerun()


def _erase(workshop_id: str) -> None:
    with suppress(NoSuchWorkshop):  # somebody else was faster
        session.store().purge(workshop_id)
    session.close_workshop(workshop_id)
    deleted = session.current().shelf.get("deleted")
    if deleted and deleted[0] == workshop_id:
        session.current().shelf.pop("deleted")
