"""The keyboard of who presents (see remote.js), and how large a picture can be in this browser's window."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import streamlit as st
from pydantic import TypeAdapter

from journey.charts.journey_map.sheets import NARROWEST_WINDOW
from ui.kit import acts, mounting
from ui.state import session

_MOUNT = mounting.component("journey_remote", Path(__file__).with_name("remote.js"))

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


@dataclass(frozen=True)
class SlideTurn:
    """A key that turns a slide on (1) or back (-1)."""

    by: int
    number: int


_TURNS = TypeAdapter(list[SlideTurn])


def unheard() -> Iterator[SlideTurn]:
    """The turns that were asked for by keys and not seen to yet, in their order."""
    return acts.unheard(_KEY, _TURNS, "turns")


def listen(hear: Callable[[], None], *, characters: bool) -> Window:
    """Hear keys that turn slides, and let others press the buttons of the page; `characters`: also keys that write something.
    Gives the size of the window, as this browser said last."""
    data = {"characters": characters, "room": _said(), "heard": acts.heard(_KEY)}
    _MOUNT(key=_KEY, data=data, on_turns_change=hear, on_room_change=_nothing)
    return window()


def window() -> Window:
    """The size of the window, as this browser said last."""
    told = _said() or st.context.cookies.get(_COOKIE) or ""
    try:
        width, height = (min(_LARGEST, max(_SMALLEST, int(side))) for side in told.split("x"))
    except ValueError:
        return Window()
    return Window(width, height)


def _said() -> str:
    return str((session.value(_KEY) or {}).get("room") or "")


def _nothing() -> None:
    """The size is asked for where the picture is drawn."""
