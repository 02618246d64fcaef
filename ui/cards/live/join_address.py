"""Where phones reach this app: the address that is proposed, and whether it answers them at all."""

import socket
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

import streamlit as st

import phones
from journey.live import LiveRoom
from ui.state import session

_NOWHERE = ("192.0.2.1", 9)  # an address for examples (RFC 5737): nothing is sent there


@dataclass(frozen=True)
class Door:
    """The address of a room for phones, without the code, and the machine's own in the network, "" for none known. `answers`:
    the app listens where phones are."""

    base: str
    machine: str
    answers: bool

    def to(self, room: LiveRoom) -> str:
        """The address that the QR code holds."""
        return phones.join_address(self.base, room.code, below())

    @property
    def short(self) -> str:
        """The address as people type it."""
        return phones.join_address(urlsplit(self.base).netloc, base=below())


def below() -> str:
    """The path below which the app answers."""
    return str(st.get_option("server.baseUrlPath") or "")


def in_fours(code: str) -> str:
    """A code as people read it aloud."""
    return f"{code[:4]} {code[4:]}"


def door(room: LiveRoom) -> Door:
    """The door of a room: at the address that the facilitator gave, else at the one that is proposed."""
    machine = network_address()
    base = room.address or proposed(st.context.url or "", machine)
    return Door(base, machine, _answers(urlsplit(base).hostname or ""))


def proposed(shown_at: str, machine: str) -> str:
    """Scheme, host and port of the page that the facilitator sees; in place of a name that only this machine understands, its
    own address in the network."""
    parts = urlsplit(shown_at or "http://localhost:8501")
    host = parts.hostname or "localhost"
    if host in session.THIS_MACHINE and machine:
        host = machine
    port = f":{parts.port}" if parts.port else ""
    return f"{parts.scheme}://{f'[{host}]' if ':' in host else host}{port}"


def read_base(typed: str) -> str | None:
    """An address as somebody typed it, as scheme, host and port; "" for nothing, None for what is none."""
    words = typed.strip()
    if not words:
        return ""
    try:
        parts = urlsplit(words if "://" in words else f"http://{words}")
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname or quote(parts.netloc, ":[]") != parts.netloc:
        return None
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{parts.scheme}://{host}{f':{port}' if port else ''}"


def network_address() -> str:
    """This machine's address in its network; "" where it has none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect(_NOWHERE)
            found: str = asking.getsockname()[0]
        except OSError:
            return ""
    return "" if found.startswith(("127.", "0.")) else found


def _answers(host: str) -> bool:
    """Whether the app listens beyond this machine, and to this name. An app that no host was allowed for answers all."""
    allowed = st.get_option("server.allowedHosts") or []
    return (
        session.listens_beyond()
        and host not in session.THIS_MACHINE
        and (not allowed or host in allowed or "*" in allowed)
    )
