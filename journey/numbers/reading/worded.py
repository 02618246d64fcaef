"""Times as people and programs write them out: names of months, weekdays and zones, "um … Uhr", AM and PM, RFC 2822,
JavaScript, compact and dotted forms. One text at a time, for what SQL does not read; German and English."""

import re
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from journey.numbers.reading.plan import TimeFormat

EMPTY, UNREADABLE, IMPOSSIBLE = -(1 << 62), -(1 << 62) + 1, -(1 << 62) + 2
"""Stand where there is no time; all far before 1970."""

LONGEST = 100
"""Longer texts are no times."""

_MONTHS = (
    "january januar jan jän jänner jaenner", "february februar feb feber", "march märz maerz mar mär mrz mae",
    "april apr", "may mai", "june juni jun", "july juli jul", "august aug", "september sep sept",
    "october oktober oct okt", "november nov", "december dezember dec dez",
)  # fmt: skip
MONTHS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_DAYS = frozenset(
    [
        "monday",
        "mon",
        "mo",
        "montag",
        "tuesday",
        "tue",
        "tues",
        "tu",
        "dienstag",
        "di",
        "die",
        "wednesday",
        "wed",
        "we",
        "mittwoch",
        "mi",
        "mit",
        "thursday",
        "thu",
        "thur",
        "thurs",
        "th",
        "donnerstag",
        "do",
        "don",
        "friday",
        "fri",
        "fr",
        "freitag",
        "fre",
        "saturday",
        "sat",
        "sa",
        "samstag",
        "sam",
        "sonnabend",
        "sunday",
        "sun",
        "su",
        "so",
        "sonntag",
        "son",
    ]
)
_WEEKDAYS = {"mo": 0, "tu": 1, "di": 1, "we": 2, "mi": 2, "th": 3, "do": 3, "fr": 4, "sa": 5, "su": 6, "so": 6}
_FILLERS = frozenset(["um", "uhr", "at", "on", "the", "of", "am", "den", "der", "vom", "h", "t", "o", "clock"])
_HALVES = {"am": 0, "pm": 12, "a": 0, "p": 12}
_HOURS = {
    "z": 0, "utc": 0, "gmt": 0, "ut": 0, "wet": 0, "west": 1, "bst": 1, "ist": 5.5, "cet": 1, "mez": 1, "cest": 2, "mesz": 2,
    "eet": 2, "oez": 2, "eest": 3, "oesz": 3, "msk": 3, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6,
    "pst": -8, "pdt": -7, "akst": -9, "akdt": -8, "hst": -10, "jst": 9, "kst": 9, "sgt": 8, "hkt": 8, "aest": 10, "aedt": 11,
    "acst": 9.5, "acdt": 10.5, "awst": 8, "nzst": 12, "nzdt": 13, "sast": 2, "brt": -3,
}  # fmt: skip
"""Hours ahead of UTC of zones by their abbreviations."""

_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_REGION = re.compile(r"\b[A-Z][A-Za-z_]+(?:/[A-Z][A-Za-z_+-]+\d*){1,2}\b")
_OFFSET = re.compile(r"(?:\b(?:gmt|utc|ut)\s*|(?<=[\d\s.apm]))([+\u2212-])(\d{1,2}):?(\d{2})?$", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?<![\d.:])(\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:[.,:](\d+))?)?|\.(\d{2})(?:\.(\d{2}))?(?=\s*uhr)|\s*h\s*(\d{2})(?:m(?:in)?)?|(?=\s*(?:uhr|[ap]\.?\s?m\b)))"
    r"\s*([ap](?=\.?\s?m\b))?(?:\.?\s?m\b\.?)?",
    re.IGNORECASE,
)
_JOINED = re.compile(r"(\d)[T_](?=\d)")
_JOINED_CLOCK = re.compile(
    r"(?<!\d)(\d{8}|\d{1,4}[./-]\d{1,2}[./-]\d{1,4})[ T:_-]+(\d{2})(\d{2})(\d{2})?(?:[.,](\d+))?(?!\d|[.:/-])"
)
_LOG_CLOCK = re.compile(r"(\d{4}):(?=\d{1,2}:\d{2})")
_DOTTED_CLOCK = re.compile(
    r"^(.*(?:\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|[./ -][A-Za-z]{3,9}\.?[./ -]\d{2,4}|\d{8}),?[ T_-]+)"
    r"(\d{1,2})\.(\d{2})(?:\.(\d{2})(?:[.,](\d+))?)?(?=\s*(?:[ap]\.?m\.?)?\s*$)",
    re.IGNORECASE,
)
_DASHED_CLOCK = re.compile(r"(\d{4}-\d{1,2}-\d{1,2}[ T_-]+)(\d{2})[-.](\d{2})(?:[-.](\d{2}))?$")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?(\d{1,9})?)?")
_WORD = re.compile(r"[^\W\d_]+\.?|\d+(?:st|nd|rd|th)?|\S", re.IGNORECASE)
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)", re.IGNORECASE)
_NO_DATE = re.compile(r"^\D*(0{4}[-/.]?0{1,2}[-/.]?0{1,2}|0{1,2}[-/.]0{1,2}[-/.](0{4}|0{2}))(\D[0:.,\sTZ+]*)?$")


def worded_time(text: str, form: str) -> int:
    """Microseconds since 1970 of a text, a time without a zone as if it were UTC; EMPTY for a date of zeros, UNREADABLE
    where it is no time, IMPOSSIBLE where it is one that cannot be (31 February). `form` is a TimeFormat, which says what
    comes first where the text does not, or a pattern of strptime that was typed by hand."""
    if "%" in form:
        return _typed(text.strip(), form)
    return _read(" ".join(text.split()), form)


def weekday_of(text: str) -> int | None:
    """The weekday that a text names, from 0 for Monday; None where it names none."""
    for word in re.findall(r"[^\W\d_]+", text):
        if word.casefold() in _DAYS and word.casefold() not in MONTHS:
            return _WEEKDAYS.get(word.casefold()[:2])
    return None


def has_words(text: str) -> bool:
    """Whether a text names a month."""
    return any(word.casefold() in MONTHS for word in re.findall(r"[^\W\d_]+", text))


def clock_of(text: str) -> str | None:
    """A clock alone as hh:mm:ss with its fraction, from "9:30", "9.30 Uhr", "093000", "9:30 PM"; None for anything else."""
    plain = re.sub(r"^(?:18|19)\d\d-\d\d-\d\d[ T]", "", " ".join(text.split()))
    if (re.fullmatch(r"\d{3,6}", plain) and len(plain) != 5) or re.fullmatch(r"\d{5}", plain):
        plain = plain.zfill(4 if len(plain) < 5 else 6)
        plain = ":".join(re.findall("..", plain))
    elif found := re.fullmatch(r"(\d{1,2})[.h](\d{2})(?:[.m](\d{2})s?)?(?:\s*Uhr)?", plain):
        plain = ":".join(part for part in found.groups() if part)
    match = _CLOCK.fullmatch(plain.removesuffix("Uhr").removesuffix("h").strip() if ":" in plain else plain)
    if match is None:
        found = re.fullmatch(r"0[.,]\d+", plain)
        if found is None:
            return None
        seconds = round(float(plain.replace(",", ".")) * 86_400)
        return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    clock = _clock(match)
    if clock is None:
        return None
    hours, minutes, seconds, micros = clock
    return f"{hours:02}:{minutes:02}:{seconds:02}" + (f".{micros:06}" if micros else "")


def zone_of(text: str) -> str | None:
    """An offset like +01:00, or the name of a region, for the name of a zone alone; None for anything else."""
    plain = text.strip()
    if plain in _regions():
        return plain
    found = re.fullmatch(r"(?:gmt|utc)?\s*([+\u2212-])(\d{1,2}):?(\d{2})?", plain, re.IGNORECASE)
    if found:
        return f"{'+' if found[1] == '+' else '-'}{int(found[2]):02}:{found[3] or '00'}"
    if (hours := _HOURS.get(plain.casefold())) is not None:
        return f"{'-' if hours < 0 else '+'}{int(abs(hours)):02}:{int(abs(hours) % 1 * 60):02}"
    return None


@lru_cache(1 << 16)
def _read(text: str, form: str) -> int:
    if not text or len(text) > LONGEST:
        return UNREADABLE
    if _NO_DATE.match(text):
        return EMPTY
    rest, zone = _without_zone(text)
    rest = _LOG_CLOCK.sub(r"\1 ", rest)
    rest = _DASHED_CLOCK.sub(lambda found: found[1] + ":".join(part for part in found.groups()[1:] if part), rest)
    rest = _DOTTED_CLOCK.sub(_with_dots_as_colons, rest)
    rest = _JOINED_CLOCK.sub(_with_colons, rest)
    rest = _JOINED.sub(r"\1 ", rest)
    clocks = list(_CLOCK.finditer(rest))
    if len(clocks) > 1:
        return UNREADABLE
    clock: tuple[int, int, int, int] | None = (0, 0, 0, 0)
    if clocks:
        clock = _clock(clocks[0])
        rest = rest[: clocks[0].start()] + " " + rest[clocks[0].end() :]
    elif found := _COMPACT.fullmatch(rest.strip()):
        if found[4]:
            clock = (int(found[4]), int(found[5]), int(found[6] or 0), int(f"{found[7] or 0:0<6}"[:6]))
        rest = f"{found[1]}-{found[2]}-{found[3]}"
    day = _day(rest, form)
    if not isinstance(day, tuple):
        return day
    return _instant(day, clock, zone)


def _with_dots_as_colons(found: re.Match[str]) -> str:
    return found[1] + ":".join(part for part in found.groups()[1:4] if part) + (f".{found[5]}" if found[5] else "")


def _with_colons(found: re.Match[str]) -> str:
    clock = ":".join(part for part in found.groups()[1:4] if part)
    return f"{found[1]} {clock}" + (f".{found[5]}" if found[5] else "")


def _without_zone(text: str) -> tuple[str, timezone | ZoneInfo | None]:
    """The text without its zone, and that; what stands in brackets is a zone only where nothing before it is one."""
    bracketed = _BRACKETS.search(text)
    rest = _BRACKETS.sub(" ", text).strip() if bracketed else text
    if found := _OFFSET.search(rest):
        before = rest[: found.start()]
        if (
            ":" in before
            or re.search(r"gmt|utc|uhr|[ap]m", rest, re.IGNORECASE)
            or re.search(r"\d{6}$", before.strip())
        ):
            hours, minutes = int(found[2]), int(found[3] or 0)
            offset = timedelta(hours=hours, minutes=minutes) * (1 if found[1] == "+" else -1)
            if abs(offset) < timedelta(hours=24):
                return re.sub(r"\b(gmt|utc)\s*$", "", before.strip(), flags=re.IGNORECASE), timezone(offset)
    if (found := _REGION.search(rest)) and found[0] in _regions():
        return rest[: found.start()] + rest[found.end() :], ZoneInfo(found[0])
    for word in re.finditer(r"(?<![A-Za-z])[A-Za-z]{1,4}(?![A-Za-z])", rest):
        name = word[0].casefold()
        if name in _HOURS and (len(name) > 1 or word[0] == "Z") and (len(name) > 1 or word.end() == len(rest)):
            zone = timezone(timedelta(hours=_HOURS[name]))
            return rest[: word.start()] + " " + rest[word.end() :], zone
    if bracketed and (inside := bracketed[1].strip()):
        if inside in _regions():
            return rest, ZoneInfo(inside)
        if inside.casefold() in _HOURS:
            return rest, timezone(timedelta(hours=_HOURS[inside.casefold()]))
    return rest, None


@cache
def _regions() -> frozenset[str]:
    try:
        return frozenset(name for name in available_timezones() if "/" in name)
    except (OSError, ZoneInfoNotFoundError):
        return frozenset()


def _clock(found: re.Match[str]) -> tuple[int, int, int, int] | None:
    """Hours, minutes, seconds and microseconds; None where there is no such clock."""
    hours, minutes = int(found[1]), int(found[2] or found[5] or found[7] or 0)
    seconds, micros = int(found[3] or found[6] or 0), int(f"{found[4] or 0:0<6}"[:6])
    if found[8]:
        if not 1 <= hours <= 12:
            if hours > 23:
                return None
        else:
            hours = hours % 12 + _HALVES[found[8].casefold()]
    if hours > 24 or minutes > 59 or seconds > 60 or (hours == 24 and (minutes or seconds)):
        return None
    return hours, minutes, min(seconds, 59), micros


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
        elif not (plain in _DAYS or plain in _FILLERS or word in ",.;-/–·"):
            return UNREADABLE
    if len(numbers) == 1 and numbers[0][1] == 8 and not month:
        return numbers[0][0] // 10_000, numbers[0][0] // 100 % 100, numbers[0][0] % 100
    if any(digits > 4 for _, digits in numbers) or len(numbers) != (2 if month else 3):
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
    try:
        when = datetime.strptime(text, pattern)
    except ValueError:
        return UNREADABLE
    aware = when if when.tzinfo else when.replace(tzinfo=UTC)
    return (aware - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)


_TOKENS = (
    ("YYYY", "%Y"), ("JJJJ", "%Y"), ("yyyy", "%Y"), ("jjjj", "%Y"), ("MMMM", "%B"), ("MMM", "%b"), ("YY", "%y"), ("JJ", "%y"),
    ("yy", "%y"), ("TT", "%d"), ("DD", "%d"), ("dd", "%d"), ("MM", "%m"), ("HH", "%H"), ("hh", "%H"), ("mm", "%M"),
    ("SS", "%S"), ("ss", "%S"), ("ffffff", "%f"), ("fff", "%f"), ("T", "T"),
)  # fmt: skip


def pattern_of(words: str) -> str | None:
    """The pattern of strptime that words like TT.MM.JJJJ HH:mm:ss, YYYY/MM/DD or %d.%m.%Y mean; None where there is no
    day, month and year in them."""
    pattern = words.strip()
    if "%" not in pattern:
        found, place = "", 0
        while place < len(pattern):
            token = next((pair for pair in _TOKENS if pattern.startswith(pair[0], place)), None)
            found += token[1] if token else pattern[place].replace("%", "%%")
            place += len(token[0]) if token else 1
        pattern = found.replace("%H", "%I") if re.search(r"%p|\ba\b", found) else found
        pattern = re.sub(r"\ba\b", "%p", pattern)
    try:
        datetime.strptime(date(2026, 12, 31).strftime(pattern), pattern)
    except ValueError:
        return None
    has_day = "%s" in pattern or "%c" in pattern or (re.search("%[dj]", pattern) and re.search("%[mbBj]", pattern))
    return pattern if has_day and re.search("%[yYcs]", pattern) else None
