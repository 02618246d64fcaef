"""Numbers: any, whole ones, shares in percent, and levels from 1 to 5."""

from dataclasses import dataclass
from typing import Any

from journey.exchange.layout.book import Book
from journey.exchange.layout.cells.day import cell_date
from journey.exchange.layout.cells.kind import CellKind, Noted, Take, in_percent, shown, takes
from journey.exchange.layout.meanings import Meanings
from journey.exchange.layout.names import Unfit
from journey.lazy_re import lazy_re
from journey.model import Language
from journey.texts import decimal_comma

_DIGITS = lazy_re(r"[-+]?(\d[\d.,]*|[.,]\d+)(?:[eE][-+]?\d{1,3})?")
_GROUPED = lazy_re(r"[-+]?[1-9]\d{0,2}([.,]\d{2,3})*[.,]\d{3}")
"""Thousands as they are parted, in India also by two digits."""
_NOISE = lazy_re(r"[\s\u00a0\u202f'’€$£%]")


class Percentage(float):
    """A number that the sheet shows as a percentage: 0.25 stands there as 25 %."""


@dataclass(frozen=True)
class NumberCells(CellKind):
    """A number. A share is in percent."""

    whole: bool = False
    share: bool = False

    def take(self, meanings: Meanings) -> Take:
        return number_taker(meanings.language, whole=self.whole, share=self.share)

    def format(self, book: Book) -> Any:
        return book.style(align="right")

    def fits(self, raw: Any, language: Language) -> bool:
        return takes(number_taker(language), raw)


@dataclass(frozen=True)
class LevelCells(NumberCells):
    """A level from 1 (low) to 5 (high)."""

    hint = "level"
    whole: bool = True

    def format(self, book: Book) -> Any:
        return book.style(align="center")

    def choices(self, book: Book) -> Any:
        return [1, 2, 3, 4, 5]


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
            cell_date(raw)
            raise Unfit("not_a_number", value=shown(raw))
        value = _number(raw, language, whole=whole)
        return Noted(_whole(value) if whole else value, (Unfit("number_from_text", value=raw, number=f"{value:.15g}"),))

    return take


def _share(value: float) -> Any:
    """A share typed as a percentage. Where somebody only gave plain numbers that look, 45 stands there as 4500 %."""
    if 2 <= value <= 100:
        return Noted(value, (Unfit("percent_unscaled", value=shown({"percent": value}), number=f"{value:.15g}"),))
    return in_percent(value)


def _whole(value: float) -> int:
    if value != int(value):
        raise Unfit("not_whole", value=f"{value:.15g}")
    return int(value)


def _number(raw: str, language: Language, *, whole: bool) -> float:
    """The number in a text. Where numbers are `whole`, three digits behind a mark are thousands in every language."""
    words = _NOISE.sub("", raw).replace("−", "-").removesuffix("EUR")
    if not _DIGITS.fullmatch(words):
        raise Unfit("not_a_number", value=shown(raw))
    marks = [mark for mark in words if mark in ".,"]
    thousands = "." if decimal_comma(language) else ","
    if len(set(marks)) == 2:
        thousands = "," if words.rindex(".") > words.rindex(",") else "."
    elif len(marks) == 1 and whole and _GROUPED.fullmatch(words):
        thousands = marks[0]
    elif len(marks) == 1 and not (marks[0] == thousands and _GROUPED.fullmatch(words)):
        thousands = "," if marks[0] == "." else "."
    elif len(marks) > 1:
        thousands = marks[0]
    before_mark = words.partition("," if thousands == "." else ".")[0]
    if thousands in before_mark and not _GROUPED.fullmatch(before_mark):
        raise Unfit("not_a_number", value=shown(raw))
    plain = words.replace(thousands, "").replace(",", ".")
    try:
        return float(plain)
    except ValueError as error:
        raise Unfit("not_a_number", value=shown(raw)) from error
