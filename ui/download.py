"""Files to take along. Every download button is made here, because its work has a rule of its own: Streamlit does it after
the click, in a thread without a session. So the work is given plain values while the page runs, and asks nobody later."""

import re
from collections.abc import Callable
from typing import Literal

import streamlit as st

from journey.model import Workshop

MIME = {
    "png": "image/png",
    "svg": "image/svg+xml",
    "pdf": "application/pdf",
    "csv": "text/csv",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def button(
    label: str,
    work: Callable[[], bytes],
    workshop: Workshop,
    ending: str,
    *,
    key: str,
    prefix: str = "",
    icon: str | None = None,
    kind: Literal["primary", "secondary"] = "secondary",
    wide: bool = True,
) -> None:
    """A button that makes a file and hands it over. While it works, the browser disables it and turns a wheel; when it
    fails, words below it say so (see style.css). `work` holds values only and never asks the session."""
    st.download_button(
        label, data=work, file_name=f"{prefix}{file_name(workshop, ending)}", mime=MIME[ending], key=key, icon=icon,
        on_click="ignore", width="stretch" if wide else "content", type=kind,
    )  # fmt: skip


def file_name(workshop: Workshop, ending: str) -> str:
    """A file name from the workshop's title that every system takes."""
    title = re.sub(r"[^\w\- ]+", "", workshop.frame.title).strip()[:60] or "workshop"
    return f"{title.replace(' ', '-')}.{ending}"
