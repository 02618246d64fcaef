"""The way back: a link by which somebody gets into all own workshops again, when this browser is lost or another one is
used. It is offered as soon as there is something to lose, on whatever page that is, and shown once."""

from dataclasses import dataclass

import streamlit as st

from journey.roles import MemberRole
from journey.store import ROLES_NOTICE
from ui.cards import reach
from ui.state import session
from ui.state.words import t


@dataclass
class _Offered:
    """The secret of the link that was made in this tab; whether this person has one, None for not known yet; whether it
    was put off."""

    secret: str = ""
    there: bool | None = None
    later: bool = False


def notice() -> None:
    """For whoever was here before there were roles: what is different, until it is put away."""
    me = session.current().browser
    if session.current().guarded and ROLES_NOTICE in session.store().people.notices(me):
        with st.container(border=True, key="roles-notice"):
            st.markdown(t("start.roles"))
            st.button(t("start.roles_told"), key="roles-told", icon=":material/check:", on_click=_told)


def on_start_page(*, workshops: bool) -> None:
    """The link, the button that makes one, or the button that makes another one."""
    if not _is_needed() or not workshops:
        return
    if _held().secret:
        _link()
    elif not _held().there:
        _offer()
    else:
        with st.expander(t("start.way_back"), icon=":material/key:", key="way-back-again"):
            st.write(t("start.way_back_renew_what"))
            _make_button("start.way_back_renew")


def on_page() -> None:
    """The link and its offer on the pages of a workshop that this person leads, until it was made or put off."""
    if not _is_needed() or session.role() is not MemberRole.FACILITATOR or _held().later:
        return
    if _held().secret:
        _link()
    elif not _held().there:
        _offer()


def _is_needed() -> bool:
    """Nobody needs a way back on a machine that answers itself only, nor with a login."""
    return session.current().guarded and not session.wants_login()


def _held() -> _Offered:
    held = session.of_tab(_Offered)
    if held.there is None:
        held.there = session.store().ways_back.is_there()
    return held


def _offer() -> None:
    with st.container(border=True, horizontal=True, vertical_alignment="center", key="way-back"):
        st.markdown(t("start.way_back_offer"), width="stretch")
        _make_button("start.way_back_make", primary=True)
        _put_off("start.way_back_later")


def _link() -> None:
    with st.container(border=True, key="way-back"):
        st.markdown(t("start.way_back_made"))
        reach.shown("way-back", _held().secret)
        st.caption(t("start.way_back_once"))
        _put_off("start.way_back_kept")


def _make_button(words: str, *, primary: bool = False) -> None:
    st.button(
        t(words), key="way-back-make", icon=":material/key:", type="primary" if primary else "secondary", on_click=_make
    )


def _put_off(words: str) -> None:
    st.button(t(words), key="way-back-later", type="tertiary", on_click=_later)


@session.telling
def _make() -> None:
    held = _held()
    held.secret, held.there = session.store().ways_back.new(), True


def _later() -> None:
    held = _held()
    held.secret, held.later = "", True


@session.telling
def _told() -> None:
    session.store().people.told(session.current().browser, ROLES_NOTICE)
