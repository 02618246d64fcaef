"""Charts on their way to the screen and to a file."""

from collections.abc import Callable, Hashable
from functools import partial
from io import BytesIO
from typing import Any, TypeVar

import streamlit as st

from ui import session
from ui.take_home import file_name
from ui.words import t

Drawn = TypeVar("Drawn")

_MIME = {"png": "image/png", "svg": "image/svg+xml", "pdf": "application/pdf"}


def kept(name: str, shown: tuple[Hashable, ...], build: Callable[[], Drawn]) -> Drawn:
    """What `build` makes of the open workshop, made once for each of its versions, for everybody who looks at it.
    `shown` holds everything else that it depends on (filters, language, theme), as plain values."""
    opened = session.current().opened
    version = (opened.workshop.frame.id, opened.sequence) if opened else ()
    made: Drawn = _kept((name, *version, *shown), build)
    return made


@st.cache_resource(max_entries=100, show_spinner=False)
def _kept(key: tuple[Hashable, ...], _build: Callable[[], Any]) -> Any:  # noqa: ARG001 - the key is what is kept under
    return _build()


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
