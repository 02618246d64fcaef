"""Periods as people head their counts with: years, quarters, months, weeks. A matrix of phases and periods is counts of each."""

import re

from journey.exchange.layout.totals import is_total
from journey.exchange.own_sheets.grid import SheetGrid
from journey.exchange.own_sheets.targets import PERIOD, PHASE, target_named
from journey.lazy_re import lazy_re

_YEAR = r"(?:19|20)\d\d"
_MONTH = (
    r"(?:jan(?:uary?|uar)?|jänner|feb(?:ruary?|ruar)?|mar(?:ch)?|mär(?:z)?|mrz|apr(?:il)?|ma[iy]|jun[ei]?|jul[iy]?|aug(?:ust)?"
    r"|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)\.?"
)
_PART = rf"(?:q[1-4]|[1-4]\. ?quartal|quarter [1-4]|h[12]|[12]\. ?halbjahr|(?:kw|cw|week|woche) ?\d{{1,2}}|{_MONTH})"
_NAMED = lazy_re(
    rf"(?:(?:fy|gj|jahr|year|geschäftsjahr|fiscal year) ?)?{_YEAR}(?:[/–-]\d\d(?:\d\d)?)?"
    rf"|{_YEAR}[ /-]{_PART}"
    rf"|{_PART}(?:[ /-]?(?:{_YEAR}|'?\d\d))?"
    rf"|{_YEAR}-(?:0?[1-9]|1[0-2])(?:-\d\d)?|(?:0?[1-9]|1[0-2])[./]{_YEAR}",
    re.IGNORECASE,
)
_COUNT = lazy_re(r"\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3})+|\d+(?:[.,]0+)?")


def is_period(words: str) -> bool:
    """Whether these words are a time in which something can be counted."""
    return _NAMED.fullmatch(" ".join(words.split())) is not None


def heads_periods(seen: SheetGrid, head: int, labels: int) -> bool:
    """Whether the lanes below the phases are periods that were counted: where the corner says so, or by what they are called and
    what stands in them."""
    corner = seen.words(head, labels) if head < len(seen.rows) and 0 <= labels < seen.width else ""
    return target_named(corner, ("counts",)) == PERIOD or (
        0 <= labels < seen.width and _is_corner(corner) and bool(_counted(seen, head, labels))
    )


def period_lanes(seen: SheetGrid, head: int, labels: int) -> list[int]:
    """The lanes of such a matrix that are counts, without totals."""
    lanes = ((row, seen.words(row, labels)) for row in range(head + 1, len(seen.rows)))
    named = [row for row, words in lanes if words and not is_total(words)]
    corner = target_named(seen.words(head, labels), ("counts",)) == PERIOD
    return named if corner else _counted(seen, head, labels)


def _is_corner(words: str) -> bool:
    return not words or target_named(words, ("touchpoints",)) == PHASE


def _counted(seen: SheetGrid, head: int, labels: int) -> list[int]:
    """The lanes that are called like periods; none where they are less than two or half of all, or hold more than counts."""
    named = [row for row in range(head + 1, len(seen.rows)) if seen.words(row, labels)]
    found = [row for row in named if is_period(seen.words(row, labels))]
    cells = (seen.words(row, column) for row in found for column in range(labels + 1, seen.width))
    filled = [words for words in cells if words]
    is_sure = len(found) > 1 and 2 * len(found) >= len(named) and bool(filled)
    return found if is_sure and all(map(_COUNT.fullmatch, filled)) else []
