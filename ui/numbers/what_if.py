"""What if one step went better: more people at the goal, more revenue, how sure that is, and where a point pays most."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

import streamlit as st

from journey.numbers import Funnel, Stage
from ui.kit import controlled, fields, lines, log_picture, measured
from ui.kit.picture import drawing
from ui.numbers import needs, shorter_wait
from ui.state import event_log, log_words, session
from ui.state.words import apart, figure, money, plain, share, t

if TYPE_CHECKING:
    from journey.numbers.what_if import ExpectedFigure, WhatIf

_MOST_POINTS = 50


def draw() -> None:
    """One step and a slider; the figures; the picture; the step that pays most."""
    from journey.charts import what_if_alt, what_if_chart
    from journey.numbers.what_if import NoSuchStep, RateChange, point_pays, what_if

    stages = measured.funnel_now()
    goal = _goal(stages) if stages else None
    pays = point_pays(stages, goal) if stages else ()
    if stages is None or not pays:
        needs.figures()
        return
    st.caption(f"{measured.where_from()}. {t('what_if.help')}")
    step, points, value = st.columns([3, 3, 2], gap="medium")
    names = _names(stages, pays)
    chosen = _step(step, names)
    more = points.slider(t("what_if.points"), 0, _MOST_POINTS, 5, key="what-if-points", persist_state="session")
    with value:
        worth = _order_value()
    if worth is None and _has_revenue(stages) and log_words.currency() != session.workshop().frame.currency:
        st.caption(t("what_if.of_log", currency=plain(log_words.currency())))
    try:
        found = what_if(stages, RateChange(chosen, float(more)), goal, worth)
    except NoSuchStep:
        needs.figures()
        return
    if found.capped:
        st.warning(t("what_if.cannot", rate=share(found.rate_before, 1)), icon=":material/vertical_align_top:")
    few = _few_on_the_way(stages, found)
    if few:
        said = ", ".join(plain(names.get(stage.phase_id, stage.name)) for stage in few)
        st.warning(t("what_if.few", steps=said), icon=":material/hourglass_empty:")
    _figures(found, sure=not few, priced=worth is not None)
    language = session.language()
    log_picture.draw(
        "what-if", (found, event_log.version(), event_log.matches()),
        drawing(what_if_chart, stages, found, language), lambda: what_if_alt(stages, found, language),
    )  # fmt: skip
    if few:
        st.info(t("what_if.best_unknown"), icon=":material/trending_up:")
    else:
        name, gain = names[pays[0].change.phase_id], figure(round(pays[0].more.value, 1))
        st.info(t("what_if.best", step=plain(name), gain=gain), icon=":material/trending_up:")
    st.caption(t("what_if.assumes"))
    shorter_wait.draw(stages)


def _has_revenue(stages: Funnel) -> bool:
    """Whether the funnel knows what its orders brought."""
    return any(stage.revenue is not None for stage in stages.stages)


def _goal(stages: Funnel) -> str | None:
    """Buyers are counted at the sale, where somebody counted it, else at the end."""
    sale = event_log.sale()
    return sale if any(stage.phase_id == sale and stage.previous for stage in stages.counted) else None


def _names(stages: Funnel, pays: "tuple[WhatIf, ...]") -> dict[str, str]:
    """Each step on the way to the goal as "before → after", by the phase that it leads to; the one that pays most first."""
    names = {stage.phase_id: stage.name for stage in stages.stages}
    before = {stage.phase_id: names.get(stage.previous or "", "") for stage in stages.stages}
    steps = [one.change.phase_id for one in pays]
    return apart({step: t("what_if.step_to", before=before[step], after=names[step]) for step in steps})


def _step(place: Any, names: dict[str, str]) -> str:
    chosen = place.selectbox(
        t("what_if.step"), list(names), format_func=names.__getitem__, key=f"what-if-step:{session.model().id}",
        persist_state="session",
    )  # fmt: skip
    return str(chosen)


def _order_value() -> float | None:
    """Typed here, else from the workshop's figures; None lets the log's revenue speak."""
    held = next(
        (one.order_value for one in reversed(session.workshop().estimates) if one.order_value is not None), None
    )
    typed = lines.entry(
        st.text_input, t("what_if.order_value", currency=plain(session.workshop().frame.currency)), session.own("what-if-value"),
        value=fields.shown_number(held), max_chars=20, persist_state="session",
    )  # fmt: skip
    try:
        return fields.read_number(typed or "")
    except controlled.Refused as error:
        st.error(plain(str(error)))
        return None


def _few_on_the_way(stages: Funnel, found: "WhatIf") -> tuple[Stage, ...]:
    """The steps up to the goal whose rates rest on too few cases."""
    goal = next(stage.position for stage in stages.stages if stage.phase_id == found.goal)
    steps = (stage for stage in stages.counted if stage.previous and not stage.optional and stage.position <= goal)
    return tuple(stage for stage in steps if stage.few_cases)


def _figures(found: "WhatIf", *, sure: bool, priced: bool) -> None:
    """`priced`: what an order is worth was typed, in the workshop's currency; else the log says it, in its own."""
    from journey.numbers.what_if import told_alike

    buyers, gain, revenue = st.columns(3)
    today, then, more = told_alike(found.today.value, found.then.value)
    with buyers:
        _figure("buyers", then, found.then, figure, sure=sure, now=today)
    with gain:
        _figure("gain", more, found.more, lambda value: f"+{figure(value)}" if value > 0 else figure(value), sure=sure)
    if found.revenue:
        brought, will_bring, _ = found.revenue
        today, then, _ = told_alike(brought.value, will_bring.value)
        shown = partial(money if priced else log_words.money, escaped=plain)
        with revenue:
            _figure("revenue", then, will_bring, shown, sure=sure, now=today)


def _figure(
    name: str, told: float, expected: "ExpectedFigure", shown: Callable[[float], str], *, sure: bool, now: float | None = None
) -> None:  # fmt: skip
    """A figure as it is told with its interval below; the interval alone where the figure would seem surer than it is."""
    low, high = shown(_rounded(expected.low)), shown(_rounded(expected.high))
    said = [t("what_if.interval", low=low, high=high)] if sure else [t("what_if.interval_only")]
    if now is not None:
        said.append(t("what_if.now", now=shown(now)))
    with st.container(border=True, height="stretch"):
        st.metric(t(f"what_if.{name}"), shown(told) if sure else t("what_if.span", low=low, high=high))
        st.caption("  \n".join(said))


def _rounded(value: float) -> float:
    return round(value) if abs(value) >= 20 else round(value, 1)
