"""The line on top of every page: where we are and how far, the workshop's title, undo and redo, history, the take-home
copy, language. On a phone what does not fit waits in a menu at its end. What is in a menu is drawn when it is opened."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlencode

import streamlit as st
from streamlit.elements.lib.mutable_popover_container import PopoverContainer

from journey.model import Language
from ui.cards import import_file, take_home
from ui.kit.rooms import ROOMS, Room, named
from ui.shell import login, steps
from ui.state import session
from ui.state.words import plain, safe, t


@dataclass(frozen=True)
class _Turn:
    """Undo or redo: what it would do, in words, and the doing."""

    name: str
    sequences: tuple[int, ...]
    act: Callable[[], bool]

    def button(self, key: str, *, wide: bool = False) -> None:
        what = plain(session.name_of(self.sequences[-1])) if self.sequences else t(f"frame.{self.name}_none")
        st.button(
            t(f"frame.{self.name}"), key=key, icon=f":material/{self.name}:", disabled=not self.sequences,
            help=t(f"frame.{self.name}_help", what=what) if self.sequences else what, on_click=partial(_act, self.act),
            width="stretch" if wide else "content",
        )  # fmt: skip


def draw(room: Room, *, headed: bool = True) -> None:
    """The line of a page. `headed`: the page's heading is in it, for screen readers and on paper."""
    is_open = session.current().opened is not None and not room.knows_none
    with st.container(horizontal=True, vertical_alignment="center", gap=None, key="line"):
        if is_open:
            _menu(room)
        if not room.step:
            st.html(steps.here(room), width="content")
        if is_open:
            steps.draw(room)
        st.html(_title(room, headed=headed, opened=is_open))
        if is_open and room.needs_workshop:
            _tools(room)
        if not is_open:
            login.out()
        language_switch("language")


def language_switch(key: str) -> None:
    """German or English, for this person only."""
    session.set_value(key, session.language())
    st.segmented_control(
        t("frame.language"), list(Language), format_func=lambda code: code.value.upper(), key=key, required=True,
        label_visibility="collapsed", on_change=lambda: session.speak(session.value(key)), width="content",
    )  # fmt: skip


def _menu(room: Room) -> None:
    """The start page and the pages beside the steps; on a phone the steps as well."""
    asked = _popover("menu", room, ":material/menu:")
    if not asked.open:
        return
    with asked:
        steps.listed(room)
        with st.container(gap="xsmall", key="menu-pages"):
            for other in ROOMS:
                if not other.step and other.is_open:
                    other.link(label=other.called, icon=other.icon, width="stretch")
            login.out()


def _popover(name: str, room: Room, icon: str) -> PopoverContainer:
    words = t(f"frame.{name}")
    return st.popover(words, icon=icon, type="tertiary", key=_key(name, room), on_change="rerun", help=words)


def _key(name: str, room: Room) -> str:
    """A menu's key, of its own on every page: leaving closes it."""
    return f"{name}-{room.name}"


def _title(room: Room, *, headed: bool, opened: bool) -> str:
    """The title of the open workshop, else of the product; the page's heading is not seen, since the line says it."""
    if opened:
        frame = session.workshop().frame
        parts = [frame.title or t("frame.untitled"), *([frame.organisation] if frame.organisation else [])]
    else:
        parts = [t("frame.product")]
    heading = f"<h1>{safe(t(f'{room.name}.heading'))}</h1>" if headed else ""
    shown = safe(parts[0]) + "".join(f" <span>{safe(part)}</span>" for part in parts[1:])
    return f"<div class='j-head'>{heading}<p class='j-name' title='{safe(' · '.join(parts))}'>{shown}</p></div>"


def _tools(room: Room) -> None:
    stacks = session.stacks()
    undo = _Turn("undo", stacks.undoable, session.undo_last)
    redo = _Turn("redo", stacks.redoable, session.redo_last)
    undo.button("frame:undo")
    redo.button("frame:redo")
    named("history").link(label=t("frame.history"), icon=":material/history:", help=t("frame.history_help"))
    live = named("live_room")
    if live.is_open:
        live.link(label=live.called, icon=live.icon, help=t("frame.live_room_help"))
    _presenter()
    take_home.menu()
    rest = _popover("rest", room, ":material/more_vert:")
    if rest.open:
        with rest:
            redo.button("rest:redo", wide=True)
            take_home.choices(_key("rest", room), "rest:")
            language_switch("rest:language")
    import_file.show()


def _presenter() -> None:
    """The way to the presenter's view, in a window of its own that can be moved to the projector."""
    workshop = session.workshop().frame.id
    address = f"{named('presenter').path}?{urlencode({'workshop': workshop, 'lang': session.language().value})}"
    st.link_button(
        t("frame.present"), address, key="frame:present", icon=named("presenter").icon, type="tertiary",
        help=t("frame.present_help"),
    )  # fmt: skip


def _act(act: Callable[[], bool]) -> None:
    if act():
        st.toast(plain(session.here().last_change), icon=":material/history:")
