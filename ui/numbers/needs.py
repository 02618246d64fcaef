"""What a view of the numbers says when it lacks a log or figures: what to do next."""

import streamlit as st

from ui.state import event_log, session
from ui.state.words import t


def events() -> bool:
    """Whether there is a log that follows cases; says what is missing otherwise."""
    if event_log.follows_cases():
        return True
    key = "log_database.only_funnel" if event_log.source() else "numbers.needs_log"
    st.info(t(key), icon=":material/upload_file:")
    to_log()
    return False


def log() -> bool:
    """Whether there is such a log with at least one activity in a phase; says what is missing otherwise."""
    if not events():
        return False
    if not event_log.phased_log().case.size:
        st.info(t("numbers.nothing_matched"), icon=":material/link_off:")
        to_log()
        return False
    return True


def figures() -> None:
    """There is neither a log nor typed counts."""
    st.info(t("numbers.needs_numbers"), icon=":material/query_stats:")
    to_log()


def to_log() -> None:
    """The way to where a log is chosen."""
    st.button(t("numbers.to_log"), icon=":material/upload_file:", key="to-log", on_click=_go)


def _go() -> None:
    session.set_value("view-numbers", "log")
