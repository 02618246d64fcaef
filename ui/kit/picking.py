"""Choosing one of several by its words, where a callback asks what was chosen. Streamlit's select box (1.67) lets the browser say
the words of the choice; when these have changed since it was drawn (another language, a card that somebody renamed), a callback gets
the former words in place of the choice. Which words stood for what is remembered here."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from ui.state import session


@dataclass
class _Drawn:
    """By the key of a select box: what stood for each of its choices, in every language and by every name that was shown."""

    words: dict[str, dict[str, Any]] = field(default_factory=dict)


def select(label: str, choices: Iterable[Any], words: Callable[[Any], str], key: str, **more: Any) -> Any:
    """A select box with these choices, and what is chosen."""
    offered = list(choices)
    session.of_workshop(_Drawn).words.setdefault(key, {}).update({words(choice): choice for choice in offered})
    return st.selectbox(label, offered, format_func=words, key=key, **more)


def picked(key: str) -> Any:
    """What is chosen in a select box of this key; None for nothing."""
    said, known = session.value(key), session.of_workshop(_Drawn).words.get(key, {})
    return said if said in known.values() else known.get(said)
