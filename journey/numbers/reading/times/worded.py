"""Times as people and programs write them out, with the names of `calendar_words`, `clocks` and `zones`: RFC 2822,
JavaScript, compact and dotted forms. One text at a time, for what SQL does not read; German and English."""

import re
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache
from zoneinfo import ZoneInfo

from journey.lazy_re import lazy_re
from journey.numbers.reading.plan import TimeFormat
from journey.numbers.reading.times.calendar_words import DAYS, MONTHS, says_no_day
from journey.numbers.reading.times.clocks import CLOCK, clock_in
from journey.numbers.reading.times.compact_times import COMPACT, with_marks
from journey.numbers.reading.times.periods import first_day
from journey.numbers.reading.times.typed_format import with_a_year
from journey.numbers.reading.times.zones import without_zone

EMPTY, UNREADABLE, IMPOSSIBLE = -(1 << 62), -(1 << 62) + 1, -(1 << 62) + 2
"""Stand where there is no time; all far before 1970."""

LONGEST = 100
"""Longer texts are no times."""

_HALVES = lazy_re(r"\b(vor|nach)m(?:\.|ittags?\b)", re.IGNORECASE)
_FILLERS = frozenset(["um", "uhr", "at", "on", "the", "of", "am", "den", "der", "vom", "h", "t", "o", "clock"])
_JOINED = lazy_re(r"(\d)[T_](?=\d)")
_JOINED_CLOCK = lazy_re(
    r"(?<!\d)(\d{8}|\d{1,4}[./-]\d{1,2}[./-]\d{1,4})[ T:_-]+(\d{2})(\d{2})(\d{2})?(?:[.,](\d+))?(?!\d|[.:/-])"
)
_LOG_CLOCK = lazy_re(r"(\d{4}):(?=\d{1,2}:\d{2})")
_DOTTED_CLOCK = lazy_re(
    r"^(.*(?:\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|[./ -][A-Za-z]{3,9}\.?[./ -]\d{2,4}|\d{8}),?[ T_-]+)"
    r"(\d{1,2})\.(\d{2})(?:\.(\d{2})(?:[.,](\d+))?)?(?=\s*(?:[ap]\.?m\.?)?\s*$)",
    re.IGNORECASE,
)
_DASHED_CLOCK = lazy_re(r"(\d{4}-\d{1,2}-\d{1,2}[ T_-]+)(\d{2})[-.](\d{2})(?:[-.](\d{2}))?$")
_COMPACT = lazy_re(r"(\d{4})(\d{2})(\d{2})(?:(\d{2})(?:(\d{2})(\d{2})?(\d{1,9})?)?)?")
_BARE = lazy_re(r"(\d{1,2})(\d{2})((?:19|20)\d{2})(?:[T ]?(\d{2})(\d{2})(\d{2})?)?(?![^\sT])")
_OF_A_FLOAT = lazy_re(r"^(\d{8})\.0+$")
_COUNTED = lazy_re(r"\\?/Date\((-?\d{1,14})(?:[+-]\d{4})?\)\\?/")
"""How .NET writes milliseconds since 1970."""
_WORD = lazy_re(r"[^\W\d_]+\.?|\d+(?:st|nd|rd|th)?|\S", re.IGNORECASE)
_ORDINAL = lazy_re(r"(\d+)(?:st|nd|rd|th)", re.IGNORECASE)
_NO_DATE = lazy_re(
    r"^\D*(0{4}[-/.]?0{1,2}[-/.]?0{1,2}|0{1,2}[-/.]0{1,2}[-/.](0{4}|0{2})|0+|1900-01-00|0?0\.0?1\.1900|0?1/0?0/1900)(\D[0:.,\sTZ+]*)?$"
)


def worded_time(text: str, form: str) -> int:
    """Microseconds since 1970 of a text, a time without a zone as if it were UTC; EMPTY for a date of zeros, UNREADABLE
    where it is no time, IMPOSSIBLE where it is one that cannot be (31 February). `form` is a TimeFormat, which says what
    comes first where the text does not, or a pattern of strptime that was typed by hand."""
    if "%" in form:
        return _typed(text.strip(), form)
    return _read(" ".join(text.split()), form)


@lru_cache(1 << 16)
def _read(text: str, form: str) -> int:
    if not text or len(text) > LONGEST:
        return UNREADABLE
    if _NO_DATE.match(text) or says_no_day(text):
        return EMPTY
    if form == TimeFormat.PERIODS:
        first = first_day(text)
        return _instant((first.year, first.month, first.day), (0, 0, 0, 0), None) if first else UNREADABLE
    if counted := _COUNTED.fullmatch(text):
        return int(counted[1]) * 1_000
    text = with_marks(text, form) if form in COMPACT else _OF_A_FLOAT.sub(r"\1", text)
    rest, zone = without_zone(_HALVES.sub(lambda found: "AM" if found[1].casefold() == "vor" else "PM", text))
    if form in (TimeFormat.DAY_FIRST, TimeFormat.MONTH_FIRST):
        rest = _BARE.sub(_with_marks, rest, count=1) if _BARE.match(rest) else rest
    rest = _LOG_CLOCK.sub(r"\1 ", rest)
    rest = _DASHED_CLOCK.sub(lambda found: found[1] + ":".join(part for part in found.groups()[1:] if part), rest)
    rest = _DOTTED_CLOCK.sub(_with_dots_as_colons, rest)
    rest = _JOINED_CLOCK.sub(_with_colons, rest)
    rest = _JOINED.sub(r"\1 ", rest)
    clocks = list(CLOCK.finditer(rest))
    if len(clocks) > 1:
        return UNREADABLE
    clock: tuple[int, int, int, int] | None = (0, 0, 0, 0)
    if clocks:
        clock = clock_in(clocks[0])
        rest = rest[: clocks[0].start()] + " " + rest[clocks[0].end() :]
    elif found := _COMPACT.fullmatch(rest.strip()):
        if found[4]:
            clock = (int(found[4]), int(found[5] or 0), int(found[6] or 0), int(f"{found[7] or 0:0<6}"[:6]))
        rest = f"{found[1]}-{found[2]}-{found[3]}"
    day = _day(rest, form)
    if not isinstance(day, tuple):
        return day
    return _instant(day, clock, zone)


def _with_marks(found: re.Match[str]) -> str:
    clock = ":".join(part for part in found.groups()[3:] if part)
    return f"{found[1]}/{found[2]}/{found[3]} {clock}".strip()


def _with_dots_as_colons(found: re.Match[str]) -> str:
    return found[1] + ":".join(part for part in found.groups()[1:4] if part) + (f".{found[5]}" if found[5] else "")


def _with_colons(found: re.Match[str]) -> str:
    clock = ":".join(part for part in found.groups()[1:4] if part)
    return f"{found[1]} {clock}" + (f".{found[5]}" if found[5] else "")


def _day(text: str, form: str) -> tuple[int, int, int] | int:
    """Year, month and day."""
    month = 0
    numbers: list[tuple[int, int]] = []
    for word in _WORD.findall(text):
        plain = word.rstrip(".").casefold()
        if ordinal := _ORDINAL.fullmatch(word):
            numbers.append((int(ordinal[1]), len(ordinal[1])))
        elif word.isdecimal():
            numbers.append((int(word), len(word)))
        elif plain in MONTHS and not month:
            month = MONTHS[plain]
        elif not (plain in DAYS or plain in _FILLERS or word in ",.;-/–·'’|"):
            return UNREADABLE
    if len(numbers) == 1 and numbers[0][1] == 8 and not month:
        return numbers[0][0] // 10_000, numbers[0][0] // 100 % 100, numbers[0][0] % 100
    if any(digits > 4 or digits == 3 for _, digits in numbers) or len(numbers) != (2 if month else 3):
        return UNREADABLE
    if month:
        (first, digits), (second, others) = numbers
        year_first = digits == 4 or (form == TimeFormat.YEAR_FIRST_SHORT and others != 4)
        year, day, size = (first, second, digits) if year_first else (second, first, others)
        return (_year(year, size), month, day)
    (first, digits), (second, _), (third, others) = numbers
    if digits >= 3:
        return (first, second, third)
    if form == TimeFormat.YEAR_FIRST_SHORT and others < 3:
        return (_year(first, digits), second, third)
    if form == TimeFormat.MONTH_FIRST:
        return (_year(third, others), first, second)
    if form in (TimeFormat.ISO, TimeFormat.WORDS) and "." not in text and max(first, second) < 13 and first != second:
        return UNREADABLE  # nothing says which of the two is the day
    month_first = form not in (TimeFormat.DAY_FIRST, TimeFormat.YEAR_FIRST_SHORT) and second > 12
    return (_year(third, others), *((first, second) if month_first else (second, first)))


def _year(year: int, digits: int) -> int:
    """A year with two digits is one of ours: 70 to 99 are of the last century; one of another length is none."""
    if digits not in (2, 4):
        return -1
    return year if digits > 2 else year + (1900 if year >= 70 else 2000)


def _instant(
    day: tuple[int, int, int], clock: tuple[int, int, int, int] | None, zone: timezone | ZoneInfo | None
) -> int:
    if day[0] < 0:
        return UNREADABLE
    if clock is None:
        return IMPOSSIBLE
    try:
        hours, minutes, seconds, micros = clock
        whole = datetime(*day, tzinfo=zone or UTC) + timedelta(days=hours // 24)
        when = whole.replace(hour=hours % 24, minute=minutes, second=seconds, microsecond=micros)
        return (when.astimezone(UTC) - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)
    except (ValueError, OverflowError):
        return IMPOSSIBLE


def _typed(text: str, pattern: str) -> int:
    plain, year = with_a_year(pattern) or (pattern, "")
    if year:
        digits = datetime(2026, 12, 31).strftime(plain)
        text = text.zfill(len(digits)) if text.isdecimal() and digits.isdecimal() else text
        return _typed(f"{text} {year}", f"{plain} %Y")
    if text.isdecimal():
        digits = datetime(2026, 12, 31).strftime(pattern)
        text = text.zfill(len(digits)) if digits.isdecimal() and len(text) == len(digits) - 1 else text
    try:
        when = datetime.strptime(text, pattern)
    except ValueError:
        return UNREADABLE
    aware = when if when.tzinfo else when.replace(tzinfo=UTC)
    return (aware - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)
