"""The page of delivery_app.py: a part that can run by itself, behind it the number of this run of the whole page, a button that
counts how often it was pressed in this tab, and a field
whose words are written to the file that the address names, once there is one called after it that ends in `.go`."""

import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import streamlit as st

from ui.kit import delivery
from ui.state import session


@st.cache_resource
def numbers() -> Iterator[int]:
    return count(1)


def save() -> None:
    there = Path(st.query_params["file"])
    there.with_suffix(".begun").touch()
    while not there.with_suffix(".go").exists():
        time.sleep(0.005)
        session.value("words")  # where Streamlit ends a callback of a run that shall end
    there.write_text(session.value("words"))


def press() -> None:
    session.set_value("presses", session.value("presses", 0) + 1)


with delivery.run():
    number = next(numbers())
    delivery.fragment(lambda: st.text("part"))()
    st.text(f"run {number}")
    st.button("Press", key="press", on_click=press)
    st.text(f"presses {session.value('presses', 0)}")
    st.text_input("Words", key="words", on_change=save)
