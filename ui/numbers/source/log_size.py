"""How large a log is, in four figures."""

import streamlit as st

from ui.state.words import figure, t


def draw(cases: int, events: int, activities: int, skipped: int) -> None:
    """Cases, events, different activities, and rows left out."""
    figures = {"cases": cases, "events": events, "activities": activities, "skipped": skipped}
    for place, (name, count) in zip(st.columns(4), figures.items(), strict=True):
        place.metric(t(f"event_log.{name}"), figure(count), border=True)
