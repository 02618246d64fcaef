"""Times of digits alone with a year of two: 311226, 123126, 261231 and AS/400's 1261231, with or without a clock behind them.
A column holds them only where all of it allows one order; whatever could be read in two ways is left to a person."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime

from journey.lazy_re import lazy_re
from journey.numbers.reading.plan import TimeFormat
from journey.numbers.reading.times.clocks import clock_of

_DATE = r"(\d{1,2})(\d{2})(\d{2})"
_BARE = lazy_re(rf"1?{_DATE}(?:\.0+)?|{_DATE}\d{{4}}(?:\d{{2}})?|{_DATE}[T ]+(?:\d{{4}}(?:\d{{2}})?|\d{{1,2}}:.*)")
_CENTURY = lazy_re(r"1\d{6}(?:\D.*)?|1\d{12}")
_CLOCK = lazy_re(rf"\s*{_DATE}(?:\.0+|[T ]*(\d{{2}})(\d{{2}})(\d{{2}})?|([T ].*))?")
_PLACES = {
    TimeFormat.COMPACT_DAY_FIRST: (2, 1, 0),
    TimeFormat.COMPACT_MONTH_FIRST: (2, 0, 1),
    TimeFormat.COMPACT_YEAR_FIRST: (0, 1, 2),
}
"""Where year, month and day stand."""

COMPACT = frozenset(_PLACES)

_IDS = lazy_re(
    r"(?:^|[^a-zäöü])(?:id|nr|no|nummer|number|key|plz|zip|konto|account|bon|beleg|artikel|article|sku|menge|preis|price|betrag|amount)(?:[^a-zäöü]|$)|nummer|betrag|umsatz|preis",
    re.IGNORECASE,
)
_DAYS = lazy_re(r"dat|tag|day|(?:^|[^a-zäöü])(?:am|on)(?:[^a-zäöü]|$)", re.IGNORECASE)
_CLOCKS = lazy_re(r"zeit|time|clock|uhr|zet\b", re.IGNORECASE)
_LOOKED_AT_FIRST = 5
_PROVEN, _FEWEST, _FEWEST_UNNAMED = 0.98, 3, 8
_FEW_YEARS, _MANY_YEARS = 3, 6
"""An order in which the years are many is none, where they are few in another."""


def compact_guess(values: Sequence[str], named: bool, name: str) -> TimeFormat | None:
    """The order of a column's digits; None where they are no dates, or dates in more than one order. `named`: the column is
    called a time; without that more has to speak for it."""
    if not any(map(_BARE.fullmatch, values[:_LOOKED_AT_FIRST])):
        return None
    filled = [value for value in values if value.strip("0. ")]
    if len(filled) < _FEWEST or sum(_BARE.fullmatch(value) is not None for value in filled) < _PROVEN * len(filled):
        return None
    if not _DAYS.search(name) and all(map(clock_of, filled)):
        return None  # as well clocks like 080000
    different = set(filled)
    if not named and (len(different) < _FEWEST_UNNAMED or _IDS.search(name) or _are_numbered(different)):
        return None
    found = {form: days for form in _PLACES if (days := _days(filled, form))}
    years = {form: len({day.year for day in days}) for form, days in found.items()}
    if years and min(years.values()) <= _FEW_YEARS:
        found = {form: days for form, days in found.items() if years[form] <= _MANY_YEARS}
    if len(found) != 1:
        return None
    form, days = next(iter(found.items()))
    return form if named or years[form] <= _FEW_YEARS else None


def fits_too(values: Sequence[str], form: TimeFormat, name: str) -> bool:
    """Whether values that could be dates in several orders are dates in the one that another column of the file proves."""
    filled = [value for value in values if value.strip("0. ")]
    if not filled or _IDS.search(name) or not all(map(_BARE.fullmatch, filled)):
        return False
    clocks = not _DAYS.search(name) and _CLOCKS.search(name) and all(map(clock_of, filled))
    return bool(_days(filled, form)) and not clocks


def with_marks(text: str, form: str) -> str:
    """A text of digits as year, month and day with dashes, and a clock with colons behind; any other text as it is."""
    plain = text[1:] if _CENTURY.fullmatch(text) and form == TimeFormat.COMPACT_YEAR_FIRST else text
    found = _CLOCK.fullmatch(plain)
    if found is None:
        return text
    year, month, day = (found[1 + place] for place in _PLACES[TimeFormat(form)])
    clock = ":".join(part for part in (found[4], found[5], found[6]) if part) or (found[7] or "").strip(" T")
    return f"{_century(year)}{year:0>2}-{month:0>2}-{day:0>2} {clock}".strip()


def marked_sql(value: str, form: str) -> str:
    """The same in SQL, clocks of digits apart."""
    year, month, day = (place + 1 for place in _PLACES[TimeFormat(form)])
    plain = value
    if form == TimeFormat.COMPACT_YEAR_FIRST:
        plain = rf"regexp_replace({plain}, '^\s*1(\d{{6}})(\d{{6}})?(\D.*)?$', '\1\2\3')"
    plain = rf"regexp_replace({plain}, '^\s*(\d{{5}}|\d{{9}}|\d{{11}})(\D.*)?$', '0\1\2')"
    clock = rf"regexp_replace({plain}, '^\s*({_digits(_DATE)})[T ]*(\d{{2}})(\d{{2}})(\d{{2}})?\s*$', '\1 \2:\3:\4')"
    for years, century in ((r"[789]\d", "19"), (r"\d{1,2}", "20")):
        parts = [r"(\d{1,2})", r"(\d{2})", r"(\d{2})"]
        parts[year - 1] = f"({years})"
        found = rf"^\s*{''.join(parts)}(?:\.0+\s*|\s*|([\sT].*))$"
        clock = rf"regexp_replace({clock}, '{found}', '{century}\{year}-\{month}-\{day}\4')"
    return clock


def _digits(pattern: str) -> str:
    return pattern.replace("(", "").replace(")", "")


def _century(year: str) -> int:
    return 19 if int(year) >= 70 else 20


def _days(values: Sequence[str], form: TimeFormat) -> list[date]:
    """The days of values in one order; none where some of them cannot be."""
    newest = datetime.now(UTC).year + 1
    days = []
    for value in values:
        try:
            day = date.fromisoformat(with_marks(value, form)[:10])
        except ValueError:
            continue
        days += [day] if 1990 <= day.year <= newest else []
    return days if len(days) >= _PROVEN * len(values) else []


def _are_numbered(values: set[str]) -> bool:
    """Whether numbers follow each other without gaps, as running numbers do."""
    numbers = [int(value) for value in values if value.isdecimal()]
    return bool(numbers) and max(numbers) - min(numbers) < 2 * len(numbers)
