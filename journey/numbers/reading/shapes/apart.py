"""Day, clock and zone in columns of their own: which belong together, and the one text in SQL that they make."""

import re
from collections.abc import Mapping, Sequence

from journey.lazy_re import lazy_re
from journey.numbers.reading.columns.looks import ColumnLook
from journey.numbers.reading.files.source import SqlCell
from journey.numbers.reading.names import normal, parted
from journey.numbers.reading.plan import LogPlan, Role

_TELLING = lazy_re(
    r"\b(?:datum|date|tag|day|uhrzeit|zeit|zeitzone|timezone|time zone|time|clock|zone|tz|am|um|on|at|der|des|von|of|utc|gmt|local|lokal)\b"
)
_SPACES = "E' \\t\\r\\n\u00a0'"


def beside(columns: Sequence[ColumnLook]) -> dict[str, tuple[str, ...]]:
    """For each column of days without a clock the columns of its clock and zone, in this order, as far as there are any.
    Names that are alike but for words for day and clock belong together, then neighbours, then what is left over."""
    days = [place for place, column in enumerate(columns) if column.time and column.day_only]
    clocks = [place for place, column in enumerate(columns) if column.clock]
    zones = [place for place, column in enumerate(columns) if column.zone]
    found: dict[int, int] = {}
    for place in days:
        options = [
            clock for clock in clocks if clock not in found.values() and _stem(columns[clock]) == _stem(columns[place])
        ]
        if options:
            found[place] = min(options, key=lambda clock: abs(clock - place))
    for place in days:
        if place not in found and place + 1 in clocks and place + 1 not in found.values():
            found[place] = place + 1
    free = [clock for clock in clocks if clock not in found.values()]
    if not found and len(free) == 1 and days:
        found[min(days, key=lambda place: abs(place - free[0]))] = free[0]
    return {
        columns[day].name: (columns[clock].name, *(columns[zone].name for zone in zones[:1]))
        for day, clock in found.items()
    }


def joined(plan: LogPlan, cells: Mapping[str, SqlCell], name: str) -> SqlCell:
    """How SQL reaches a time column with what stands beside it."""
    day, others = cells[name], [cells[other] for other in plan.beside.get(name, ())]
    if not others:
        return day
    return SqlCell(" || ".join([_day(day), *map(_further, others)]))


def roles_beside(roles: Mapping[str, str], by_day: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """The roles of the columns beside the time."""
    others = by_day.get(roles.get(Role.TIME, ""), ())
    return dict(zip((Role.CLOCK.value, Role.ZONE.value), others, strict=False))


def _stem(column: ColumnLook) -> str:
    for form in (normal(column.name), parted(column.name)):
        if (stem := " ".join(_TELLING.sub(" ", form).split())) != form:
            return stem
    return re.sub(r"datum|uhrzeit|zeit|date|time", "", normal(column.name)).strip()


def _day(cell: SqlCell) -> str:
    """A day as text, without a midnight behind it; NULL where there is none."""
    if cell.is_time:
        return f"strftime({cell.sql}, '%Y-%m-%d')"
    text = f"trim({_text(cell)}, {_SPACES})"
    bare = f"regexp_replace({text}, '[ T]00?:00(:00([.,]0+)?)?$', '')"
    return f"nullif(CASE WHEN {text} LIKE '%00:00%' THEN {bare} ELSE {text} END, '')"


def _further(cell: SqlCell) -> str:
    """A clock or a zone as text behind a space, nothing where there is none."""
    text = f"trim({_text(cell)}, {_SPACES})"
    seconds = f"round(try_cast(replace({text}, ',', '.') AS DOUBLE) * 86400)"
    fraction = f"strftime(make_timestamp(CAST({seconds} AS BIGINT) * 1000000), '%H:%M:%S')"
    digits = f"lpad({text}, CASE WHEN length({text}) < 5 THEN 4 ELSE 6 END, '0')"
    compact = f"regexp_replace({digits}, '^(..)(..)(..)?$', '\\1:\\2:\\3')"
    ways = (
        f"WHEN {text} LIKE '__:__' OR {text} LIKE '__:__:__' THEN {text} "
        f"WHEN regexp_matches({text}, '^(18|19)\\d\\d-\\d\\d-\\d\\d[ T]') THEN substr({text}, 12) "
        f"WHEN regexp_matches({text}, '^\\d{{1,2}}$') THEN {text} || ':00' "
        f"WHEN regexp_matches({text}, '^\\d{{3,6}}$') THEN rtrim({compact}, ':') "
        f"WHEN regexp_matches({text}, '^0[.,]\\d+$') THEN {fraction} "
    )
    return f"coalesce(' ' || CASE {ways} ELSE {text} END, '')"


def _text(cell: SqlCell) -> str:
    return cell.sql if cell.is_text else f"CAST({cell.sql} AS VARCHAR)"
