"""Charts on their way to the screen and to a file."""

from collections.abc import Callable
from functools import partial
from io import BytesIO
from typing import Any

import streamlit as st

from ui import session
from ui.take_home import file_name
from ui.words import t

_MIME = {"png": "image/png", "svg": "image/svg+xml", "pdf": "application/pdf"}


def kept(name: str, key: Any, build: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """A chart's spec, built again only when what it shows changed."""
    shelf = session.current().shelf
    held = shelf.get(f"spec:{name}")
    if held is None or held[0] != key:
        held = (key, build())
        shelf[f"spec:{name}"] = held
    spec: dict[str, Any] = held[1]
    return spec


def menu(words: str, name: str, chart: Callable[[], Any]) -> None:
    """Downloads of a chart as PNG, SVG and PDF; `chart` builds it, light for paper."""
    with st.popover(words, icon=":material/image:", key=f"picture-{name}"):
        for ending, mime in _MIME.items():
            st.download_button(
                t(f"takehome.{ending}"), data=partial(_file, chart, ending), mime=mime, on_click="ignore",
                file_name=f"{name}-{file_name(session.workshop(), ending)}", key=f"{name}:{ending}", width="stretch",
            )  # fmt: skip


def _file(chart: Callable[[], Any], ending: str) -> bytes:
    buffer = BytesIO()
    options = {"ppi": 200} if ending == "png" else {}
    chart().properties(background="white").save(buffer, format=ending, **options)
    return buffer.getvalue()
