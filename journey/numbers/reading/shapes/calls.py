"""Lists of telephone calls: who calls and who is called stand in two columns, and whose the call is depends on where it goes.
The customer is the number from outside; extensions are a few digits."""

from collections.abc import Mapping, Sequence

from journey.lazy_re import lazy_re
from journey.numbers.reading.columns.looks import ColumnLook, values_of
from journey.numbers.reading.columns.role_names import forms_of
from journey.numbers.reading.files.source import SqlCell
from journey.numbers.reading.plan import LogPlan, Role

_PAIRS = (
    ("src", "dst"), ("source", "destination"), ("source", "target"), ("from", "to"), ("from number", "to number"), ("caller", "callee"),
    ("caller", "called"), ("calling number", "called number"), ("calling party", "called party"), ("caller number", "callee number"),
    ("caller number", "destination number"), ("caller id number", "destination number"), ("anrufer", "angerufener"), ("anrufer", "angerufen"), ("anrufer", "ziel"), ("quelle", "ziel"),
    ("rufnummer a", "rufnummer b"), ("a nummer", "b nummer"), ("von", "an"), ("von", "nach"), ("von nummer", "an nummer"),
)  # fmt: skip
_EXTENSION, _OUTSIDE = lazy_re(r"\d{1,5}"), lazy_re(r"\+?[\d ()/.-]{6,24}")
_FEWEST, _MOST = 2, 0.9
"""So many calls of each direction tell a list of both; so many of the cells are numbers."""


def sides_of(
    columns: Sequence[ColumnLook], rows: Sequence[Sequence[str]], roles: Mapping[str, str]
) -> tuple[str, str] | tuple[()]:
    """The columns of callers and called of a list in which calls come in and go out; () for any other table, and where another
    column names cases that come again."""
    case = next((column for column in columns if column.name == roles.get(Role.CASE)), None)
    by_form = {form: place for place, column in reversed(list(enumerate(columns))) for form in forms_of(column)}
    for pair in _PAIRS:
        if all(name in by_form for name in pair):
            one, other = (by_form[name] for name in pair)
            both = (columns[one].name, columns[other].name)
            if case is not None and case.repeats and case.name not in both:
                continue
            if one != other and _both_ways(rows, (one, other)):
                return both
    return ()


def outside_cells(plan: LogPlan, cells: Mapping[str, SqlCell]) -> dict[str, SqlCell]:
    """How SQL reaches the columns of a plan, the callers' being the number from outside; NULL where both are extensions."""
    found = dict(cells)
    if plan.sides:
        caller, called = (
            cells[name].sql if cells[name].is_text else f"CAST({cells[name].sql} AS VARCHAR)" for name in plan.sides
        )
        inside = [f"regexp_full_match(trim({side}), '{_EXTENSION.pattern}')" for side in (caller, called)]
        found[plan.sides[0]] = cells[plan.sides[0]]._replace(
            sql=f"CASE WHEN NOT {inside[0]} THEN {caller} WHEN NOT {inside[1]} THEN {called} END",
            is_text=True,
        )
    return found


def _both_ways(rows: Sequence[Sequence[str]], places: tuple[int, int]) -> bool:
    calls = [(row[places[0]].strip(), row[places[1]].strip()) for row in rows]
    comes = sum(bool(_OUTSIDE.fullmatch(caller) and _EXTENSION.fullmatch(called)) for caller, called in calls)
    goes = sum(bool(_EXTENSION.fullmatch(caller) and _OUTSIDE.fullmatch(called)) for caller, called in calls)
    numbers = [value for place in places for value in values_of(rows, place)]
    known = sum(bool(_EXTENSION.fullmatch(one) or _OUTSIDE.fullmatch(one)) for one in numbers)
    return comes >= 1 and goes >= 1 and comes + goes >= _FEWEST and known >= _MOST * len(numbers)
