"""How others reach this app: the address of a link, and the line that opens the app to the network."""

from urllib.parse import urlencode

import streamlit as st

from ui.cards.live import join_address
from ui.state import session
from ui.state.words import t


def link(name: str, secret: str) -> str:
    """The address of the start page with a secret in it, as others reach it."""
    base = join_address.proposed(
        st.context.url or "", join_address.network_address() if session.listens_beyond() else ""
    )
    below = join_address.below().strip("/")
    return f"{base}/{f'{below}/' if below else ''}?{urlencode({name: secret})}"


def told() -> None:
    """Where the app answers this machine only: that, and what changes it."""
    if session.listens_beyond() or session.current().guarded:
        return
    st.warning(t("people.only_here"), icon=":material/wifi_off:")
    st.code(opening_line(join_address.network_address() or "192.168.1.20"), language=None, wrap_lines=True)


def opening_line(machine: str) -> str:
    """The line that opens the app to the network."""
    return f"STREAMLIT_SERVER_ADDRESS={machine} STREAMLIT_SERVER_ALLOWED_HOSTS='[\"{machine}\"]' make run"
