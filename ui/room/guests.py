"""People without a phone: taken in by the facilitator, who acts in their name."""

from dataclasses import dataclass, field

import streamlit as st

from journey.live import NAME_LIMIT, PersonsAct, RoomState
from ui.cards.live import following
from ui.kit import lines
from ui.state import session
from ui.state.words import figure, t

_NOBODY = ""


@dataclass
class _Secrets:
    """In an anonymous room the store does not know whose anything is: the secrets of those for whom this tab acts."""

    by_person: dict[str, str] = field(default_factory=dict)


def chosen(state: RoomState) -> str:
    """The person in whose name the facilitator acts; nobody for cards of the room itself."""
    secrets = session.of_workshop(_Secrets).by_person
    if state.room.is_anonymous:
        here = [key for key in secrets if key in state.participants]  # not in a room before this one
        known = {key: t("live_room.guest", number=figure(number)) for number, key in enumerate(here, 1)}
    else:
        known = {one.id: one.name for one in state.participants.values() if one.by_hand}
    with st.container(horizontal=True, vertical_alignment="bottom", key="room-for-who"):
        chosen = st.selectbox(
            t("live_room.for_whom"), [_NOBODY, *known], key=f"room-for-whom:{state.room.id}",
            format_func=lambda one: known.get(one, t("live_room.for_the_room")), placeholder=t("frame.choose"),
        )  # fmt: skip
        if state.room.is_anonymous:
            st.button(
                t("live_room.add_guest"), key="room-add-guest", icon=":material/person_add:", on_click=_add, args=("",)
            )
        else:
            lines.entry(
                st.text_input, t("live_room.add_person"), "room-add-person", empties=True, limit=NAME_LIMIT, on_change=_add_named,
                placeholder=t("live_room.add_person_hint"),
            )  # fmt: skip
    if state.room.is_anonymous:
        st.caption(t("live_room.guests_of_tab"))
    return chosen or _NOBODY


def _add_named() -> None:
    names = lines.titles_in(lines.fresh("room-add-person"))
    if lines.too_much(names, limit=NAME_LIMIT):
        return
    for name in names:
        _add(name)
    lines.empty("room-add-person")


@session.telling
def _add(name: str) -> None:
    room = following.room()
    if room:
        here = session.store().rooms.join_by_hand(room.id, name)
        session.of_workshop(_Secrets).by_person[here.participant.id] = here.secret
        session.set_value(f"room-for-whom:{room.id}", here.participant.id)


@session.telling
def act(person: str, exercise: str, *acts: PersonsAct) -> None:
    """Keep what the facilitator does for somebody; for nobody in particular it is the facilitator's own."""
    room, store = following.room(), session.store()
    secret = session.of_workshop(_Secrets).by_person.get(person)
    for one in acts if room else ():
        if room and not person:
            store.rooms.act_as_facilitator(room.id, exercise, one)
        elif room and room.is_anonymous and secret:
            store.phones.act(secret, exercise, one)
        elif room:
            store.rooms.act_for(room.id, person, exercise, one)
