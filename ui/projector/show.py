"""What the projector shows of the room: how to come in, then the question with timer and counts, then what came of it."""

import streamlit as st

from journey.live import (
    ExerciseKind,
    ExerciseStage,
    ExerciseState,
    LiveRoom,
    Naming,
    Onlooker,
    RoomLife,
    RoomState,
    as_seen_by,
    closest,
    voted,
)
from ui.cards.live import clock, following, join_address, results, steering
from ui.cards.live.qr import qr
from ui.cards.pictures import Shown
from ui.projector import estimates, remote, wall
from ui.state import session
from ui.state.words import safe, t

_PICTURED = (ExerciseKind.FEEL, ExerciseKind.VOTE, ExerciseKind.ESTIMATE, ExerciseKind.CHECK)
_HEAD = {ExerciseKind.FEEL: 0.3}
_USUAL_HEAD = 0.18
"""The share of the window's height that a picture leaves to words."""
_LEGEND = 0.12
"""The same for whose the curves are."""
_MOST_ROWS = 8
"""A vote on more than these is no picture any more but a wall of rows."""
_SIDES = 64  # px


def draw() -> None:
    """The page."""
    window = remote.listen()
    state = following.now()
    with st.container(key="projector"):
        st.html(f"<div class='j-head'><h1>{t('projector.heading')}</h1></div>")
        if state is None:
            st.html(f"<div class='j-wall'><p class='j-say'>{t('projector.no_room')}</p></div>")
        elif state.room.life is RoomLife.CLOSED:
            st.html(f"<div class='j-wall'><p class='j-say'>{t('projector.closed')}</p></div>")
        else:
            _room(state, window)
    _keys(state)
    if _shown(state) is None:
        following.draw(following.followed)


def _shown(state: RoomState | None) -> ExerciseState | None:
    """The exercise that is shown; None while people join, before the first one and between two."""
    current = state.current if state and state.room.life is not RoomLife.CLOSED else None
    return current if current and current.exercise.stage is not ExerciseStage.PREPARED else None


def _room(state: RoomState, window: tuple[int, int]) -> None:
    current = _shown(state)
    if current is None:
        following.draw(_joining)
        return
    alone = current.exercise.is_to_be_revealed
    st.html(f"<p class='j-wall-asked{'' if alone else ' beside'}'>{safe(current.exercise.question)}</p>")
    following.draw(_asked)
    if current.exercise.is_shown:
        _results(state, current, window)


def _joining() -> None:
    """The way in, and who is there."""
    state = following.followed()
    if state is None:
        return
    room = state.room
    door = join_address.door(room)
    paused = f"<p class='j-say'>{t('projector.paused')}</p>" if room.life is RoomLife.PAUSED else ""
    way = (
        f"<p class='j-say'>{t('projector.locked')}</p>"
        if room.locked
        else f"{qr(door.to(room), t('live_room.qr', address=door.to(room)))}<div><p>{t('projector.scan')}</p>"
        f"<p class='j-short'>{safe(door.short)}</p><p class='j-big-code'>{join_address.in_fours(room.code)}</p></div>"
    )
    title = safe(room.title or t("frame.untitled"))
    st.html(
        f"<div class='j-wall'><p class='j-wall-title'>{title}</p>{paused}<div class='j-way-in'>{way}</div>"
        f"{clock.who_is_there(state, most=60)}</div>"
    )


def _asked() -> None:
    """Timer and counts, and for who comes late the way in."""
    if remote.is_another():
        st.rerun()
    state = following.followed()
    current = _shown(state)
    if state is None or current is None:
        return
    paused = f"<p class='j-say'>{t('projector.paused')}</p>" if state.room.life is RoomLife.PAUSED else ""
    counts = clock.standing(state, current) if current.exercise.stage is ExerciseStage.SILENT else ""
    st.html(
        f"<div class='j-wall-now{' beside' if current.exercise.is_shown else ''}'>{paused}{counts}{_late(state.room)}</div>"
    )


def _late(room: LiveRoom) -> str:
    if room.locked:
        return ""
    door = join_address.door(room)
    return f"<p class='j-late'>{safe(door.short)} · <b>{join_address.in_fours(room.code)}</b></p>"


def _results(state: RoomState, current: ExerciseState, window: tuple[int, int]) -> None:
    exercise = current.exercise
    if exercise.kind is ExerciseKind.VOTE and len(exercise.options) > _MOST_ROWS and (current.dots or current.hands):
        st.html(wall.votes(voted(current), {option.id: option.words for option in exercise.options}))
        return
    if exercise.kind is ExerciseKind.ESTIMATE and current.guesses:
        names = [state.names[key] for key in closest(current) if key in state.names]
        by_name = names if state.room.naming is Naming.NAMES else []
        st.html(estimates.steps(results.estimated(state, current), by_name))
        return
    if exercise.kind in _PICTURED:
        head = _HEAD.get(exercise.kind, _USUAL_HEAD) + (_LEGEND if exercise.personas else 0)
        results.draw(state, current, lambda made: _filling(made, window, head))
        return
    seen = as_seen_by(current, Onlooker.PROJECTOR)
    if seen:
        st.html(wall.cards(seen, session.workshop(), session.model(), state.room.group_names))


def _filling(made: Shown, window: tuple[int, int], head: float) -> None:
    """A picture as large as the window holds it below the question."""
    spec, words = made
    width, height = window[0] - _SIDES, window[1] * (1 - head) - _SIDES
    zoom = max(0.5, min(height / spec["height"], width / 700))
    st.html(f"<style>.st-key-projector .stVegaLiteChart {{ zoom: {zoom:.5f} }}</style>")
    st.vega_lite_chart({**spec, "width": width / zoom}, theme=None, width="content", alt=words, key="projected")


def _keys(state: RoomState | None) -> None:
    """The buttons that keys press: not seen until the keyboard walks to them."""
    current = _shown(state)
    silent = current is not None and current.exercise.stage is ExerciseStage.SILENT
    hidden = current is not None and current.exercise.is_to_be_revealed
    is_open = state is not None and state.room.life is not RoomLife.CLOSED
    with st.container(horizontal=True, key="projector-acts"):
        st.button(t("projector.next"), key="projector-next", on_click=steering.go_on, disabled=not is_open or hidden)
        st.button(t("projector.reveal"), key="projector-reveal", on_click=steering.reveal, disabled=not hidden)
        st.button(t("projector.pause"), key="projector-pause", on_click=steering.turn_timer, disabled=not silent)
