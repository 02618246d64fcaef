"""What the names of columns say of steps: when something was made, which stage it is in, what is no step at all."""

from collections.abc import Sequence

from journey.lazy_re import lazy_re
from journey.numbers.reading.columns.amounts import names_articles
from journey.numbers.reading.columns.looks import ColumnLook
from journey.numbers.reading.columns.role_names import PLANNED, REPEATED, forms_of, name_rank
from journey.numbers.reading.plan import Role

STAGE = lazy_re(
    r"\b(?:stage|stages|stagename|dealstage|\w*status|state|\w*phase|pipeline stage|lifecycle stage|zustand|stand|\w*stufe)\b"
)
_CREATED = lazy_re(
    r"\b(?:creat\w*|angelegt|anlage\w*|erstell\w*|erfasst|opened|eröffnet|registered|registriert|added|hinzugefügt|eingang\w*|signup|sign up)\b"
)
OBJECT = lazy_re(
    r"\b(?:order|bestell\w*|auftrag\w*|ticket\w*|deal|opportunity|rechnung\w*|invoice|angebot\w*|offer|quote)\b"
)
_FEW_STAGES = 12
_PLAIN = frozenset(
    ("activity", "aktivität", "event", "event name", "ereignis", "action", "aktion", "concept name", "schritt", "step")
)
_ANSWERS = lazy_re(
    r"(?:response|respondent|submission|answer|entry|antwort|einsendung|teilnehmer|teilnahme|eintrag|eintrags)(?: ?(?:id|token|nr|number|nummer))"
)


def is_no_step(column: ColumnLook) -> bool:
    """Whether a column's dates are planned, or only say again what happened last."""
    return any(PLANNED.search(form) or REPEATED.search(form) for form in forms_of(column))


def is_stage(column: ColumnLook) -> bool:
    """Whether a column holds the stage, phase or status of today."""
    return (
        column.time is None
        and not column.number
        and not column.people
        and column.filled > 0.5
        and (column.repeats or column.distinct <= _FEW_STAGES)
        and any(STAGE.search(form) for form in forms_of(column))
    )


def is_creation(column: ColumnLook) -> bool:
    """Whether a column says when something was made, or came in."""
    return any(_CREATED.search(form) for form in forms_of(column))


def names_answers(column: ColumnLook) -> bool:
    """Whether a column numbers what was filled in, each a row."""
    return column.name.strip() == "#" or any(_ANSWERS.fullmatch(form) for form in forms_of(column))


def says_nothing(activity: ColumnLook, columns: Sequence[ColumnLook]) -> bool:
    """Whether the column that was taken for what happened is only the best of those that are left: its name says nothing, and
    the rows are no orders, which are read in a way of their own."""
    named = name_rank(Role.ACTIVITY, activity) or names_articles(activity.name)
    return not named and not any(OBJECT.search(form) for column in columns for form in forms_of(column))


def plainly_named(columns: Sequence[ColumnLook]) -> set[str]:
    """The names of columns that are called what happened."""
    return {column.name for column in columns if _PLAIN & forms_of(column)}
