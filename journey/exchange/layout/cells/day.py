"""Days: real dates, and what people type for one in either language."""

from datetime import date, datetime, time, timedelta
from typing import Any

from journey.exchange.layout.book import Book
from journey.exchange.layout.cells.kind import CellKind, Noted, Take, shown, takes
from journey.exchange.layout.meanings import Meanings
from journey.exchange.layout.names import Unfit
from journey.lazy_re import lazy_re
from journey.model import Language
from journey.texts import day_pattern, month_first

_NUMBERED_DATE = lazy_re(r"(\d{1,4})\s*([./-])\s*(\d{1,2})\s*\2\s*(\d{1,4})")
_WORDED_DATE = lazy_re(r"(?:(\d{1,2})\.?\s+(\w+)\.?|(\w+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?),?\s+(\d{4})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_GERMAN_MONTHS = {"mär": 3, "mrz": 3, "mae": 3, "mai": 5, "okt": 10, "dez": 12}
_BESIDE = timedelta(seconds=59)
_DAY_NOUGHT = datetime(1899, 12, 30)
_FIRST_SERIAL, _LAST_SERIAL = 61, 2_958_465
_NO_DAYS = (date(1899, 12, 30), date(1899, 12, 31), date(1904, 1, 1))
"""Where spreadsheets put a time of day that has no day."""
_YEARS = range(1990, 2101)
"""Whole numbers of days that are a year which somebody typed: 2026 would be a day in 1905."""


class DayCells(CellKind):
    """A day."""

    def take(self, meanings: Meanings) -> Take:
        return date_taker(meanings.language)

    def format(self, book: Book) -> Any:
        return book.style(num_format=day_pattern(book.language).lower(), align="left")

    def fits(self, raw: Any, language: Language) -> bool:
        return takes(date_taker(language), raw)


def date_taker(language: Language) -> Take:
    """Takes days: real dates, ISO, German and English text; 4/5/2026 is day first in German, month first in English."""

    def take(raw: Any) -> Any:
        if isinstance(raw, str):
            day = _text_date(raw.strip(), language)
            return day if raw == day.isoformat() else _noted_date(raw, day)
        if isinstance(raw, int | float) and not isinstance(raw, bool):
            if not _FIRST_SERIAL <= raw <= _LAST_SERIAL or raw in _YEARS:
                raise Unfit("not_a_date", value=shown(raw))
            return _noted_date(raw, _nearest(_DAY_NOUGHT + timedelta(days=raw)))
        if isinstance(raw, bool) or "percent" in raw:
            raise Unfit("not_a_date", value=shown(raw))
        moment = cell_date(raw)
        day = _nearest(moment)
        if (year := (moment.replace(tzinfo=None) - _DAY_NOUGHT).days) in _YEARS:
            raise Unfit("not_a_date", value=str(year))
        exact = abs(moment.replace(tzinfo=None) - datetime.combine(day, time())) < timedelta(seconds=0.5)
        return day if exact else _noted_date({"date": moment.isoformat(" ", "seconds")}, day)

    return take


def words_of_day(raw: Any) -> str:
    """A day, or a moment of one, as text; a time of no day is only the time."""
    day = cell_date(raw)
    if day.date() in _NO_DAYS:
        return day.time().isoformat("seconds").removesuffix(":00")
    if _beside_midnight(day):
        day = datetime.combine(_nearest(day), time())
    return day.date().isoformat() if (day.hour, day.minute, day.second) == (0, 0, 0) else day.isoformat(" ", "minutes")


def _beside_midnight(moment: datetime) -> bool:
    return (moment + _BESIDE).date() != (moment - _BESIDE).date() if 1 < moment.year < 9999 else False


def _nearest(moment: datetime) -> date:
    """The day of a moment; for one just before midnight the day that begins then: programs that count in other time
    zones miss it by seconds."""
    return (moment + _BESIDE).date() if _beside_midnight(moment) else moment.date()


def _noted_date(raw: Any, day: date) -> Noted:
    return Noted(day, (Unfit("date_from_text", value=shown(raw), day=day.isoformat()),))


def cell_date(raw: Any) -> datetime:
    """The moment that a cell holds."""
    if isinstance(raw, dict) and "date" in raw:
        try:
            return datetime.fromisoformat(str(raw["date"]))
        except ValueError as error:
            raise Unfit("not_a_date", value=shown(raw)) from error
    raise Unfit("error_value", value=shown(raw))


def _text_date(words: str, language: Language) -> date:
    try:
        if numbered := _NUMBERED_DATE.fullmatch(words):
            first, mark, second, third = numbered[1], numbered[2], int(numbered[3]), numbered[4]
            if len(first) > 2:
                return date(int(first), second, int(third))
            year = int(third) + (2000 if len(third) <= 2 else 0)
            months_lead = mark == "/" and (month_first(language) or second > 12) and int(first) <= 12
            return date(year, int(first), second) if months_lead else date(year, second, int(first))
        if worded := _WORDED_DATE.fullmatch(words):
            day, name = (worded[1], worded[2]) if worded[1] else (worded[4], worded[3])
            return date(int(worded[5]), _month(name), int(day))
        return _nearest(datetime.fromisoformat(words))
    except ValueError as error:
        raise Unfit("not_a_date", value=shown(words)) from error


def _month(name: str) -> int:
    start = name.casefold()[:3]
    return _GERMAN_MONTHS.get(start) or _MONTHS.index(start) + 1
