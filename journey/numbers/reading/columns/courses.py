"""Ids that are called like anything (OWNER_ID, ENTITY_ID, parent): what passes through a course of steps is a case, and who
works on many of them is not."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from journey.lazy_re import lazy_re
from journey.numbers.reading.columns.looks import ColumnLook
from journey.numbers.reading.columns.role_names import NEW, STATUS, forms_of, name_rank
from journey.numbers.reading.columns.step_names import OBJECT, STAGE
from journey.numbers.reading.plan import Role

_ANYTHING = lazy_re(
    r"(?:crm )?(?:owner|entity|object|parent|element|item|record|subject|reference|referenced|related|source|inhaber|besitzer|objekt|entität|"
    r"datensatz|bezug|element|eltern|vorgänger)(?: (?:id|key|nr|no|number|nummer|ref))?|(?:what|who|rel|ref|parent|item|owner|entity|object)id"
)
_ID = lazy_re(r"(?=\S*\d)\S{1,80}")
_MOST_STEPS, _FEWEST_CASES = 50, 3
_FEWEST_STEPS, _SOME, _JUDGED = 2, 0.3, 300
_ONCE, _BEGIN_ALIKE = 0.8, 0.6
"""So many steps come once in a case, and so many cases begin with the same one."""


def passes_steps(column: ColumnLook, columns: Sequence[ColumnLook], rows: Sequence[Sequence[str]]) -> bool:
    """Whether a column with a name that says little holds cases: ids that come again, of which most have no step twice and
    most begin with the same one. Rows count in the order of the first column of times."""
    if not (column.repeats and column.filled > 0.9 and any(_ANYTHING.fullmatch(form) for form in forms_of(column))):
        return False
    place = {each.name: number for number, each in enumerate(columns)}
    at = place[column.name]
    ids = {row[at].strip() for row in rows}
    if len(ids) < _FEWEST_CASES or not all(_ID.fullmatch(one) for one in ids if one):
        return False
    times = [place[each.name] for each in columns if each.time and each.filled > 0.9]
    ordered = sorted(rows, key=lambda row: row[times[0]]) if times else list(rows)
    return any(
        _is_course([(row[at], row[place[step.name]]) for row in ordered]) for step in columns if _are_steps(step)
    )


def of_the_object(columns: Sequence[ColumnLook], rows: Sequence[Sequence[str]], roles: Mapping[str, str]) -> str:
    """The column of orders, tickets or deals whose status a history tells, where customers were taken for the case, of whom
    some have several; "" for any other table."""
    by_name = {column.name: place for place, column in enumerate(columns)}
    case, time, status = (by_name.get(roles.get(role, ""), -1) for role in (Role.CASE, Role.TIME, Role.ACTIVITY))
    if min(case, time, status) < 0 or not _is_called(STAGE, columns[status]) or _is_called(OBJECT, columns[case]):
        return ""
    ordered = sorted(rows, key=lambda row: row[time])
    if _is_course([(row[case], row[status]) for row in ordered]):
        return ""
    for place, column in enumerate(columns):
        plain = column.repeats and column.filled > 0.9 and not (column.time or column.people)
        named = place not in (case, status) and plain and _is_called(OBJECT, column)
        if named and column.distinct >= _FEWEST_CASES and _pass(ordered, place, time, status):
            return column.name
    return ""


def left_states(
    columns: Sequence[ColumnLook], rows: Sequence[Sequence[str]], groups: Sequence[Sequence[int]]
) -> frozenset[str]:
    """The columns of states that were left, whatever they are called: in the rows of a case (`groups`, places of rows) each
    says what another column beside it said in the row before."""
    states = [place for place, column in enumerate(columns) if _may_be_state(column)]
    steps = [(group[at], group[at + 1]) for group in groups for at in range(len(group) - 1)][:_JUDGED]
    found = set()
    for old in states:
        for new in states:
            fits = sum(rows[after][old] == rows[before][new] != "" for before, after in steps)
            moved = sum(rows[after][old] != rows[after][new] for _, after in steps)
            if old != new and len(steps) >= _FEWEST_STEPS and min(fits, moved) >= _ONCE * len(steps):
                found.add(columns[old].name)
    return frozenset(found)


def _may_be_state(column: ColumnLook) -> bool:
    plain = not (column.time or column.number or column.people or column.clock or column.zone)
    named = name_rank(Role.ACTIVITY, column) > 0 or _is_called(STATUS, column) or _is_called(NEW, column)
    return plain and named and column.repeats and 1 < column.distinct <= _MOST_STEPS and column.filled > _SOME


def _pass(ordered: Sequence[Sequence[str]], place: int, time: int, status: int) -> bool:
    """Whether the objects of a column pass through states, at times of their own in most objects with several rows."""
    times: dict[str, list[str]] = {}
    for row in ordered:
        times.setdefault(row[place], []).append(row[time])
    several = [each for each in times.values() if len(each) > 1]
    own = sum(len(set(each)) > 1 for each in several)
    return own > len(several) / 2 and _is_course([(row[place], row[status]) for row in ordered])


def _is_called(words: re.Pattern[str], column: ColumnLook) -> bool:
    return any(words.search(form) for form in forms_of(column))


def _are_steps(column: ColumnLook) -> bool:
    named = name_rank(Role.ACTIVITY, column) > 0 or any(STATUS.search(form) for form in forms_of(column))
    plain = not (column.time or column.number or column.people or column.clock or column.zone)
    return named and plain and column.repeats and 1 < column.distinct <= _MOST_STEPS and column.filled > 0.9


def _is_course(events: Sequence[tuple[str, str]]) -> bool:
    """Whether cases pass through steps, from pairs of both in order."""
    first: dict[str, str] = {}
    for case, step in events:
        first.setdefault(case, step)
    begun = Counter(first.values()).most_common(1)[0][1]
    return len(set(events)) >= _ONCE * len(events) and begun >= _BEGIN_ALIKE * len(first)
