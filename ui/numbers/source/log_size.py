"""How large a log is, in four figures."""

import streamlit as st

from ui.state import log_words
from ui.state.words import figure, t


def draw(cases: int, events: int, activities: int, skipped: int) -> None:
    """Cases, events, different activities, and rows left out."""
    figures = {"cases": cases, "events": events, "activities": activities, "skipped": skipped}
    for place, (name, count) in zip(st.columns(4), figures.items(), strict=True):
        words = log_words.cases() if name == "cases" else t(f"event_log.{name}")
        place.metric(words, figure(count), border=True)
