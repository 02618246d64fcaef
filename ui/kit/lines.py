"""Lines of text that wait for somebody to act on them: they make a card on Enter, or a button uses them. What is typed
stays until it was used, over refreshes and other pages too (see keeper.py)."""

from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

import streamlit as st

from journey.model import LINE_LIMIT
from ui.kit import keeper
from ui.state import session
from ui.state.words import t

_A_MOMENT = 1.5  # seconds


def add_line(words: str, key: str, act: Callable[..., bool], *args: object, place: str = keeper.PAGE) -> None:
    """A line that makes a card of what is typed into it, on Enter: `act` gets the words and `args`, and says whether the
    card was saved. The words stay in the line where it was not."""
    st.text_input(
        t(words), key=key, max_chars=LINE_LIMIT, placeholder=t(f"{words}_hint"), icon=":material/add:",
        on_change=_entered, args=(key, act, args), label_visibility="collapsed",
    )  # fmt: skip
    keeper.keep(place, key, settled=None)


def entry(widget: Callable[..., Any], label: str, key: str, **options: Any) -> str:
    """A text that a button uses; `used` says when."""
    typed = widget(label, key=key, **options)
    keeper.keep(keeper.PAGE, key, settled=None, saves=True)
    return str(typed or "")


def used(key: str) -> None:
    """What was typed under this key was used: nobody needs it any more."""
    keeper.forget(key, str(session.value(key) or ""))


@dataclass
class _Added:
    """What each line added last, and when."""

    lines: dict[str, tuple[str, float]] = field(default_factory=dict)


@session.to_its_end
def _entered(key: str, act: Callable[..., bool], args: tuple[object, ...]) -> None:
    """Act on what was typed. A browser that has not heard yet that the line is empty again may send the same words a
    second time: within a moment they are the same card."""
    typed, added = str(session.value(key) or ""), session.of_tab(_Added).lines
    words, when = added.get(key, ("", 0.0))
    again = typed == words and monotonic() - when < _A_MOMENT
    if not typed.strip() or again or act(typed, *args):
        used(key)
        if not again:
            added[key] = (typed, monotonic())
        session.set_value(key, "")
