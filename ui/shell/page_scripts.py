"""The scripts that stand in every page and work without the server; each is allowed by its hash (middleware.py).

presses.js: a press on a choice is never lost, and one on a button that is pressed again before its answer is there counts once.
back_button.js: one press of the browser's back button is one page or view; another language makes no place of its own.
lost_line.js and framework_words.js have modules of their own for their words.
"""

from pathlib import Path

import streamlit as st

from journey.model import Language
from ui.shell import framework_words, lost_line


def scripts(language: Language) -> tuple[str, ...]:
    """The scripts, in the order in which they begin."""
    alone = (Path(__file__).with_name(f"{name}.js").read_text("utf-8") for name in ("presses", "back_button"))
    return (*alone, lost_line.script(), framework_words.script(language))


@st.cache_resource(show_spinner=False)
def put(language: Language) -> None:
    """Put them into the page; once there, they listen. One piece is as large as Streamlit sends once and names from then on, and it
    repeats what a cached function has drawn; drawing it takes several times as long."""
    together = "".join(f"<script>{script}</script>" for script in scripts(language))
    st.html(together, unsafe_allow_javascript=True)
