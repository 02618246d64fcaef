"""The Collect exercise as a plain Streamlit page: a field, and everybody's ideas, looked at every so many seconds."""

import os

import streamlit as st


@st.cache_resource
def _ideas() -> list[str]:
    return []


@st.fragment(run_every=float(os.environ["PLAIN_ROOM_LOOKS"]))
def _said_so_far() -> None:
    st.caption(f"{len(_ideas())} Ideen")
    st.markdown("\n".join(f"- {idea}" for idea in _ideas()))


st.title("Was fällt uns ein?")
idea = st.text_input("Ihre Idee")
if idea and idea not in _ideas():
    _ideas().append(idea)
_said_so_far()
