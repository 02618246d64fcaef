"""What becomes of a room: it is taken away as a file, or erased with all that was said in it."""

from functools import partial

import streamlit as st

from journey.live import LiveRoom, RoomLife, as_revealed
from journey.model import Language, Workshop
from journey.store import Rooms
from ui.cards.live import following
from ui.kit import download
from ui.state import session
from ui.state.words import t


def files(room: LiveRoom) -> None:
    """All that was said, to be read and to be kept; of an anonymous room nothing tells people apart in it."""
    workshop, rooms = session.workshop(), session.store().rooms
    table = partial(as_workbook, rooms, room.id, workshop, session.language())
    _file("export_xlsx", table, room, "xlsx", ":material/table_view:")
    _file("export", partial(as_record, rooms, room.id), room, "json", ":material/data_object:")


def erasing(room: LiveRoom) -> None:
    """The question, and the button that erases a closed room."""
    is_open = room.life is not RoomLife.CLOSED
    with st.popover(
        t("live_room.erase"), icon=":material/delete_forever:", key=f"room-erase:{room.id}", disabled=is_open,
        help=t("live_room.erase_open") if is_open else None,
    ):  # fmt: skip
        st.write(t("live_room.erase_what"))
        st.button(t("live_room.erase_now"), key=f"room-erase-now:{room.id}", on_click=_erase, args=(room.id,))


def _file(words: str, work: object, room: LiveRoom, ending: str, icon: str) -> None:
    from journey.take_home import FORMATS

    stem = download.file_name(session.workshop(), ending).removesuffix(f".{ending}")
    name = f"{stem}-{t('live_room.file')}-{room.opened_at.date().isoformat()}.{ending}"
    download.file(
        t(f"live_room.{words}"), work, name, key=f"room-{words}:{room.id}", mime=FORMATS[ending].mime, icon=icon, wide=False,  # type: ignore[arg-type]
    )  # fmt: skip


def as_record(rooms: Rooms, room_id: str) -> bytes:
    """A room as JSON, without what is not revealed yet. NoSuchRoom."""
    return as_revealed(rooms.export(room_id)).model_dump_json(indent=2).encode()


def as_workbook(rooms: Rooms, room_id: str, workshop: Workshop, language: Language) -> bytes:
    """What a room said as an Excel workbook. NoSuchRoom."""
    from journey.exchange import write_room_workbook

    return write_room_workbook(workshop, language, rooms.export(room_id))


@session.telling
def _erase(room_id: str) -> None:
    session.store().rooms.delete(room_id)
    if (room := following.room()) and room.id == room_id:
        following.forget()
