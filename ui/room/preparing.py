"""Exercises made for items of the agenda before the workshop: they are used when their turn comes."""

from dataclasses import dataclass

import streamlit as st

from journey.live import Agenda, AgendaItem, Exercise, RoomState, edited
from ui.cards.live import following, steering
from ui.room import asking, outcome
from ui.room.asking import AskedExercise, Wanted
from ui.state import session
from ui.state.words import many, plain, t


@dataclass
class _Unfolded:
    """The item for which an exercise is being prepared; "" for none."""

    item: str = ""


def button(state: RoomState, item: AgendaItem) -> None:
    """Opens the form of an item, and closes it."""
    words = t("live_room.prepared.change" if steering.prepared_for(state, item) else "live_room.prepared.make")
    st.button(
        words, key=f"room-item-prepare:{item.id}", icon=":material/edit_calendar:", type="tertiary", on_click=_unfold,
        args=(item.id,), help=f"{words}: {plain(item.title)}",
    )  # fmt: skip


def _unfold(item_id: str) -> None:
    unfolded = session.of_workshop(_Unfolded)
    unfolded.item = "" if unfolded.item == item_id else item_id


def draw(state: RoomState, item: AgendaItem) -> None:
    """The form that makes the exercise of an item or changes it, where it was asked for."""
    if session.of_workshop(_Unfolded).item != item.id:
        return
    held = steering.prepared_for(state, item)
    with st.container(border=True, key=f"room-prepare-{item.id}"):
        st.caption(t("live_room.prepared.help"))
        key = f"prepared:{state.room.id}:{item.id}:{session.generation('room-prepared')}"
        made = asking.form(state, Wanted(key, item, held, later=True))
        with st.container(horizontal=True, key=f"room-prepare-row-{item.id}"):
            if made:
                st.button(
                    t("live_room.prepared.keep"), key=f"room-prepare-keep:{item.id}", type="primary",
                    icon=":material/event_available:", on_click=_keep, args=(item.id, made, held),
                )  # fmt: skip
            if held:
                st.button(
                    t("live_room.prepared.drop"), key=f"room-prepare-drop:{item.id}", icon=":material/event_busy:",
                    on_click=_drop, args=(item.id, held.id),
                )  # fmt: skip


def told(state: RoomState, item: AgendaItem) -> str:
    """What was prepared for an item, in words; "" for nothing."""
    held = steering.prepared_for(state, item)
    return f"{outcome.called_so(held)} ({many('live_room.minutes', held.minutes)})" if held else ""


@session.telling
def _keep(item_id: str, asked: AskedExercise, held: Exercise | None) -> None:
    room, rooms, made = following.room(), session.store().rooms, asked.as_typed()
    if room is None:
        return
    if held:
        rooms.revise_exercise(room.id, held.id, lambda before: made.model_copy(update={"id": before.id}))
    else:
        rooms.add_exercise(room.id, made)
    exercise = held.id if held else made.id
    rooms.steer(room.id, lambda now: now.model_copy(update={"agenda": _with(now.agenda, item_id, made, exercise)}))
    session.renew("room-prepared")
    session.of_workshop(_Unfolded).item = ""
    st.toast(t("live_room.prepared.kept", what=plain(outcome.called_so(made))), icon=":material/event_available:")


@session.telling
def _drop(item_id: str, exercise_id: str) -> None:
    room, rooms = following.room(), session.store().rooms
    if room:
        rooms.steer(room.id, lambda now: now.model_copy(update={"agenda": _with(now.agenda, item_id, None, None)}))
        rooms.remove_exercise(room.id, exercise_id)
        session.of_workshop(_Unfolded).item = ""
        session.renew("room-prepared")


def _with(agenda: Agenda, item_id: str, made: Exercise | None, exercise: str | None) -> Agenda:
    """The agenda with an item that has, or has no more, this exercise; the item asks for what was made."""

    def changed(item: AgendaItem) -> AgendaItem:
        fields: dict[str, object] = {"prepared": exercise}
        if made:
            fields |= {"exercise": made.kind, "collects": steering.collected_by(made)}
        return item.model_copy(update=fields)

    return edited(agenda, [changed(item) if item.id == item_id else item for item in agenda.items])
