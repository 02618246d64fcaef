"""What the room is asked: the exercise that runs, what it came to, and the next one."""

import streamlit as st

from journey.live import ExerciseStage, RoomLife, RoomState
from ui.cards.live import following
from ui.kit.rooms import named
from ui.room import acting, choosing, outcome, running
from ui.state import session
from ui.state.words import t

_SHOWN = "room-shown"


def draw() -> None:
    """The view."""
    state = following.now()
    if state is None:
        st.info(t("live_room.no_room"), icon=":material/meeting_room:")
        named("live_room").link(label=t("live_room.to_entrance"), icon=named("live_room").icon)
        following.draw(following.followed, every=2)
        return
    is_open = state.room.life is not RoomLife.CLOSED
    current = state.current
    if current and current.exercise.stage is not ExerciseStage.PREPARED:
        running.draw(current)
        if current.exercise.is_shown:
            outcome.draw(state, current)
        if is_open and acting.can(current):
            acting.draw(state, current)
    else:
        st.caption(t("live_room.nothing_runs"))
        following.draw(following.followed)
    if is_open:
        choosing.draw(state)
    _earlier(state)


def _earlier(state: RoomState) -> None:
    """What was done before, to be looked at and taken over."""
    ended = {
        each.exercise.id: each
        for each in reversed(state.in_order)
        if each.exercise.stage is ExerciseStage.DONE and each is not state.current
    }
    if not ended:
        return
    st.header(t("live_room.earlier"), anchor=False)
    key = session.own(f"{_SHOWN}:{state.room.id}")
    chosen = st.selectbox(
        t("live_room.earlier_choose"), list(ended), None, key=key, format_func=outcome.all_called(ended).__getitem__,
        placeholder=t("frame.choose"), label_visibility="collapsed",
    )  # fmt: skip
    if chosen in ended:
        outcome.draw(state, ended[chosen])
