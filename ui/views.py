"""Several ways of looking at one page. The choice stands in the address, so that a refresh keeps it and a link leads to
it; until it is made anew, the address says it in the language in which it was made."""

import streamlit as st

from ui import session
from ui.rooms import named
from ui.words import t


def switch(page: str) -> str:
    """The row of a page's views to choose from; gives the chosen one's name."""
    names = named(page).views
    chosen = st.segmented_control(
        t(f"{page}.view"), names, format_func=lambda name: t(f"{page}.view_{name}"), default=names[0], key=f"view-{page}",
        required=True, label_visibility="collapsed", bind="query-params",
    )  # fmt: skip
    session.look_at(page, chosen or names[0])
    return chosen or names[0]
