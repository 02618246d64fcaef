"""The controls with which a person asks the log for a funnel: order, entry, window, and what it is split by."""

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import streamlit as st

from journey.numbers.log_source import BY_MONTH
from ui.state import event_log, session
from ui.state.numbers_state import log_state
from ui.state.words import apart, t

if TYPE_CHECKING:
    from journey.numbers.log.funnel_query import FunnelQuery

ROLES = ("channel", "campaign", "segment")


@dataclass(frozen=True)
class SplitQuery:
    """A question, and the attribute that its answer is split by ("" for none)."""

    query: "FunnelQuery"
    by: str


def draw() -> SplitQuery:
    """The controls in one row, the rare ones behind a button."""
    from journey.numbers.log.funnel_query import FunnelQuery, Order, WindowStart

    with st.container(horizontal=True, vertical_alignment="bottom", key="funnel-question"):
        order = st.segmented_control(
            t("log_funnel.order"), list(Order), format_func=lambda one: t(f"log_funnel.order_{one.value}"), default=Order.ORDERED,
            required=True, key="log-order", persist_state="session", width="content", help=t("log_funnel.order_help"),
        )  # fmt: skip
        days = st.number_input(
            t("log_funnel.window"), min_value=0.01, max_value=3650.0, value=None, step=1.0, placeholder=t("log_funnel.no_window"),
            key="log-window", persist_state="session", width=170, help=t("log_funnel.window_help"), format="%g",
        )  # fmt: skip
        by = _by()
        with st.popover(t("log_funnel.more"), icon=":material/tune:", key="log-more"):
            entry = st.toggle(
                t("log_funnel.open"), key="log-open", persist_state="session", help=t("log_funnel.open_help")
            )
            start = st.radio(
                t("log_funnel.window_start"), list(WindowStart), key="log-window-start", persist_state="session",
                format_func=lambda one: t(f"log_funnel.window_start_{one.value}"),
            )  # fmt: skip
            again = st.toggle(
                t("log_funnel.reentry"), key="log-reentry", persist_state="session", help=t("log_funnel.reentry_help")
            )
            optional = _optional()
    window = timedelta(days=days) if days else None
    query = FunnelQuery(order or Order.ORDERED, entry, window, start or WindowStart.ENTRY, again, optional)
    log_state().query = query
    return SplitQuery(query, by)


def _by() -> str:
    source = event_log.source()
    chosen = st.selectbox(
        t("log_funnel.by"), source.attributes if source else (), index=None, format_func=attribute, key="log-by", persist_state="session",
        placeholder=t("log_funnel.by_nothing"), width=230,
    )  # fmt: skip
    return str(chosen or "")


def attribute(name: str) -> str:
    """What an attribute of a log is called."""
    return t(f"log_funnel.by_{name}") if name in (*ROLES, BY_MONTH) else name


def _optional() -> frozenset[int]:
    """The places among the seen phases of those that may be skipped."""
    seen = event_log.seen_phases()
    names = apart({phase.id: phase.name for phase in seen[1:-1]})
    chosen = st.multiselect(
        t("log_funnel.optional"), list(names), format_func=names.__getitem__, key=f"log-optional:{session.model().id}",
        persist_state="session", help=t("log_funnel.optional_help"), placeholder=t("log_funnel.optional_none"),
    )  # fmt: skip
    return frozenset(place for place, phase in enumerate(seen) if phase.id in chosen)
