"""What runs at every visit while pages are measured: nothing for the empty page, else the app."""

import streamlit as st

from bench.house_code import house

if "empty" not in st.query_params:
    exec(house(), {"__name__": "__main__"})  # noqa: S102 - our own script, as Streamlit runs it
