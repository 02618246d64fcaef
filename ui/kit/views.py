"""Several ways of looking at one page. The choice stands in the address, so that a refresh keeps it and a link leads to
it; until it is made anew, the address says it in the language in which it was made."""

from collections.abc import Sequence

import streamlit as st

from ui.kit.rooms import named
from ui.state import session
from ui.state.words import t


def switch(page: str, *, formerly: str = "") -> str:
    """The row of a page's views to choose from; gives the chosen one's name. `formerly`: what the page was called in older
    links."""
    names = named(page).views
    if formerly:
        _understand(f"view-{formerly}", page, names)
    chosen = st.segmented_control(
        t(f"{page}.view"), names, format_func=lambda name: t(f"{page}.view_{name}"), default=names[0], key=f"view-{page}",
        required=True, label_visibility="collapsed", bind="query-params",
    )  # fmt: skip
    session.look_at(page, chosen or names[0])
    return chosen or names[0]


def _understand(older: str, page: str, names: Sequence[str]) -> None:
    """Let a link with the older word lead to its view."""
    said = st.query_params.get(older)
    if said is None:
        return
    del st.query_params[older]
    view = next((name for name in names if t(f"{page}.view_{name}") == said), None)
    if view:
        session.set_value(f"view-{page}", view)
