"""Who is in front of this tab, and what that person may do in the open workshop.

An app that answers this machine only asks nobody: all workshops are this machine's. As soon as somebody else could reach it,
a person is known by the browser's secret, or by a login, and sees what it has a role in.
"""

import os
from collections.abc import Callable
from hashlib import sha256

import streamlit as st

from journey.roles import MemberRole, Right
from journey.store import NoSuchWorkshop, NotAllowed
from ui.state.session.database import machine_store, store
from ui.state.session.tab import current

THIS_MACHINE = ("127.0.0.1", "localhost", "::1")
ACCESS, LOGIN = "JOURNEY_ACCESS", "JOURNEY_LOGIN"

_FORWARDED = ("X-Forwarded-For", "X-Forwarded-Host", "X-Real-Ip", "Forwarded")


def listens_beyond() -> bool:
    """Whether the app answers other machines than this one."""
    return (st.get_option("server.address") or "") not in THIS_MACHINE


def _is_known_by_other_names() -> bool:
    """Whether pages of other names may ask this app, as behind a server that passes them on."""
    return any(name not in THIS_MACHINE for name in st.get_option("server.allowedHosts") or ())


def wants_login() -> bool:
    """Whether people come in by the login of their organisation."""
    return os.environ.get(LOGIN, "").strip().casefold() == "oidc"


def is_guarded() -> bool:
    """Whether this tab asks for roles. A tab of this machine does not, unless a server in between brings it from another
    one, or the operator says so (JOURNEY_ACCESS=own)."""
    if wants_login() or listens_beyond() or _is_known_by_other_names():
        return True
    if os.environ.get(ACCESS, "").strip().casefold() == "own":
        return True
    headers = st.context.headers
    host = headers.get("Host") or THIS_MACHINE[0]
    name = host.rsplit(":", 1)[0].strip("[]") if not host.endswith("]") else host.strip("[]")
    return name not in THIS_MACHINE or any(headers.get(one) for one in _FORWARDED)


def recognise() -> None:
    """Note who is in front of this tab. StoreError."""
    session = current()
    session.guarded = is_guarded()
    if wants_login():
        session.browser = _person_of_login()
    elif session.secret:
        session.browser = machine_store().ways_back.person(session.secret)


def _person_of_login() -> str:
    """A login by what never changes of it: who vouches, and for whom."""
    known = f"{st.user.get('iss') or ''}\n{st.user.get('sub') or ''}"
    return f"o-{sha256(known.encode()).hexdigest()[:24]}"


def role() -> MemberRole | None:
    """The role that this person has in the open workshop."""
    held = current().here
    return held.role if held else None


def may(right: Right) -> bool:
    """Whether this person may do this in the open workshop."""
    mine = role()
    return mine is not None and mine.may(right)


def still_in() -> bool:
    """Look again which role this person has in the open workshop. False for none any more."""
    held = current().here
    if held is None or not current().guarded:
        return True
    found = store().access.role(held.opened.workshop.frame.id)
    if found is not None and found.may(Right.READ):
        held.role = found
        return True
    return False


def gate(right: Right = Right.READ) -> Callable[[], None]:
    """A question for later, where no session is: whether this person may still do this in the open workshop. It raises
    NoSuchWorkshop or NotAllowed."""
    held, asked = current().here, store().access
    workshop_id = held.opened.workshop.frame.id if held else ""

    def ask() -> None:
        if not workshop_id:
            return
        found = asked.role(workshop_id)
        if found is None or not found.may(Right.READ):
            raise NoSuchWorkshop(workshop_id)
        if not found.may(right):
            raise NotAllowed(right)

    return ask
