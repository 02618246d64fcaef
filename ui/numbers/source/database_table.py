"""A log that stays in the database which the operator named: its columns are said here, only figures come back."""

import os
from typing import TYPE_CHECKING, Any

import streamlit as st

from ui.kit import lines
from ui.state import event_log, numbers_state, session
from ui.state.words import plain, t

if TYPE_CHECKING:
    from journey.numbers.log_source import LogSource
    from journey.numbers.reading_again import ReadChoices

DATABASE = "JOURNEY_WAREHOUSE"
"""The environment variable with the URL of the operator's database, which everybody on this server may count in."""


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
        t("log_mapping.order"), names, list(found_order(table, guesses)), format_func=str, key=f"database-order:{name}",
        help=t("log_mapping.order_help"), placeholder=t("log_mapping.none"),
    )  # fmt: skip
    case, time, activity = (chosen[role] for role in (Role.CASE, Role.TIME, Role.ACTIVITY))
    if st.button(
        t("log_database.count"), key="database-count", type="primary", disabled=not (case and time and activity)
    ):
        from journey.numbers.warehouse.events import EventColumns
        from journey.numbers.warehouse.stored_log import stored_log

        segment = chosen[Role.SEGMENT]
        amounts = (chosen[Role.REVENUE], chosen[Role.COST])
        columns = EventColumns(case or "", time or "", activity or "", *amounts, tuple(order))
        try:
            with st.spinner(t("log_database.counting")):
                counted = stored_log(table, columns, (segment,) if segment else ())
        except WarehouseError as error:
            st.error(plain(error.message(session.language())), icon=":material/error:")
            return
        event_log.use_table(name, counted)
        st.rerun()


def ask_again(name: str, choices: "ReadChoices") -> bool:
    """Count in a table as it was counted before; whether that went well. What does not, is said."""
    from journey.numbers.reading import Role
    from journey.numbers.warehouse.columns import event_columns
    from journey.numbers.warehouse.errors import WarehouseError
    from journey.numbers.warehouse.stored_log import stored_log

    try:
        table = _table(name)
        missing = choices.missing(tuple(table.columns))
        if missing or not {Role.CASE, Role.TIME, Role.ACTIVITY} <= set(choices.columns):
            st.error(t("known_logs.lacks", name=plain(name), missing=", ".join(map(plain, missing)) or "–"))
            return False
        with st.spinner(t("log_database.counting")):
            counted = stored_log(table, *event_columns(choices.columns, choices.order))
    except WarehouseError as error:
        st.error(plain(error.message(session.language())), icon=":material/error:")
        return False
    event_log.use_table(name, counted)
    return True


def choices(source: "LogSource") -> "ReadChoices | None":
    """What was decided of a log in a database; None for one that was read."""
    from journey.numbers.reading import Role
    from journey.numbers.reading_again import ReadChoices

    if source.coded is not None:
        return None
    from journey.numbers.warehouse.stored_log import StoredLog

    if not isinstance(source, StoredLog):
        return None
    held = source.columns
    roles = {
        Role.CASE: held.case,
        Role.TIME: held.time,
        Role.ACTIVITY: held.activity,
        Role.REVENUE: held.revenue,
        Role.COST: held.cost,
    }
    roles |= dict(zip((Role.SEGMENT,), source.attributes, strict=False))
    return ReadChoices({role.value: name for role, name in roles.items() if name}, order=held.order)


def _table(name: str) -> Any:
    """The table; one connection a tab and name."""
    from journey.numbers.warehouse.connection import connect, table

    opened = numbers_state.tables()
    if name not in opened:
        opened[name] = table(connect(os.environ[DATABASE]), name)
    return opened[name]
