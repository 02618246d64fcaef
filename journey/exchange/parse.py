"""From cells to values: each kind of column takes what people type, in both languages, and says where it cannot."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Any

from journey.derived import Origin
from journey.exchange.labels import folded, formerly
from journey.exchange.names import Unfit
from journey.model import ID_PATTERN, Emotion, Language
from journey.texts import choice, decimal_comma, month_first, text

_ID = re.compile(ID_PATTERN)
_DIGITS = re.compile(r"[-+]?(\d[\d.,]*|[.,]\d+)(?:[eE][-+]?\d{1,3})?")
_NOISE = re.compile(r"[\s\u00a0\u202f'’€$£%]")
_NUMBERED_DATE = re.compile(r"(\d{1,4})\s*([./-])\s*(\d{1,2})\s*\2\s*(\d{1,4})")
_WORDED_DATE = re.compile(r"(?:(\d{1,2})\.?\s+(\w+)\.?|(\w+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?),?\s+(\d{4})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_GERMAN_MONTHS = {"mär": 3, "mrz": 3, "mae": 3, "mai": 5, "okt": 10, "dez": 12}
_BESIDE = timedelta(seconds=59)
_FIRST_SERIAL, _LAST_SERIAL = 61, 2_958_465


@dataclass(frozen=True)
class Noted:
    """A value with what the reader should know of how it was understood; `lost` are parts that could not be used."""

    value: Any
    notes: tuple[Unfit, ...] = ()
    lost: tuple[Unfit, ...] = ()


class Percentage(float):
    """A number that the sheet shows as a percentage: 0.25 stands there as 25 %."""


Take = Callable[[Any], Any]
"""From a cell that is not empty to a value or a Noted; raises Unfit."""


def take_text(raw: Any) -> Any:
    """Text; numbers and dates as they are written."""
    if isinstance(raw, str):
        return raw
    if isinstance(raw, bool):
        return str(raw).upper()
    if isinstance(raw, int | float):
        return f"{raw:.15g}"
    if "percent" in raw:
        return shown(raw)
    day = _cell_date(raw)
    if _beside_midnight(day):
        day = datetime.combine(_nearest(day), time())
    words = day.date().isoformat() if (day.hour, day.minute, day.second) == (0, 0, 0) else day.isoformat(" ", "minutes")
    return Noted(words, (Unfit("date_as_text", value=words),))


def take_id(raw: Any) -> str:
    """An id; whole numbers are taken as their digits."""
    words = str(take_text(raw)).strip() if isinstance(raw, str | int | float) else ""
    if not _ID.fullmatch(words):
        raise Unfit("bad_id", value=shown(raw))
    return words


def number_taker(language: Language, *, whole: bool = False, share: bool = False) -> Take:
    """Takes numbers, also as text with a comma or a point. A share is in percent; elsewhere percentages stay what they
    are, as a Percentage."""

    def take(raw: Any) -> Any:
        if isinstance(raw, dict) and "percent" in raw:
            value = raw["percent"]
            return _share(value) if share else _whole(value) if whole else Percentage(value)
        if isinstance(raw, bool):
            raise Unfit("not_a_number", value=shown(raw))
        if isinstance(raw, int | float):
            return _whole(raw) if whole else raw
        if not isinstance(raw, str):
            _cell_date(raw)
            raise Unfit("not_a_number", value=shown(raw))
        value = _number(raw, language)
        return Noted(_whole(value) if whole else value, (Unfit("number_from_text", value=raw, number=f"{value:.15g}"),))

    return take


def in_percent(value: float) -> float:
    """25 for 0.25."""
    return float(f"{value * 100:.15g}")


def _share(value: float) -> Any:
    """A share typed as a percentage. Where somebody only gave plain numbers that look, 45 stands there as 4500 %."""
    if 2 <= value <= 100:
        return Noted(value, (Unfit("percent_unscaled", value=shown({"percent": value}), number=f"{value:.15g}"),))
    return in_percent(value)


def _whole(value: float) -> int:
    if value != int(value):
        raise Unfit("not_whole", value=f"{value:.15g}")
    return int(value)


def _number(raw: str, language: Language) -> float:
    words = _NOISE.sub("", raw).replace("−", "-").removesuffix("EUR")
    if not _DIGITS.fullmatch(words):
        raise Unfit("not_a_number", value=shown(raw))
    marks = [mark for mark in words if mark in ".,"]
    thousands = "." if decimal_comma(language) else ","
    if len(set(marks)) == 2:
        thousands = "," if words.rindex(".") > words.rindex(",") else "."
    elif len(marks) == 1 and not (marks[0] == thousands and re.fullmatch(r"[-+]?\d{1,3}[.,]\d{3}", words)):
        thousands = "," if marks[0] == "." else "."
    elif len(marks) > 1:
        thousands = marks[0]
    plain = words.replace(thousands, "").replace(",", ".")
    try:
        return float(plain)
    except ValueError as error:
        raise Unfit("not_a_number", value=shown(raw)) from error


def date_taker(language: Language) -> Take:
    """Takes days: real dates, ISO, German and English text; 4/5/2026 is day first in German, month first in English."""

    def take(raw: Any) -> Any:
        if isinstance(raw, str):
            day = _text_date(raw.strip(), language)
            return day if raw == day.isoformat() else _noted_date(raw, day)
        if isinstance(raw, int | float) and not isinstance(raw, bool):
            if not _FIRST_SERIAL <= raw <= _LAST_SERIAL:
                raise Unfit("not_a_date", value=shown(raw))
            return _noted_date(raw, _nearest(datetime(1899, 12, 30) + timedelta(days=raw)))
        if isinstance(raw, bool) or "percent" in raw:
            raise Unfit("not_a_date", value=shown(raw))
        moment = _cell_date(raw)
        day = _nearest(moment)
        exact = abs(moment.replace(tzinfo=None) - datetime.combine(day, time())) < timedelta(seconds=0.5)
        return day if exact else _noted_date({"date": moment.isoformat(" ", "seconds")}, day)

    return take


def _beside_midnight(moment: datetime) -> bool:
    return (moment + _BESIDE).date() != (moment - _BESIDE).date() if 1 < moment.year < 9999 else False


def _nearest(moment: datetime) -> date:
    """The day of a moment; for one just before midnight the day that begins then: programs that count in other time
    zones miss it by seconds."""
    return (moment + _BESIDE).date() if _beside_midnight(moment) else moment.date()


def _noted_date(raw: Any, day: date) -> Noted:
    return Noted(day, (Unfit("date_from_text", value=shown(raw), day=day.isoformat()),))


def _cell_date(raw: Any) -> datetime:
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


def choice_taker(choices: type[Enum]) -> Take:
    """Takes the members of a closed choice by their words in either language, also former ones, or by their values."""
    words = {choice(value, each): value for each in Language for value in choices}
    words |= {former: value for value in choices for former in formerly(f"{choices.__name__}.{value.value}")}
    loose = {folded(str(value.value)): value for value in choices} | {
        folded(word): value for word, value in words.items()
    }

    def take(raw: Any) -> Any:
        if isinstance(raw, str):
            found = words.get(raw) or loose.get(folded(raw))
            if found is not None:
                return found
        raise _no_choice(raw)

    return take


def derived_taker(choices: type[Enum]) -> Take:
    """Takes what a person chose; None for what the app wrote there because nobody did: "Offline (from channel)"."""
    take_choice = choice_taker(choices)
    followed = {folded(text("derived.unknown", each)) for each in Language} | {
        folded(text(f"derived.{origin}", each, value=choice(value, each)))
        for each in Language
        for origin in (Origin.CHANNEL, Origin.TITLE)
        for value in choices
    }
    return lambda raw: None if isinstance(raw, str) and folded(raw) in followed else take_choice(raw)


def _no_choice(raw: Any) -> Unfit:
    if isinstance(raw, dict) and "error" in raw:
        return Unfit("error_value", value=shown(raw))
    return Unfit("unknown_choice", value=shown(raw))


def take_emotion(raw: Any) -> Emotion:
    """Takes a score from -2 to 2, or its words."""
    if isinstance(raw, str):
        words = raw.strip().replace("−", "-").replace("–", "-")
        if re.fullmatch(r"[-+]?\d([.,]0+)?", words):
            raw = int(words[:2] if words[0] in "+-" else words[:1])
        else:
            return Emotion(choice_taker(Emotion)(raw))
    if isinstance(raw, bool) or not isinstance(raw, int | float) or raw not in list(Emotion):
        raise _no_choice(raw)
    return Emotion(int(raw))


_YES = {"x", "ja", "j", "yes", "y", "wahr", "true", "1", "✓", "✔"}
_NO = {"nein", "n", "no", "falsch", "false", "0", "-", "–"}


def take_yes_no(raw: Any) -> bool:
    """Takes yes and no in both languages, ticks, and truth values."""
    if isinstance(raw, bool):
        return raw
    words = folded(f"{raw:g}" if isinstance(raw, int | float) else raw) if not isinstance(raw, dict) else ""
    if words in _YES:
        return True
    if words in _NO:
        return False
    raise _no_choice(raw)


def shown(raw: Any) -> str:
    """A cell's value in a message: short, percentages as they look."""
    words = str(next(iter(raw.values()))) if isinstance(raw, dict) else str(raw)
    if isinstance(raw, dict) and "percent" in raw:
        words = f"{in_percent(raw['percent']):.15g} %"
    return words if len(words) <= 60 else words[:59] + "…"
