"""Which card is open in the drawer. The address names it too, so that it stays open over a refresh."""

import streamlit as st

from ui import session


def show(entity_id: str) -> None:
    """Ask for the drawer of an entity; it opens at the end of this run, with what others saved of it since."""
    session.fold_in()
    session.current().shelf["drawer"] = entity_id
    st.query_params["card"] = entity_id


def is_open() -> str | None:
    """The id of the card in the drawer; None also when the card is gone."""
    asked, opened = session.current().shelf.get("drawer"), session.current().opened
    return asked if asked and opened and opened.workshop.find(asked) else None


def close() -> None:
    """Nothing is open any more."""
    session.current().shelf.pop("drawer", None)
    st.query_params.pop("card", None)
