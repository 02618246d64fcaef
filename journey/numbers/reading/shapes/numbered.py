"""Rows that hold several events side by side in numbered columns: Aktion 1, Datum 1, Aktion 2, Datum 2 …"""

import re
from collections.abc import Sequence

from journey.lazy_re import lazy_re
from journey.numbers.reading.columns.looks import ColumnLook
from journey.numbers.reading.columns.role_names import name_rank
from journey.numbers.reading.plan import Role

_NUMBERED = lazy_re(r"(.*?)[ _.-]*\(?(\d{1,3})\)?[ _.-]*(.*)", re.DOTALL)


def numbered_pairs(columns: Sequence[ColumnLook]) -> tuple[tuple[str, str], ...]:
    """The columns of times, each with the column that says what happened then, where several such pairs are told apart by a
    number alone; () for any other table. What happened is called so, and beside each number stands one time."""
    times: dict[str, dict[int, str]] = {}
    words: dict[str, dict[int, str]] = {}
    for column in columns:
        found = _NUMBERED.fullmatch(column.name)
        if found is None or column.people:
            continue
        stem = f"{found[1]} {found[3]}".strip().casefold()
        if column.time is not None or not column.filled:
            times.setdefault(stem, {})[int(found[2])] = column.name
        if column.time is None and not column.number and name_rank(Role.ACTIVITY, column) > 0:
            words.setdefault(stem, {})[int(found[2])] = column.name
    for said in words.values():
        for dated in times.values():
            both = sorted(set(said) & set(dated))
            if len(both) > 1 and dated is not said and len(both) == len(said):
                return tuple((dated[number], said[number]) for number in both)
    return ()
