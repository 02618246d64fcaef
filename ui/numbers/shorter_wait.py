"""What if people waited less before one phase: the length of the whole journey, and who makes it in time."""

from datetime import timedelta

import streamlit as st

from journey.numbers import Funnel
from journey.texts import duration
from ui.state import event_log, session
from ui.state.words import apart, plain, share, t


def draw(stages: Funnel) -> None:
    """A step, a number of days, and what follows from them. Only a log knows how long people wait."""
    from journey.numbers.log.delay import shorter_wait

    st.header(t("what_if.delay"), anchor=False)
    waited = {stage.phase_id: stage.wait.median for stage in stages.stages if stage.wait and not stage.optional}
    called = {stage.phase_id: stage.name for stage in stages.stages}
    if not event_log.follows_cases() or not waited:
        st.caption(t("what_if.no_times"))
        return
    names = apart({phase: t("what_if.before", phase=called[phase]) for phase in waited})
    longest = max(waited, key=lambda phase: waited[phase])
    step, days = st.columns([3, 2], gap="medium")
    chosen = step.selectbox(
        t("what_if.wait"), list(names), index=list(names).index(longest), format_func=names.__getitem__,
        key=f"delay-step:{session.model().id}", persist_state="session",
    )  # fmt: skip
    fewer = days.number_input(
        t("what_if.shorten"), 0.0, 3650.0, 1.0, 1.0, format="%g", key="delay-days", persist_state="session"
    )
    query = event_log.query()
    asked = (query, chosen, fewer, event_log.matches())
    log = event_log.phased_log()
    found = event_log.answer("delay", asked, lambda: shorter_wait(log, query, str(chosen), timedelta(days=fewer)))
    if found is None or found.journey_before is None or found.journey_after is None:
        st.caption(t("what_if.nobody_arrives"))
        return
    last = event_log.seen_phases()[-1].name
    st.markdown(
        t(
            "what_if.delay_result",
            phase=plain(last),
            now=_long(found.journey_before.median),
            then=_long(found.journey_after.median),
        )
    )
    if found.on_time_before and found.on_time_after:
        now, then = share(found.on_time_before.rate, 1), share(found.on_time_after.rate, 1)
        st.markdown(t("what_if.on_time", now=now, then=then))
    st.caption(t("what_if.delay_assumes"))


def _long(seconds: float) -> str:
    return duration(seconds, session.language())
