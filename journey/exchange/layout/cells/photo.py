"""Pictures of one's own, as the document holds them: letters for the program, not for people."""

from operator import attrgetter
from typing import Any

from journey.exchange.layout.cells.kind import Show, Take
from journey.exchange.layout.cells.technical import TechnicalCells
from journey.exchange.layout.cells.text import words_in
from journey.exchange.layout.labels import Labels
from journey.exchange.layout.meanings import Meanings
from journey.exchange.layout.names import Unfit
from journey.history import photo_words
from journey.model import checked_photo


class PhotoCells(TechnicalCells):
    """A picture in base64."""

    hint = "photo"

    def say(self, field: str, labels: Labels) -> Show:
        get = attrgetter(field)
        return lambda row: photo_words(get(row), labels.language) if get(row) else None

    def take(self, meanings: Meanings) -> Take:
        return _take


def _take(raw: Any) -> str:
    try:
        return checked_photo(words_in(raw))
    except ValueError as error:
        raise Unfit("bad_photo") from error
