"""Which column is what: guessed from what stands in the columns, and from German and English names (roles.toml).

Evidence goes before names: a column that differs on every row is no case where another repeats, an empty id loses to a full
one, a time that is the same in all rows of a case is not the event's, and people are never what happened."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from journey.lazy_re import lazy_re
from journey.numbers.reading.columns.looks import ColumnLook
from journey.numbers.reading.columns.role_evidence import NEVER, RoleEvidence
from journey.numbers.reading.columns.role_names import column_named, forms_of
from journey.numbers.reading.plan import Role

_ORDER = lazy_re(
    r"order|sorting|sort(?:ierung)?|sort (?:key|order)|reihenfolge|(?:event |ereignis |batch |step |schritt )?(?:seq|sequence|sequenz|index)(?: (?:id|no|nr|number|nummer))?|"
    r"(?:step|schritt|hit|event|ereignis)[ -]?(?:nr|no|nummer|number)|seq ?(?:nr|no)|nr|no|nummer|number|step|schritt|"
    r"batch (?:page id|ordering id|event index)|event bundle sequence id|lfd ?nr|laufende nummer|zeilen(?:nr|nummer)|row (?:number|no|id)|(?:event|ereignis) (?:order|no|nr|number|nummer)"
)


class RoleGuess(NamedTuple):
    """The roles, and why: for case, time and activity a text's key below log_reading.why."""

    roles: Mapping[str, str]
    why: Mapping[str, str]


def guessed_roles(columns: Sequence[ColumnLook], rows: Sequence[Sequence[str]] = ()) -> dict[str, str]:
    """Role -> column name, from a look at the columns and, where they are given, the rows that it was made from."""
    return dict(guessed(columns, rows).roles)


def guessed(columns: Sequence[ColumnLook], rows: Sequence[Sequence[str]] = (), case: str = "") -> RoleGuess:
    """The roles with the reasons for them; `case`: the column that a person named for it."""
    found: dict[str, str] = {}
    why: dict[str, str] = {}
    evidence = RoleEvidence(columns, rows)
    for role, score in ((Role.CASE, evidence.case), (Role.TIME, evidence.time), (Role.ACTIVITY, evidence.activity)):
        named = [column for column in columns if column.name == case and role is Role.CASE]
        free = named or [column for column in columns if column.name not in (*found.values(), case)]
        worth, best = max(
            ((score(column), -place, column) for place, column in enumerate(free)), default=(NEVER, 0, None)
        )[::2]
        if best is not None and (named or worth > (-100 if role is Role.ACTIVITY else NEVER / 2)):
            found[role] = best.name
            why[role.value] = evidence.reason(role, best)
            if role is Role.CASE:
                evidence.group_by(best)
    return RoleGuess(with_named(found, columns), why)


def with_named(roles: Mapping[str, str], columns: Sequence[ColumnLook]) -> dict[str, str]:
    """The roles, and those that free columns have by their names: channel, campaign, segment, cost and revenue."""
    found = dict(roles)
    for exact in (True, False):
        for role in Role:
            if role not in found and (column := column_named(role, columns, found, exact)):
                found[role.value] = column
    return {role.value: found[role] for role in Role if role in found}


def order_columns(columns: Sequence[ColumnLook], roles: Mapping[str, str]) -> tuple[str, ...]:
    """Columns made to say what came first at one time: sequence numbers and the like, full and with numbers in them."""
    return tuple(
        column.name
        for column in columns
        if column.number
        and column.time is None
        and column.filled > 0.9
        and column.name not in roles.values()
        and any(_ORDER.fullmatch(form) for form in forms_of(column))
    )
