"""The event log of this tab: choose a file, say what its columns are, watch it being read, see what came of it."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from ui.kit import delivery
from ui.kit.tables import table
from ui.numbers import log_told
from ui.numbers.source import column_mapping, database_table, known_logs, log_size, matching, sample_logs
from ui.state import event_log, session
from ui.state.numbers_state import log_state
from ui.state.words import figure, many, plain, safe, t

if TYPE_CHECKING:
    from journey.numbers.log_source import LogSize
    from journey.numbers.read_log import ReadLog

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
    state = log_state()
    if state.error:
        st.error(plain(state.error), icon=":material/error:")
    if state.job:
        with st.container():  # else what stands below may vanish when the page runs meanwhile (Streamlit 1.67)
            delivery.fragment(_running, run_every=0.5)()
    elif state.source:
        _loaded(state.name, state.source.size)
    elif state.preview:
        _chosen()
        known_logs.strange()
        column_mapping.draw()
    else:
        _choose()


def _choose() -> None:
    if gone := log_state().gone:
        st.warning(t("event_log.gone", name=plain(gone)), icon=":material/history:")
    st.caption(t("event_log.help"))
    left, right = st.columns([3, 2], gap="large")
    with left:
        file = st.file_uploader(
            t("event_log.choose"), type=_ENDINGS, key=f"log-file:{session.generation('log-file')}",
            max_upload_size=MOST_MEGABYTES,
        )  # fmt: skip
        if file is not None:
            event_log.use_upload(file.name, file.getvalue())
            _look()
            known_logs.begin()
            st.rerun()
        known_logs.offer()
        st.caption(f":material/lock: {t('event_log.privacy')}")
        _folder()
        if database_table.offered():
            database_table.draw()
    with right:
        st.subheader(t("event_log.no_log"), anchor=False)
        st.caption(t("event_log.no_log_help"))
        st.button(t("funnel.to_counts.type"), key="to-counts", icon=":material/filter_alt:", on_click=_to_counts)
        sample_logs.draw(_look)


def _to_counts() -> None:
    session.set_value("view-numbers", "funnel")


def _folder() -> None:
    named = os.environ.get(LOG_FOLDER)
    if not named:
        return
    folder = Path(named)
    files = sorted(one for one in folder.glob("*") if one.is_file() and one.suffix.casefold()[1:] in _ENDINGS)
    if not files:
        st.caption(t("event_log.folder_empty"))
        return
    chosen = st.selectbox(
        t("event_log.folder"),
        files,
        index=None,
        format_func=lambda one: str(one.name),
        key=f"log-folder:{session.generation('log-file')}",
    )
    if chosen:
        event_log.use_file(chosen)
        _look()
        known_logs.begin()
        st.rerun()


def _look(sheet: str = "") -> None:
    """A first look at the chosen file, in a child process."""
    from journey.numbers.reading import UnreadableLog, guarded_preview

    state = log_state()
    if state.file is None:
        return
    with st.spinner(t("event_log.looking")):
        try:
            state.preview = guarded_preview(state.file, sheet=sheet, language=session.language())
        except UnreadableLog as error:
            event_log.forget()
            log_state().error = error.message(session.language())


def _chosen() -> None:
    state = log_state()
    with st.container(horizontal=True, vertical_alignment="center", key="log-chosen"):
        st.html(f"<b>{safe(state.name)}</b>")
        if state.preview and len(state.preview.sheets) > 1:
            sheets = list(state.preview.sheets)
            chosen = st.selectbox(
                t("event_log.sheet"),
                sheets,
                index=sheets.index(state.preview.sheet),
                format_func=str,
                key="log-sheet",
                width=260,
            )
            if chosen != state.preview.sheet:
                _look(chosen)
                st.rerun()
        st.button(t("event_log.other_file"), key="log-other", icon=":material/undo:", on_click=event_log.forget)


def _running() -> None:
    """How far the reading is; when it ends, the whole page is drawn again."""
    from journey.numbers.read_log import ReadLog
    from journey.numbers.reading import UnreadableLog

    state = log_state()
    job = state.job
    if job is None:  # cancelled: the click drew only this part of the page anew
        st.rerun()
    if not job.done():
        progress = job.progress()
        st.html(f"<b>{safe(state.name)}</b>")
        st.progress(progress.share or 0.0, text=many("event_log.rows_read", progress.rows))
        st.button(t("event_log.cancel"), key="log-cancel", icon=":material/stop_circle:", on_click=_cancel)
        return
    state.job = None
    try:
        _take(ReadLog(job.result()))
    except UnreadableLog as error:
        state.error = "" if state.source else error.message(session.language())
    if state.source and not state.job:
        _put_away()
    st.rerun()


def _put_away() -> None:
    """The file is needed no longer."""
    state = log_state()
    if state.folder:
        state.folder.cleanup()
    state.folder = state.file = None


def _take(log: "ReadLog") -> None:
    """Answer from a log that was read; where the file says whose its orders are, it is read once more for that."""
    from journey.numbers.reading import start_reading

    state = log_state()
    if state.source:
        event_log.use_by_customer(log)
        return
    event_log.use_log(log)
    if state.further and state.file:
        state.job, state.further = start_reading(state.file, state.further), None


def _cancel() -> None:
    state = log_state()
    if state.job:
        state.job.cancel()
        state.job = state.further = None
    if state.source:  # read already, only not yet once more by customer
        _put_away()


def _named(name: str) -> None:
    """Which log it is, and how to forget it: one click, and nothing of the log is left."""
    with st.container(horizontal=True, vertical_alignment="center", key="log-chosen"):
        st.html(f"<b>{safe(name)}</b>")
        st.button(
            t("event_log.forget"), key="log-forget", icon=":material/delete_forever:", on_click=event_log.forget,
            help=t("event_log.forget_help"),
        )  # fmt: skip


def _loaded(name: str, size: "LogSize") -> None:
    _named(name)
    known_logs.told()
    log_size.draw(size.cases, size.events, size.activities, size.skipped_rows)
    log_told.draw(log_state().source)
    if size.skipped:
        with st.expander(t("event_log.skipped_rows"), icon=":material/rule:"):
            rows = (
                (
                    safe(kind.kind.words(session.language())),
                    figure(kind.count),
                    ", ".join(map(figure, kind.lines)) or "–",
                )
                for kind in size.skipped
            )
            head = (t("event_log.reason"), t("event_log.rows"), t("event_log.first_lines"))
            st.html(table(t("event_log.skipped_rows"), head, rows))
            has_lines = any(kind.lines for kind in size.skipped)
            st.caption(t("event_log.skipped_help" if has_lines else "event_log.skipped_in_table"))
    if size.activities == 1:
        _of_one_kind("one_kind")
    elif log_state().by_customer:
        _of_one_kind("by_customer")
    matching.draw()


def _of_one_kind(words: str) -> None:
    st.info(t(f"event_log.{words}"), icon=":material/shopping_bag:")
    st.button(t("event_log.to_orders"), key="to-orders", icon=":material/arrow_forward:", on_click=_to_orders)


def _to_orders() -> None:
    session.set_value("view-numbers", "orders")
