"""What a view of the numbers says when it lacks a log or figures: what to do next."""

import streamlit as st

from ui import log_desk, session
from ui.words import t


def log() -> bool:
    """Whether a log lies on the desk with at least one activity in a phase; says what is missing otherwise."""
    if not log_desk.follows_cases():
        key = "log_database.only_funnel" if log_desk.source() else "real_numbers.needs_log"
        st.info(t(key), icon=":material/upload_file:")
        _to_log()
        return False
    if not log_desk.phased_log().case.size:
        st.info(t("real_numbers.nothing_matched"), icon=":material/link_off:")
        _to_log()
        return False
    return True


def figures() -> None:
    """There is neither a log nor typed counts."""
    st.info(t("real_numbers.needs_numbers"), icon=":material/query_stats:")
    _to_log()


def _to_log() -> None:
    st.button(t("real_numbers.to_log"), icon=":material/upload_file:", key="to-log", on_click=_go)


def _go() -> None:
    session.set_value("view-real_numbers", "log")
