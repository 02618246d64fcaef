"""Exports of orders: a row an order, or an article of one, and no column that says what happened. The order itself did."""

import re
from collections.abc import Mapping
from dataclasses import replace

from journey.lazy_re import lazy_re
from journey.numbers.reading.columns.amounts import names_articles
from journey.numbers.reading.columns.looks import ColumnLook
from journey.numbers.reading.columns.role_names import forms_of
from journey.numbers.reading.looking.suggestion import Preview, plan_of
from journey.numbers.reading.plan import LogPlan, Role

_CUSTOMER = lazy_re(
    r"\b(?:kunde|kundin|kunden\w*|käufer\w*|besteller\w*|debitor\w*|customer\w*|client\w*|buyer\w*|user\w*|"
    r"e ?mail(?: address| adresse)?)\b"
)
_BETTER = lazy_re(r"\b(?:id|nr|no|nummer|number|kundennummer|kundennr|kundenid|customerid|e ?mail)\b")
_ORDER = lazy_re(
    r"\b(?:order|orders|bestell\w*|auftrag\w*|rechnung\w*|invoice\w*|beleg\w*|bon|bons|purchase\w*|kauf\w*|verkauf\w*|sale|sales)\b"
)
_ARTICLE_OR_STATUS = lazy_re(
    r"\b(?:item\w*|line ?item\w*|artikel\w*|\w*bezeichnung|article\w*|product\w*|produkt\w*|sku|position\w*|variant\w*|\w*status|state|"
    r"zustand|zahlart|zahlungsart|zahlungsweise|payment\w*|versandart|shipping\w*)\b"
)
_OF_A_CUSTOMER = frozenset(("order", "invoice", "payment"))
_FULL = 0.5
"""A column of customers is filled in so many rows: guests have none."""


def order_roles(preview: Preview) -> dict[str, str]:
    """The roles with the customer as the case, where a column names one; what happened is the order."""
    roles = {role: name for role, name in preview.roles.items() if role != Role.ACTIVITY}
    if customer := _customer(preview):
        roles[Role.CASE.value] = customer
    if Role.TIME not in roles and (time := _time(preview, roles)):
        roles[Role.TIME.value] = time
    return roles


def plan_by_customer(preview: Preview, plan: LogPlan, every_row: str) -> LogPlan | None:
    """How a file whose cases are orders, invoices or payments is read once more as those of customers, where a column names
    them; None for any other plan. `every_row`: what a row is called then."""
    roles = order_roles(preview)
    if (
        plan.whose not in _OF_A_CUSTOMER
        or roles.get(Role.CASE) in (None, plan.columns[Role.CASE])
        or Role.TIME not in roles
    ):
        return None
    kept = {role: name for role, name in roles.items() if role in (Role.CASE, Role.TIME, Role.CLOCK, Role.ZONE)}
    amount = {str(Role.REVENUE): plan.columns[Role.REVENUE]} if Role.REVENUE in plan.columns else {}
    seen = replace(preview, order=(), decimal=plan.decimal)
    return plan_of(seen, {**kept, **amount}, times=plan.times, every_row=every_row)


def is_of_orders(preview: Preview) -> bool:
    """Whether rows are best read as orders: customers and times are there, and nothing says what happened, or only what
    was ordered, by what kind of customer, and how far the order is; a history of their states is none."""
    if preview.is_counts or preview.milestones or not {Role.CASE, Role.TIME} <= set(order_roles(preview)):
        return False
    activity = next((look for look in preview.columns if look.name == preview.roles.get(Role.ACTIVITY)), None)
    if activity is None:
        return _names_orders(preview) or Role.REVENUE in preview.roles
    of_an_order = any(_says(pattern, activity) for pattern in (_ARTICLE_OR_STATUS, _ORDER, _CUSTOMER))
    return _names_orders(preview) and _customer(preview) != "" and of_an_order and not _is_history(preview)


def lists_articles(preview: Preview) -> bool:
    """Whether what was taken for what happened are the articles of orders, which follow each other in no course."""
    return names_articles(preview.roles.get(Role.ACTIVITY, "")) and not preview.days and _names_orders(preview)


def _names_orders(preview: Preview) -> bool:
    return any(_says(_ORDER, look) for look in preview.columns)


def _is_history(preview: Preview) -> bool:
    """Whether the case is an order, and its rows have times and states of their own."""
    names = [look.name for look in preview.columns]
    if Role.TIME not in preview.roles or not any(
        _says(_ORDER, look) for look in preview.columns if look.name == preview.roles.get(Role.CASE)
    ):
        return False
    case, time, status = (names.index(preview.roles[role]) for role in (Role.CASE, Role.TIME, Role.ACTIVITY))
    rows: dict[str, list[tuple[str, str]]] = {}
    for row in preview.rows:
        rows.setdefault(row[case], []).append((row[time], row[status]))
    several = [each for each in rows.values() if len(each) > 1]
    own = [len({when for when, _ in each}) > 1 and len({what for _, what in each}) > 1 for each in several]
    return bool(several) and sum(own) > len(several) / 2


def _customer(preview: Preview) -> str:
    named = [
        look
        for look in preview.columns
        if _says(_CUSTOMER, look) and not _says(_ORDER, look) and look.filled >= _FULL and not (look.time or look.clock)
    ]
    return max(named, key=lambda look: (_says(_BETTER, look), look.repeats)).name if named else ""


def _time(preview: Preview, taken: Mapping[str, str]) -> str:
    dated = [look for look in preview.columns if look.time and look.name not in taken.values()]
    return max(dated, key=lambda look: look.filled).name if dated else ""


def _says(pattern: re.Pattern[str], look: ColumnLook) -> bool:
    return any(pattern.search(form) for form in forms_of(look))
