"""Figures that the rules ask for: hurdles of purchase and sign-up, before and after, and care against win-back."""

import streamlit as st

from journey.critic.friction import Height, Hurdle, Trend, comparison
from journey.editing import next_rank, put
from journey.model import Answer, Estimate, Friction, FrictionTarget, MapState
from ui.cards import stake, to_counts
from ui.kit import fields
from ui.kit.fields import Slot
from ui.kit.tables import table
from ui.state import session
from ui.state.words import figure, safe, t, word

_STATES = (MapState.AS_IS, MapState.TO_BE)
_FIELDS = {
    Hurdle.CLICKS: "clicks",
    Hurdle.INPUTS: "inputs",
    Hurdle.FORCED_ACCOUNT: "forced_account",
    Hurdle.HIDDEN_COSTS: "hidden_costs",
    Hurdle.REQUIREMENTS: "requirements",
}


def draw() -> None:
    """Hurdles at the top, money below."""
    st.header(t("fields.plural.frictions"), anchor=False)
    st.caption(t("figures.friction_help"), help=t("goals.articles"))
    for column, target in zip(st.columns(2, gap="large"), FrictionTarget, strict=True):
        with column:
            st.subheader(word(target), anchor=False)
            for half, state in zip(st.columns(2, gap="medium"), _STATES, strict=True):
                with half:
                    _friction(target, state)
            _comparison(target)
    st.header(t("figures.money"), anchor=False)
    st.caption(t("figures.money_help"))
    _estimate()
    stake.care_or_win_back()
    st.subheader(t("audit.money"), anchor=False)
    stake.at_stake()
    to_counts.draw()


def _comparison(target: FrictionTarget) -> None:
    """Which hurdle gets better or worse from today to the plan."""
    rows = [
        (
            safe(t(f"fields.frictions.{_FIELDS[each.hurdle]}")),
            _height(each.before),
            _height(each.after),
            t(f"figures.{each.trend}"),
        )
        for each in comparison(session.workshop(), target)
        if each.trend is not Trend.UNKNOWN or (each.before is None) != (each.after is None)
    ]
    if rows:
        head = ("", word(MapState.AS_IS), word(MapState.TO_BE), t("figures.trend"))
        st.html(table(t("figures.trend"), head, rows))


def _height(found: Height) -> str:
    return safe(word(found)) if isinstance(found, Answer) else "–" if found is None else figure(found)


def _friction(target: FrictionTarget, state: MapState) -> None:
    held = _hurdles(target, state)
    st.markdown(f"**{word(state)}**")
    if held is None:
        key = f"count-hurdles:{target.value}:{state.value}"
        st.button(t("figures.count"), key=key, icon=":material/add:", on_click=_new_friction, args=(target, state))
        return
    place = "figures"
    fields.whole(Slot("frictions", held, "clicks", place))
    fields.whole(Slot("frictions", held, "inputs", place))
    for field in ("forced_account", "hidden_costs"):
        fields.select(Slot("frictions", held, field, place), list(Answer))
    fields.area(Slot("frictions", held, "requirements", place, placeholder=t("figures.requirements_hint")), height=104)


def _hurdles(target: FrictionTarget, state: MapState) -> Friction | None:
    return next((each for each in session.workshop().frictions if (each.target, each.state) == (target, state)), None)


def _new_friction(target: FrictionTarget, state: MapState) -> None:
    workshop = session.workshop()
    if _hurdles(target, state):
        return
    fresh, rank = workshop.id_for("frictions", target, state), next_rank(workshop.frictions)
    session.attempt(
        put(workshop, Friction(id=fresh, rank=rank, target=target, state=state))
    )  # or somebody else just did


def _estimate() -> None:
    held = next(reversed(session.workshop().estimates), None)
    if held is None:
        st.button(t("figures.estimate"), key="estimate", icon=":material/add:", on_click=_new_estimate)
        return
    left, middle, right = st.columns(3, gap="medium")
    with left:
        fields.line(Slot("estimates", held, "period", "figures"))
        fields.number(Slot("estimates", held, "order_value", "figures"))
    with middle:
        fields.number(Slot("estimates", held, "care_cost", "figures"))
        fields.whole(Slot("estimates", held, "lost_customers", "figures"))
        fields.number(
            Slot(
                "estimates",
                held,
                "win_back_factor",
                "figures",
                help=f"{t('figures.factor_help')}  \n{t('goals.articles')}",
            )
        )
    with right:
        fields.whole(Slot("estimates", held, "asked_recommendations", "figures"))
        fields.whole(Slot("estimates", held, "unasked_recommendations", "figures"))


def _new_estimate() -> None:
    workshop = session.workshop()
    if workshop.estimates:
        return
    session.attempt(put(workshop, Estimate(id=workshop.id_for("estimates"), rank=next_rank(workshop.estimates))))
