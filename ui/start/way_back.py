"""The way back: a link by which somebody gets into all own workshops again, when this browser is lost or another one is
used. It is offered as soon as there is something to lose, and shown once."""

from dataclasses import dataclass

import streamlit as st

from journey.store import ROLES_NOTICE
from ui.cards import reach
from ui.state import session
from ui.state.words import t


@dataclass
class _Shown:
    """The secret of the link that was made in this tab."""

    secret: str = ""


def notice() -> None:
    """For whoever was here before there were roles: what is different, until it is put away."""
    me = session.current().browser
    if session.current().guarded and ROLES_NOTICE in session.store().people.notices(me):
        with st.container(border=True, key="roles-notice"):
            st.markdown(t("start.roles"))
            st.button(t("start.roles_told"), key="roles-told", icon=":material/check:", on_click=_told)


def offer(*, workshops: bool) -> None:
    """The link, or the button that makes one. Nobody needs it on a machine that answers itself only, nor with a login."""
    if not session.current().guarded or session.wants_login() or not workshops:
        return
    shown = session.of_tab(_Shown).secret
    if shown:
        with st.container(border=True, key="way-back"):
            st.markdown(t("start.way_back_made"))
            st.code(reach.link("way-back", shown), language=None, wrap_lines=True)
            st.caption(t("start.way_back_once"))
    elif not session.store().ways_back.is_there():
        with st.container(border=True, horizontal=True, vertical_alignment="center", key="way-back"):
            st.markdown(t("start.way_back_offer"), width="stretch")
            _button("start.way_back_make", primary=True)
    else:
        with st.expander(t("start.way_back"), icon=":material/key:", key="way-back-again"):
            st.write(t("start.way_back_renew_what"))
            _button("start.way_back_renew")


def _button(words: str, *, primary: bool = False) -> None:
    st.button(
        t(words), key="way-back-make", icon=":material/key:", type="primary" if primary else "secondary", on_click=_make
    )


@session.telling
def _make() -> None:
    session.of_tab(_Shown).secret = session.store().ways_back.new()


@session.telling
def _told() -> None:
    session.store().people.told(session.current().browser, ROLES_NOTICE)
