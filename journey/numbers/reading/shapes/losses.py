"""Files that cannot be a log any more: counts of what happened, and ids and times that a spreadsheet has shortened."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise

from journey.lazy_re import lazy_re
from journey.numbers.reading.columns.looks import ColumnLook, each_value, holds_some_days, values_of
from journey.numbers.reading.columns.role_names import name_rank
from journey.numbers.reading.names import normal, parted
from journey.numbers.reading.plan import Role, TimeFormat
from journey.numbers.reading.shapes.cash_book import is_cash_book
from journey.numbers.reading.times.periods import period_of
from journey.numbers.reading.times.worded import IMPOSSIBLE, worded_time

_COUNTS = lazy_re(
    r"\b(?:count|counts|users|sessions|visits|visitors|views|pageviews|clicks|impressions|conversions|orders|purchases|leads|events|hits|"
    r"bounces|results|reach|total|totals|anzahl|ergebnisse|reichweite|impressionen|nutzer|benutzer|sitzungen|besuche|besucher|aufrufe|seitenaufrufe|klicks|käufe|bestellungen|ereignisse|"
    r"menge|summe|gesamt|rate|quote|anteil|ctr|percent|prozent|durchschnitt|average|avg)\b"
)
_IDS = lazy_re(r"\b(?:id|ids|nr|nummer|number|no|key|uuid|email|mail|kunde|customer|user|visitor|case|fall|vorgang)\b")
_NUMBERED = lazy_re(r"\b\w+(?:nummer|nr)\b")
_NUMBERS = lazy_re(r"\b(?:id|ids|nr|\w*nummer|\w+nr|number|no|key|uuid|e ?mail)\b")
_SHORTENED = lazy_re(r"\d[.,]\d+E\+?\d{2}", re.IGNORECASE)
_FEWEST, _MONTHS, _WEEK, _EVERY_ONE, _DIGITS = 6, 3, 7, 0.8, 4
"""So many rows tell a report, and of whole months so many; it has no more words than days of the week beside a day; so many of all days and groups."""
_BOUNDS = lazy_re(r"\b(?:report|reporting|period) (?:starts?|ends?)\b|\bbericht\w*(?:start|beginn|ende)\b")
"""The first and the last day that a report counts."""
_DAY = 86_400_000_000
_DAY_REPORT = lazy_re(
    r"\bz ?(?:nr|no|nummer|number|bericht\w*|bon|report|abschlag|abschluss|zähler|zaehler)\b|\bzbericht\w*|\btagesabschluss\w*|\btagesbericht\w*|\bkassenabschluss\w*|"
    r"\b(?:daily|day) (?:closing|report)\b"
)
_TAKINGS = lazy_re(
    r"\b(?:\w*umsatz\w*|\w*umsätze|\w*einnahmen?|erlös\w*|(?:gross|net|total|card|cash) (?:sales|payments?)|sales|refunds?|takings|revenue|"
    r"bar|bargeld|barzahlung\w*|ec|ec ?karte\w*|karte\w*|kartenzahlung\w*|kreditkarte\w*|cash|card|brutto|netto|mwst|ust|tax|trinkgeld\w*|tips?|losung|tageslosung|total|summe|gesamt\w*)\b"
)
_BUYER = lazy_re(
    r"\b(?:kunde\w*|käufer\w*|gast|gäste(?:name|nr)|customer\w*|client|buyer|guest|user|order|orders? (?:id|no|number)|bestell(?:nr|nummer|ung)|auftrag\w*|beleg(?:nr|nummer)?|bon ?(?:nr|nummer)|"
    r"receipt\w*|rechnung(?:snr|snummer)?|invoice\w*|transaction id|transaktions(?:nr|nummer|id))\b"
)
_LONGEST_STEP = 4 * 86_400_000_000
_MINUTES = lazy_re(r"\d{1,2}:\d{2}[.,]\d")


def is_report(columns: Sequence[ColumnLook], rows: Sequence[Sequence[str]]) -> bool:
    """Whether a table counts what happened and follows nobody, by its names or by what it holds."""
    return (
        is_cash_book(columns)
        or _days_of_a_till(columns, rows)
        or _counts_only(columns, rows)
        or _totals_only(columns, rows)
        or _counts_of_somebody(columns, rows)
    )


def _days_of_a_till(columns: Sequence[ColumnLook], rows: Sequence[Sequence[str]]) -> bool:
    """Whether a row is what a till took on a day: each day once and in order, takings beside it, and no customer, order or
    receipt; the running number of the day's report is nobody."""
    filled = [(place, column) for place, column in enumerate(columns) if column.filled and not column.clock]
    dated = [place for place, column in filled if column.time]
    reports = [column for _, column in filled if _has(_DAY_REPORT, column)]
    others = [column for place, column in filled if place not in dated and column not in reports]
    takings = [column for column in others if column.number and _has(_TAKINGS, column)]
    if len(dated) != 1 or len(rows) < _WEEK - _DIGITS or not takings or (not reports and len(takings) < 2):
        return False
    named = [column for column in others if not column.number]
    if any(column.people or _is_case(column) or column.distinct > _WEEK for column in named):
        return False
    if any(_has(_BUYER, column) for column in others):
        return False
    times = [worded_time(row[dated[0]].strip(), columns[dated[0]].time or TimeFormat.ISO) for row in rows]
    days = [time // _DAY for time in times]
    steps = {other > before for before, other in pairwise(days)}
    return min(times) > IMPOSSIBLE and len(set(days)) == len(days) and len(steps) == 1


def _counts_only(columns: Sequence[ColumnLook], rows: Sequence[Sequence[str]]) -> bool:
    """Whether a table counts what happened, by day or else, and has nothing that could be the same person in several rows:
    numbers that are called counts, beside dates and a few words, and no column that is called an id."""
    counted = [
        column
        for column in columns
        if column.number and column.filled and not _is_named(column) and _has(_COUNTS, column)
    ]
    if not counted or len(rows) < 2:
        return False
    others = [column for column in columns if column not in counted and column.filled]
    if any(_is_named(column) and not column.time for column in others):
        return False
    if any(column.time and _has(_BOUNDS, column) for column in others):
        return True
    periods = {column.name for place, column in enumerate(columns) if _are_periods(each_value(rows, place))}
    words = [one for one in others if not (one.time or one.number or one.clock or one.name in periods)]
    return all(column.repeats or len(words) == 1 for column in words) and len(words) <= 6


def _totals_only(columns: Sequence[ColumnLook], rows: Sequence[Sequence[str]]) -> bool:
    """Whether a table counts, by what it holds: a row a day or month with numbers beside it; a row for each day and each
    group, with every one of them there; or rows of small numbers without any time. No column may be called a case."""
    filled = [(place, column) for place, column in enumerate(columns) if column.filled]
    if _a_row_a_month(filled, rows):
        return True
    if len(rows) < _FEWEST or any(column.people or _is_case(column) for _, column in filled):
        return False
    when = [place for place, column in filled if column.day_only or _are_periods(each_value(rows, place))]
    numbers = [place for place, column in filled if column.number and place not in when]
    words = [place for place, _ in filled if place not in when and place not in numbers]
    if len(when) != 1 or not numbers:
        return False
    days = [row[when[0]] for row in rows]
    if len(set(days)) == len(days):
        return len(numbers) > 1 and all(columns[place].distinct <= _WEEK for place in words) and _are_regular(days)
    groups = [tuple(row[place] for place in words) for row in rows]
    several = len(set(groups)) > 1 and len(set(days)) > 2
    if any(columns[place].repeats and _are_ids([row[place] for row in rows]) for place in numbers):
        return False
    each_once = len(set(zip(days, groups, strict=True))) == len(rows)
    return several and each_once and len(rows) >= _EVERY_ONE * len(set(days)) * len(set(groups))


def _a_row_a_month(filled: Sequence[tuple[int, ColumnLook]], rows: Sequence[Sequence[str]]) -> bool:
    """Whether each row is a month, quarter, week or year of its own, in their order, and all else numbers, whatever these are
    called ("Kunden"), but for numbers of something."""
    when = [place for place, _ in filled if _are_periods(each_value(rows, place))]
    others = [column for place, column in filled if place not in when]
    if len(when) != 1 or len(rows) < _MONTHS or not others:
        return False
    days = [row[when[0]] for row in rows]
    counted = all(
        (one.number or one.clock) and not one.time and not _NUMBERS.search(normal(one.name)) for one in others
    )
    return counted and len(set(days)) == len(days) and _are_in_course([period_of(day) for day in days])


def _are_in_course(periods: Sequence[tuple[str, tuple[int, int, int]] | None]) -> bool:
    course = [period[1] for period in periods if period]
    return len(course) == len(periods) and course in (sorted(course), sorted(course, reverse=True))


def _counts_of_somebody(columns: Sequence[ColumnLook], rows: Sequence[Sequence[str]]) -> bool:
    """Whether a table has no time at all, but several columns of small numbers beside one of names: how often, not when."""
    filled = [(place, column) for place, column in enumerate(columns) if column.filled]
    if any(column.time or column.clock or column.if_named or name_rank(Role.TIME, column) for _, column in filled):
        return False
    numbers = [place for place, column in filled if column.number and column.whole and not _has(_IDS, column)]
    words = [place for place, column in filled if not column.number and not column.repeats]
    small = all(len(value) <= _DIGITS for place in numbers for value in values_of(rows, place))
    return len(rows) > 1 and len(numbers) > 1 and len(words) == 1 and len(numbers) + 2 >= len(filled) and small


def _are_regular(days: Sequence[str]) -> bool:
    """Whether texts, a different one on each row, follow each other in one direction: a report lists its days in order."""
    course = [period_of(day) for day in days]
    if all(course):
        return True
    times = [worded_time(day, form) for form in (TimeFormat.DAY_FIRST, TimeFormat.MONTH_FIRST) for day in days]
    for one in (times[: len(days)], times[len(days) :]):
        steps = {other - before for before, other in pairwise(one)}
        if min(one) > IMPOSSIBLE and len(steps) == 1:
            return True
        if min(one) > IMPOSSIBLE and len({step > 0 for step in steps}) == 1 and max(map(abs, steps)) <= _LONGEST_STEP:
            return True
    return False


def _are_ids(values: Sequence[str]) -> bool:
    """Whether numbers look like ids: all of one length, with three digits or more."""
    return len({len(value.strip()) for value in values}) == 1 and len(values[0].strip()) > 2


def _are_periods(values: Iterator[str]) -> bool:
    first = next(values, "")
    return all((period := period_of(value)) and period[0] != "weekday" for value in chain((first,), values))


def _is_named(column: ColumnLook) -> bool:
    """Whether a column is called an id, German words for numbers among them."""
    return _has(_IDS, column) or _has(_NUMBERED, column)


def _is_case(column: ColumnLook) -> bool:
    return name_rank(Role.CASE, column) > 0 or _has(_IDS, column)


def half_days(columns: Sequence[ColumnLook], rows: Sequence[Sequence[str]]) -> list[tuple[str, str]]:
    """Columns beside steps in which some cells are days and most are words, as a hint: they are no steps, which nobody would see."""
    found = []
    for place, column in enumerate(columns):
        if not column.people and holds_some_days(column, rows, place):
            found.append(column.name)
    return [("half_days", ", ".join(found))] if found else []


def lost(names: Sequence[str], rows: Sequence[Sequence[str]], roles: Mapping[str, str]) -> list[tuple[str, str]]:
    """What a spreadsheet has shortened, as hints with the column: ids that are left with a few digits, and times of which
    minutes and seconds are left."""
    found = []
    for place, name in enumerate(names):
        if name == roles.get(Role.TIME) and _most_are_shortened(values_of(rows[:300], place)):
            found.append(("lost_digits", name))
        if name != roles.get(Role.CASE) and not any(_MINUTES.fullmatch(row[place]) for row in rows[:5]):
            continue
        values = values_of(rows[:300], place)
        if not values:
            continue
        if roles.get(Role.CASE) == name and _most_are_shortened(values):
            found.append(("lost_ids", name))
        if sum(_MINUTES.fullmatch(value) is not None for value in values) > 0.8 * len(values):
            found.append(("lost_times", name))
    return found


def _most_are_shortened(values: Sequence[str]) -> bool:
    if sum(_SHORTENED.fullmatch(value) is not None for value in values) > 0.5 * len(values):
        return True
    long = [value for value in values if value.isdecimal() and len(value) >= 16]
    return len(long) > 2 and len(long) == len(values) and all(value.endswith("0" * (len(value) - 15)) for value in long)


def _has(words: re.Pattern[str], column: ColumnLook) -> bool:
    return any(words.search(form) for form in (normal(column.name), parted(column.name)))
