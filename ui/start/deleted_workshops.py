"""Workshops that were deleted: they stay in the store, and anybody finds them here and takes them back, or erases
them for good."""

import streamlit as st

from ui.start import erasing
from ui.state import session
from ui.state.words import many, moment, safe, t


def draw() -> None:
    """A folded list of them; nothing where there are none."""
    deleted = session.store().workshops(deleted=True)
    if not deleted:
        return
    with st.expander(many("start.deleted_workshops", len(deleted)), icon=":material/delete:", key="deleted-workshops"):
        for listed in deleted:
            with st.container(horizontal=True, vertical_alignment="center", key=f"deleted-{listed.id}"):
                changed = t("start.changed", when=moment(listed.updated_at))
                title = safe(listed.title or t("frame.untitled"))
                st.html(
                    f"<div class='j-card'><p><b>{title}</b></p><p class='j-quiet'>{changed}</p></div>", width="stretch"
                )
                st.button(t("start.undelete"), key=f"restore:{listed.id}", icon=":material/undo:",
                          on_click=_restore, args=(listed.id,))  # fmt: skip
                if st.button(
                    t("start.erase"), key=f"erase:{listed.id}", icon=":material/delete_forever:", type="tertiary"
                ):
                    erasing.ask(listed)


@session.telling
def _restore(workshop_id: str) -> None:
    session.store().restore(workshop_id)
