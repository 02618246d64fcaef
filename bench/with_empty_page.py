"""The app with one page more: `/?empty=1` is an empty Streamlit page on the same server."""

from pathlib import Path

import streamlit as st

from ui.shell.middleware import middleware

app = st.App(Path(__file__).with_name("house_or_empty.py"), middleware=middleware())
