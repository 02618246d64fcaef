"""The front door: `streamlit run app.py` serves the house (ui/shell/script.py) behind a browser cookie and security headers,
and beside it the pages for phones (phones/)."""

import sys
from pathlib import Path

import streamlit as st

ROOT = Path(__file__).parent
sys.path.insert(0, str(ROOT))

from phones import phone_routes  # noqa: E402 - the path above makes the house importable from any working directory
from ui.shell import garbage  # noqa: E402
from ui.shell.middleware import middleware  # noqa: E402
from ui.state.session import machine_store  # noqa: E402

app = st.App(
    ROOT / "ui" / "shell" / "script.py",
    routes=phone_routes(machine_store, str(st.get_option("server.baseUrlPath") or "")),
    middleware=middleware(),
)
garbage.seek_seldom()
