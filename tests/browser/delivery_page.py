"""The page of delivery_app.py: a part that can run by itself, and behind it the number of this run of the whole page."""

from collections.abc import Iterator
from itertools import count

import streamlit as st

from ui.kit import delivery


@st.cache_resource
def numbers() -> Iterator[int]:
    return count(1)


with delivery.run():
    number = next(numbers())
    delivery.fragment(lambda: st.text("part"))()
    st.text(f"run {number}")
