"""Text as it stands."""

from typing import Any

from journey.exchange.layout.cells.day import words_of_day
from journey.exchange.layout.cells.kind import CellKind, Noted, Take, shown
from journey.exchange.layout.meanings import Meanings
from journey.exchange.layout.names import Unfit


class TextCells(CellKind):
    """Text, of one line or several."""

    free = True
    blank = ""

    def take(self, meanings: Meanings) -> Take:
        return take_text


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
    words = words_of_day(raw)
    return Noted(words, (Unfit("date_as_text", value=words),))


def words_in(raw: Any) -> str:
    """The text in a cell, without white space around it."""
    taken = take_text(raw)
    return str(taken.value if isinstance(taken, Noted) else taken).strip()
