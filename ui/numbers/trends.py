"""How the funnel changes: period by period, by cohorts of first contact, and where open cases are sitting now."""

from typing import TYPE_CHECKING, Any

import streamlit as st

from journey.numbers import funnel, periods, with_all_phases
from ui.kit import log_picture
from ui.kit.picture import drawing
from ui.numbers import needs, waiting
from ui.state import event_log, session
from ui.state.words import apart, plain, t

if TYPE_CHECKING:
    from journey.numbers.log.periods import Unit
    from journey.numbers.log.trends import PeriodFunnel


def draw() -> None:
    """From the log where one was read, else from the typed counts of several periods."""
    if not event_log.follows_cases():
        _typed()
        return
    if not needs.matches():
        return
    from journey.numbers.log.periods import Unit

    unit = st.segmented_control(
        t("trends.unit"), list(Unit), format_func=lambda one: t(f"trends.unit_{one.value}"), default=Unit.MONTH, required=True,
        key="trends-unit", persist_state="session",
    )  # fmt: skip
    st.header(t("trends.funnel"), anchor=False)
    _by_period(unit or Unit.MONTH)
    st.header(t("trends.cohorts"), anchor=False)
    _cohorts(unit or Unit.MONTH)
    st.header(t("trends.waiting"), anchor=False)
    waiting.draw()


def _typed() -> None:
    workshop, model = session.workshop(), session.model()
    from journey.charts import Period

    found = [
        Period(name or t("funnel.no_period"), funnel(workshop.counts, model, period=name)) for name in periods(workshop)
    ]
    if len(found) < 2:
        st.info(t("trends.one_typed"), icon=":material/timeline:")
        return
    st.caption(t("trends.typed"))
    _picture(found, ("typed", workshop.counts))


def _by_period(unit: "Unit") -> None:
    from journey.charts import Period
    from journey.numbers.log.trends import funnel_by_period

    query = event_log.query()
    asked = (unit, query, event_log.matches())
    log, names = event_log.phased_log(), event_log.phase_names()
    found: tuple[PeriodFunnel, ...] = event_log.answer(
        "by-period", asked, lambda: funnel_by_period(log, names, query, unit)
    )
    if len(found) < 2:
        st.info(t("trends.one_period"), icon=":material/timeline:")
        return
    st.caption(t("trends.funnel_help" if found[-1].complete else "trends.funnel_running"))
    _picture(
        [
            Period(one.start.isoformat(), with_all_phases(one.funnel, session.model()), one.complete, one.unripe)
            for one in found
        ],
        asked,
    )


def _picture(found: list[Any], asked: Any) -> None:
    from journey.charts import Measure, trend_alt, trend_chart
    from journey.rounds import dated, placed_events, say_when

    what = st.segmented_control(
        t("trends.what"), list(Measure), format_func=lambda one: t(f"trends.what_{one.value}"), default=Measure.RATES, required=True,
        key="trends-what", persist_state="session", label_visibility="collapsed",
    ) or Measure.RATES  # fmt: skip
    language = session.language()
    named, events = [period.name for period in found], session.workshop().events
    happened = placed_events(events, named)
    if dated(events) and not say_when(named):
        st.caption(t("trends.no_marks"))
    log_picture.draw(
        "trend", (asked, what, happened), drawing(trend_chart, found, language, what=what, happened=happened),
        lambda: trend_alt(found, language, what=what, happened=happened),
    )  # fmt: skip


def _cohorts(unit: "Unit") -> None:
    from journey.charts import cohort_alt, cohort_chart, cohort_layout
    from journey.numbers.log.trends import cohorts

    names = apart({phase.id: phase.name for phase in event_log.seen_phases()[1:]})
    if not names:
        st.caption(t("numbers.nothing_matched"))
        return
    offered, sale = list(names), event_log.sale()
    target = st.selectbox(
        t("trends.target"), offered, index=offered.index(sale if sale in names else offered[-1]), format_func=names.__getitem__,
        key=f"cohort-target:{session.model().id}", persist_state="session", width=320,
    )  # fmt: skip
    log = event_log.phased_log()
    asked = (str(target), unit, event_log.matches())
    found = event_log.answer("cohorts", asked, lambda: cohorts(log, str(target), unit))
    st.caption(t("trends.cohorts_help", phase=plain(names[str(target)])))
    language = session.language()
    log_picture.draw(
        "cohorts", asked, drawing(cohort_chart, found, language, unit=unit),
        lambda: cohort_alt(found, language, unit), least=cohort_layout(found, language, unit).narrowest,
    )  # fmt: skip
