"""Files to take along. Every download button is made here, because its work has a rule of its own: Streamlit does it after
the click, in a thread without a session. So the work is given plain values while the page runs, and asks nobody later."""

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import cycle
from textwrap import shorten
from types import SimpleNamespace
from typing import Literal

import streamlit as st
from streamlit import runtime
from streamlit.runtime.scriptrunner_utils.script_run_context_attr import SCRIPT_RUN_CONTEXT_ATTR_NAME

from journey.model import Workshop
from ui.state import session

MIME = {
    "png": "image/png",
    "svg": "image/svg+xml",
    "pdf": "application/pdf",
    "csv": "text/csv",
    "ics": "text/calendar",
    "zip": "application/zip",
}
"""What browsers call files; the formats of a workshop say it themselves (`journey.take_home.FORMATS`)."""

_PLACES = cycle(range(16))
_MOST_NOTED = 1_000
_BROWSERS: dict[str, set[str]] = {}
_NOTING = threading.Lock()


def button(
    label: str,
    work: Callable[[], bytes],
    workshop: Workshop,
    ending: str,
    *,
    key: str,
    mime: str = "",
    prefix: str = "",
    icon: str | None = None,
    kind: Literal["primary", "secondary"] = "secondary",
    wide: bool = True,
) -> None:
    """A button that makes a file of a workshop and hands it over, named after it."""
    file(label, work, f"{prefix}{file_name(workshop, ending)}", mime=mime, key=key, icon=icon, kind=kind, wide=wide)


def file(
    label: str,
    work: Callable[[], bytes],
    name: str,
    *,
    key: str,
    mime: str = "",
    icon: str | None = None,
    kind: Literal["primary", "secondary"] = "secondary",
    wide: bool = True,
) -> None:
    """A button that makes a file of this name and hands it over. While it works, the browser disables it and turns a
    wheel; when it fails, words below it say so (see style.css). `work` holds values only and never asks the session."""
    mime = mime or MIME[name.rpartition(".")[2]]
    st.download_button(
        label, data=partial(_kept, session.gate(), session.current().cookie, work, name, mime), file_name=name, mime=mime, key=key, icon=icon,
        on_click="ignore", width="stretch" if wide else "content", type=kind,
    )  # fmt: skip


def file_name(workshop: Workshop, ending: str) -> str:
    """A file name from the workshop's title that every system takes."""
    title = cut(re.sub(r"[^\w\- ]+", "", workshop.frame.title), 60).strip(" -") or "workshop"
    return f"{title.replace(' ', '-')}.{ending}"


def cut(title: str, most: int) -> str:
    """At most so many characters of a title, cut at a word's end; inside a word only where the first one is longer."""
    return shorten(title, most, placeholder="") or title.strip()[:most]


def _kept(ask: Callable[[], None], cookie: str, work: Callable[[], bytes], name: str, mime: str) -> bytes:
    """The file, for whoever may still see the workshop, held by the server until sixteen others were made. Streamlit holds it
    for nobody and deletes it at the end of the second run of anybody's page, which with many participants comes before the
    browser has fetched it."""
    ask()
    data = work()
    if runtime.exists():
        place = f"download-{next(_PLACES)}"
        with _for_nobody():
            address = runtime.get_instance().media_file_mgr.add(
                data, mime, place, file_name=name, is_for_static_download=True
            )
        _note(address.rpartition("/")[2], cookie)
    return data


@contextmanager
def _for_nobody() -> Iterator[None]:
    """Answer Streamlit's question whose a file is (1.67), which it asks of the thread; without an answer it writes a warning
    into the server's log at every download."""
    thread = threading.current_thread()
    former = getattr(thread, SCRIPT_RUN_CONTEXT_ATTR_NAME, None)
    setattr(thread, SCRIPT_RUN_CONTEXT_ATTR_NAME, SimpleNamespace(session_id="downloads"))
    try:
        yield
    finally:
        setattr(thread, SCRIPT_RUN_CONTEXT_ATTR_NAME, former)


def is_for(file: str, cookie: str) -> bool:
    """Whether a browser may fetch a file by its name in the address: one that was made here is for those that asked for it."""
    browsers = _BROWSERS.get(file)
    return browsers is None or cookie in browsers


def _note(file: str, cookie: str) -> None:
    """A file is for this browser as well; for any, where one keeps no cookies."""
    with _NOTING:
        if not cookie:
            _BROWSERS.pop(file, None)
            return
        _BROWSERS.setdefault(file, set()).add(cookie)
        while len(_BROWSERS) > _MOST_NOTED:
            del _BROWSERS[next(iter(_BROWSERS))]
