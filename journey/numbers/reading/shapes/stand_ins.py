"""Columns that fill each other's gaps: of several addresses of a customer, or of page, event and download, each row has one."""

import re
from collections.abc import Iterable, Mapping, Sequence

from journey.lazy_re import lazy_re
from journey.numbers.reading.columns.looks import ColumnLook, values_of
from journey.numbers.reading.columns.persons import ADDRESS, is_staff
from journey.numbers.reading.columns.role_names import NO_CASE, OLD, STATUS, forms_of, name_rank, whole_names
from journey.numbers.reading.files.source import NOTHING, SqlCell
from journey.numbers.reading.plan import LogPlan, Role

_FULL, _ENOUGH, _WORTH, _AT_ONCE = 0.9, 0.8, 0.1, 0.1
"""A column with more is full; together they must hold so much; each fills so much of what is missing; so much may stand in
several of them at once without being the same."""
_FEW = 0.5
_SOMEBODY = lazy_re(
    r"\b(?:user|users|customer|client|visitor|guest|anonymous|device|session|member|contact|person|profile|lead|subscriber|kunde|kundin|"
    r"kunden\w*|gast|gast\w*|nutzer\w*|benutzer|besucher\w*|kontakt\w*|mitglied\w*|interessent\w*|sitzung\w*)\b"
)
_PLACE = lazy_re(r"(?:https?:/|www\.|/)\S*", re.IGNORECASE)
_SPACES = "E' \\t\\r\\n\u00a0'"


def stand_ins(
    columns: Sequence[ColumnLook],
    rows: Sequence[Sequence[str]],
    roles: Mapping[str, str],
    happened: Sequence[str] = (),
) -> dict[str, tuple[str, ...]]:
    """For the case and the activity, where that column has gaps, those that fill them; `happened`: the columns for the
    activity where they are known already."""
    by_name = {column.name: column for column in columns}
    found = {happened[0]: tuple(happened[1:])} if len(happened) > 1 else {}
    for role, fits in ((Role.CASE, _is_somebody_too), (Role.ACTIVITY, _happens_too)):
        first = by_name.get(roles.get(role, ""))
        if first is None or first.name in found or not 0 < first.filled < _FULL:
            continue
        taken = {roles.get(other) for other in (Role.CASE, Role.TIME, Role.ACTIVITY)}
        free = [column for column in columns if column.name not in taken and column.filled]
        others = [column for column in free if fits(first, column, columns, rows)]
        if names := _filling(first, others, columns, rows):
            found[first.name] = names
    return found


def filled_up(
    names: Sequence[str], rows: Iterable[Sequence[str]], instead: Mapping[str, tuple[str, ...]]
) -> list[tuple[str, ...]]:
    """Rows whose gaps are filled by what stands in for them."""
    places = {names.index(name): [names.index(other) for other in others] for name, others in instead.items()}
    found = []
    for row in rows:
        cells = list(row)
        for place, others in places.items():
            cells[place] = next((row[one] for one in (place, *others) if row[one].strip()), "")
        found.append(tuple(cells))
    return found


def filled_up_cells(plan: LogPlan, cells: Mapping[str, SqlCell]) -> dict[str, SqlCell]:
    """How SQL reaches the columns of a plan with what stands in for them."""
    found = dict(cells)
    for name, others in plan.instead.items():
        texts = (f"nullif(trim({_text(cells[one])}, {_SPACES}), '')" for one in (name, *others))
        found[name] = cells[name]._replace(sql=f"coalesce({', '.join(texts)})", is_text=True)
    return found


def _filling(
    first: ColumnLook, others: Sequence[ColumnLook], columns: Sequence[ColumnLook], rows: Sequence[Sequence[str]]
) -> tuple[str, ...]:
    """The names of those that fill the gaps of a column, those that fill most first; none where gaps are left."""
    place_of = {column.name: place for place, column in enumerate(columns)}
    held = [_value(row[place_of[first.name]]) for row in rows]
    taken: list[str] = []
    while others and sum(map(bool, held)) < len(held):
        gaps = len(held) - sum(map(bool, held))
        values = {one.name: [_value(row[place_of[one.name]]) for row in rows] for one in others}
        fills = {
            name: sum(bool(value) and not before for value, before in zip(each, held, strict=True))
            for name, each in values.items()
            if not _contradicts(each, held)
        }
        best = max(fills, key=lambda name: fills[name], default="")
        if not best or fills[best] < _WORTH * gaps:
            break
        held = [before or value for before, value in zip(held, values[best], strict=True)]
        others = [one for one in others if one.name != best]
        taken.append(best)
    return tuple(taken) if sum(map(bool, held)) >= _ENOUGH * len(held) else ()


def _contradicts(values: Sequence[str], held: Sequence[str]) -> bool:
    """Whether a column often says something else where something stands already."""
    both = sum(bool(value) and bool(before) and value != before for value, before in zip(values, held, strict=True))
    return both > _AT_ONCE * sum(map(bool, values))


def _is_somebody_too(
    first: ColumnLook, other: ColumnLook, columns: Sequence[ColumnLook], rows: Sequence[Sequence[str]]
) -> bool:
    """Whether two columns name customers in one way: by addresses, or by ids that are called so."""
    if other.time or other.clock or any(is_staff(form) for form in forms_of(other)):
        return False
    both = [_are_addresses(column, columns, rows) for column in (first, other)]
    if any(both):
        return all(both)
    forms = [forms_of(column) for column in (first, other)]
    return not other.people and all(
        any(_SOMEBODY.search(form) for form in each) and not any(NO_CASE.search(form) for form in each)
        for each in forms
    )


def _happens_too(
    _first: ColumnLook, other: ColumnLook, columns: Sequence[ColumnLook], rows: Sequence[Sequence[str]]
) -> bool:
    """Whether another column may say what happened: words or addresses of pages, and not what a group or a note is."""
    if other.time or other.clock or other.zone or other.people or other.number:
        return False
    forms = forms_of(other)
    if any(form in whole_names(role) for form in forms for role in ("channel", "campaign", "segment")):
        return False
    if any(OLD.search(form) or (STATUS.search(form) and not name_rank(Role.ACTIVITY, other)) for form in forms):
        return False
    values = values_of(rows, [column.name for column in columns].index(other.name))
    places = sum(_PLACE.match(value) is not None for value in values)
    return (
        name_rank(Role.ACTIVITY, other) > 0
        or places > _FEW * len(values)
        or other.distinct <= max(2, _FEW * len(values))
    )


def _are_addresses(column: ColumnLook, columns: Sequence[ColumnLook], rows: Sequence[Sequence[str]]) -> bool:
    values = values_of(rows, [one.name for one in columns].index(column.name))
    return bool(values) and all(ADDRESS.fullmatch(value) for value in values[:300])


def _value(cell: str) -> str:
    text = cell.strip()
    return "" if text in NOTHING else text


def _text(cell: SqlCell) -> str:
    return cell.sql if cell.is_text else f"CAST({cell.sql} AS VARCHAR)"
