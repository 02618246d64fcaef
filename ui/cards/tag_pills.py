"""Workshops chosen by their tags."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from ui.state.words import plain, t

if TYPE_CHECKING:
    from journey.store import WorkshopSummary


def tagged(found: "Sequence[WorkshopSummary]", every: "Sequence[WorkshopSummary]", key: str) -> "list[WorkshopSummary]":
    """Those of the workshops that have all tags which are chosen; the tags of all are offered."""
    known = {tag.casefold(): tag for one in every for tag in one.tags}
    if not known:
        return list(found)
    chosen = st.pills(
        t("fields.frame.tags"), sorted(known), selection_mode="multi", format_func=lambda tag: plain(known.get(str(tag), "")),
        key=key, persist_state="session", wrap=True,
    )  # fmt: skip
    return [one for one in found if set(chosen) <= {tag.casefold() for tag in one.tags}]
