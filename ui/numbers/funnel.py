"""The funnel of the numbers: from the log where there is one, else from the counts that the team typed."""

from datetime import date
from functools import partial

import streamlit as st

from journey.editing import change_of
from journey.numbers import Funnel, Stage
from journey.numbers.kept import funnel_kept
from journey.texts import duration
from ui.cards import pictures, to_counts
from ui.kit import lines, log_picture
from ui.kit.tables import table
from ui.numbers import breakdown, funnel_controls, needs, other_totals, typed_counts
from ui.numbers.source import known_logs, matching
from ui.state import event_log, log_words, session
from ui.state.words import figure, plain, safe, share, t
from ui.state.words import period as period_words


def draw() -> None:
    """The question, its answer as figures, picture and table, and the same split by an attribute."""
    source = event_log.source()
    if source is None:
        st.caption(t("log_funnel.typed"))
        typed_counts.draw()
        return
    if not needs.matches():
        return
    split = funnel_controls.draw()
    stages = event_log.measured(split.query)
    if stages is None or not stages.counted or not stages.counted[0].count:
        st.info(t("log_funnel.nobody"), icon=":material/filter_alt_off:")
        return
    typed_counts.summary(stages)
    if doubt := event_log.in_doubt(split.query):
        st.warning(t("log_funnel.in_doubt", cases=figure(doubt)), icon=":material/swap_vert:")
    log_picture.draw(
        "log-funnel", (split.query, event_log.matches(), log_words.currency()), pictures.drawn_funnel(stages),
        partial(pictures.funnel_words, stages),
    )  # fmt: skip
    other_totals.draw(stages)
    with st.expander(t("log_funnel.details"), icon=":material/table_rows:"):
        st.html(_details(stages))
        st.caption(t("log_funnel.details_help"))
    _take(stages, _span(source.days))
    if split.by:
        breakdown.draw(split)


def _details(stages: Funnel) -> str:
    money = any(stage.revenue is not None for stage in stages.stages)
    costs = any(stage.cost is not None for stage in stages.stages)
    head = ["phase", "cases", "rate", "lost", "wait"] + ["revenue"] * money + ["cost"] * costs
    return table(
        t("log_funnel.details"),
        [log_words.cases() if name == "cases" else t(f"log_funnel.{name}") for name in head],
        (_row(stage, money=money, costs=costs) for stage in stages.counted),
        wide=True,
    )


def _row(stage: Stage, *, money: bool, costs: bool) -> tuple[str, ...]:
    language = session.language()
    rate = wait = "–"
    if stage.conversion_from_previous is not None:
        rate = f"<b>{share(stage.conversion_from_previous, 1)}</b>"
        if stage.interval:
            rate += f" ({share(stage.interval.low)} – {share(stage.interval.high)})"
    if stage.wait:
        low, median, high = (duration(seconds, language) for seconds in stage.wait)
        wait = f"<b>{median}</b> ({low} – {high})"
    return (
        safe(stage.name) + (f" <i>({t('log_funnel.may_skip')})</i>" if stage.optional else ""),
        figure(stage.count or 0),
        rate,
        "–" if stage.drop_off is None else figure(stage.drop_off),
        wait,
        *([_money(stage.revenue)] if money else []),
        *([_money(stage.cost)] if costs else []),
    )


def _money(amount: float | None) -> str:
    return "–" if amount is None else log_words.money(round(amount), safe)


def _take(stages: Funnel, span: str) -> None:
    """Let the counts into the workshop: the map, the rules and the Excel workbook then know them."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="log-take"):
        period = lines.entry(
            st.text_input, t("log_funnel.period"), f"log-period:{span}", value=span, max_chars=60, width=320,
            help=t("log_funnel.period_help"), persist_state="session",
        )  # fmt: skip
        st.button(
            t("log_funnel.take"), key="log-take-counts", icon=":material/move_to_inbox:", on_click=_keep,
            args=(stages, period or span), help=t("log_funnel.take_help"),
        )  # fmt: skip
    with st.container():
        _taken(stages, period or span)


def _taken(stages: Funnel, period: str) -> None:
    """Says so as long as the workshop has just these counts, with the way to them."""
    if change_of(funnel_kept(session.workshop(), stages, period)) is None:
        named_so = plain(period_words(period) or t("funnel.no_period"))
        st.success(t("log_funnel.taken", period=named_so), icon=":material/move_to_inbox:")
        to_counts.draw("see")


def _span(days: tuple[date, date] | None) -> str:
    return f"{days[0]} – {days[1]}" if days else ""


def _keep(stages: Funnel, period: str) -> None:
    kept = funnel_kept(session.workshop(), stages, period)
    session.commit([*kept, *matching.counted(), *known_logs.edits()], "take_log")
