"""The agenda: where the time stands, what comes next, and every item to be changed."""

from datetime import UTC, datetime

import streamlit as st

from journey.live import (
    AgendaItem,
    LiveRoom,
    RoomLife,
    RoomState,
    ready_agendas,
    standing,
)
from journey.model import new_id
from ui.cards.live import following, steering
from ui.kit.rooms import named
from ui.room import agenda_items, removed_item
from ui.room.revising import revise
from ui.state import session
from ui.state.words import figure, many, moment, plain, safe, t


def draw() -> None:
    """The view."""
    state = following.now()
    if state is None:
        st.info(t("live_room.no_room"), icon=":material/meeting_room:")
        named("live_room").link(label=t("live_room.to_entrance"), icon=named("live_room").icon)
        return
    room, agenda = state.room, state.room.agenda
    is_open = room.life is not RoomLife.CLOSED
    following.draw(_standing, every=2)
    if is_open and agenda.items:
        _steering(state)
    if not agenda.items:
        st.caption(t("live_room.agenda.empty"))
    for place, item in enumerate(agenda.items):
        if is_open:
            removed_item.draw(room, place)
        agenda_items.draw(state, item, place, is_open=is_open)
    if is_open:
        removed_item.draw(room, len(agenda.items))
        _more(room)


def _standing() -> None:
    """Where the time stands, as it goes on."""
    state = following.followed()
    if state is None or not state.room.agenda.items:
        return
    agenda, now = state.room.agenda, datetime.now(UTC)
    here = standing(agenda, now)
    parts = [many("live_room.minutes", agenda.minutes)]
    if here.current:
        minutes = round(here.left / 60)
        parts = [many("live_room.agenda.left" if minutes >= 0 else "live_room.agenda.over", abs(minutes))]
        late = round(here.behind / 60)
        key = "behind" if late > 0 else "ahead" if late < 0 else ""
        parts.append(many(f"live_room.agenda.{key}", abs(late)) if key else t("live_room.agenda.in_time"))
        if here.ends_at:
            parts.append(t("live_room.agenda.ends", when=moment(here.ends_at)))
    title = safe(here.current.title) if here.current else t("live_room.agenda.not_begun")
    if agenda.ended_at:
        title = t("live_room.agenda.ended")
    coming = "next" if here.current else "first"
    following_item = f"<p>{t(f'live_room.agenda.{coming}', title=safe(here.next.title))}</p>" if here.next else ""
    st.html(
        f"<div class='j-agenda'><p class='j-asked'>{title}</p><p><b>{' · '.join(parts)}</b></p>{following_item}</div>"
    )


def _steering(state: RoomState) -> None:
    agenda = state.room.agenda
    with st.container(horizontal=True, key="room-agenda-acts"):
        _on(state)
        if agenda.current:
            st.button(
                t("live_room.agenda.end"), key="room-agenda-end", icon=":material/flag:", on_click=steering.go_to, args=(None,)
            )  # fmt: skip


def _on(state: RoomState) -> None:
    """The button to what comes next; none at the end of the agenda."""
    agenda, item = state.room.agenda, steering.up_next(state)
    waiting = state.current is not None and state.current.exercise.is_to_be_revealed
    if item is None and not waiting:
        return
    words = t("live_room.agenda.reveal_first") if item is None else agenda_items.what_begins(state, item)
    if item is None or not agenda.current:
        label = t("live_room.agenda.go_on" if agenda.current else "live_room.agenda.begin")
    else:
        label = t("live_room.agenda.go_on_to", title=plain(item.title))
    st.button(
        label, key="room-agenda-on", type="primary", icon=":material/skip_next:", on_click=steering.go_on, help=words,
        disabled=item is None,
    )  # fmt: skip


def _more(room: LiveRoom) -> None:
    with st.container(horizontal=True, key="room-agenda-more"):
        st.button(t("live_room.agenda.add"), key="room-agenda-add", icon=":material/add:", on_click=_add)
        with st.popover(t("live_room.agenda.replace"), icon=":material/event_list:", key="room-agenda-ready"):
            if room.agenda.items:
                st.caption(t("live_room.agenda.replace_what"))
            for ready in ready_agendas(session.language()):
                st.button(
                    f"{ready.name} ({many('live_room.minutes', ready.agenda.minutes)})", key=f"room-ready:{ready.id}",
                    on_click=_replace, args=(ready.id,), width="stretch",
                )  # fmt: skip
                st.caption(ready.summary)


def _add() -> None:
    title = t("live_room.agenda.fresh", number=figure(len(following.room().agenda.items) + 1))  # type: ignore[union-attr]
    revise(lambda items: [*items, AgendaItem(id=new_id(), title=title)])


def _replace(ready_id: str) -> None:
    fresh = next(one.agenda for one in ready_agendas(session.language()) if one.id == ready_id)
    steering.set_room(lambda room: room.model_copy(update={"agenda": fresh}))
    agenda_items.forget_prepared()
