"""Why the funnel counts fewer customers at a phase than the log has there: it counts who came through the phases before."""

import streamlit as st

from journey.numbers import Funnel
from ui.state import event_log, session
from ui.state.words import figure, plain, t


def draw(stages: Funnel) -> None:
    """A sentence about the phase with the sale, where the two numbers differ."""
    if not event_log.follows_cases():
        return
    sale = event_log.sale()
    counted = next((stage.count for stage in stages.counted if stage.phase_id == sale), None)
    if counted is None or sale not in event_log.phased_log().phases:
        return
    present = event_log.answer("present", (sale, event_log.matches()), lambda: _present(sale))
    if present > counted:
        phase = plain(session.model().phase_name(sale))
        st.caption(t("numbers.other_totals", phase=phase, log=figure(present), funnel=figure(counted)))


def _present(phase: str) -> int:
    from journey.numbers.log.firsts import cases_with

    return cases_with(event_log.phased_log(), phase)
