"""That a card was deleted, and how it comes back: said once the page stands, since a run that ends at once cuts a toast
short."""

from dataclasses import dataclass

import streamlit as st

from journey.editing import Edit
from ui.state import session
from ui.state.words import plain, t


@dataclass
class Gone:
    """What was deleted and has not been said yet, in words; "" for nothing."""

    words: str = ""


def delete(edits: list[Edit]) -> None:
    """Save a deletion, to be told by the next run of the page."""
    if session.commit(edits):
        session.of_workshop(Gone).words = session.here().last_change


def tell() -> None:
    """Say what was deleted since the last time. Called in every run of a page."""
    gone = session.of_workshop(Gone)
    if gone.words:
        st.toast(plain(t("drawer.deleted", what=gone.words)), icon=":material/delete:")
    gone.words = ""
