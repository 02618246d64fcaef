"""The way on after the app was opened to the network: it then has another address, at which a browser is another one, and is
asked who it is. So whoever is about to do that takes a link along, which leads back as the same person."""

from dataclasses import dataclass

import streamlit as st

from journey.roles import MemberRole
from ui.cards import reach
from ui.cards.live import join_address
from ui.kit.rooms import Room
from ui.state import session
from ui.state.words import t


@dataclass
class _Made:
    """The secret of the link that was made in this tab."""

    secret: str = ""


def offered(to: Room) -> None:
    """Where the app answers this machine only: the link to a page of the open workshop, or the button that makes it."""
    if session.listens_beyond() or session.current().guarded or not session.current().browser:
        return
    secret = session.of_tab(_Made).secret
    if not secret:
        st.caption(t("people.way_on"))
        st.button(t("people.way_on_make"), key="way-on-make", icon=":material/key:", on_click=_make)
        return
    st.caption(t("people.way_on_made"))
    asked = {"workshop": session.workshop().frame.id, "lang": session.language().value, "way-back": secret}
    # No code to scan: the one beside it is the room's.
    st.code(reach.address(to.path, join_address.network_address(), **asked), language=None, wrap_lines=True)


@session.telling
def _make() -> None:
    """The link, and this person leads the workshop also where roles are asked for, whoever made it on this machine."""
    store, workshop = session.store(), session.workshop().frame.id
    link = store.access.invite(workshop, MemberRole.FACILITATOR)
    store.access.accept(link.secret)
    store.access.withdraw(link.id)
    session.of_tab(_Made).secret = store.ways_back.new()
