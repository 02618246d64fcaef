"""How others reach this app: the address of a link, and the line that opens the app to the network."""

from shlex import quote
from urllib.parse import urlencode

import streamlit as st

from journey.store import chosen_folder
from ui.cards.live import join_address
from ui.cards.live.qr import qr
from ui.state import session
from ui.state.words import t

_USUAL_PORT = 8501


def link(name: str, secret: str) -> str:
    """The address of the start page with a secret in it, as others reach it."""
    return address("", **{name: secret})


def address(path: str, machine: str = "", /, **asked: str) -> str:
    """The address of a page, as others reach it; at `machine` in the network where that is to be opened to it."""
    here = join_address.network_address() if session.listens_beyond() else machine
    base = join_address.proposed(st.context.url or "", here)
    below = join_address.below().strip("/")
    return f"{base}/{f'{below}/' if below else ''}{path}?{urlencode(asked)}"


def shown(name: str, secret: str) -> None:
    """A link to copy, and as a code for a phone."""
    to_copy(link(name, secret), name)


def to_copy(address: str, key: str) -> None:
    """An address to copy, and as a code for a phone."""
    st.code(address, language=None, wrap_lines=True)
    with st.expander(t("people.qr"), icon=":material/qr_code_2:", key=f"qr-{key}"):
        st.html(qr(address, t("people.qr_alt")))


def is_reached() -> bool:
    """Whether a link leads anywhere from another machine."""
    return session.listens_beyond() or session.current().guarded


def told() -> None:
    """Where the app answers this machine only: that, and what changes it."""
    if is_reached():
        return
    st.warning(t("people.only_here"), icon=":material/wifi_off:")
    st.code(opening_line(join_address.network_address() or "192.168.1.20"), language=None, wrap_lines=True)


def opening_line(machine: str) -> str:
    """The line that opens the app to the network, at the port and with the data that it has now where they are not the
    usual ones. Streamlit takes a list from the environment with spaces between its items, not as JSON."""
    settings = {"STREAMLIT_SERVER_ADDRESS": machine, "STREAMLIT_SERVER_ALLOWED_HOSTS": machine}
    port = int(st.get_option("server.port") or _USUAL_PORT)
    if port != _USUAL_PORT:
        settings["STREAMLIT_SERVER_PORT"] = str(port)
    if folder := chosen_folder():
        settings["JOURNEY_DATA"] = str(folder)
    return " ".join([*(f"{name}={quote(value)}" for name, value in settings.items()), "make run"])
