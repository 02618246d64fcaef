"""The next exercise: the one that was prepared, one that the agenda proposes, or one chosen freely."""

import streamlit as st

from journey.live import Exercise, RoomState
from ui.cards.live import steering
from ui.room import asking, outcome
from ui.room.asking import AskedExercise, Wanted
from ui.state import session
from ui.state.words import many, plain, t


def draw(state: RoomState) -> None:
    """The form, and the button that starts the exercise on all phones."""
    current = state.current
    if current and current.exercise.is_to_be_revealed:
        asked = st.expander(t("live_room.next"), icon=":material/queue:", key="room-next-asked", on_change="rerun")
        if asked.open:
            with asked:
                _next(state)
        return
    with st.container(border=True, key="room-next"):
        st.header(t("live_room.next"), anchor=False)
        _next(state)


def _next(state: RoomState) -> None:
    item = state.room.agenda.item(state.room.agenda.current)
    prepared = steering.prepared_for(state, item)
    if prepared is None:
        _form(state)
        return
    _prepared(state, prepared)
    asked = st.expander(t("live_room.prepared.other"), icon=":material/tune:", key="room-other", on_change="rerun")
    if asked.open:
        with asked:
            _form(state)


def _prepared(state: RoomState, prepared: Exercise) -> None:
    """What was prepared for this item of the agenda, as it would be now."""
    st.write(plain(outcome.called_so(prepared)))
    st.caption(t("live_room.prepared.is_ready") + " · " + many("live_room.minutes", prepared.minutes))
    ready = steering.completed_now(state, prepared)
    if ready is None:
        st.info(t(f"live_room.lacks.{prepared.kind.value}"), icon=":material/info:")
        return
    with st.container(horizontal=True, vertical_alignment="center", key="room-prepared-row"):
        st.button(
            t("live_room.prepared.start"), key="room-start-prepared", type="primary", icon=":material/play_circle:",
            on_click=steering.begin_prepared, args=(prepared.id,),
        )  # fmt: skip
        if ready.options:
            st.caption(many("live_room.options", len(ready.options)))


def _form(state: RoomState) -> None:
    with st.container(key="room-next-form"):
        item = state.room.agenda.item(state.room.agenda.current)
        item = item if item and item.exercise else None
        key = f"{state.room.id}:{item.id if item else ''}:{session.generation('room-exercise')}"
        if item:
            st.caption(t("live_room.from_agenda"))
        made = asking.form(state, Wanted(key, item))
        if made is None:
            return
        running = state.current is not None and state.current.exercise.takes_acts
        with st.container(horizontal=True, vertical_alignment="center", key="room-start-row"):
            st.button(
                t("live_room.start"), key="room-start", type="primary", icon=":material/play_circle:", on_click=_start,
                args=(state.room.id, made),
            )  # fmt: skip
            if running:
                st.caption(t("live_room.start_ends"))


@session.to_its_end
@session.telling
def _start(room_id: str, asked: AskedExercise) -> None:
    rooms, exercise = session.store().rooms, asked.as_typed()
    rooms.add_exercise(room_id, exercise)
    rooms.begin(room_id, exercise.id)
    session.renew("room-exercise")
