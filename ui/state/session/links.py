"""Links with a secret: an invitation, and the way back of somebody whose browser is lost. The secret leaves the address as
soon as it was used."""

import streamlit as st

from journey.store import NoSuchInvitation, NoWayBack
from ui.state.session.database import machine_store, store
from ui.state.session.tab import current

INVITATION, WAY_BACK = "invitation", "way-back"


def follow() -> str:
    """Use the link that the address holds; gives the id of the workshop that it leads into, "" for none. What became of it
    is told by the page. StoreError."""
    session = current()
    if secret := _taken(WAY_BACK):
        try:
            session.browser = machine_store().ways_back.come_back(secret, session.secret)
        except NoWayBack as trouble:
            session.trouble = trouble
    if secret := _taken(INVITATION):
        try:
            return store().access.accept(secret)
        except NoSuchInvitation as trouble:
            session.trouble = trouble
    return ""


def _taken(name: str) -> str:
    """The secret that the address holds under a name; the address forgets it."""
    secret = st.query_params.get(name) or ""
    if secret:
        del st.query_params[name]
    return str(secret)
