"""A page with a file that takes its time, one that cannot be made, and a part of its own that raises a toast."""

import time

import streamlit as st

from tests.builders import a_workshop
from ui.kit import download, style
from ui.state import session


def slow() -> bytes:
    time.sleep(2)
    return b"[]"


def broken() -> bytes:
    raise OSError("the disk is full")


session.begin()
style.apply()
download.button("Slow", slow, a_workshop(), "csv", key="slow")
download.button("Broken", broken, a_workshop(), "csv", key="broken")


def say() -> None:
    st.toast("Said")


@st.fragment
def part() -> None:
    st.button("Toast", on_click=say)


part()
