"""The frame around every page: step and progress, the workshop's name, undo and redo, language, take-home copy, way on."""

import random
from collections.abc import Callable
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from journey.model import Language
from journey.store import StoreError
from ui import conflict, controlled, drawer, framework_words, keeper, session, steps, take_home
from ui.doors import language_script
from ui.rooms import STEPS, Room, named
from ui.words import plain, safe, t

_POLL_SECONDS = 3


def browser_title() -> str:
    """What the browser's tab says."""
    opened = session.current().opened
    return opened.workshop.frame.title if opened and opened.workshop.frame.title else t("frame.product")


def top(room: Room) -> DeltaGenerator:
    """Above the page: what this is, where we are, what can be taken back. Gives the place for what has to be decided."""
    _tell_browser_the_language()
    with st.container(horizontal=True, vertical_alignment="bottom", key="frame", gap="small"):
        with st.container(gap=None, key="head"):
            if session.current().opened and room.needs_workshop:
                steps.draw(room)
            st.html(_heading(room))
        with st.container(horizontal=True, width="content", vertical_alignment="center", gap="small", key="tools"):
            if session.current().opened and room.needs_workshop:
                _history()
                take_home.menu()
            language_switch()
    return _troubles()


def bottom(room: Room, notices: DeltaGenerator) -> None:
    """Below the page: the way to the steps before and after, the drawer, and the look-out for others' changes. A conflict
    that no table has shown stands in `notices`."""
    if not drawer.is_open():
        with notices:
            conflict.panel("page")
    if room.step:
        st.space("medium")
        with st.container(horizontal=True, horizontal_alignment="distribute", key="way-on"):
            for step, icon_side in ((room.step - 1, "left"), (room.step + 1, "right")):
                _neighbour(step, icon_side)
    session.current().redraw = False
    st.fragment(_keep)()
    if session.current().opened and room.needs_workshop:
        drawer.show()
        st.fragment(_watch, run_every=_POLL_SECONDS + random.random())()  # noqa: S311 - spreads the polling, no secret


def no_workshop() -> None:
    """Instead of a step's page when no workshop is open."""
    _tell_browser_the_language()
    language_switch()
    st.title(t("frame.no_workshop"), anchor=False)
    st.write(t("frame.no_workshop_help"))
    st.page_link(named("start").page(), label=t("frame.to_start"), icon=":material/home:")


def language_switch() -> None:
    """German or English, for this person only."""
    session.set_value("language", session.language())
    st.segmented_control(
        t("frame.language"), list(Language), format_func=lambda code: code.value.upper(), key="language", required=True,
        label_visibility="collapsed", on_change=lambda: session.speak(session.value("language")), width="content",
    )  # fmt: skip


def _heading(room: Room) -> str:
    opened = session.current().opened
    title = f"<h1>{safe(t(f'frame.title_{room.name}'))}</h1>"
    if not opened or not room.needs_workshop:
        return f"<div class='j-head'>{title}</div>"
    frame = opened.workshop.frame
    name = safe(frame.title or t("frame.untitled")) + (
        f" <span>{safe(frame.organisation)}</span>" if frame.organisation else ""
    )
    return f"<div class='j-head'>{title}<p class='j-name'>{name}</p></div>"


def _history() -> None:
    stacks = session.stacks()
    with st.container(horizontal=True, width="content", gap="xsmall", vertical_alignment="center", key="history"):
        for name, sequences, act in (
            ("undo", stacks.undoable, session.undo_last),
            ("redo", stacks.redoable, session.redo_last),
        ):
            what = plain(session.name_of(sequences[-1])) if sequences else t(f"frame.{name}_none")
            st.button(
                t(f"frame.{name}"), key=f"frame:{name}", icon=f":material/{name}:", disabled=not sequences,
                help=t(f"frame.{name}_help", what=what) if sequences else what, on_click=partial(_act, act),
            )  # fmt: skip
        if st.button(t("frame.history"), key="frame:history", icon=":material/history:", help=t("frame.history_help")):
            st.switch_page(named("history").page())


def _act(act: Callable[[], bool]) -> None:
    if act():
        st.toast(plain(session.current().last_change), icon=":material/history:")


def _neighbour(step: int, side: str) -> None:
    neighbour = next((room for room in STEPS if room.step == step), None)
    if neighbour is None:
        st.space()
        return
    word = t("frame.back_to" if side == "left" else "frame.on_to", page=t(f"frame.page_{neighbour.name}"))
    icon = ":material/arrow_back:" if side == "left" else ":material/arrow_forward:"
    st.page_link(
        neighbour.page(), label=word, icon=icon, icon_position="left" if side == "left" else "right", width="content"
    )


def _troubles() -> DeltaGenerator:
    notices, trouble = st.container(), session.current().trouble
    if trouble:
        notices.error(t("frame.not_saved", reason=t(trouble.key)), icon=":material/save:")
    return notices


def _keep() -> None:
    """The keeper of the page: what it tells of the browser's sight needs no run of the page, a note at a field does."""
    keeper.draw(keeper.PAGE, controlled.outdated)
    if session.current().redraw:
        st.rerun()


def _watch() -> None:
    """Every few seconds: fold in what others saved. One read where nothing is new. An open drawer has its own look-out:
    this page waits until it is closed."""
    if drawer.is_open():
        return
    try:
        news = session.is_behind() and session.fold_in()
    except StoreError as trouble:
        news = session.current().trouble is None
        session.current().trouble = trouble
    if news:
        st.rerun()


def _tell_browser_the_language() -> None:
    st.html(f"<script>{language_script(session.language())}</script>", unsafe_allow_javascript=True)
    framework_words.tell()
