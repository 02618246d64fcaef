"""Yes and no."""

from operator import attrgetter
from typing import Any

from journey.exchange.layout.book import Book
from journey.exchange.layout.cells.kind import CellKind, Show, Take, no_choice, takes
from journey.exchange.layout.labels import Labels, folded
from journey.exchange.layout.lean_sheet import Cell
from journey.exchange.layout.meanings import Meanings
from journey.model import Language
from journey.texts import text

_YES = {"x", "ja", "j", "yes", "y", "wahr", "true", "1", "✓", "✔"}
_NO = {"nein", "n", "no", "falsch", "false", "0", "-", "–"}


class YesNoCells(CellKind):
    """Yes, or an empty cell for no."""

    def show(self, field: str, labels: Labels) -> Show:
        get, yes = attrgetter(field), yes_no(True, labels.language)
        return lambda row: yes if get(row) else None

    def take(self, meanings: Meanings) -> Take:
        return take_yes_no

    def choices(self, book: Book) -> Any:
        return [yes_no(True, book.language), yes_no(False, book.language)]

    def nothing(self, language: Language) -> Cell:
        return yes_no(False, language)

    def fits(self, raw: Any, language: Language) -> bool:
        return takes(take_yes_no, raw)


def yes_no(value: bool, language: Language) -> str:
    """The words for true and false."""
    return text(f"exchange.answer.{'yes' if value else 'no'}", language)


def take_yes_no(raw: Any) -> bool:
    """Takes yes and no in both languages, ticks, and truth values."""
    if isinstance(raw, bool):
        return raw
    words = folded(f"{raw:g}" if isinstance(raw, int | float) else raw) if not isinstance(raw, dict) else ""
    if words in _YES:
        return True
    if words in _NO:
        return False
    raise no_choice(raw)
