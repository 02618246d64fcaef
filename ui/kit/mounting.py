"""Components of the app's own: a file of script each, which tells the server what was done (see teller.js)."""

from pathlib import Path
from typing import Any, Protocol

import streamlit as st

_TELLER = Path(__file__).with_name("teller.js").read_text("utf-8")


class Mount(Protocol):
    """Draws a component, as `streamlit.components.v2` describes it."""

    def __call__(self, *, key: str, data: Any = None, **callbacks: Any) -> Any: ...


def component(name: str, script: Path) -> Mount:
    """The component of a script that may use `Teller`; drawn by calling it."""
    mount: Mount = st.components.v2.component(name, js=_TELLER + script.read_text("utf-8"))
    return mount
