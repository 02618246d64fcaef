"""Postings as DATEV writes them: a head of its own above the columns, and dates of day and month alone. The head says of which
period the file is, so that each date gets its year."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

_FORMATS = ("EXTF", "DTVF")
_DATES = frozenset(("belegdatum",))
_YEAR_BEGINS, _FROM, _TO = 12, 14, 15
"""Where in the head the year of business, the first and the last day of the period stand (YYYYMMDD)."""


def is_of_datev(start: str) -> bool:
    """Whether a text begins with DATEV's head."""
    return start.lstrip("\"'")[:4] in _FORMATS and ";" in start[:8]


def with_years(source: Iterable[str], target: Path) -> None:
    """Write DATEV's lines as they are, but for dates of day and month, which get the year that the head tells."""
    reader = csv.reader(source, delimiter=";")
    with target.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter=";", lineterminator="\n")
        head, names = next(reader, []), next(reader, [])
        begins = _begin(head)
        places = [place for place, name in enumerate(names) if name.strip().casefold() in _DATES] if begins else []
        writer.writerows([head, names])
        writer.writerows(_dated(reader, places, begins))


def _begin(head: Sequence[str]) -> date | None:
    """The first day of the twelve months in which the dates lie: those of the period, else of the year of business."""
    for place in (_FROM, _YEAR_BEGINS):
        try:
            day = head[place]
            return date(int(day[:4]), int(day[4:6]), 1)
        except (ValueError, IndexError):
            continue
    return None


def _dated(rows: Iterable[list[str]], places: Sequence[int], begins: date | None) -> Iterator[list[str]]:
    for row in rows:
        for place in places:
            if place < len(row) and begins:
                row[place] = _with_year(row[place].strip(), begins)
        yield row


def _with_year(text: str, begins: date) -> str:
    if not text.isdecimal() or not 3 <= len(text) <= 4:
        return text
    day, month = text[:-2], int(text[-2:])
    return f"{begins.year + (month < begins.month)}-{month:02}-{day:0>2}"
