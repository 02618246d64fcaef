"""The agenda: where the time stands, what comes next, and every item to be changed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any

import streamlit as st

from journey.live import Agenda, AgendaItem, LiveRoom, RoomLife, edited, ready_agendas, standing
from journey.model import LINE_LIMIT, new_id
from ui.cards.live import following, steering
from ui.kit import controlled
from ui.kit.controlled import Field
from ui.kit.rooms import named
from ui.state import session
from ui.state.session import Saving
from ui.state.words import figure, many, moment, plain, safe, t

_MOST_TEXT = 5_000


def draw() -> None:
    """The view."""
    state = following.now()
    if state is None:
        st.info(t("live_room.no_room"), icon=":material/meeting_room:")
        st.page_link(named("live_room").page(), label=t("live_room.to_entrance"), icon=named("live_room").icon)
        return
    room, agenda = state.room, state.room.agenda
    is_open = room.life is not RoomLife.CLOSED
    following.draw(_standing, every=2)
    if is_open and agenda.items:
        _steering(agenda)
    if not agenda.items:
        st.caption(t("live_room.agenda.empty"))
    for place, item in enumerate(agenda.items):
        _item(room, item, place, is_open=is_open)
    if is_open:
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
    following_item = f"<p>{t('live_room.agenda.next', title=safe(here.next.title))}</p>" if here.next else ""
    st.html(
        f"<div class='j-agenda'><p class='j-asked'>{title}</p><p><b>{' · '.join(parts)}</b></p>{following_item}</div>"
    )


def _steering(agenda: Agenda) -> None:
    with st.container(horizontal=True, key="room-agenda-acts"):
        st.button(
            t("live_room.agenda.go_on" if agenda.current else "live_room.agenda.begin"), key="room-agenda-on", type="primary",
            icon=":material/skip_next:", on_click=_go_on, help=t("live_room.agenda.go_on_help"),
        )  # fmt: skip
        if agenda.current:
            st.button(
                t("live_room.agenda.end"), key="room-agenda-end", icon=":material/flag:", on_click=steering.go_to, args=(None,)
            )  # fmt: skip


def _go_on() -> None:
    room = following.room()
    if room:
        steering.go_to(steering.next_item(room))


# --- the items ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Part:
    """A field of an item of the agenda."""

    room: str
    item: str
    name: str

    def read(self) -> Any:
        """What stands there now."""
        room = following.room()
        held = room.agenda.item(self.item) if room and room.id == self.room else None
        return getattr(held, self.name) if held else ""

    def save(self, typed: Any) -> Saving:
        """Keep what was typed."""
        _revise(lambda items: [_with(one, self.name, typed) if one.id == self.item else one for one in items])
        return Saving.TROUBLE if session.current().trouble else Saving.DONE

    def draw(self, widget: Callable[..., Any]) -> None:
        """The field with its widget."""
        words = t(f"live_room.agenda.{self.name}")
        one = Field(f"room-item:{self.item}:{self.name}", self.read, self.save, words)
        controlled.draw(one, partial(widget, words))


def _with(item: AgendaItem, name: str, value: Any) -> AgendaItem:
    return item.model_copy(update={name: value.strip() if isinstance(value, str) else value})


def _item(room: LiveRoom, item: AgendaItem, place: int, *, is_open: bool) -> None:
    is_here = room.agenda.current == item.id
    with st.container(border=True, key=f"room-item-{item.id}", gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
            mark = "➤ " if is_here else ""
            st.html(f"<p class='j-item'>{mark}<b>{safe(item.title)}</b> {_beside(item)}</p>", width="stretch")
            if is_open:
                _moves(room.agenda, item, place, is_here=is_here)
                _edit(room, item)
        st.html(f"<p class='j-hint'>{safe(item.text)}</p>")


def _edit(room: LiveRoom, item: AgendaItem) -> None:
    words = t("live_room.agenda.edit")
    asked = st.popover(
        words, icon=":material/edit:", type="tertiary", key=f"room-item-open:{item.id}", on_change="rerun",
        help=f"{words}: {plain(item.title)}",
    )  # fmt: skip
    if asked.open:
        with asked:
            _fields(room, item)


def _beside(item: AgendaItem) -> str:
    parts = [many("live_room.minutes", item.minutes)]
    if item.exercise:
        parts.append(t(f"live_room.kind.{item.exercise.value}"))
    if item.step:
        parts.append(t(f"{item.step}.called"))
    return f"<span class='j-quiet'>{' · '.join(map(safe, parts))}</span>"


def _fields(room: LiveRoom, item: AgendaItem) -> None:
    title, minutes = st.columns([4, 1])
    with title:
        _Part(room.id, item.id, "title").draw(
            lambda words, value, **bound: st.text_input(words, value, max_chars=LINE_LIMIT, **bound)
        )
    with minutes:
        _Part(room.id, item.id, "minutes").draw(
            lambda words, value, **bound: st.number_input(words, 0, 24 * 60, int(value or 0), 1, **bound)
        )
    _Part(room.id, item.id, "text").draw(
        lambda words, value, **bound: st.text_area(words, value, max_chars=_MOST_TEXT, height="content", **bound)
    )


def _moves(agenda: Agenda, item: AgendaItem, place: int, *, is_here: bool) -> None:
    last = len(agenda.items) - 1
    acts: tuple[tuple[str, str, bool, Callable[[], None]], ...] = (
        ("go", "play_arrow", is_here, partial(steering.go_to, item.id)),
        ("up", "arrow_upward", place == 0, partial(_move, item.id, -1)),
        ("down", "arrow_downward", place == last, partial(_move, item.id, 1)),
        ("remove", "delete", is_here, partial(_remove, item.id)),
    )
    for name, icon, is_off, act in acts:
        words = t(f"live_room.agenda.{name}")
        st.button(
            words, key=f"room-item-{name}:{item.id}", icon=f":material/{icon}:", type="tertiary", disabled=is_off,
            on_click=act, help=f"{words}: {plain(item.title)}",
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


def _revise(change: Callable[[list[AgendaItem]], list[AgendaItem]]) -> None:
    steering.set_room(
        lambda room: room.model_copy(update={"agenda": edited(room.agenda, change(list(room.agenda.items)))})
    )


def _move(item_id: str, by: int) -> None:
    def moved(items: list[AgendaItem]) -> list[AgendaItem]:
        place = next((place for place, one in enumerate(items) if one.id == item_id), None)
        if place is not None and 0 <= place + by < len(items):
            items[place], items[place + by] = items[place + by], items[place]
        return items

    _revise(moved)


def _remove(item_id: str) -> None:
    _revise(lambda items: [one for one in items if one.id != item_id])


def _add() -> None:
    title = t("live_room.agenda.fresh", number=figure(len(following.room().agenda.items) + 1))  # type: ignore[union-attr]
    _revise(lambda items: [*items, AgendaItem(id=new_id(), title=title)])


def _replace(ready_id: str) -> None:
    fresh = next(one.agenda for one in ready_agendas(session.language()) if one.id == ready_id)
    steering.set_room(lambda room: room.model_copy(update={"agenda": fresh}))
