"""What a row is: an event, or a case with a column for each date. Dates that are only expected, that repeat another one or
say when something was last touched are no steps; a closing date is one where the stage says that it is closed."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from journey.lazy_re import lazy_re
from journey.numbers.reading.columns.looks import ColumnLook
from journey.numbers.reading.columns.name_signs import names_staff
from journey.numbers.reading.columns.role_names import OLD, forms_of, name_rank
from journey.numbers.reading.columns.step_names import (
    OBJECT,
    STAGE,
    is_creation,
    is_no_step,
    is_stage,
    names_answers,
    plainly_named,
    says_nothing,
)
from journey.numbers.reading.names import normal, parted
from journey.numbers.reading.plan import Role
from journey.numbers.reading.shapes.closings import Shape, is_closing, planned_closing, with_closings
from journey.numbers.reading.shapes.order_dates import dates_of_orders

_ROW_ID = lazy_re(
    r"\b(?:order|bestell\w*|auftrag\w*|ticket\w*|deal|opportunity|rechnung\w*|invoice|case|fall|vorgang\w*|angebot\w*|id|nr|nummer|number)\b"
)
_FIELD = lazy_re(
    r"(?:changed |geändertes )?(?:field|feld|attribute|attribut|property|eigenschaft|merkmal|spalte|column)(?: name| event)?|(?:field|feld|attribut)name"
)
_VALUE = lazy_re(r"(?:(?:new|neuer|property|field|attribute|feld|eigenschafts?) ?)?(?:value|wert)")
_KIND = lazy_re(r"(?:order|ticket|case|request) (?:type|kind)|(?:auftrags|bestell|ticket|vorgangs|anfrage)(?:typ|art)")
_SHARED = 0.6


def shape_of(columns: Sequence[ColumnLook], rows: Sequence[Sequence[str]], roles: Mapping[str, str]) -> Shape:
    """The dates of rows that are a case each; nothing where a row is an event. Rows are cases where the case differs on
    every row, and where either several columns hold dates, or the one that does says when the row was made and beside it
    stands a status."""
    by_name = {column.name: column for column in columns}
    case = by_name.get(roles.get(Role.CASE, ""))
    activity = by_name.get(roles.get(Role.ACTIVITY, ""))
    if case is not None and case.repeats and (orders := _of_orders(columns, rows, case, activity)):
        return orders
    if case is not None and case.repeats:
        return _of_named_rows(columns, rows, case, activity)
    if case is None or case.filled < 0.9 or len(rows) < 2:
        return Shape()
    if name_rank(Role.ACTIVITY, case) > name_rank(Role.CASE, case):
        return Shape()  # a row is a step, and its dates are those of customers side by side
    happens = activity is not None and not any(STAGE.search(form) for form in forms_of(activity))
    if happens and activity is not None and activity.repeats and activity.name in plainly_named(columns):
        return Shape()
    dated = [column for column in columns if column.time and not column.clock and column is not case]
    steps = [column for column in dated if not is_no_step(column)]
    steps = [column for column in steps if not _repeats_others(column, steps, columns, rows)]
    stages = [column for column in columns if is_stage(column)]
    if not steps and (closing := planned_closing(dated, stages, columns, rows)):
        return closing
    shape = with_closings(steps, stages, columns, rows)
    if len(dict(shape.milestones)) >= 2 or (len(steps) >= 1 and len(dated) >= 2 and (stages or len(steps) >= 2)):
        return Shape(shape.milestones, shape.given, bool(stages) and (len(steps) == 1 or not _has_stage_dates(steps)))
    nothing = activity is not None and (not happens or says_nothing(activity, columns))
    if len(steps) == 1 and nothing and is_creation(steps[0]) and len(rows) > 2:
        return Shape(shape.milestones, shape.given, True)
    return Shape(is_list=bool(dated) and activity is not None and not happens and len(rows) > 2)


def value_of_fields(columns: Sequence[ColumnLook]) -> str:
    """The column of the values that the fields of a history got, where nothing says what they had before; "" elsewhere."""
    values = [column for column in columns if any(_VALUE.fullmatch(form) for form in forms_of(column))]
    named = any(_FIELD.fullmatch(form) for column in columns for form in forms_of(column))
    old = any(OLD.search(form) for column in columns if not names_staff(column) for form in forms_of(column))
    return values[0].name if len(values) == 1 and named and not old else ""


def history_of_fields(columns: Sequence[ColumnLook], rows: Sequence[Sequence[str]]) -> tuple[str, str] | None:
    """The column of a history that names the field that changed, and what it says where that is a stage: new values of
    other fields are no steps. None for any other table."""
    if not value_of_fields(columns) and not any(OLD.search(form) for column in columns for form in forms_of(column)):
        return None
    for place, column in enumerate(columns):
        if column.filled > 0.9 and any(_FIELD.fullmatch(form) for form in forms_of(column)):
            changed = {row[place].strip() for row in rows}
            stages = {field for field in changed if any(STAGE.search(form) for form in (normal(field), parted(field)))}
            if stages and stages != changed:
                return column.name, f"^(?:{'|'.join(re.escape(field.lower()) for field in sorted(stages))})$"
    return None


def _of_orders(
    columns: Sequence[ColumnLook], rows: Sequence[Sequence[str]], case: ColumnLook, activity: ColumnLook | None
) -> Shape | None:
    """The dates of orders with a row an article; the case is the order, whoever was taken for it. None for any other table."""
    named = [column for column in columns if column.repeats and any(OBJECT.search(form) for form in forms_of(column))]
    for order in (case, *(column for column in named if column is not case and column.filled > 0.9)):
        if steps := dates_of_orders(columns, rows, order, activity):
            found = with_closings(steps, [column for column in columns if is_stage(column)], columns, rows)
            return Shape(found.milestones, found.given, case=order.name)
    return None


def _of_named_rows(
    columns: Sequence[ColumnLook], rows: Sequence[Sequence[str]], case: ColumnLook, activity: ColumnLook | None
) -> Shape:
    """Several rows a customer, each an order or a ticket with an id and dates of its own: the row is the case. Only where
    nothing but a status of today says what happened, and where several dates differ within a customer's rows."""
    ids = [column for column in columns if not column.repeats and column.filled > 0.9]
    is_state = activity is None or any(STAGE.search(form) for form in forms_of(activity))
    if activity is not None and not (is_state or _is_mostly_one_kind(activity, columns, rows)):
        ids = [column for column in ids if names_answers(column) and says_nothing(activity, columns)]
    else:
        ids = [column for column in ids if any(_ROW_ID.search(form) for form in forms_of(column))]
    place = {column.name: number for number, column in enumerate(columns)}
    groups: dict[str, list[Sequence[str]]] = {}
    for row in rows:
        groups.setdefault(row[place[case.name]], []).append(row)
    several = [group for group in groups.values() if len(group) > 1]
    steps = [column for column in columns if column.time and not is_no_step(column)]
    varying = [column for column in steps if _varies(several, place[column.name])]
    if not ids or len(varying) < 2:
        return Shape(
            is_list=len(steps) == 1 and any(OBJECT.search(form) for column in ids for form in forms_of(column))
        )
    found = shape_of(columns, rows, {Role.CASE: ids[0].name, **({Role.ACTIVITY: activity.name} if activity else {})})
    return Shape(found.milestones, found.given, found.is_list, ids[0].name if found.milestones else "")


def _is_mostly_one_kind(kind: ColumnLook, columns: Sequence[ColumnLook], rows: Sequence[Sequence[str]]) -> bool:
    """Whether a column holds kinds of orders or tickets, which most rows share: such a kind never happened."""
    place = next(place for place, column in enumerate(columns) if column.name == kind.name)
    most = max(Counter(row[place] for row in rows).values(), default=0)
    return any(_KIND.fullmatch(form) for form in forms_of(kind)) and most >= _SHARED * len(rows)


def _varies(groups: Sequence[Sequence[Sequence[str]]], place: int) -> bool:
    """Whether a column differs within most of the groups of rows in which it stands."""
    different = [len({row[place] for row in group}) for group in groups if any(row[place].strip() for row in group)]
    return sum(count > 1 for count in different) > len(different) / 2


def _repeats_others(
    column: ColumnLook, steps: Sequence[ColumnLook], columns: Sequence[ColumnLook], rows: Sequence[Sequence[str]]
) -> bool:
    """Whether a column only ever holds the date of one of the others, and not always of the same one."""
    names = [each.name for each in columns]
    place, others = names.index(column.name), [names.index(other.name) for other in steps if other is not column]
    filled = [row for row in rows if row[place].strip()]
    if len(others) < 2 or len(filled) < 3:
        return False
    same = [[other for other in others if row[other] == row[place]] for row in filled]
    always = set(others).intersection(*map(set, same))
    return all(same) and not always


def _has_stage_dates(steps: Sequence[ColumnLook]) -> bool:
    return sum(not is_creation(column) and not is_closing(column) for column in steps) > 0
