"""The items of the agenda: what each is, what was prepared for it, and all that changes it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import streamlit as st

from journey.live import AgendaItem, ExerciseStage, LiveRoom, RoomState
from journey.model import LINE_LIMIT
from ui.cards.live import following, steering
from ui.kit import controlled
from ui.kit.controlled import Field
from ui.room import preparing, removed_item
from ui.room.revising import revise, saved
from ui.state import session
from ui.state.session import Saving
from ui.state.words import many, plain, safe, t

_MOST_TEXT = 5_000


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
        return saved(
            self.read,
            lambda: revise(
                lambda items: [_with(one, self.name, typed) if one.id == self.item else one for one in items]
            ),
        )

    def draw(self, widget: Callable[..., Any]) -> None:
        """The field with its widget."""
        words = t(f"live_room.agenda.{self.name}")
        one = Field(f"room-item:{self.item}:{self.name}", self.read, self.save, words)
        controlled.draw(one, partial(widget, words))


def _with(item: AgendaItem, name: str, value: Any) -> AgendaItem:
    return item.model_copy(update={name: value.strip() if isinstance(value, str) else value})


def draw(state: RoomState, item: AgendaItem, place: int, *, is_open: bool) -> None:
    """An item; of an open room with all that changes it."""
    room = state.room
    is_here = room.agenda.current == item.id
    with st.container(border=True, key=f"room-item-{item.id}", gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
            mark = f"<span class='j-chip solid'>{t('live_room.agenda.now')}</span> " if is_here else ""
            here = " j-here-now" if is_here else ""
            st.html(f"<p class='j-item{here}'>{mark}<b>{safe(item.title)}</b> {_beside(item)}</p>", width="stretch")
            if is_open:
                _moves(state, item, place, is_here=is_here)
                preparing.button(state, item)
                _edit(room, item)
        st.html(f"<p class='j-hint'>{safe(item.text)}</p>{_prepared(state, item)}")
        if is_open:
            preparing.draw(state, item)


def _prepared(state: RoomState, item: AgendaItem) -> str:
    told = preparing.told(state, item)
    return f"<p class='j-item'>{safe(t('live_room.prepared.told', what=told))}</p>" if told else ""


def _edit(room: LiveRoom, item: AgendaItem) -> None:
    words = t("live_room.agenda.edit")
    asked = st.popover(  # without a help that names the item: another title would make it another popover, closed
        words, icon=":material/edit:", type="tertiary", key=f"room-item-open:{item.id}", on_change="rerun"
    )
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


def what_begins(state: RoomState, item: AgendaItem) -> str:
    """What happens on the phones when an item is taken up, as a help."""
    words = "begins" if steering.begins(state, item) else "moves_on"
    return t(f"live_room.agenda.{words}", title=plain(item.title))


def _moves(state: RoomState, item: AgendaItem, place: int, *, is_here: bool) -> None:
    last = len(state.room.agenda.items) - 1
    acts: tuple[tuple[str, str, bool, Callable[[], None]], ...] = (
        ("go", "play_arrow", is_here, partial(steering.take_up, item.id)),
        ("up", "arrow_upward", place == 0, partial(_move, item.id, -1)),
        ("down", "arrow_downward", place == last, partial(_move, item.id, 1)),
        ("remove", "delete", is_here, partial(_remove, item.id)),
    )
    for name, icon, is_off, act in acts:
        words = t(f"live_room.agenda.{name}")
        said = what_begins(state, item) if name == "go" else f"{words}: {plain(item.title)}"
        st.button(
            words, key=f"room-item-{name}:{item.id}", icon=f":material/{icon}:", type="tertiary", disabled=is_off,
            on_click=act, help=said,
        )  # fmt: skip


def _move(item_id: str, by: int) -> None:
    def moved(items: list[AgendaItem]) -> list[AgendaItem]:
        place = next((place for place, one in enumerate(items) if one.id == item_id), None)
        if place is not None and 0 <= place + by < len(items):
            items[place], items[place + by] = items[place + by], items[place]
        return items

    revise(moved)


def _remove(item_id: str) -> None:
    if room := following.room():
        removed_item.note(room, item_id)
    revise(lambda items: [one for one in items if one.id != item_id])
    forget_prepared()


@session.telling
def forget_prepared() -> None:
    """Exercises that were prepared for items that are gone go with them."""
    following.catch_up()
    state = following.known()
    if state is None:
        return
    wanted = {item.prepared for item in state.room.agenda.items}
    for key, each in state.exercises.items():
        if each.exercise.stage is ExerciseStage.PREPARED and key not in wanted:
            session.store().rooms.remove_exercise(state.room.id, key)
