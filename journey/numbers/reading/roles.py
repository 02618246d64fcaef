"""Which column is what: guessed from what stands in the columns, and from German and English names (roles.toml).

Evidence goes before names: a column that differs on every row is no case where another repeats, an empty id loses to a full
one, a time that is the same in all rows of a case is not the event's, and people are never what happened."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from journey.numbers.reading.columns import ColumnLook
from journey.numbers.reading.names import normal, parted
from journey.numbers.reading.persons import is_part_of_a_person, is_staff
from journey.numbers.reading.plan import AMOUNTS, Role

_FEW = 200
"""So many different values may a channel, campaign or segment have in a sample."""

_NEVER = -1e9
OLD = re.compile(
    r"\b(?:alt|alte[rsn]?|old|previous|prev|prior|vorher\w*|vorig\w*|bisher\w*|before|from|von|aus|ursprünglich\w*|original)\b"
)
NEW = re.compile(r"\b(?:neu|neue[rsn]?|new|current|nachher|to|zu|nach|after|in|aktuell\w*)\b")
PLANNED = re.compile(
    r"\b(?:expected|erwartet\w*|voraussichtlich\w*|geplant\w*|planned|estimated|due|fällig\w*|faellig\w*|frist|deadline|target|ziel\w*|next|nächste\w*|naechste\w*|"
    r"forecast|prognose\w*|scheduled|available on|valid until|gültig bis|ablauf\w*|expir\w*|reminder|wiedervorlage)\b"
)
REPEATED = re.compile(
    r"\b(?:last|latest|letzte\w*|zuletzt|recent\w*|modified|updated|aktualisiert|geändert|geaendert|changed|änderung\w*|aenderung\w*|current stage|current status|"
    r"current lifecycle stage|aktuelle\w*|exited|exit|verlassen\w*|austritt\w*|ausgang\w*|left|birth\w*|geburt\w*|export\w*|import\w*|sync\w*|abgerufen|stand)\b"
)
_STATUS = re.compile(r"\b(?:status|stage|phase|state|zustand|typ|type|art|priority|priorität|owner)\b")
_CREATED = re.compile(r"\b(?:creat\w*|angelegt|erstell\w*|erfasst|opened|eröffnet|registered|registriert)\b")
_NO_CASE = re.compile(
    r"\b(?:row|zeile|zeilennummer|index|lfd|laufende|position|pos|seq\w*|sorting|sort\w*|order by|reihenfolge|rank|rang|anzahl|menge|quantity|qty|count|"
    r"betrag|amount|price|preis|umsatz|revenue|total|summe|kosten|cost|probability|wahrscheinlichkeit|rating|score|prozent|percent|"
    r"version|level|year|jahr|month|monat|zip|plz|insert|transaction|transaktion\w*|txn|event|ereignis|activity|message|batch|handling|log)\b"
)
_ORDER = re.compile(
    r"order|sorting|sort(?:ierung)?|sort (?:key|order)|reihenfolge|(?:event |ereignis |batch |step |schritt )?(?:seq|sequence|sequenz|index)(?: (?:id|no|nr|number|nummer))?|"
    r"batch (?:page id|ordering id|event index)|event bundle sequence id|lfd ?nr|laufende nummer|zeilen(?:nr|nummer)|row (?:number|no|id)|(?:event|ereignis) (?:order|no|nr|number|nummer)"
)
_ID = re.compile(r"#?(?=\S*\d)[\w.:/@+\[\]'\"#-]{1,80}|\S+@\S+")
_FLAGS = frozenset(["0", "1", "true", "false", "yes", "no", "ja", "nein", "wahr", "falsch", "y", "n", "j", "x"])
_CODES = re.compile(r"[A-Z]{2,3}|[a-z]{3}")


@dataclass(frozen=True)
class RoleGuess:
    """The roles, and why: for case, time and activity a text's key below log_reading.why."""

    roles: Mapping[str, str]
    why: Mapping[str, str]


def guessed_roles(columns: Sequence[ColumnLook], rows: Sequence[Sequence[str]] = ()) -> dict[str, str]:
    """Role -> column name, from a look at the columns and, where they are given, the rows that it was made from."""
    return dict(guessed(columns, rows).roles)


def guessed(columns: Sequence[ColumnLook], rows: Sequence[Sequence[str]] = ()) -> RoleGuess:
    """The roles with the reasons for them."""
    found: dict[str, str] = {}
    why: dict[str, str] = {}
    table = _Table(columns, rows)
    for role, score in ((Role.CASE, table.case), (Role.TIME, table.time), (Role.ACTIVITY, table.activity)):
        free = [column for column in columns if column.name not in found.values()]
        worth, best = max(
            ((score(column), -place, column) for place, column in enumerate(free)), default=(_NEVER, 0, None)
        )[::2]
        if best is not None and worth > (-100 if role is Role.ACTIVITY else _NEVER / 2):
            found[role] = best.name
            why[role.value] = table.reason(role, best)
            if role is Role.CASE:
                table.group_by(best)
    for exact in (True, False):
        for role in Role:
            if role not in found and role not in why and (column := _named(role, columns, found, exact)):
                found[role] = column
    return RoleGuess({role.value: found[role] for role in Role if role in found}, why)


def order_columns(columns: Sequence[ColumnLook], roles: Mapping[str, str]) -> tuple[str, ...]:
    """Columns made to say what came first at one time: sequence numbers and the like, full and with numbers in them."""
    return tuple(
        column.name
        for column in columns
        if column.number
        and column.time is None
        and column.filled > 0.9
        and column.name not in roles.values()
        and any(_ORDER.fullmatch(form) for form in _forms(column))
    )


class _Table:
    """A sample of rows, and how well each column of it fits each role."""

    def __init__(self, columns: Sequence[ColumnLook], rows: Sequence[Sequence[str]]) -> None:
        self.columns, self.rows = columns, rows
        self.place = {column.name: place for place, column in enumerate(columns)}
        self.groups: list[list[int]] = []
        self.objects = [column for column in columns if re.match(r"ocel:type:|ocel:o", column.name) and column.filled]
        self.ids = {column.name: self._ids(column) for column in columns}
        self.some_repeat = any(map(self._repeats_like_a_case, columns))
        self.varying: dict[str, float] = {}

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

    def case(self, column: ColumnLook) -> float:
        """How well a column says whose event a row is."""
        if not self._may_be_case(column) or (self.objects and column not in self.objects):
            return _NEVER
        score = 0.7 * _rank(Role.CASE, column) - 150 * (1 - column.filled)
        if not column.repeats and self.some_repeat:
            score -= 200
        if column.distinct < 2 and len(self.rows) > 2:
            score -= 30 if _rank(Role.CASE, column) > 50 else 120
        elif self.rows and column.distinct <= max(2, 0.02 * len(self.rows)) and len(self.rows) > 20:
            score -= 60
        if any(_NO_CASE.search(form) or _STATUS.search(form) for form in _forms(column)):
            score -= 40
        if self._says_what(column):
            score -= 100 if _rank(Role.ACTIVITY, column) > 50 else 60
        if column.people:
            score -= 90 if _is_staff(column) else 80 if _is_part(column) else 10
        else:
            score += 60 * self.ids[column.name] - 35
        if column.number and not column.whole:
            score -= 60
        return score + (20 if column.repeats else 0) + min(column.distinct / max(len(self.rows), 1), 1) * 10

    def time(self, column: ColumnLook) -> float:
        """How well a column says when it was."""
        if column.time is None and not (_rank(Role.TIME, column) and not column.filled):
            return _NEVER
        score = _rank(Role.TIME, column) - 150 * (1 - column.filled) - (0 if column.day_only else 5)
        others = [other for other in self.columns if other.time and self.varying.get(other.name, 0) > 0.5]
        if self.groups and others and self.varying.get(column.name, 0) < 0.2:
            score -= 150
        forms = _forms(column)
        if any(PLANNED.search(form) for form in forms):
            score -= 90
        return score + (0 if column.day_only else 15)

    def activity(self, column: ColumnLook) -> float:
        """How well a column says what happened."""
        named = _rank(Role.ACTIVITY, column)
        if not column.filled:
            return named - 200 if named else _NEVER
        if column.time is not None or column.clock or column.zone or column.people:
            return _NEVER
        if column.number and not named:
            return _NEVER
        forms = _forms(column)
        score = named - 100 * (1 - column.filled) - (80 if column.number else 0)
        if any(OLD.search(form) for form in forms):
            score -= 120
        elif any(NEW.search(form) for form in forms):
            score += 25
        if not column.repeats and column.distinct > 3:
            score -= 120
        if column.distinct < 2 and len(self.rows) > 2:
            score -= 70
        score -= 50 * self.ids[column.name] * (not named)
        if self.groups:
            score += 60 * self.varying.get(column.name, 0) - (50 if self.varying.get(column.name, 0) < 0.05 else 0)
        values = {value for row in self.rows[:300] if (value := row[self.place[column.name]].strip())}
        if values and all(value.casefold() in _FLAGS for value in values):
            score -= 90
        elif values and all(_CODES.fullmatch(value) for value in values):
            score -= 30
        return score - (column.distinct > 50) * 15 - (column.distinct > 200) * 30

    def reason(self, role: Role, column: ColumnLook) -> str:
        """Why a column has a role: a key below log_reading.why."""
        named = _rank(role, column) > 0
        if role is Role.CASE:
            if column in self.objects:
                return "object"
            return "case_repeats" if column.repeats else "case_named" if named else "case_differs"
        if role is Role.TIME:
            others = [other for other in self.columns if other.time and other is not column]
            return (
                "time_only" if not others else "time_varies" if self.varying.get(column.name, 0) > 0.5 else "time_named"
            )
        if any(NEW.search(form) for form in _forms(column)) and any(
            OLD.search(form) for other in self.columns for form in _forms(other)
        ):
            return "activity_new"
        return "activity_named" if named else "activity_changes"

    def _repeats_like_a_case(self, column: ColumnLook) -> bool:
        """Whether a column repeats as the cases of a log do: ids, or a name that cases have."""
        if not (column.repeats and column.filled > 0.6 and column.distinct > 1 and self._may_be_case(column)):
            return False
        forms = _forms(column)
        other = any(
            form in _ranks(role) for form in forms for role in ("channel", "campaign", "segment", "cost", "revenue")
        )
        named = _rank(Role.CASE, column) > 0
        if any(_STATUS.search(form) for form in forms):
            return False
        if self._says_what(column) or any(_NO_CASE.search(form) for form in forms) or (other and not named):
            return False
        if column.people and (_is_staff(column) or _is_part(column)):
            return False
        return (named or self.ids[column.name] > 0.5) and column.distinct >= max(2, 0.02 * len(self.rows))

    def _ids(self, column: ColumnLook) -> float:
        """The share of a column's values that look like ids: one word with a digit in it, or an address."""
        values = [value for row in self.rows[:300] if (value := row[self.place[column.name]].strip())]
        if not values or (column.number and not column.whole):
            return 0.0
        return sum(_ID.fullmatch(value) is not None for value in values) / len(values)

    def _may_be_case(self, column: ColumnLook) -> bool:
        if column.clock or column.zone:
            return False
        counts_seconds = column.number and column.time is not None and column.time.name.startswith("EPOCH")
        if column.time is not None and not (counts_seconds and _rank(Role.CASE, column) > 0):
            return False
        return bool(column.filled) or _rank(Role.CASE, column) > 0

    def _says_what(self, column: ColumnLook) -> bool:
        return not column.number and _rank(Role.ACTIVITY, column) > _rank(Role.CASE, column)


def _is_part(column: ColumnLook) -> bool:
    return any(map(is_part_of_a_person, _forms(column)))


def _is_staff(column: ColumnLook) -> bool:
    return any(map(is_staff, _forms(column)))


def _rank(role: Role, column: ColumnLook) -> float:
    """How well a column's name fits a role, from 100 for the best whole name; 0 where it does not."""
    words = _words().get(role.value, {})
    forms = _forms(column)
    names = _ranks(role.value)
    whole = [names[form] for form in forms if form in names]
    if whole:
        return 100 - 50 * min(whole) / max(len(names), 1)
    for place, word in enumerate(words.get("words", [])):
        if any(f" {word} " in f" {form} " for form in forms):
            return 40 - place * 20 / len(words["words"])
    return 0.0


def _named(role: Role, columns: Sequence[ColumnLook], taken: Mapping[str, str], exact: bool) -> str | None:
    words = _words().get(role.value, {})
    free = [column for column in columns if column.name not in taken.values() and _fits(role, column)]
    if exact:
        ranks = _ranks(role.value)
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
    if role in (Role.CASE, Role.TIME, Role.ACTIVITY):
        return False
    if not column.filled:
        return True
    if role in AMOUNTS:
        return not column.people and column.number and (column.time is None or not column.ambiguous)
    return column.time is None and not column.people and column.distinct <= _FEW


def _forms(column: ColumnLook) -> frozenset[str]:
    return _forms_of(column.name)


@lru_cache(1 << 16)
def _forms_of(name: str) -> frozenset[str]:
    return frozenset((normal(name), parted(name)))


@cache
def _ranks(role: str) -> dict[str, int]:
    return {name: rank for rank, name in enumerate(_words().get(role, {}).get("names", []))}


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("roles.toml").read_text("utf-8"))
