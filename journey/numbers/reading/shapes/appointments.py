"""Appointments that were booked: arrival, departure, beginning and end of something are plans beside the day on which the row was
made. Whatever lies after the newest record of the file has not happened as far as the file can know; what was called off never did."""

import re
from collections.abc import Collection, Mapping, Sequence

from journey.lazy_re import lazy_re
from journey.numbers.reading.columns.looks import ColumnLook, values_of
from journey.numbers.reading.names import normal, parted
from journey.numbers.reading.times.worded import IMPOSSIBLE, worded_time

_RECORDED = lazy_re(
    r"\b(?:creat\w*|angelegt|anlage\w*|erstell\w*|erfasst|booked|booking (?:date|time|made)|book date|gebucht|buchungs(?:datum|tag|zeit|zeitpunkt)|reserviert am|"
    r"reservierungs(?:datum|zeitpunkt)|vereinbart am|made on|eingegangen|bestellt am|purchased|bought|ordered|order date|bestelldatum|gekauft|kaufdatum|angemeldet|anmeldedatum|registered|registriert|added)\b"
)
_APPOINTMENT = lazy_re(
    r"\b(?:anreise\w*|abreise\w*|ankunft\w*|abfahrt\w*|arriv\w*|depart\w*|check ?in\w*|check ?out\w*|checkin|checkout|start\w*|end|ends|end (?:date|time)|end ?datum|"
    r"endet|\w*ende|\w*beginn|beginnt|begins|\w+start|termin\w*|appointment\w*|event (?:date|time)|veranstaltung\w*|meeting\w*|besuch\w*|visit (?:date|time)|"
    r"slot\w*|von|bis|stay|reise\w*|treffen\w*|behandlung\w*)\b"
)
_A_DAY = lazy_re(r"datum|date|tag|day|am|on")
"""What may be the day of a reservation beside the day on which it was made."""
_OFF = r"cancel|storn|no.?show|abgesagt|absage|declined|rejected|abgelehnt|nicht erschienen"
_BEGUN = r"checked.?in|in.?house|eingecheckt|angereist|anwesend|erschienen|arrived|showed"
_DONE = r"checked.?out|ausgecheckt|abgereist|wahrgenommen|stattgefunden|durchgeführt|attended|completed|abgeschlossen|besucht|erledigt|honou?red"
_STILL_OPEN = r"confirmed|bestätigt|booked|gebucht|offen|open|pending|ausstehend|scheduled|geplant|attending|registered|angemeldet|reserved|reserviert|option\w*|new|neu|vereinbart"
_END = lazy_re(r"\b(?:abreise\w*|abfahrt\w*|depart\w*|check ?out|end|ends|\w*ende|bis)\b")
_CALLED_OFF = lazy_re(r"(?:is |wurde |ist )?(?:cancell?ed|storniert|abgesagt|no show|noshow)")
_STATUS = lazy_re(r"(?:.* )?(?:status|state|zustand)|(?:termin|buchungs|reservierungs)status")
_FLAGS = frozenset(("true", "false", "yes", "no", "ja", "nein", "0", "1", "wahr", "falsch", "x", "y", "n", "j"))
_NO = r"^\s*(?:false|no|nein|0|n|falsch|-)?\s*$"


def booked(
    milestones: Sequence[tuple[str, str]], columns: Sequence[ColumnLook], rows: Sequence[Sequence[str]]
) -> tuple[str, ...]:
    """The columns of steps that are appointments: beside them stands when the row was made, and some of them lie after the
    newest of these."""
    looks = {column.name: column for column in columns}
    steps = [looks[name] for name in dict.fromkeys(name for name, _ in milestones) if name in looks]
    recorded = [column for column in steps if _says(_RECORDED, column)]
    newest = max((time for column in recorded for time in _times(column, columns, rows)), default=IMPOSSIBLE)
    if newest <= IMPOSSIBLE:
        return ()
    planned = [
        column
        for column in steps
        if column not in recorded and (_says(_APPOINTMENT, column) or _says(_A_DAY, column, whole=True))
    ]
    return tuple(column.name for column in planned if max(_times(column, columns, rows), default=0) > newest)


def not_called_off(
    planned: Sequence[str],
    milestones: Sequence[tuple[str, str]],
    columns: Sequence[ColumnLook],
    rows: Sequence[Sequence[str]],
) -> Mapping[str, tuple[str, str]]:
    """What must hold for appointments to have happened, see LogPlan.given: nobody has called them off."""
    if not planned:
        return {}
    found = (_condition(column, place, rows) for place, column in enumerate(columns))
    condition = next((one for one in found if one), None)
    return {activity: condition for name, activity in milestones if name in planned} if condition else {}


def took_place(
    planned: Sequence[str],
    milestones: Sequence[tuple[str, str]],
    columns: Sequence[ColumnLook],
    rows: Sequence[Sequence[str]],
) -> Mapping[str, tuple[str, str]]:
    """What must hold for appointments to have happened where a status says of each row whether somebody came; empty where
    none does. Then it does not matter when they lie."""
    states = [column for column in columns if not (column.time or column.people) and _says(_STATUS, column, whole=True)]
    for column in states if planned else ():
        values = {value.casefold() for value in values_of(rows, columns.index(column))}
        came = any(re.search(f"{_BEGUN}|{_DONE}", value) for value in values)
        if came and all(re.search(f"{_BEGUN}|{_DONE}|{_STILL_OPEN}|{_OFF}", value) for value in values):
            ends = {one.name for one in columns if _says(_END, one)}
            return {
                activity: (column.name, _words_of(values, _DONE if name in ends else f"{_DONE}|{_BEGUN}"))
                for name, activity in milestones
                if name in planned
            }
    return {}


def _words_of(values: Collection[str], pattern: str) -> str:
    """A pattern that those of some words fit whole that fit a pattern and do not say that nobody came."""
    found = sorted(value for value in values if re.search(pattern, value) and not re.search(_OFF, value))
    return f"^(?:{'|'.join(map(re.escape, found)) or '-'})$"


def _condition(column: ColumnLook, place: int, rows: Sequence[Sequence[str]]) -> tuple[str, str] | None:
    if column.time or column.people:
        return None
    values = {value.casefold() for value in values_of(rows, place)}
    if _says(_CALLED_OFF, column, whole=True) and values and values <= _FLAGS:
        return column.name, _NO
    if _says(_STATUS, column, whole=True) and any(re.search(_OFF, value) for value in values):
        return column.name, f"!{_OFF}"
    return None


def _times(column: ColumnLook, columns: Sequence[ColumnLook], rows: Sequence[Sequence[str]]) -> list[int]:
    if column.time is None:
        return []
    times = (worded_time(value, column.time) for value in values_of(rows, columns.index(column)))
    return [time for time in times if time > IMPOSSIBLE]


def _says(pattern: re.Pattern[str], column: ColumnLook, *, whole: bool = False) -> bool:
    forms = {normal(column.name), parted(column.name)}
    return any((pattern.fullmatch if whole else pattern.search)(form) for form in forms)
