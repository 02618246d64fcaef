"""What the columns of the chosen file are: guessed, shown beside the first rows, and confirmed by a person."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from ui.numbers.source import counts_file, first_looks
from ui.numbers.source.how_written import decimal_of_amounts, order_of, times_of
from ui.state import log_words, session
from ui.state.numbers_state import log_state
from ui.state.words import plain, t

if TYPE_CHECKING:
    from journey.numbers.reading import LogPlan, Preview

_EVENTS, _MILESTONES, _VISITS, _DAYS, _ORDERS = "events", "milestones", "visits", "days", "orders"
_EXPLAINS = ("takings", "times", "paid_back")
"""Hints that say how amounts are understood, and warn of nothing."""
_OF_A_LIST = ("list", "status_of_today")
"""Hints that speak of rows without a history, which orders do not have."""


def draw() -> None:
    """The guesses as choices, the first rows, and the button that starts the reading; of a file of counts what else can be
    done with it, and these below."""
    from journey.numbers.reading import Role

    preview = log_state().preview
    if preview is None:
        return
    if preview.is_counts and Role.CASE not in preview.roles:
        counts_file.draw(preview)
        with st.expander(t("counts_file.is_log"), icon=":material/table_rows:"):
            _columns(preview)
    else:
        _columns(preview)


def _columns(preview: "Preview") -> None:
    from journey.numbers.reading import Role, order_roles

    if preview.export:
        st.success(
            t("log_mapping.recognised", export=preview.export_words(session.language())), icon=":material/verified:"
        )
    hints = st.container()
    st.caption(t("log_mapping.help"))
    shape = _shape(preview)
    roles = dict(preview.roles)
    if shape == _ORDERS:
        roles, preview = order_roles(preview), replace(preview, hints=_hints_of_orders(preview), order=())
        st.info(t("log_mapping.orders_help"), icon=":material/shopping_bag:")
    elif why := preview.why_words(session.language()):
        st.caption(plain(why))
    for (key, _), hint in zip(preview.hints, preview.hint_words(session.language()), strict=True):
        (hints.info if key in _EXPLAINS else hints.warning)(plain(hint), icon=":material/info:")
    milestones: tuple[tuple[str, str], ...] = ()
    if shape == _ORDERS:
        columns = _row(preview, (Role.CASE, Role.TIME, Role.REVENUE), roles, "-orders")
        timed: tuple[str, ...] = (columns[Role.TIME],) if Role.TIME in columns else ()
        columns |= _beside(preview, timed)
    elif shape == _EVENTS:
        columns = _row(preview, (Role.CASE, Role.TIME, Role.ACTIVITY), roles)
        timed = (columns[Role.TIME],) if Role.TIME in columns else ()
        columns |= _beside(preview, timed)
    elif shape == _VISITS:
        columns = _row(preview, (Role.CASE,), roles)
        milestones, timed = preview.milestones, tuple(column for column, _ in preview.milestones[:1])
    elif shape == _DAYS:
        says_what = not preview.is_counts and Role.ACTIVITY not in roles
        columns, timed = _row(preview, (Role.CASE,) if says_what else (Role.CASE, Role.ACTIVITY), roles), ()
    else:
        columns = _row(preview, (Role.CASE,), roles)
        timed = _milestones(preview)
        milestones = tuple(
            pair
            for column in timed
            for pair in [one for one in preview.milestones if one[0] == column] or [(column, column)]
        )
    ahead = _ahead(preview, timed) if shape == _MILESTONES else False
    columns |= _row(preview, (Role.CHANNEL, Role.CAMPAIGN, Role.SEGMENT), roles)
    columns |= _row(preview, (Role.COST,) if shape == _ORDERS else (Role.REVENUE, Role.COST), roles)
    times = times_of(preview, timed)
    order = order_of(preview, columns) if shape == _EVENTS else preview.order
    decimal = decimal_of_amounts(preview, columns)
    st.html(first_looks.first_rows(preview, columns, (*timed, *dict(preview.days))))
    every_row = t("log_mapping.order_event") if shape == _ORDERS else ""
    seen = replace(preview, order=order, decimal=decimal)
    _start(seen, columns, milestones, times, every_row=every_row, ahead=ahead)


def _shape(preview: "Preview") -> str:
    """Whether a row is an event, a customer with several dates, or an order."""
    from journey.numbers.reading import is_of_orders

    if preview.days:
        return _DAYS
    several = _VISITS if preview.pairs else _MILESTONES
    dated = [column for column in preview.columns if column.time]
    if not dated and not preview.milestones:
        return _EVENTS
    offered = (_EVENTS, several, _ORDERS) if len(dated) > 1 or preview.milestones else (_EVENTS, _ORDERS)
    guess = several if preview.milestones else _ORDERS if is_of_orders(preview) else _EVENTS
    return str(
        st.segmented_control(
            t("log_mapping.shape"), offered, format_func=lambda one: t(f"log_mapping.shape_{one}"), default=guess,
            required=True, key="map-shape", wrap=True,
        )
    )  # fmt: skip


def _hints_of_orders(preview: "Preview") -> tuple[tuple[str, str], ...]:
    return tuple(hint for hint in preview.hints if hint[0] not in _OF_A_LIST)


def _row(preview: "Preview", roles: tuple[str, ...], guessed: Mapping[str, str], of: str = "") -> dict[str, str]:
    """Choices of columns side by side; `of` tells rows apart in which the same role is guessed in another way."""
    from journey.numbers.reading import Role

    names = [column.name for column in preview.columns]
    needed = (Role.CASE, Role.TIME, Role.ACTIVITY)
    found: dict[str, str] = {}
    for place, role in zip(st.columns(3), roles, strict=False):
        guess = guessed.get(role)
        chosen = place.selectbox(
            first_looks.called(preview, role, guess), names, index=names.index(guess) if guess in names else None, format_func=str,
            key=f"map-role{of}:{role}", placeholder=t("frame.choose") if role in needed else t("log_mapping.none"),
            help=t(f"log_mapping.help_{role}"),
        )  # fmt: skip
        if chosen:
            found[role] = chosen
    return found


def _beside(preview: "Preview", timed: tuple[str, ...]) -> dict[str, str]:
    """The columns of clock and zone where the time's column holds days alone."""
    from journey.numbers.reading import Role

    look = next((column for column in preview.columns if column.name in timed), None)
    if look is None or not (look.day_only or Role.CLOCK in preview.roles):
        return {}
    if not any(column.clock or column.zone for column in preview.columns):
        return {}
    others = preview.beside.get(look.name, ())
    return _row(preview, (Role.CLOCK, Role.ZONE), dict(zip((Role.CLOCK.value, Role.ZONE.value), others, strict=False)))


def _milestones(preview: "Preview") -> tuple[str, ...]:
    dated = [column.name for column in preview.columns if column.time]
    guessed = list(dict.fromkeys(column for column, _ in preview.milestones)) or dated
    options = list(dict.fromkeys([*guessed, *dated]))
    return tuple(
        st.multiselect(t("log_mapping.milestones"), options, guessed, key="map-milestones", help=t("log_mapping.milestones_help"))
    )  # fmt: skip


def _ahead(preview: "Preview", timed: tuple[str, ...]) -> bool:
    """Whether appointments count that are still to come; asked where some of the columns of dates are appointments."""
    if not set(preview.planned) & set(timed):
        return False
    return st.toggle(t("log_mapping.ahead"), key="map-ahead", help=t("log_mapping.ahead_help"))


def _start(
    preview: "Preview",
    columns: Mapping[str, str],
    milestones: tuple[tuple[str, str], ...],
    times: Mapping[str, str],
    *,
    every_row: str,
    ahead: bool,
) -> None:
    from journey.numbers.reading import Role, UnreadableLog, plan_of

    plan = None
    try:
        plan = plan_of(preview, columns, milestones, times, every_row=every_row, ahead=ahead)
    except UnreadableLog as error:
        st.info(plain(error.message(session.language())), icon=":material/info:")
    twice = len(set(columns.values())) < len(columns)
    if twice:
        st.warning(t("log_mapping.twice"), icon=":material/content_copy:")
    usable = plan is not None and Role.CASE in columns
    if plan is not None:
        st.caption(t("log_mapping.first_events"))
        st.html(first_looks.first_events_table(preview, plan))
        st.caption(log_words.told_zone(plan.zone))
    st.button(
        t("log_mapping.read"), type="primary", icon=":material/play_arrow:", key="log-read", disabled=not usable,
        on_click=_read, args=(plan,),
    )  # fmt: skip


def further_plan(preview: "Preview", plan: "LogPlan") -> "LogPlan | None":
    """How the file is read once more where its cases are orders, to see who comes back; None where it need not, or cannot."""
    from journey.numbers.reading import UnreadableLog, plan_by_customer

    try:
        return plan_by_customer(preview, plan, t("log_mapping.order_event"))
    except UnreadableLog:
        return None


def _read(plan: "LogPlan") -> None:
    from journey.numbers.reading import start_reading

    state = log_state()
    if state.file is not None and state.preview is not None:
        state.error = ""
        state.answers.clear()
        state.further = further_plan(state.preview, plan)
        state.job = start_reading(state.file, plan)
