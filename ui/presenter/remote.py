"""The keyboard of who presents (see remote.js), and how large a picture can be in this browser's window."""

from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from journey.charts.journey_map.sheets import NARROWEST_WINDOW
from ui.state import session

_MOUNT = st.components.v2.component("journey_remote", js=Path(__file__).with_name("remote.js").read_text("utf-8"))

_KEY = "presenter-remote"
_COOKIE = "journey_window"
_SMALLEST, _LARGEST = 200, 8_000  # px


@dataclass(frozen=True)
class Window:
    """The room below the line, in pixels."""

    width: int = 1896
    height: int = 1016

    @property
    def is_a_phone(self) -> bool:
        """Whether it is so narrow that a person scrolls in it."""
        return self.width < NARROWEST_WINDOW


def listen(*, characters: bool) -> Window:
    """Let keys press the buttons of the page; `characters`: also keys that write something. Gives the size of the window,
    as this browser said last."""
    said = str((session.value(_KEY) or {}).get("room") or "")
    _MOUNT(key=_KEY, data={"characters": characters, "room": said}, on_room_change=_nothing)
    told = said or st.context.cookies.get(_COOKIE) or ""
    try:
        width, height = (min(_LARGEST, max(_SMALLEST, int(side))) for side in told.split("x"))
    except ValueError:
        return Window()
    return Window(width, height)


def _nothing() -> None:
    """The size is asked for where the picture is drawn."""
