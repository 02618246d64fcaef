"""How the funnel changes: period by period, by cohorts of first contact, and where open cases are sitting now."""

from typing import TYPE_CHECKING, Any

import streamlit as st

from journey.numbers import funnel, periods, with_all_phases
from ui import log_desk, log_picture, session, waiting_view
from ui.picture import drawing
from ui.words import apart, plain, t

if TYPE_CHECKING:
    from journey.numbers.log.periods import Unit
    from journey.numbers.log.trends import PeriodFunnel


def draw() -> None:
    """From the log where one lies on the desk, else from the typed counts of several periods."""
    if not log_desk.follows_cases():
        _typed()
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
    waiting_view.draw()


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

    question = log_desk.question()
    asked = (unit, question, log_desk.matches())
    log, names = log_desk.phased_log(), log_desk.phase_names()
    found: tuple[PeriodFunnel, ...] = log_desk.answer(
        "by-period", asked, lambda: funnel_by_period(log, names, question, unit)
    )
    if len(found) < 2:
        st.info(t("trends.one_period"), icon=":material/timeline:")
        return
    st.caption(t("trends.funnel_help" if found[-1].complete else "trends.funnel_running"))
    _picture(
        [Period(one.start.isoformat(), with_all_phases(one.funnel, session.model()), one.complete) for one in found],
        asked,
    )


def _picture(found: list[Any], asked: Any) -> None:
    from journey.charts import Measure, trend_alt, trend_chart

    what = st.segmented_control(
        t("trends.what"), list(Measure), format_func=lambda one: t(f"trends.what_{one.value}"), default=Measure.RATES, required=True,
        key="trends-what", persist_state="session", label_visibility="collapsed",
    ) or Measure.RATES  # fmt: skip
    language = session.language()
    log_picture.draw(
        "trend", (asked, what), drawing(trend_chart, found, language, what=what),
        lambda: trend_alt(found, language, what=what),
    )  # fmt: skip


def _cohorts(unit: "Unit") -> None:
    from journey.charts import cohort_alt, cohort_chart, cohort_layout
    from journey.numbers.log.trends import cohorts

    names = apart({phase.id: phase.name for phase in log_desk.seen_phases()[1:]})
    if not names:
        st.caption(t("real_numbers.nothing_matched"))
        return
    offered, sale = list(names), log_desk.sale()
    target = st.selectbox(
        t("trends.target"), offered, index=offered.index(sale if sale in names else offered[-1]), format_func=names.__getitem__,
        key=f"cohort-target:{session.model().id}", persist_state="session", width=320,
    )  # fmt: skip
    log = log_desk.phased_log()
    asked = (str(target), unit, log_desk.matches())
    found = log_desk.answer("cohorts", asked, lambda: cohorts(log, str(target), unit))
    st.caption(t("trends.cohorts_help", phase=plain(names[str(target)])))
    language = session.language()
    log_picture.draw(
        "cohorts", asked, drawing(cohort_chart, found, language, unit=unit),
        lambda: cohort_alt(found, language, unit), least=cohort_layout(found, language, unit).narrowest,
    )  # fmt: skip
