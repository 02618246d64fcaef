"""A page with a part that runs by itself, behind the app's own middleware, on a server whose threads hold on to the processor:
so a run has often ended before the server's thread gets to anything of it, as on a busy machine."""

import sys
from pathlib import Path

import streamlit as st

from ui.shell.middleware import middleware

sys.setswitchinterval(1)  # s
app = st.App(Path(__file__).with_name("delivery_page.py"), middleware=middleware())
