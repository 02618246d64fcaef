"""Small groups: the room splits at random or by hand, each group about a persona, phases or touchpoints of its own."""

from collections.abc import Callable
from functools import partial
from typing import Any

import streamlit as st

from journey.live import (
    NAME_LIMIT,
    LiveRoom,
    RoomState,
    SmallGroup,
    at_random,
    fresh_groups,
    groups_of_size,
    personas_as_options,
    phases_as_options,
    placed_by_hand,
    touchpoints_as_options,
)
from journey.texts import text
from ui.cards.live import following, steering
from ui.kit import controlled, picking
from ui.kit.controlled import Field, Refused
from ui.room.revising import saved
from ui.state import session
from ui.state.session import Saving
from ui.state.words import apart, figure, many, t

_USUAL_SIZE, _MOST = 4, 50


def draw(state: RoomState) -> None:
    """A fold with the groups, and how they come about."""
    asked = st.expander(
        t("live_room.groups.called"), icon=":material/group_work:", key="room-groups", on_change="rerun"
    )
    if not asked.open:
        return
    with asked:
        st.caption(t("live_room.groups.help"))
        with st.container(horizontal=True, vertical_alignment="bottom", key="room-groups-acts"):
            size = st.number_input(t("live_room.groups.size"), 2, 100, _USUAL_SIZE, 1, key="room-group-size", width=200)
            count = min(_MOST, groups_of_size(max(state.people, 1), int(size)))
            st.button(
                many("live_room.groups.random", count), key="room-groups-random", icon=":material/shuffle:",
                on_click=_split, args=(count,),
            )  # fmt: skip
            st.button(
                t("live_room.groups.add"), key="room-groups-add", icon=":material/group_add:", on_click=_add,
                disabled=len(state.room.groups) >= _MOST,
            )  # fmt: skip
            st.button(
                t("live_room.groups.none"), key="room-groups-none", icon=":material/group_off:", on_click=_split, args=(0,),
                disabled=not state.room.groups,
            )  # fmt: skip
        for group in state.room.groups:
            _group(state, group)
        if state.room.groups and state.names:
            _by_hand(state)


def _group(state: RoomState, group: SmallGroup) -> None:
    name, about, there = st.columns([2, 4, 1], vertical_alignment="bottom")
    with name:
        _field(group, "name", lambda words, value, **bound: st.text_input(words, value, max_chars=NAME_LIMIT, **bound))
    with about:
        words = _subjects(state.room)
        _field(
            group, "about",
            lambda label, value, **bound: st.multiselect(
                label, list(words), [one for one in value if one in words], format_func=words.__getitem__,
                placeholder=t("live_room.groups.all"), **bound,
            ),
        )  # fmt: skip
    with there:
        st.html(f"<p class='j-quiet'>{many('live_room.groups.people', state.sizes.get(group.id, 0))}</p>")


def _field(group: SmallGroup, name: str, widget: Callable[..., Any]) -> None:
    """A field of a group that saves itself."""

    def read() -> Any:
        room = following.room()
        held = room.group(group.id) if room else None
        found = getattr(held, name) if held else ""
        return list(found) if isinstance(found, tuple) else found

    words = t(f"live_room.groups.{name}")
    one = Field(f"room-group:{group.id}:{name}", read, partial(_save, read, group.id, name), words)
    controlled.draw(one, partial(widget, words))


def _save(read: Callable[[], Any], group_id: str, name: str, typed: Any) -> Saving:
    value = tuple(typed) if isinstance(typed, list) else str(typed).strip()
    if name == "name" and not value:
        raise Refused(t("live_room.groups.needs_name"))

    def named(room: LiveRoom) -> LiveRoom:
        groups = tuple(one.model_copy(update={name: value}) if one.id == group_id else one for one in room.groups)
        return room.model_copy(update={"groups": groups})

    return saved(read, lambda: steering.set_room(named))


def _subjects(room: LiveRoom) -> dict[str, str]:
    """What a group may be about: personas, phases, touchpoints."""
    workshop = session.workshop()
    options = (
        *personas_as_options(workshop),
        *phases_as_options(workshop, room.language),
        *touchpoints_as_options(workshop),
    )
    return apart({option.id: option.words for option in options})


def _by_hand(state: RoomState) -> None:
    """Somebody into another group."""
    people = dict(sorted(state.names.items(), key=lambda one: one[1].casefold()))
    groups = apart({group.id: group.name for group in state.room.groups})
    who, where = st.columns(2)
    with who:
        person = st.selectbox(
            t("live_room.groups.who"), list(people), key="room-group-who", format_func=people.__getitem__,
            placeholder=t("frame.choose"),
        )  # fmt: skip
    with where:
        now = next((one.group for one in state.participants.values() if one.id == person), "")
        key = f"room-group-where:{person}:{now}"
        picking.select(
            t("live_room.groups.where"), groups, groups.__getitem__, key, placeholder=t("frame.choose"), on_change=_move,
            index=list(groups).index(now) if now in groups else None, args=(key, person),
        )  # fmt: skip


@session.telling
def _split(count: int) -> None:
    following.catch_up()
    state = following.known()
    if state is None:
        return
    room, rooms = state.room, session.store().rooms
    names = [text("live_room.groups.fresh", room.language, number=figure(number)) for number in range(1, count + 1)]
    groups = fresh_groups(names)
    rooms.steer(room.id, lambda held: held.split(groups))
    rooms.group(room.id, at_random(list(state.participants.values()), groups))


def _add() -> None:
    """One more group, still empty; who is in another one stays there."""

    def with_one_more(room: LiveRoom) -> LiveRoom:
        taken = {group.name for group in room.groups}
        names = (text("live_room.groups.fresh", room.language, number=figure(number)) for number in range(1, _MOST + 2))
        fresh = next(name for name in names if name not in taken)
        return room.split((*room.groups, *fresh_groups([fresh]))) if len(room.groups) < _MOST else room

    steering.set_room(with_one_more)


@session.to_its_end
@session.telling
def _move(key: str, person: str) -> None:
    state = following.known()
    if state and (wanted := picking.picked(key)):
        moved = [one for one in state.participants.values() if one.id == person]
        session.store().rooms.group(state.room.id, placed_by_hand(moved, state.room.groups, {person: wanted}))
