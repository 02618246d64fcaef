"""Which card is open in the drawer. The address names it too, so that it stays open over a refresh; another page closes it."""

from dataclasses import dataclass

import streamlit as st

from ui.kit import controlled, keeper
from ui.state import session


@dataclass
class _Asked:
    """What the card was opened for: at which of its fields, on which page; None until a page is drawn."""

    field: str = ""
    page: str | None = None


def show(entity_id: str, field: str = "") -> None:
    """Ask for the drawer of an entity, maybe at one of its fields, with what others saved of it since. Where something of
    the card that is open cannot be saved, that one stays and says why."""
    if not controlled.settle(keeper.DRAWER):
        return
    session.fold_in()
    session.here().card = entity_id
    asked = session.of_workshop(_Asked)
    asked.field, asked.page = field, session.current().path
    st.query_params["card"] = entity_id
    if field:
        keeper.show(f"{keeper.DRAWER}:{entity_id}:{field}")


def clicked(entity_id: str, field: str = "") -> None:
    """What a button does that opens a card: the drawer alone is drawn."""
    show(entity_id, field)
    st.rerun(scope=keeper.DRAWER)


def is_open() -> str | None:
    """The id of the card in the drawer; None also when the card is gone."""
    held = session.current().here
    card = held and held.card
    if not held or not card or held.part(_Asked).page not in {None, session.current().path}:
        return None
    return card if held.opened.workshop.find(card) else None


def stay() -> None:
    """The page is drawn: an open card belongs to it from now on; one that is gone, or another page's, is closed."""
    if is_open() is None:
        close()
    else:
        session.of_workshop(_Asked).page = session.current().path


def asked_field() -> str:
    """The field that the open card was opened for; "" for none."""
    return session.of_workshop(_Asked).field


def close() -> None:
    """Nothing is open any more."""
    if held := session.current().here:
        held.card = None
        held.part(_Asked).page = None
    st.query_params.pop("card", None)
