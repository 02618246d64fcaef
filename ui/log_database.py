"""A log that stays in the database which the operator named: its columns are said here, only figures come back."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import streamlit as st

from ui import lines, log_desk, session
from ui.words import plain, t

if TYPE_CHECKING:
    from journey.numbers import Funnel
    from journey.numbers.log.question import Question
    from journey.numbers.warehouse.events import EventColumns, WarehouseCounts

DATABASE = "JOURNEY_WAREHOUSE"
"""The environment variable with the URL of the operator's database, which everybody on this server may count in."""


@dataclass(frozen=True, eq=False)
class StoredLog:
    """A table in the database, what its columns are, its activities, and the column to split by."""

    name: str
    table: Any
    columns: "EventColumns"
    counts: "WarehouseCounts"
    by: str = ""

    def funnel(self, question: "Question") -> "Funnel":
        """The funnel, worked out in the database."""
        from journey.numbers.warehouse.funnel import warehouse_funnel

        return warehouse_funnel(self._seen(), log_desk.phase_names(), question)

    def funnels(self, question: "Question") -> "Mapping[str, Funnel]":
        """The funnel of each value of the column to split by."""
        from journey.numbers.warehouse.funnel import warehouse_funnels

        return warehouse_funnels(self._seen(), log_desk.phase_names(), question, self.by)

    def in_doubt(self, question: "Question") -> int:
        """How many cases hang on an order inside an instant that the table does not give."""
        from journey.numbers.warehouse.doubt import warehouse_cases_in_doubt

        return warehouse_cases_in_doubt(self._seen(), question)

    def _seen(self) -> Any:
        from journey.numbers.warehouse.funnel import WarehouseLog

        phases = tuple(phase.id for phase in log_desk.seen_phases())
        return WarehouseLog(self.table, self.columns, phases, log_desk.matching().phase_of)


def offered() -> bool:
    """Whether the operator named a database."""
    return bool(os.environ.get(DATABASE))


def draw() -> None:
    """Name a table, say what its columns are, and let the database count."""
    with st.expander(t("log_database.heading"), icon=":material/database:"):
        st.caption(t("log_database.help"))
        name = lines.entry(st.text_input, t("log_database.table"), "database-table", placeholder="shop.events").strip()
        if name:
            _columns(name)


def _columns(name: str) -> None:
    from journey.numbers.reading import Role
    from journey.numbers.warehouse.errors import WarehouseError

    try:
        table = _table(name)
    except WarehouseError as error:
        st.error(plain(error.message(session.language())), icon=":material/error:")
        return
    from journey.numbers.warehouse.columns import found_order, guessed_columns

    guesses, names = guessed_columns(table), list(table.columns)
    chosen: dict[str, str | None] = {}
    roles = (Role.CASE, Role.TIME, Role.ACTIVITY, Role.REVENUE, Role.COST, Role.SEGMENT)
    places = [place for _ in range(0, len(roles), 2) for place in st.columns(2)]
    for place, role in zip(places, roles, strict=True):
        guess = guesses.get(role)
        chosen[role] = place.selectbox(
            role.words(session.language()), names, index=names.index(guess) if guess in names else None, format_func=str,
            key=f"database-{role}:{name}", placeholder=t("log_mapping.none"),
        )  # fmt: skip
    order = st.multiselect(
        t("log_database.order"), names, list(found_order(table, guesses)), format_func=str, key=f"database-order:{name}",
        help=t("log_database.order_help"), placeholder=t("log_mapping.none"),
    )  # fmt: skip
    case, time, activity = (chosen[role] for role in (Role.CASE, Role.TIME, Role.ACTIVITY))
    if st.button(
        t("log_database.count"), key="database-count", type="primary", disabled=not (case and time and activity)
    ):
        from journey.numbers.warehouse.events import EventColumns, warehouse_counts

        amounts = (chosen[Role.REVENUE], chosen[Role.COST])
        columns = EventColumns(case or "", time or "", activity or "", *amounts, tuple(order))
        try:
            with st.spinner(t("log_database.counting")):
                counts = warehouse_counts(table, columns)
        except WarehouseError as error:
            st.error(plain(error.message(session.language())), icon=":material/error:")
            return
        log_desk.forget()
        log_desk.desk().stored = StoredLog(name, table, columns, counts, chosen[Role.SEGMENT] or "")
        st.rerun()


@dataclass
class _Tables:
    by_name: dict[str, Any] = field(default_factory=dict)


def _table(name: str) -> Any:
    """The table; one connection a tab and name."""
    from journey.numbers.warehouse.connection import connect, table

    known = session.of_tab(_Tables).by_name
    if name not in known:
        known[name] = table(connect(os.environ[DATABASE]), name)
    return known[name]
