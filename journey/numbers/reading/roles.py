"""Which column is what: guessed from German and English names (roles.toml) and from what stands in the columns."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from journey.numbers.reading.columns import ColumnLook
from journey.numbers.reading.names import normal, parted
from journey.numbers.reading.plan import AMOUNTS, Role

_FEW = 200
"""So many different values may a channel, campaign or segment have in a sample."""


def guessed_roles(columns: Sequence[ColumnLook]) -> dict[str, str]:
    """Role -> column name. A whole name counts before a word in it; what stands in the column must fit the role. Without
    any fitting name the first column with times is the time, and of the others the one that repeats itself most is the
    activity and the fullest one with most values the case."""
    found: dict[str, str] = {}
    for exact in (True, False):
        for role in Role:
            if role not in found and (column := _named(role, columns, found, exact)):
                found[role] = column
    _without_names(columns, found)
    return {role.value: found[role] for role in Role if role in found}


def _named(role: Role, columns: Sequence[ColumnLook], taken: Mapping[str, str], exact: bool) -> str | None:
    words = _words().get(role.value, {})
    free = [column for column in columns if column.name not in taken.values() and _fits(role, column)]
    if exact:
        ranks = {name: rank for rank, name in enumerate(words.get("names", []))}
        scored = [(min(ranks.get(form, 999) for form in _forms(column)), column.name) for column in free]
        best = min(scored, default=(999, ""))
        return best[1] if best[0] < 999 else None
    for word in words.get("words", []):
        for column in free:
            if any(f" {word} " in f" {form} " for form in _forms(column)):
                return column.name
    return None


def _fits(role: Role, column: ColumnLook) -> bool:
    """Whether a column's values can be this role's; an empty column can be anything."""
    if not column.filled:
        return True
    if role is Role.TIME:
        return column.time is not None
    if role in AMOUNTS:
        return column.number and (column.time is None or not column.ambiguous)
    if role is Role.CASE:
        return column.time is None or column.number
    if role is Role.ACTIVITY:
        return column.time is None and not column.number
    return column.time is None and column.distinct <= _FEW


def _without_names(columns: Sequence[ColumnLook], found: dict[str, str]) -> None:
    free = [column for column in columns if column.name not in found.values() and column.filled > 0.5]
    if Role.TIME not in found and (times := [column for column in free if column.time]):
        found[Role.TIME] = times[0].name
        free.remove(times[0])
    texts = [column for column in free if not column.time and not column.number]
    if Role.ACTIVITY not in found and texts:
        least = min(texts, key=lambda column: (column.distinct < 2, column.distinct))
        found[Role.ACTIVITY] = least.name
        free.remove(least)
    ids = [column for column in free if not column.time]
    if Role.CASE not in found and ids:
        found[Role.CASE] = max(ids, key=lambda column: (column.filled, column.distinct)).name


def _forms(column: ColumnLook) -> set[str]:
    return {normal(column.name), parted(column.name)}


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("roles.toml").read_text("utf-8"))
