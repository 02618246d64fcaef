"""The one store of this server, and what becomes of trouble with it."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import streamlit as st

from journey.store import Store, StoreError, open_store
from ui.state.session.tab import current

Given = ParamSpec("Given")


@st.cache_resource(show_spinner=False)
def store() -> Store:
    """The one store of this server. StoreTooNew, StoreUnavailable."""
    return open_store()


def telling(act: Callable[Given, None]) -> Callable[Given, None]:
    """A callback that asks the store for something: trouble with it is shown by the frame of the next run."""

    @wraps(act)
    def done(*args: Given.args, **named: Given.kwargs) -> None:
        try:
            act(*args, **named)
        except StoreError as trouble:
            current().trouble = trouble
        else:
            current().trouble = None

    return done
