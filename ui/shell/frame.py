"""The frame around every page: the line on top, what has to be decided or told, the way on, the look-out for others."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from journey.roles import Right
from journey.store import NoSuchInvitation, NotAllowed, NoWayBack, StoreError
from ui.cards import drawer, way_back
from ui.kit import conflict, controlled, delivery, keeper, open_card, style
from ui.kit.rooms import STEPS, Room, named
from ui.shell import line
from ui.state import session, shown
from ui.state.words import t

_FOLLOW_SECONDS = 0.5
_THEME_SECONDS = 5.0
_OF_LINKS = (NoSuchInvitation, NoWayBack)


def browser_title(room: Room) -> str:
    """What the browser's tab says on a page."""
    opened = None if room.knows_none else session.current().opened
    return opened.workshop.frame.title if opened and opened.workshop.frame.title else t("frame.product")


def top(room: Room) -> DeltaGenerator:
    """Above the page: the line, and the drawer beside it. Gives the place for what has to be decided."""
    shown.begin()
    line.draw(room)
    if session.current().opened and room.needs_workshop:
        drawer.show(_look_out)
    else:
        delivery.fragment(_follow_theme, run_every=_THEME_SECONDS)()
    return _troubles(room)


def bottom(room: Room, notices: DeltaGenerator) -> None:
    """Below the page: the way to the steps before and after. A conflict that no table has shown stands in `notices`."""
    if not open_card.is_open():
        with notices:
            conflict.panel("page")
    if room.step:
        _way_on(room)
    delivery.fragment(_keep)()


def none(page: st.Page) -> None:
    """A page without a frame: it alone, what went wrong in the act before, and a closer look-out."""
    page.run()
    if trouble := session.current().trouble:
        with st.container(key="trouble"):
            st.error(t(trouble.key), icon=":material/error:")
        session.current().trouble = None
    delivery.fragment(_look_out, run_every=_FOLLOW_SECONDS)()


def no_workshop(room: Room) -> None:
    """Instead of a step's page when no workshop is open."""
    line.draw(room, headed=False)
    _troubles(room)
    st.title(t("frame.no_workshop"), anchor=False)
    st.write(t("frame.no_workshop_help"))
    named("start").link(label=t("frame.to_start"), icon=":material/home:")


def not_allowed(room: Room) -> None:
    """Instead of a page that this person may not use in the open workshop."""
    line.draw(room, headed=False)
    st.title(t("frame.not_allowed"), anchor=False)
    st.write(t("frame.not_allowed_help"))
    named("map").link(label=t("frame.to_map"), icon=":material/map:")


def no_store(trouble: StoreError) -> None:
    """Instead of every page when the store cannot be opened, or the workshop that is asked for cannot be read."""
    line.language_switch("language")
    st.title(t("frame.no_store"), anchor=False)
    stopped(trouble)


def stopped(trouble: StoreError) -> None:
    """Below what was drawn of a page when the store failed meanwhile: why, and a button that runs the page again."""
    st.error(t(trouble.opening_key), icon=":material/database_off:")
    st.button(t("frame.no_store_again"), key="store-again", icon=":material/refresh:")


def _way_on(room: Room) -> None:
    """To the steps before and after, each at its side of the page."""
    before, after = (next((each for each in STEPS if each.step == room.step + by), None) for by in (-1, 1))
    with st.container(horizontal=True, horizontal_alignment="distribute" if before else "right", key="way-on"):
        if before:
            words = t("frame.back_to", page=before.called)
            before.link(label=words, icon=":material/arrow_back:", width="content")
        if after:
            words = t("frame.on_to", page=after.called)
            after.link(label=words, icon=":material/arrow_forward:", icon_position="right", width="content")


def _troubles(room: Room) -> DeltaGenerator:
    notices, trouble = st.container(), session.current().trouble
    if room.needs_workshop and session.current().opened and not session.may(Right.EDIT):
        notices.caption(f":material/visibility: {t('frame.reads_only')}")
    if room.needs_workshop and session.current().opened:
        with notices:
            way_back.on_page()
    if trouble:
        reason = t(trouble.key)
        typed = room.needs_workshop and session.current().opened and not isinstance(trouble, _OF_LINKS)
        notices.error(t("frame.not_saved", reason=reason) if typed else reason, icon=":material/error:")
        if not typed or isinstance(trouble, NotAllowed):  # no later success would take it back
            session.current().trouble = None
    return notices


def _keep() -> None:
    """The keeper of the page: what it tells of the browser's sight needs no run of the page, a note at a field does."""
    keeper.draw(keeper.PAGE, controlled.outdated)
    if controlled.wants_a_run():
        st.rerun()


def _follow_theme() -> None:
    """Every few seconds where nobody is to be looked out for: whether the theme is still the same."""
    if style.is_outdated():
        st.rerun()


def _look_out() -> None:
    """Every few seconds: fold in what others saved, and see whether the theme is still the same. One read where nothing is
    new."""
    try:
        news = session.is_behind() and session.fold_in()
    except StoreError as trouble:
        news = session.current().trouble is None
        session.current().trouble = trouble
    if news or style.is_outdated():
        st.rerun()
