"""Several ways of looking at one page. The choice stands in the address by the view's name, so that a refresh keeps it and a
link leads to it, in either language."""

import streamlit as st

from journey.model import Language
from journey.texts import text
from ui.kit import style
from ui.kit.rooms import hyphened, named
from ui.state import session
from ui.state.words import t


def switch(page: str, *, formerly: str = "") -> str:
    """The row of a page's views to choose from; gives the chosen one's name. `formerly`: what the page was called in older
    links."""
    names, key = named(page).views, f"view-{page}"
    asked = _asked(page, formerly) or (names[0] if session.through_history() else None)
    if asked and asked != session.current().looks.get(page):  # else a click, or another page's button, has chosen since
        session.set_value(key, asked)
    style.unseen_heading(t(f"{page}.view_{session.value(key) or names[0]}"))
    chosen: str = st.segmented_control(
        t(f"{page}.view"), names, format_func=lambda name: t(f"{page}.view_{name}"), default=names[0], key=key,
        required=True, label_visibility="collapsed", persist_state="session",
        on_change=lambda: _tell(page, session.value(key)),
    ) or names[0]  # fmt: skip
    _tell(page, chosen)
    session.look_at(page, chosen)
    return chosen


def _asked(page: str, formerly: str) -> str | None:
    """The view that the address names: by its name or, in older links, by its words in one of the languages."""
    parameter = named(page).view_parameter
    said = st.query_params.get(parameter)
    for older in (f"view-{page}", f"view-{formerly}"):
        if said is None and older != parameter:
            said = st.query_params.pop(older, None)
    return next((name for name in named(page).views if said in _words(page, name)), None)


def _words(page: str, name: str) -> tuple[str, ...]:
    return (hyphened(name), name, *(text(f"{page}.view_{name}", language) for language in Language))


def _tell(page: str, view: str) -> None:
    """The address names the view, unless it is the first one."""
    key, wanted = named(page).view_parameter, None if view == named(page).views[0] else hyphened(view)
    if st.query_params.get(key) == wanted:
        return
    if wanted:
        st.query_params[key] = wanted
    else:
        del st.query_params[key]
