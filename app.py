"""The front door: `streamlit run app.py` serves the house (ui/shell/script.py) behind a browser cookie and security headers."""

import sys
from pathlib import Path

import streamlit as st

ROOT = Path(__file__).parent
sys.path.insert(0, str(ROOT))

from ui.shell.middleware import middleware  # noqa: E402 - the path above makes the house importable from any working directory

app = st.App(ROOT / "ui" / "shell" / "script.py", middleware=middleware())
