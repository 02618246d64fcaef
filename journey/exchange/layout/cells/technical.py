"""What belongs to a row and not to what it says: its id and its place among the others."""

from typing import Any

from journey.exchange.layout.book import Book
from journey.exchange.layout.cells.kind import CellKind, Take, shown
from journey.exchange.layout.cells.number import number_taker
from journey.exchange.layout.cells.text import take_text
from journey.exchange.layout.meanings import Meanings
from journey.exchange.layout.names import Unfit
from journey.lazy_re import lazy_re
from journey.model import ID_PATTERN
from journey.palette import FAINT, LIGHT

_ID = lazy_re(ID_PATTERN)


class TechnicalCells(CellKind):
    """Cells in quiet colours, which people leave alone."""

    technical = True

    def format(self, book: Book) -> Any:
        return book.style(font_color=FAINT, font_size=8, bg_color=LIGHT.lane)


class IdCells(TechnicalCells):
    """An id."""

    hint = "id"

    def take(self, meanings: Meanings) -> Take:
        return take_id


class RankCells(TechnicalCells):
    """A place among the cards of a kind."""

    hint = "rank"

    def take(self, meanings: Meanings) -> Take:
        return number_taker(meanings.language)


def take_id(raw: Any) -> str:
    """An id; whole numbers are taken as their digits."""
    words = str(take_text(raw)).strip() if isinstance(raw, str | int | float) else ""
    if not _ID.fullmatch(words):
        raise Unfit("bad_id", value=shown(raw))
    return words
