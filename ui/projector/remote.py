"""The keyboard of the projector's page, and how large a picture can be in its window (see remote.js)."""

from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from ui.state import session

_MOUNT = st.components.v2.component("journey_projector", js=Path(__file__).with_name("remote.js").read_text("utf-8"))
_KEY = "projector-remote"
_COOKIE = "journey_window"
_SMALLEST, _LARGEST = 200, 8_000  # px


WallSize = tuple[int, int]


@dataclass
class _Drawn:
    """The window that this run of the page is drawn for."""

    window: WallSize | None = None


def listen() -> WallSize:
    """Let keys press the buttons of the page; gives width and height of the window in pixels, as this browser said last."""
    _MOUNT(key=_KEY, data={"room": _said()}, on_room_change=_nothing)
    drawn = session.of_run(_Drawn)
    drawn.window = _told()
    return drawn.window


def is_another() -> bool:
    """Whether the window is another one than the page was drawn for: a run of one of its parts may have crossed what the
    browser told, which Streamlit then takes in without a run of the page."""
    return session.of_run(_Drawn).window != _told()


def _said() -> str:
    """As the browser says it; nothing before it said anything."""
    return str((session.value(_KEY) or {}).get("room") or "")


def _told() -> WallSize:
    told = _said() or st.context.cookies.get(_COOKIE) or ""
    try:
        width, height = (min(_LARGEST, max(_SMALLEST, int(side))) for side in told.split("x"))
    except ValueError:
        return 1_280, 720
    return width, height


def _nothing() -> None:
    """The size is asked for where the picture is drawn."""
