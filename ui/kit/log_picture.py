"""A chart of the numbers on screen with its downloads, drawn once for what it shows."""

from collections.abc import Callable, Hashable
from functools import partial
from typing import Any

import streamlit as st

from ui.kit import picture, style
from ui.state import event_log, session
from ui.state.words import t


def draw(name: str, asked: Hashable, drawn: picture.Drawing, words: Callable[[], str], *, least: float = 0) -> None:
    """Draw a chart. `asked` is all that it depends on besides language and theme; `words` say what it shows. A page
    narrower than `least` pixels scrolls it."""
    dark = style.is_dark()
    spec, alt = event_log.answer(
        f"{name}-picture", (asked, session.language(), dark), partial(_spec_of, drawn, words, dark)
    )
    if least:
        st.html(
            f"<style>.st-key-{name}-scroll {{overflow-x:auto}}"
            f" .st-key-{name}-scroll [data-testid='stVegaLiteChart'] {{min-width:{least:.0f}px}}</style>"
        )
    with st.container(key=f"{name}-scroll"):
        st.vega_lite_chart(spec, theme=None, width="stretch", alt=alt, key=f"{name}-chart")
    picture.menu(t("funnel.picture"), name, drawn, alt)


def _spec_of(drawn: picture.Drawing, words: Callable[[], str], dark: bool) -> tuple[dict[str, Any], str]:
    return picture.on_screen(drawn(dark=dark)), words()
