"""The live room of the open workshop as this tab knows it: the one that was opened last, closed or not."""

from collections.abc import Callable, Hashable
from contextlib import suppress
from dataclasses import dataclass

import streamlit as st

from journey.live import LiveRoom, RoomLife, RoomState
from journey.store import NoSuchRoom, StoreUnavailable
from ui.kit import delivery
from ui.state import session

SECONDS = 0.5
"""So often a page that follows the room looks for news."""


@dataclass
class _Followed:
    """What is known of the room; None where the workshop has none."""

    state: RoomState | None = None


@dataclass
class _Drawn:
    """What the page shows of the room, as far as a change of it needs the whole page."""

    shape: Hashable = None


def now() -> RoomState | None:
    """The room with everything that was done since, for a page that is about to be drawn. StoreError."""
    catch_up()
    state = known()
    session.of_run(_Drawn).shape = _shape(state)
    return state


def known() -> RoomState | None:
    """The room as it was when somebody looked last."""
    return session.of_workshop(_Followed).state


def catch_up() -> None:
    """Look for news: one read of a number where there is none. StoreError."""
    held, rooms = session.of_workshop(_Followed), session.store().rooms
    if held.state is None or held.state.room.life is RoomLife.CLOSED:
        newest = next(iter(rooms.of_workshop(session.workshop().frame.id)), None)
        if newest and (held.state is None or newest.id != held.state.room.id):
            held.state = rooms.state(newest.id)
    try:
        if held.state and rooms.sequence(held.state.room.id) != held.state.sequence:
            held.state = rooms.caught_up(held.state)
    except NoSuchRoom:  # erased in another window
        held.state = None


def forget() -> None:
    """The room is gone."""
    session.of_workshop(_Followed).state = None


def followed() -> RoomState | None:
    """The room, for a part of the page that runs by itself; runs the whole page where more than counts has changed. While the
    store is out of reach it is as it was, and is asked for again at the next turn."""
    with suppress(StoreUnavailable):
        catch_up()
    state, drawn = known(), session.of_run(_Drawn)
    if drawn.shape != _shape(state):
        st.rerun()
    return state


def draw(part: Callable[[], object], *, every: float = SECONDS) -> None:
    """A part of the page that runs by itself. It stands in a container of its own: when the page and the part run right after
    each other, the browser may take the part for gone, and what comes next would lie over the page's next element."""
    with st.container():
        delivery.fragment(part, run_every=every)()


def room() -> LiveRoom | None:
    """The room itself, as far as it is known."""
    state = known()
    return state.room if state else None


def _shape(state: RoomState | None) -> Hashable:
    if state is None:
        return None
    current = state.current
    shown = len(current.acts) if current and not current.exercise.hides else 0
    return state.room, tuple(each.exercise for each in state.exercises.values()), shown
