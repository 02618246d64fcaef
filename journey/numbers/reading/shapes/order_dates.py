"""Orders with a row an article: the dates beside the articles are those of the order."""

from collections.abc import Sequence

from journey.numbers.reading.columns.looks import ColumnLook
from journey.numbers.reading.columns.role_names import forms_of, name_rank
from journey.numbers.reading.columns.step_names import OBJECT, is_no_step, is_stage
from journey.numbers.reading.plan import Role

_OWN = 0.05
"""In no more of the orders may the dates of its rows differ."""


def dates_of_orders(
    columns: Sequence[ColumnLook], rows: Sequence[Sequence[str]], case: ColumnLook, activity: ColumnLook | None
) -> list[ColumnLook]:
    """The dates of rows that are the articles of an order, where every date is the order's: the same on all of its rows.
    None where the case is called nothing of the kind, where a column says what happened, or where a date is a row's own."""
    named = name_rank(Role.CASE, case) or any(OBJECT.search(form) for form in forms_of(case))
    if not named or (activity and name_rank(Role.ACTIVITY, activity) and not is_stage(activity)):
        return []
    place = {column.name: number for number, column in enumerate(columns)}
    groups: dict[str, list[Sequence[str]]] = {}
    for row in rows:
        groups.setdefault(row[place[case.name]].strip(), []).append(row)
    several = [group for value, group in groups.items() if value and len(group) > 1]
    dated = [column for column in columns if column.time and not column.clock and column is not case]
    own = [
        column
        for column in dated
        if sum(len({row[place[column.name]] for row in group} - {""}) > 1 for group in several) > _OWN * len(several)
    ]
    steps = [column for column in dated if not is_no_step(column)]
    return steps if several and not own and len(steps) > 1 else []
