"""The one store of this server."""

import streamlit as st

from journey.store import Store, open_store


@st.cache_resource(show_spinner=False)
def store() -> Store:
    """The one store of this server. StoreTooNew, StoreUnavailable."""
    return open_store()
