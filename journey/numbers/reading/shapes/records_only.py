"""Rows of a table that are no records: empty ones, totals and subtotals. They tell nothing of what its columns hold."""

import re
from collections.abc import Sequence

from journey.lazy_re import lazy_re

_TOTAL = lazy_re(
    r"(?:(?:zwischen|end|gesamt|teil)?summen?|gesamt(?:ergebnis|betrag|wert)?|(?:grand |sub[ -]?)?totals?|sum|insgesamt|[σ∑])\b.*|"
    r".{1,60} (?:total|ergebnis|summe|gesamt)",
    re.IGNORECASE,
)
_FEWER = 0.7
"""A total has less than this share of the cells that rows usually have."""


def only_records(rows: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The rows without empty ones and totals; all of them where none would be left."""
    filled = [sum(map(bool, map(str.strip, row))) for row in rows]
    usual = sorted(filled)[len(filled) // 2] if filled else 0
    kept = [
        row
        for row, count in zip(rows, filled, strict=True)
        if count and not (count < _FEWER * usual and _is_total(row))
    ]
    return kept or list(rows)


def _is_total(row: Sequence[str]) -> bool:
    first = next(cell for cell in row if cell.strip())
    return _TOTAL.fullmatch(first.strip()) is not None
