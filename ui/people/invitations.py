"""Links into the workshop: made, renewed, withdrawn. A link is shown once, because the store keeps a checksum of it."""

from dataclasses import dataclass

import streamlit as st

from journey.roles import MemberRole
from journey.store import Invitation
from ui.cards import reach
from ui.state import session
from ui.state.words import many, moment, safe, t

INVITED = (MemberRole.TEAM, MemberRole.VIEWER, MemberRole.FACILITATOR)
"""The roles that a link gives. A participant needs none: the live room has its code."""

_ROLE = "invite-as"


@dataclass
class _Made:
    """The link that was made last in this tab."""

    link: Invitation | None = None


def draw() -> None:
    """A choice and a button, the link that was just made, and all links."""
    st.header(t("people.invite"), anchor=False)
    st.radio(
        t("people.as"),
        INVITED,
        key=_ROLE,
        format_func=called,
        captions=[t(f"people.{one.value}_may") for one in INVITED],
    )
    st.button(t("people.make"), key="invite", type="primary", icon=":material/add_link:", on_click=_make)
    made = session.of_workshop(_Made).link
    if made:
        _shown(made)
    links = session.store().access.invitations(session.workshop().frame.id)
    if links:
        st.header(t("people.links"), anchor=False)
        for link in links:
            _row(link)


def called(role: MemberRole) -> str:
    """What a role is called."""
    return t(f"people.{role.value}")


def _shown(link: Invitation) -> None:
    with st.container(border=True, key="invitation-made"):
        st.markdown(t("people.made", role=called(link.role)))
        reach.shown("invitation", link.secret)
        st.caption(t("people.once"))
        reach.told()


def _row(link: Invitation) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"link-{link.id}"):
        st.html(
            f"<div class='j-card'><p><b>{safe(called(link.role))}</b></p>"
            f"<p class='j-quiet'>{t('people.since', when=moment(link.at))} · {many('people.came', link.came)}</p></div>",
            width="stretch",
        )
        st.button(
            t("people.renew"), key=f"renew:{link.id}", icon=":material/autorenew:", help=t("people.renew_help"),
            on_click=_renew, args=(link.id,),
        )  # fmt: skip
        with st.popover(t("people.withdraw"), icon=":material/link_off:", key=f"withdraw:{link.id}"):
            st.write(t("people.withdraw_what"))
            if link.came:
                st.checkbox(many("people.people_too", link.came), key=_too(link.id))
            st.button(
                t("people.withdraw"), key=f"withdraw-now:{link.id}", type="primary", on_click=_withdraw, args=(link.id,)
            )


def _too(link_id: str) -> str:
    return f"withdraw-too:{link_id}"


@session.to_its_end
@session.telling
def _make() -> None:
    role = session.value(_ROLE) or INVITED[0]
    session.of_workshop(_Made).link = session.store().access.invite(session.workshop().frame.id, role)


@session.telling
def _renew(link_id: str) -> None:
    session.of_workshop(_Made).link = session.store().access.renew(link_id)


@session.to_its_end
@session.telling
def _withdraw(link_id: str) -> None:
    session.store().access.withdraw(link_id, people_too=bool(session.value(_too(link_id))))
    made = session.of_workshop(_Made)
    if made.link and made.link.id == link_id:
        made.link = None
