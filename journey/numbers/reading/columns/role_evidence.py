"""What stands in a column as evidence for its role: how full it is, how often values repeat, how they vary within a case."""

import re
from collections import defaultdict
from collections.abc import Sequence

from journey.lazy_re import lazy_re
from journey.numbers.reading.columns.amounts import names_articles
from journey.numbers.reading.columns.courses import left_states, passes_steps
from journey.numbers.reading.columns.looks import ColumnLook, holds_some_days
from journey.numbers.reading.columns.name_signs import (
    HAPPENINGS,
    holds_old_or_new,
    is_called_a_number,
    is_of_another_role,
    is_question,
    names_part_of_a_person,
    names_staff,
    speaks_of_trade,
)
from journey.numbers.reading.columns.role_names import (
    NEW,
    NO_CASE,
    OLD,
    PLANNED,
    STATUS,
    forms_of,
    name_rank,
)
from journey.numbers.reading.names import normal, parted
from journey.numbers.reading.plan import Role

NEVER = -1e9
"""How well a column fits that cannot have a role."""

_WHOLE_NAME = 50
"""The rank of a column's name reaches this where the whole of it is a role's, and not a word in it."""
_ID = lazy_re(r"#?(?=\S*\d)[\w.:/@+\[\]'\"#-]{1,80}|\S+@\S+")
_FLAGS = frozenset(["0", "1", "true", "false", "yes", "no", "ja", "nein", "wahr", "falsch", "y", "n", "j", "x"])
_CODES = lazy_re(r"[A-Z]{2,3}|[a-z]{3}")
_SURE = 0.9
_EITHER = frozenset(("vorgang",))
"""Names that a case has as well as what happened: ids are cases, words are not."""


class RoleEvidence:
    """A sample of rows, and how well each column of it fits each role."""

    def __init__(self, columns: Sequence[ColumnLook], rows: Sequence[Sequence[str]]) -> None:
        self.columns, self.rows = columns, rows
        self.place = {column.name: place for place, column in enumerate(columns)}
        self.with_days = {
            column.name for place, column in enumerate(columns) if rows and holds_some_days(column, rows, place)
        }
        self.is_history = any(OLD.search(form) for column in columns for form in forms_of(column))
        self.groups: list[list[int]] = []
        self.objects = [column for column in columns if re.match(r"ocel:type:|ocel:o", column.name) and column.filled]
        self.ids = {column.name: self._ids(column) for column in columns}
        self.passing = {column.name for column in columns if rows and passes_steps(column, columns, rows)}
        self.some_repeat = any(map(self._repeats_like_a_case, columns))
        self.is_trade = any(map(speaks_of_trade, columns))
        self.varying: dict[str, float] = {}
        self.left: frozenset[str] = frozenset()

    def group_by(self, case: ColumnLook) -> None:
        """Remember which rows belong together, and how much each column varies within them."""
        groups: dict[str, list[int]] = defaultdict(list)
        for number, row in enumerate(self.rows):
            if value := row[self.place[case.name]].strip():
                groups[value].append(number)
        self.groups = [group for group in groups.values() if len(group) > 1][:500]
        for column in self.columns:
            place = self.place[column.name]
            several = sum(len({self.rows[number][place] for number in group}) > 1 for group in self.groups)
            self.varying[column.name] = several / len(self.groups) if self.groups else 0.0
        self.left = left_states(self.columns, self.rows, self.groups)

    def case(self, column: ColumnLook) -> float:
        """How well a column says whose event a row is."""
        if not self._may_be_case(column) or (self.objects and column not in self.objects):
            return NEVER
        if self._are_flags(column) and column.distinct > 1 and name_rank(Role.CASE, column) < _WHOLE_NAME:
            return NEVER
        score = 0.7 * name_rank(Role.CASE, column) - 150 * (1 - column.filled)
        score += 25 * (column.repeats and column.number and is_called_a_number(column))
        if not column.repeats and self.some_repeat:
            score -= 200
        if column.distinct < 2 and len(self.rows) > 2:
            score -= 30 if name_rank(Role.CASE, column) > 50 else 120
        elif self.rows and column.distinct <= max(2, 0.02 * len(self.rows)) and len(self.rows) > 20:
            score -= 60
        score += self._by_name(column) - 200 * (column.name in self.with_days)
        if self._says_what(column) or self._are_words(column):
            score -= 100 if name_rank(Role.ACTIVITY, column) > 50 else 60
        score -= 150 * self._changed_it(column)
        if column.people:
            score -= (
                90 if names_staff(column) else 80 if names_part_of_a_person(column) else 35 - 25 * self.ids[column.name]
            )
        else:
            score += 60 * self.ids[column.name] - 35
        if (column.number and not column.whole and not column.people) or self._are_grades(column):
            score -= 60
        return score + (20 if column.repeats else 0) + min(column.distinct / max(len(self.rows), 1), 1) * 10

    def time(self, column: ColumnLook) -> float:
        """How well a column says when it was."""
        if column.time is None and not (name_rank(Role.TIME, column) and not column.filled):
            return NEVER
        if column.number and is_called_a_number(column) and not name_rank(Role.TIME, column):
            return NEVER
        score = name_rank(Role.TIME, column) - 150 * (1 - column.filled) - (0 if column.day_only else 5)
        others = [other for other in self.columns if other.time and self.varying.get(other.name, 0) > 0.5]
        if self.groups and others and self.varying.get(column.name, 0) < 0.2:
            score -= 150
        score -= 90 * any(PLANNED.search(form) for form in forms_of(column))
        return score + (0 if column.day_only else 15)

    def activity(self, column: ColumnLook) -> float:
        """How well a column says what happened."""
        named = 60.0 if self._are_words(column) else name_rank(Role.ACTIVITY, column)
        if not column.filled:
            return named - 200 if named else NEVER
        if column.time is not None or column.clock or column.zone or column.people:
            return NEVER
        if (column.number or self._numbers_something(column)) and not named:
            return NEVER
        forms = forms_of(column)
        score = named - 100 * (1 - column.filled) - (80 if column.number else 0)
        if any(OLD.search(form) for form in forms) or column.name in self.left:
            score -= 120
        elif any(NEW.search(form) for form in forms):
            score += 25
        if not column.repeats and column.distinct > 2:
            score -= 120
        if column.distinct < 2 and len(self.rows) > 2:
            score -= 70
        score -= (50 * self.ids[column.name] + 100 * (name_rank(Role.CASE, column) >= _WHOLE_NAME)) * (not named)
        if self.groups:
            score += 60 * self.varying.get(column.name, 0) - (50 if self.varying.get(column.name, 0) < 0.05 else 0)
        if not named and self._are_happenings(column):
            score += 50
        if self._are_flags(column):
            score -= 90
        elif (values := self._values(column)) and all(_CODES.fullmatch(value) for value in values):
            score -= 30
        return score - (column.distinct > 50) * 15 - (column.distinct > 200) * 30

    def reason(self, role: Role, column: ColumnLook) -> str:
        """Why a column has a role: a key below log_reading.why."""
        named = name_rank(role, column) > 0
        if role is Role.CASE:
            if column in self.objects:
                return "object"
            return "case_repeats" if column.repeats else "case_named" if named else "case_differs"
        if role is Role.TIME:
            others = [other for other in self.columns if other.time and other is not column]
            return (
                "time_only" if not others else "time_varies" if self.varying.get(column.name, 0) > 0.5 else "time_named"
            )
        if any(NEW.search(form) for form in forms_of(column)) and any(
            OLD.search(form) for other in self.columns for form in forms_of(other)
        ):
            return "activity_new"
        return "activity_named" if named else "activity_changes"

    def _by_name(self, column: ColumnLook) -> float:
        """What a name that no case has takes away, and what a course of steps gives whatever the name is."""
        if column.name in self.passing:
            return 100
        if self.is_history and not column.people and self.ids[column.name] < 0.5 and holds_old_or_new(column):
            return -150
        if any(NO_CASE.search(form) or STATUS.search(form) for form in forms_of(column)):
            return -40
        if is_of_another_role(column) and name_rank(Role.CASE, column) < _WHOLE_NAME:
            return -60
        if self.is_trade and names_articles(column.name):
            return -80
        return -60 if names_staff(column) and not column.people else 0

    def _repeats_like_a_case(self, column: ColumnLook) -> bool:
        """Whether a column repeats as the cases of a log do: ids, or a name that cases have."""
        if column.name in self.passing:
            return True
        if not (column.repeats and column.filled > 0.6 and column.distinct > 1 and self._may_be_case(column)):
            return False
        forms = forms_of(column)
        named = name_rank(Role.CASE, column) > 0
        if column.name in self.with_days or any(STATUS.search(form) for form in forms):
            return False
        if (
            self._says_what(column)
            or self._are_words(column)
            or self._are_flags(column)
            or self._are_grades(column)
            or any(NO_CASE.search(form) for form in forms)
            or (is_of_another_role(column) and name_rank(Role.CASE, column) < _WHOLE_NAME)
        ):
            return False
        if self._changed_it(column) or (column.people and (names_staff(column) or names_part_of_a_person(column))):
            return False
        return (named or self.ids[column.name] > 0.5) and column.distinct >= max(2, 0.02 * len(self.rows))

    def _numbers_something(self, column: ColumnLook) -> bool:
        """Whether a column holds ids and is called the number of something (invoices, articles), or is a form's question."""
        return (self.ids[column.name] > _SURE and is_called_a_number(column)) or is_question(column, self.columns)

    def _values(self, column: ColumnLook) -> list[str]:
        return [value for row in self.rows[:300] if (value := row[self.place[column.name]].strip())]

    def _are_flags(self, column: ColumnLook) -> bool:
        """Whether a column only says yes or no."""
        values = set(self._values(column))
        return bool(values) and all(value.casefold() in _FLAGS for value in values)

    def _are_happenings(self, column: ColumnLook) -> bool:
        """Whether many of a column's values are what tools call what happened."""
        values = self._values(column)
        return sum(bool(HAPPENINGS & {normal(value), parted(value)}) for value in values) > 0.3 * len(values)

    def _changed_it(self, column: ColumnLook) -> bool:
        """Whether a column of users of a history names those who changed something."""
        is_user = bool({"user", "benutzer", "nutzer"} & forms_of(column))
        return is_user and self.is_history and self.ids[column.name] < 0.5

    def _are_grades(self, column: ColumnLook) -> bool:
        """Whether a column that no case is called like holds one digit everywhere."""
        return (
            not name_rank(Role.CASE, column) and column.whole and all(len(value) == 1 for value in self._values(column))
        )

    def _are_words(self, column: ColumnLook) -> bool:
        """Whether a column whose name may be a case's or an activity's holds words."""
        return bool(self.rows) and bool(_EITHER & forms_of(column)) and self.ids[column.name] < 0.5

    def _ids(self, column: ColumnLook) -> float:
        """The share of a column's values that look like ids: one word with a digit in it, an address, somebody's number."""
        values = self._values(column)
        if column.people:
            return sum(any(one.isdigit() or one == "@" for one in value) for value in values) / max(len(values), 1)
        if not values or (column.number and not column.whole):
            return 0.0
        return sum(_ID.fullmatch(value) is not None for value in values) / len(values)

    def _may_be_case(self, column: ColumnLook) -> bool:
        if column.clock or column.zone:
            return False
        if column.name.rstrip().endswith("?") and not column.people and self.ids[column.name] < 0.5:
            return False  # a form's question, unless it asks for an address or a number
        counts_seconds = column.number and column.time is not None and column.time.name.startswith("EPOCH")
        if column.time and not (counts_seconds and (name_rank(Role.CASE, column) > 0 or is_called_a_number(column))):
            return False
        return bool(column.filled) or name_rank(Role.CASE, column) > 0

    def _says_what(self, column: ColumnLook) -> bool:
        return not column.number and name_rank(Role.ACTIVITY, column) > name_rank(Role.CASE, column)
