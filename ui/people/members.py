"""Who is in the workshop, and as what; leaving it."""

import streamlit as st

from journey.roles import MemberRole, Right
from journey.store import Member
from ui.people.invitations import INVITED, called
from ui.state import session
from ui.state.words import many, moment, safe, t


def draw() -> None:
    """Everybody who has a role; for who does not lead, the own role alone."""
    role = session.role()
    if session.may(Right.LEAD):
        found = session.store().access.members(session.workshop().frame.id)
        st.header(many("people.count", len(found)), anchor=False)
        for one in found:
            _row(one)
    elif role:
        st.write(t("people.you_are", role=called(role), may=t(f"people.{role.value}_may")))
    if session.current().guarded:
        with st.popover(t("people.leave"), icon=":material/logout:", key="leave"):
            st.write(t("people.leave_what"))
            st.button(t("people.leave"), key="leave-now", type="primary", on_click=_leave)


def _row(one: Member) -> None:
    mine = one.person == session.current().browser
    with st.container(horizontal=True, vertical_alignment="center", key=f"member-{one.person}"):
        name = one.name or t("people.nameless")
        you = f" <span class='j-chip'>{safe(t('people.you'))}</span>" if mine else ""
        st.html(
            f"<div class='j-card'><p><b>{safe(name)}</b>{you}</p>"
            f"<p class='j-quiet'>{t('people.since', when=moment(one.at))}</p></div>",
            width="stretch",
        )
        key = f"role:{one.person}"
        session.set_value(key, one.role)
        st.selectbox(
            t("people.role"), INVITED, key=key, format_func=called, label_visibility="collapsed", width=190,
            on_change=_appoint, args=(one.person, key),
        )  # fmt: skip
        if not mine:
            st.button(
                t("people.remove"), key=f"remove:{one.person}", icon=":material/person_remove:", type="tertiary",
                help=t("people.remove_help"), on_click=_remove, args=(one.person,),
            )  # fmt: skip


@session.to_its_end
@session.telling
def _appoint(person: str, key: str) -> None:
    session.store().access.appoint(session.workshop().frame.id, person, MemberRole(session.value(key)))


@session.telling
def _remove(person: str) -> None:
    session.store().access.remove(session.workshop().frame.id, person)


@session.telling
def _leave() -> None:
    workshop_id = session.workshop().frame.id
    session.store().access.leave(workshop_id)
    session.close_workshop(workshop_id)
