"""Erasing a workshop for good: the one act here that nothing brings back, so it is asked for by the workshop's name."""

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from journey.store import NoSuchWorkshop, StoreError
from ui.kit import delivery
from ui.state import session
from ui.state.words import plain, t

if TYPE_CHECKING:
    from journey.store import WorkshopSummary


@dataclass
class LastDeleted:
    """The workshop that this tab deleted last, which it offers to take back."""

    workshop: "WorkshopSummary | None" = None
    told: bool = False


def ask(listed: "WorkshopSummary") -> None:
    """Say what goes, and do it after a second click."""
    delivery.dialog(t("start.erase"), _confirm)(listed)


def _confirm(listed: "WorkshopSummary") -> None:
    st.markdown(t("start.erase_what", title=plain(listed.title or t("frame.untitled"))))
    st.write(t("start.erase_backups"))
    failed: StoreError | None = None
    with st.container(horizontal=True):
        if st.button(t("start.erase"), key="erase-now", type="primary", icon=":material/delete_forever:"):
            try:
                _erase(listed.id)
            except StoreError as trouble:
                failed = trouble
            else:
                st.rerun()
        if st.button(t("start.keep"), key="erase-not"):
            st.rerun()
    if failed:
        st.error(t(failed.key), icon=":material/error:")


def _erase(workshop_id: str) -> None:
    with suppress(NoSuchWorkshop):  # somebody else was faster
        session.store().purge(workshop_id)
    session.close_workshop(workshop_id)
    last = session.of_tab(LastDeleted)
    if last.workshop and last.workshop.id == workshop_id:
        last.workshop = None
