"""Packed texts of rounds: too long for a cell, so a cell has their seal and the hidden sheet has them."""

from operator import attrgetter
from typing import Any

from journey.exchange.layout.cells.kind import Show, Take
from journey.exchange.layout.cells.technical import TechnicalCells
from journey.exchange.layout.cells.text import words_in
from journey.exchange.layout.labels import Labels
from journey.exchange.layout.meanings import Meanings
from journey.exchange.layout.names import Unfit
from journey.exchange.layout.packed_lists import seal_of_packed
from journey.history import packed_words


class PackedCells(TechnicalCells):
    """A packed text, by its seal."""

    hint = "packed"

    def show(self, field: str, labels: Labels) -> Show:
        get = attrgetter(field)
        return lambda row: seal_of_packed(get(row)) if get(row) else None

    def say(self, field: str, labels: Labels) -> Show:
        get = attrgetter(field)
        return lambda row: packed_words(get(row), labels.language) if get(row) else None

    def take(self, meanings: Meanings) -> Take:
        def take(raw: Any) -> str:
            try:
                return meanings.packed[words_in(raw).strip()]
            except KeyError as error:
                raise Unfit("bad_packed") from error

        return take
