"""What a recognised export says of a file, and whether the file's columns bear it out: evidence goes before names."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from journey.numbers.reading.columns.looks import ColumnLook
from journey.numbers.reading.plan import Role

_AS_FULL = 0.9
"""A column is passed over for one behind it where it is less full than this share of the fullest."""


@dataclass(frozen=True)
class Export:
    """A recognised export: its id, and what its columns are. See LogPlan for milestones, pairs, given, order and paid_back. `is_list`:
    it says where everything stands today, and nothing of how it came there."""

    id: str
    roles: Mapping[str, str]
    milestones: tuple[tuple[str, str], ...] = ()
    pairs: tuple[tuple[str, ...], ...] = ()
    given: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    is_list: bool = False
    paid_back: tuple[str, ...] = ()


def fullest(columns: Iterable[ColumnLook]) -> str:
    """The name of the first of several columns that is about as full as the fullest: an id that half of the rows lack does
    not say whose event a row is."""
    several = list(columns)
    most = max(column.filled for column in several)
    return next(column.name for column in several if column.filled >= _AS_FULL * most)


def borne_out(export: Export, columns: Sequence[ColumnLook], rows: Sequence[Sequence[str]]) -> Export | None:
    """The export without what its columns do not hold; None where nothing is left that happened. A time must be one, people
    and amounts never happened, and rows are only chosen by a column where that chooses some."""
    looks = {column.name: column for column in columns}
    time, activity = (looks.get(export.roles.get(role, "")) for role in (Role.TIME, Role.ACTIVITY))
    if time is not None and not _may_be_time(time):
        return None
    if activity is not None and not _may_happen(activity):
        return None
    milestones = tuple(pair for pair in export.milestones if _may_be_time(looks[pair[0]]))
    pairs = tuple(pair for pair in export.pairs if _may_be_time(looks[pair[0]]))
    if (export.milestones or export.pairs) and not any(looks[pair[0]].filled for pair in (*milestones, *pairs)):
        return None
    return replace(export, milestones=milestones, pairs=pairs, given=_given(export, columns, rows))


def _may_be_time(column: ColumnLook) -> bool:
    return not column.filled or column.time is not None or column.if_named is not None


def _may_happen(column: ColumnLook) -> bool:
    is_amount = column.number and not column.whole
    return not (column.time or column.clock or column.people or is_amount)


def _given(
    export: Export, columns: Sequence[ColumnLook], rows: Sequence[Sequence[str]]
) -> Mapping[str, tuple[str, str]]:
    if "" not in export.given or not rows:
        return export.given
    name, pattern = export.given[""]
    place = next(place for place, column in enumerate(columns) if column.name == name)
    if any(re.search(pattern, row[place].strip().lower()) for row in rows):
        return export.given
    return {activity: condition for activity, condition in export.given.items() if activity}
