"""The one store of this server, as this tab's person may ask it, and what becomes of trouble with it."""

import threading
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import streamlit as st

from journey.store import Store, StoreError, open_store
from ui.state.session.tab import current

Given = ParamSpec("Given")


@st.cache_resource(show_spinner=False)
def machine_store() -> Store:
    """The one store of this server, whoever asks. StoreTooNew, StoreUnavailable."""
    return open_store()


def store() -> Store:
    """The store for the person in front of this tab. StoreTooNew, StoreUnavailable."""
    session = current()
    return machine_store().of_person(session.browser, guarded=session.guarded)


_ACTS = threading.local()


def telling(act: Callable[Given, None]) -> Callable[Given, None]:
    """A callback that asks the store for something: trouble with it is shown by the frame of the next run. One that is part of
    another leaves that to it: what fails ends the whole, and no later success hides it."""

    @wraps(act)
    def done(*args: Given.args, **named: Given.kwargs) -> None:
        if getattr(_ACTS, "is_told", False):
            act(*args, **named)
            return
        _ACTS.is_told = True
        try:
            act(*args, **named)
        except StoreError as trouble:
            current().trouble = trouble
        else:
            current().trouble = None
        finally:
            _ACTS.is_told = False

    return done
