"""How people come into the room: the code, who is there, and the life of the room from its opening to its close."""

from urllib.parse import urlencode

import streamlit as st

from journey.live import LiveRoom, RoomLife
from ui.cards.live import clock, following, join_address, steering
from ui.cards.live.qr import qr
from ui.kit.rooms import named
from ui.room import keeping, opening, phone_address, splitting
from ui.state import session
from ui.state.words import many, t


def draw() -> None:
    """The view."""
    state = following.now()
    if state is None:
        opening.form()
    elif state.room.life is RoomLife.CLOSED:
        _closed(state.room)
    else:
        code, people = st.columns([2, 3], gap="large")
        with code:
            _code(state.room)
        with people:
            _life(state.room)
            following.draw(_people)
            splitting.draw(state)
    if state is None or state.room.life is RoomLife.CLOSED:
        following.draw(following.followed, every=2)


def _code(room: LiveRoom) -> None:
    door = join_address.door(room)
    address = door.to(room)
    phone_address.warned(door)
    st.html(
        f"<div class='j-code'>{qr(address, t('live_room.qr', address=address))}"
        f"<p><span>{door.short}</span><b>{join_address.in_fours(room.code)}</b></p></div>"
    )
    with st.container(horizontal=True, key="room-code-acts"):
        phone_address.corrected(room, door)
        with st.popover(t("live_room.renew"), icon=":material/autorenew:", key="room-renew-asked"):
            st.caption(t("live_room.renew_what"))
            st.button(t("live_room.renew_now"), key="room-renew", on_click=_renew, args=(room.id,))


def _life(room: LiveRoom) -> None:
    """What the room is now, and what can be done with it."""
    st.header(t(f"live_room.life.{room.life.value}"), anchor=False)
    st.caption(t(f"live_room.naming.{room.naming.value}_means"))
    with st.container(horizontal=True, key="room-acts"):
        projector(t("live_room.to_projector"), "room-projector")
        is_paused = room.life is RoomLife.PAUSED
        word, icon = ("resume", "play_arrow") if is_paused else ("pause", "pause")
        st.button(
            t(f"live_room.{word}"), key="room-pause", icon=f":material/{icon}:", on_click=steering.pause, args=(not is_paused,),
            help=t("live_room.pause_help"),
        )  # fmt: skip
        word, icon = ("unlock", "lock_open") if room.locked else ("lock", "lock")
        st.button(
            t(f"live_room.{word}"), key="room-lock", icon=f":material/{icon}:", on_click=steering.lock, args=(not room.locked,),
            help=t("live_room.lock_help"),
        )  # fmt: skip
        with st.popover(t("live_room.close"), icon=":material/door_front:", key="room-close"):
            st.write(t("live_room.close_what"))
            if room.is_anonymous:
                st.write(t("live_room.close_anonymous"))
            st.button(t("live_room.close_now"), key="room-close-now", type="primary", on_click=_close, args=(room.id,))
            keeping.files(room)
    st.caption(t("live_room.projector_keys"))
    if room.locked:
        st.info(t("live_room.is_locked"), icon=":material/lock:")


def projector(words: str, key: str) -> None:
    """The way to the projector's page, in a window of its own."""
    asked = {"workshop": session.workshop().frame.id, "lang": session.language().value}
    st.link_button(words, f"{named('projector').path}?{urlencode(asked)}", key=key, icon=named("projector").icon)


def _people() -> None:
    state = following.followed()
    if state:
        st.html(clock.who_is_there(state))
        if not state.people:
            st.caption(t("live_room.nobody"))


def _closed(room: LiveRoom) -> None:
    st.header(t("live_room.life.closed"), anchor=False)
    st.write(many("live_room.were_there", room.people))
    st.caption(t("live_room.closed_means"))
    with st.container(horizontal=True, key="room-keeping"):
        keeping.files(room)
        keeping.erasing(room)
    st.header(t("live_room.open_another"), anchor=False)
    opening.form()


@session.telling
def _close(room_id: str) -> None:
    session.store().rooms.close_room(room_id)


@session.telling
def _renew(room_id: str) -> None:
    session.store().rooms.renew_code(room_id)
