"""The next exercise: the one that was prepared, one that the agenda proposes, or one chosen freely."""

import streamlit as st

from journey.live import AgendaItem, Exercise, RoomState
from ui.cards.live import steering
from ui.room import asking, outcome, preparing
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
        coming = steering.coming(state)
        if coming:
            _coming(state, coming)
        _form(state, item, beside=coming is not None)
        return
    _prepared(state, prepared)
    asked = st.expander(t("live_room.prepared.other"), icon=":material/tune:", key="room-other", on_change="rerun")
    if asked.open:
        with asked:
            _form(state, item, beside=True)


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


def _coming(state: RoomState, item: AgendaItem) -> None:
    """The next item of the agenda, begun with its exercise by one click."""
    with st.container(horizontal=True, vertical_alignment="center", key="room-go-on-row"):
        st.button(
            t("live_room.go_on_to", title=plain(item.title)), key="room-go-on", type="primary", icon=":material/skip_next:",
            on_click=steering.go_on, help=t("live_room.go_on_to_help"),
        )  # fmt: skip
        st.caption(plain(preparing.told(state, item) or _asked_by(item)))
    st.caption(t("live_room.or_else"))


def _asked_by(item: AgendaItem) -> str:
    kind = [t(f"live_room.kind.{item.exercise.value}")] if item.exercise else []
    return " · ".join([many("live_room.minutes", item.minutes), *kind])


def _form(state: RoomState, here: AgendaItem | None, *, beside: bool) -> None:
    """What is asked for freely, or by the item that the room is at; `beside` something else that comes first."""
    with st.container(key="room-next-form"):
        has_begun = state.current is not None
        item = here if here and here.exercise and not has_begun else None
        key = f"{state.room.id}:{item.id if item else ''}:{session.generation('room-exercise')}"
        if item:
            st.caption(t("live_room.from_agenda"))
        made = asking.form(state, Wanted(key, item))
        if made is None:
            return
        running = state.current is not None and state.current.exercise.takes_acts
        with st.container(horizontal=True, vertical_alignment="center", key="room-start-row"):
            st.button(
                t("live_room.start"), key="room-start", type="secondary" if beside else "primary", icon=":material/play_circle:", on_click=_start,
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
