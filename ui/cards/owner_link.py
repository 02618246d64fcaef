"""The secret link of an owner, to a page of nothing but the own actions: made, renewed, withdrawn. It is shown once, because the
store keeps a checksum of it."""

from dataclasses import dataclass

import streamlit as st

from journey.actions import is_same_owner
from journey.store import OwnerLink
from phones import PhonePaths
from ui.cards import reach
from ui.kit.rooms import named
from ui.state import session
from ui.state.words import moment, t


@dataclass
class _MadeForOwner:
    """The link that was made last in this tab."""

    link: OwnerLink | None = None


def of_workshop() -> tuple[OwnerLink, ...]:
    """The links of the open workshop. NotAllowed for who does not lead it."""
    return session.store().owner_links.of_workshop(session.workshop().frame.id)


def offered(owner: str, key: str) -> None:
    """For who leads the workshop: an owner's link, made or renewed by one click."""
    found = next((link for link in of_workshop() if is_same_owner(link.owner, owner)), None)
    st.caption(t("owner_links.what"))
    made = session.of_workshop(_MadeForOwner).link
    if made and found and made.id == found.id:
        shown(made, key)
        return
    st.caption(t("owner_links.there", when=moment(found.at)) if found else t("owner_links.none"))
    st.button(
        t("owner_links.renew" if found else "owner_links.make"), key=f"owner-link-make:{key}", icon=":material/add_link:",
        on_click=make, args=(owner,),
    )  # fmt: skip


def shown(link: OwnerLink, key: str) -> None:
    """The link to copy, and as a code for a phone."""
    reach.to_copy(reach.address(PhonePaths().own.strip("/"), link=link.secret), f"owner-{key}")
    st.caption(t("owner_links.once"))
    if not reach.is_reached():
        people = named("people")
        people.link(label=t("owner_links.only_here"), icon=":material/wifi_off:")


def just_made() -> OwnerLink | None:
    """The link that was made last in this tab, with its secret."""
    return session.of_workshop(_MadeForOwner).link


@session.to_its_end
@session.telling
def make(owner: str) -> None:
    """Make an owner's link; a former one ends."""
    session.of_workshop(_MadeForOwner).link = session.store().owner_links.make(session.workshop().frame.id, owner)


@session.telling
def withdraw(link_id: str) -> None:
    """End a link."""
    session.store().owner_links.withdraw(link_id)
    made = session.of_workshop(_MadeForOwner)
    if made.link and made.link.id == link_id:
        made.link = None
