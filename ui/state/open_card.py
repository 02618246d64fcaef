"""Which card is open in the drawer. The address names it too, so that it stays open over a refresh."""

from dataclasses import dataclass

import streamlit as st

from ui.state import session


@dataclass
class _Asked:
    """The field that the card was opened for."""

    field: str = ""


def show(entity_id: str, field: str = "") -> None:
    """Ask for the drawer of an entity, maybe at one of its fields; it opens at the end of this run, with what others saved
    of it since."""
    session.fold_in()
    session.here().card = entity_id
    session.of_workshop(_Asked).field = field
    st.query_params["card"] = entity_id


def is_open() -> str | None:
    """The id of the card in the drawer; None also when the card is gone."""
    held = session.current().here
    return held.card if held and held.card and held.opened.workshop.find(held.card) else None


def asked_field() -> str:
    """The field that the open card was opened for; "" for none."""
    return session.of_workshop(_Asked).field


def close() -> None:
    """Nothing is open any more."""
    if held := session.current().here:
        held.card = None
    st.query_params.pop("card", None)
