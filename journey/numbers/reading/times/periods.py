"""Periods that name no day: months, quarters, weeks and years as the heads of reports and as what stands below them."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from journey.lazy_re import lazy_re
from journey.numbers.reading.times.calendar_words import DAYS, MONTHS

_YEAR = r"(?P<year>(?:19|20)\d\d|['’]?\d\d)"
_KINDS = (
    ("quarter", lazy_re(rf"(?:q|quartal|quarter)[ ./-]?(?P<part>[1-4])(?:[ ./-]*{_YEAR})?")),
    ("quarter", lazy_re(rf"(?P<part>[1-4])\.? ?(?:q|quartal|quarter)(?:[ ./-]*{_YEAR})?")),
    ("quarter", lazy_re(rf"{_YEAR}[ ./-]*(?:q|quartal|quarter)[ ./-]?(?P<part>[1-4])")),
    ("week", lazy_re(rf"(?:kw|cw|wk|w|week|woche|kalenderwoche)[ ./-]?(?P<part>\d{{1,2}})(?:[ ./-]+{_YEAR})?")),
    ("week", lazy_re(rf"(?P<part>\d{{1,2}})\. ?(?:kw|woche)(?:[ ./-]+{_YEAR})?")),
    ("week", lazy_re(rf"{_YEAR}[ ./-]*(?:kw|cw|w|week|woche)[ ./-]?(?P<part>\d{{1,2}})")),
    ("month", lazy_re(r"(?:monat|month) ?(?P<part>\d{1,2})")),
    ("month", lazy_re(r"(?P<year>(?:19|20)\d\d)[-/. ](?P<part>\d{1,2})")),
    ("month", lazy_re(r"(?P<part>\d{1,2})[-/. ](?P<year>(?:19|20)\d\d)")),
    ("month", lazy_re(rf"(?P<word>[^\W\d_]{{3,9}})\.?(?:[ ./-]*{_YEAR})?")),
    ("day", lazy_re(r"(?P<day>\d{1,2})\.(?P<part>\d{1,2})\.?")),
    ("day", lazy_re(r"(?:tag|day) ?(?P<part>\d{1,2})")),
    ("weekday", lazy_re(r"(?P<weekday>[^\W\d_]{2,10})\.?")),
    ("year", lazy_re(r"(?P<year>(?:19|20)\d\d)")),
)
_LIKE_A_DAY = lazy_re(r"[^\W\d_]+\.? ?\d\d")
"""Jan 26 may be a day as well as a month."""
_LAST = {"quarter": 4, "week": 53, "month": 12, "day": 31, "weekday": 7, "year": 0}
_AGAIN = lazy_re(r" \(\d+\)$")
_LONGEST, _FEWEST_WEEKDAYS = 24, 5


def period_of(text: str) -> tuple[str, tuple[int, int, int]] | None:
    """The kind of a period that a text names, and where in the course of time it is: year (0 where none is named), part,
    day. None for any other text."""
    plain = _AGAIN.sub("", " ".join(text.split()))
    if not 2 <= len(plain) <= _LONGEST:
        return None
    for kind, pattern in _KINDS:
        if found := pattern.fullmatch(plain.casefold()):
            named = found.groupdict()
            word, weekday = named.get("word"), named.get("weekday")
            if (word and word not in MONTHS) or (weekday and weekday not in DAYS):
                continue
            part = MONTHS[word] if word else int(named.get("part") or 0)
            if part <= (12 if named.get("day") else _LAST[kind]):
                year = (named.get("year") or "0").lstrip("'’")
                return kind, (int(year) + (2000 if len(year) == 2 else 0), part, int(named.get("day") or 0))
    return None


def first_day(text: str) -> date | None:
    """The first day of a month, quarter or week that names its year; None for any other text."""
    kind, (year, part, _) = period_of(text) or ("", (0, 0, 0))
    if not year or not part or _LIKE_A_DAY.fullmatch(text.strip()):
        return None
    try:
        if kind == "week":
            return date.fromisocalendar(year, part, 1)
        return date(year, {"month": part, "quarter": 3 * part - 2}[kind], 1)
    except (KeyError, ValueError):
        return None


def periods_among(heads: Sequence[str]) -> tuple[int, ...]:
    """The places of heads that are periods of one kind, side by side and in their order; none where there is no such row."""
    found = {place: period for place, head in enumerate(heads) if (period := period_of(head))}
    places = tuple(found)
    kinds = {kind for kind, _ in found.values()}
    if len(places) < 2 or len(kinds) != 1 or places[-1] - places[0] != len(places) - 1:
        return ()
    if kinds == {"weekday"}:
        return places if len(places) >= _FEWEST_WEEKDAYS else ()
    course = [at for _, at in found.values()]
    backwards = sum(one >= other for one, other in pairwise(course))
    turns = 0 if any(year for year, _, _ in course) else 1 + len(course) // 12
    return places if min(backwards, len(course) - 1 - backwards) <= turns else ()
