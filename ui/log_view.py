"""The log on the desk: choose a file, say what its columns are, watch it being read, see what came of it."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from ui import log_database, log_desk, log_mapping, log_matching, log_samples, log_size, session
from ui.tables import table
from ui.words import figure, many, plain, safe, t

if TYPE_CHECKING:
    from journey.numbers.log_source import LogSize

MOST_MEGABYTES = 200
LOG_FOLDER = "JOURNEY_LOGS"
"""The environment variable that names a folder of files too large to upload, which everybody on this server may read."""
_ENDINGS = [
    "csv",
    "tsv",
    "txt",
    "gz",
    "xlsx",
    "xlsm",
    "xls",
    "ods",
    "parquet",
    "json",
    "jsonl",
    "ndjson",
    "xes",
    "xml",
    "zip",
]


def draw() -> None:
    """Whatever the log needs next."""
    held = log_desk.desk()
    if held.trouble:
        st.error(plain(held.trouble), icon=":material/error:")
    if held.job:
        _running()
    elif held.source:
        _loaded(held.name, held.source.size)
    elif held.preview:
        _chosen()
        log_mapping.draw()
    else:
        _choose()


def _choose() -> None:
    st.caption(t("log_desk.help"))
    left, right = st.columns([3, 2], gap="large")
    with left:
        file = st.file_uploader(
            t("log_desk.choose"), type=_ENDINGS, key=f"log-file:{session.generation('log-file')}",
            max_upload_size=MOST_MEGABYTES,
        )  # fmt: skip
        if file is not None:
            log_desk.lay_down(file.name, file.getvalue())
            _look()
            st.rerun()
        st.caption(f":material/lock: {t('log_desk.privacy')}")
        _folder()
        if log_database.offered():
            log_database.draw()
    with right:
        st.subheader(t("log_desk.no_log"), anchor=False)
        st.caption(t("log_desk.no_log_help"))
        log_samples.draw(_look)


def _folder() -> None:
    named = os.environ.get(LOG_FOLDER)
    if not named:
        return
    folder = Path(named)
    files = sorted(one for one in folder.glob("*") if one.is_file() and one.suffix.casefold()[1:] in _ENDINGS)
    if not files:
        st.caption(t("log_desk.folder_empty"))
        return
    chosen = st.selectbox(
        t("log_desk.folder"),
        files,
        index=None,
        format_func=lambda one: str(one.name),
        key=f"log-folder:{session.generation('log-file')}",
    )
    if chosen:
        log_desk.point_to(chosen)
        _look()
        st.rerun()


def _look(sheet: str = "") -> None:
    """A first look at the file on the desk, in a child process."""
    from journey.numbers.reading import UnreadableLog, guarded_preview

    held = log_desk.desk()
    if held.file is None:
        return
    with st.spinner(t("log_desk.looking")):
        try:
            held.preview = guarded_preview(held.file, sheet=sheet, language=session.language())
        except UnreadableLog as error:
            log_desk.forget()
            log_desk.desk().trouble = error.message(session.language())


def _chosen() -> None:
    held = log_desk.desk()
    with st.container(horizontal=True, vertical_alignment="center", key="log-chosen"):
        st.html(f"<b>{safe(held.name)}</b>")
        if held.preview and len(held.preview.sheets) > 1:
            sheets = list(held.preview.sheets)
            chosen = st.selectbox(
                t("log_desk.sheet"),
                sheets,
                index=sheets.index(held.preview.sheet),
                format_func=str,
                key="log-sheet",
                width=260,
            )
            if chosen != held.preview.sheet:
                _look(chosen)
                st.rerun()
        st.button(t("log_desk.other_file"), key="log-other", icon=":material/undo:", on_click=log_desk.forget)


@st.fragment(run_every=0.5)
def _running() -> None:
    """How far the reading is; when it ends, the whole page is drawn again."""
    from journey.numbers.read_log import ReadLog
    from journey.numbers.reading import UnreadableLog

    held = log_desk.desk()
    job = held.job
    if job is None:  # cancelled: the click drew only this part of the page anew
        st.rerun()
    if not job.done():
        progress = job.progress()
        st.html(f"<b>{safe(held.name)}</b>")
        st.progress(progress.share or 0.0, text=many("log_desk.rows_read", progress.rows))
        st.button(t("log_desk.cancel"), key="log-cancel", icon=":material/stop_circle:", on_click=_cancel)
        return
    held.job = None
    try:
        log_desk.hold(ReadLog(job.result()))
    except UnreadableLog as error:
        held.trouble = error.message(session.language())
    else:
        if held.folder:
            held.folder.cleanup()
        held.folder = held.file = None
    st.rerun()


def _cancel() -> None:
    held = log_desk.desk()
    if held.job:
        held.job.cancel()
        held.job = None


def _named(name: str) -> None:
    """What lies on the desk, and how to clear it: one click, and nothing of the log is left."""
    with st.container(horizontal=True, vertical_alignment="center", key="log-chosen"):
        st.html(f"<b>{safe(name)}</b>")
        st.button(
            t("log_desk.forget"), key="log-forget", icon=":material/delete_forever:", on_click=log_desk.forget,
            help=t("log_desk.forget_help"),
        )  # fmt: skip


def _loaded(name: str, size: "LogSize") -> None:
    _named(name)
    log_size.draw(size.cases, size.events, size.activities, size.skipped_rows)
    if any(kind.lines for kind in size.skipped):
        with st.expander(t("log_desk.skipped_rows"), icon=":material/rule:"):
            rows = (
                (safe(kind.kind.words(session.language())), figure(kind.count), ", ".join(map(figure, kind.lines)))
                for kind in size.skipped
            )
            head = (t("log_desk.reason"), t("log_desk.rows"), t("log_desk.first_lines"))
            st.html(table(t("log_desk.skipped_rows"), head, rows))
            st.caption(t("log_desk.skipped_help"))
    log_matching.draw()
