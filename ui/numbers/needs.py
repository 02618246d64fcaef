"""What a view of the numbers says when it lacks a log or figures: what to do next."""

import streamlit as st

from ui.cards import to_counts
from ui.state import event_log, log_words, session
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
    return events() and matches()


def matches() -> bool:
    """Whether an activity of the log that there is belongs to a phase; says what is missing otherwise, and what is meant by
    customers where the log follows something else."""
    source = event_log.source()
    if event_log.seen_phases():
        if source and (said := log_words.told_cases(source)):
            st.caption(said)
        return True
    st.info(t("numbers.nothing_matched"), icon=":material/link_off:")
    to_log("to_matches")
    return False


def figures() -> None:
    """There are no figures to work with: no log and no typed counts, or a log of which nothing belongs to a phase."""
    if event_log.source() and not matches():
        return
    st.info(t("numbers.needs_numbers"), icon=":material/query_stats:")
    with st.container(horizontal=True, vertical_alignment="center", key="needs-numbers"):
        to_log()
        to_counts.draw()


def to_log(words: str = "to_log") -> None:
    """The way to where a log is chosen and its events are matched."""
    st.button(t(f"numbers.{words}"), icon=":material/upload_file:", key="to-log", on_click=_go)


def _go() -> None:
    session.set_value("view-numbers", "log")
