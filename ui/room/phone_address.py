"""The address that phones go to: said plainly where it answers this machine only, and corrected by hand."""

from functools import partial

import streamlit as st

from journey.live import LiveRoom
from ui.cards import reach, way_on
from ui.cards.live import following, join_address, steering
from ui.cards.live.join_address import Door
from ui.kit import controlled
from ui.kit.controlled import Field, Refused
from ui.kit.rooms import named
from ui.room.revising import saved
from ui.state.session import Saving
from ui.state.words import plain, t


def warned(door: Door) -> None:
    """Where phones do not get here: that, and what changes it."""
    if not door.answers:
        st.warning(t("live_room.only_here"), icon=":material/wifi_off:")
        st.caption(t("live_room.only_here_line"))
        st.code(reach.opening_line(door.machine or "192.168.1.20"), language=None, wrap_lines=True)
        way_on.offered(named("live_room"))


def corrected(room: LiveRoom, door: Door) -> None:
    """The field that corrects the address."""
    with st.popover(t("live_room.address"), icon=":material/edit:", key="room-address-asked"):
        st.caption(t("live_room.address_help", proposed=plain(_proposed(door))))
        one = Field(f"room-address:{room.id}", partial(_held, room.id), partial(_save, room.id), t("live_room.address"))
        controlled.draw(
            one,
            lambda value, **bound: st.text_input(one.words, value, max_chars=200, placeholder=_proposed(door), **bound),
        )


def _proposed(door: Door) -> str:
    return join_address.proposed(st.context.url or "", door.machine)


def _held(room_id: str) -> str:
    room = following.room()
    return room.address if room and room.id == room_id else ""


def _save(room_id: str, typed: str) -> Saving:
    base = join_address.read_base(typed)
    if base is None:
        raise Refused(t("live_room.no_address", typed=plain(typed)))
    return saved(
        partial(_held, room_id), lambda: steering.set_room(lambda room: room.model_copy(update={"address": base}))
    )
