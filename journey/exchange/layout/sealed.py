"""Sheets that are there to be read, of live rooms and with charts: which of them a workbook has, and whether they still say
what they said when it was written."""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Any

from journey.exchange.guarding.guard import CellSheet
from journey.exchange.layout.labels import folded
from journey.exchange.layout.lists import CHARTS_SAID, ROOMS_SAID
from journey.model import Language
from journey.texts import text

ROOM_SHEETS: tuple[str, str] = ("said", "scored")
CHART_SHEETS: tuple[str, str, str, str, str] = ("funnel", "course", "curve", "findings", "points")
_KNOWN = {ROOMS_SAID: ROOM_SHEETS, CHARTS_SAID: CHART_SHEETS}


def sheet_name(sheet: str, language: Language) -> str:
    """What one of the sheets is called."""
    return text(f"exchange.sheet.{sheet}", language)


def sealed_sheets(sheets: Sequence[CellSheet], lists: Mapping[str, list[str]]) -> dict[str, CellSheet]:
    """The sheets to be read that a workbook says that it has, by their names above."""
    seals = seals_of(lists)
    called = {folded(sheet_name(sheet, each)): sheet for sheet in seals for each in Language}
    return {called[folded(sheet.name)]: sheet for sheet in sheets if folded(sheet.name) in called}


def seals_of(lists: Mapping[str, list[str]]) -> dict[str, str]:
    """The seal of each of these sheets as the hidden sheet holds it: "said 3f2a…"."""
    entries = (entry.partition(" ") for key in _KNOWN for entry in lists.get(key, ()))
    every = {sheet for sheets in _KNOWN.values() for sheet in sheets}
    return {sheet: seal for sheet, _, seal in entries if sheet in every}


def edited_sheets(sheets: Sequence[CellSheet], lists: Mapping[str, list[str]]) -> list[str]:
    """The names of those that say something else by now."""
    seals = seals_of(lists)
    return [
        held.name
        for sheet, held in sealed_sheets(sheets, lists).items()
        if seal_of(value for _, row in held.rows[1:] for value in row) != seals[sheet]
    ]


def seal_of(cells: Iterable[Any]) -> str:
    """What tells whether a sheet says still the same below its first row, in whatever order its rows and columns stand."""
    plain = sorted(filter(None, map(_plain, cells)))
    return sha256("\n".join(plain).encode()).hexdigest()[:32]


def _plain(cell: Any) -> str:
    """A cell as it was written, or as it is read: without what programs change when they save it."""
    if isinstance(cell, dict):
        held = next(iter(cell.values()), "")
        cell = held[:10] if isinstance(held, str) else held
    if isinstance(cell, int | float):
        return f"{cell:.6g}"
    return " ".join(str("" if cell is None else cell).split())
