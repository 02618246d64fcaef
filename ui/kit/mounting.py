"""Components of the app's own: a file of script or two each, which tells the server what was done (see teller.js)."""

from pathlib import Path
from typing import Any, Protocol

import streamlit as st

_TELLER = Path(__file__).with_name("teller.js").read_text("utf-8")


class Mount(Protocol):
    """Draws a component, as `streamlit.components.v2` describes it."""

    def __call__(self, *, key: str, data: Any = None, **callbacks: Any) -> Any: ...


def component(name: str, *scripts: Path) -> Mount:
    """The component of one script, or of several that may use those before them; all may use `Teller`. Drawn by calling it."""
    mount: Mount = st.components.v2.component(name, js=_TELLER + "".join(one.read_text("utf-8") for one in scripts))
    return mount
