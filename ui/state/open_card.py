"""Which card is open in the drawer. The address names it too, so that it stays open over a refresh."""

import streamlit as st

from ui.state import session


def show(entity_id: str) -> None:
    """Ask for the drawer of an entity; it opens at the end of this run, with what others saved of it since."""
    session.fold_in()
    session.here().card = entity_id
    st.query_params["card"] = entity_id


def is_open() -> str | None:
    """The id of the card in the drawer; None also when the card is gone."""
    held = session.current().here
    return held.card if held and held.card and held.opened.workshop.find(held.card) else None


def close() -> None:
    """Nothing is open any more."""
    if held := session.current().here:
        held.card = None
    st.query_params.pop("card", None)
