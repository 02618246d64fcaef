"""The item that this tab removed from the agenda last: it stands where it was, to be brought back, until the next one goes."""

from dataclasses import dataclass

import streamlit as st

from journey.live import AgendaItem, LiveRoom
from ui.cards.live import following
from ui.room.revising import revise
from ui.state import session
from ui.state.words import plain, t


@dataclass
class _Removed:
    """The item, None for none, its room, and its place among the others."""

    item: AgendaItem | None = None
    room: str = ""
    place: int = 0


def note(room: LiveRoom, item_id: str) -> None:
    """An item is about to be removed."""
    gone = session.of_workshop(_Removed)
    gone.item, gone.room = room.agenda.item(item_id), room.id
    gone.place = next((place for place, one in enumerate(room.agenda.items) if one.id == item_id), 0)


def draw(room: LiveRoom, place: int) -> None:
    """Before the item at this place: the one that stood here."""
    gone = session.of_workshop(_Removed)
    if gone.item is None or (gone.room, min(gone.place, len(room.agenda.items))) != (room.id, place):
        return
    if room.agenda.item(gone.item.id):  # it is back already, or was never taken out
        return
    with st.container(border=True, horizontal=True, vertical_alignment="center", key="room-removed"):
        st.markdown(t("live_room.agenda.removed", title=plain(gone.item.title)), width="stretch")
        st.button(t("live_room.agenda.bring_back"), key="room-bring-back", icon=":material/undo:", on_click=_bring_back)


def _bring_back() -> None:
    gone, room = session.of_workshop(_Removed), following.room()
    item = gone.item
    if item is None or room is None or room.id != gone.room:
        return
    back = item.model_copy(update={"prepared": None})  # what was prepared for it went with it

    def with_it(items: list[AgendaItem]) -> list[AgendaItem]:
        return items if any(one.id == back.id for one in items) else [*items[: gone.place], back, *items[gone.place :]]

    revise(with_it)
