"""What is worked out of the open workshop, once a version, for everybody who looks at it."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

import streamlit as st

from ui.state import session

Made = TypeVar("Made")


def kept(name: str, shown: tuple[Hashable, ...], build: Callable[[], Made]) -> Made:
    """What `build` makes of the open workshop, made once for each of its versions, for everybody who looks at it.
    `shown` holds everything else that it depends on (filters, language, theme), as plain values."""
    opened = session.current().opened
    version = (opened.workshop.frame.id, opened.sequence) if opened else ()
    made: Made = _kept((name, *version, *shown), build)
    return made


@st.cache_resource(max_entries=100, show_spinner=False)
def _kept(key: tuple[Hashable, ...], _build: Callable[[], Any]) -> Any:  # noqa: ARG001 - the key is what is kept under
    return _build()
