"""The hidden sheet: what dropdowns offer, and which label stood for which id when the workbook was written."""

from typing import Any

from journey.exchange.layout.book import Book, put
from journey.exchange.layout.cells import ClosedCells, NamingCells
from journey.exchange.layout.labels import Labels
from journey.exchange.layout.lean_sheet import LeanSheet
from journey.exchange.layout.tables import FORM, TABLES
from journey.model import CARDS, MODELS, PHASES, Emotion, Language
from journey.texts import choice, text

FORMAT, LANGUAGE = "journey-workshop", "language"
FORMAT_NUMBER = 1
"""The number of the workbook's own format. It rises when an older app would misread a newer workbook: a column that it does
not know is told anyway, and a word that it does not know leaves what was there before."""
IDS = ".ids"
"""What follows a target's key in the header of the column with its ids."""
MAP = "map"
"""What the map's sheet says when the workbook is written: "B7 Newsletter" for each cell."""
MAP_TO_BE = "map-to-be"
"""The same of the map as it shall be."""
MAPS = {MAP: "map", MAP_TO_BE: "map_to_be"}
"""The sheets of both by their columns (`exchange.sheet.<name>`)."""

ROOMS = "rooms"
"""The records of the live rooms, packed."""
ROOMS_SAID = "rooms-said"
"""The sheets of the live rooms, and a seal of what each says when the workbook is written: "said 3f2a…"."""
CHARTS_SAID = "charts-said"
"""The same of the sheets with charts."""

PACKED = "packed"
"""What rounds have packed, in pieces: "3f2a… eJzt…"."""
RESTING = "resting"
"""How rounds rest on each other: "id base 3f2a…"."""


def lists_of(labels: Labels, language: Language) -> dict[str, list[str]]:
    """Every column of the hidden sheet under its key: two facts about the workbook, choices by name, labels by target."""
    lists = {FORMAT: [str(FORMAT_NUMBER)], LANGUAGE: [language.value]}
    columns = [column.cells for sheet in (FORM, *TABLES) for column in sheet.columns]
    for cells in columns:
        if isinstance(cells, ClosedCells):
            lists[cells.members.__name__] = [choice(value, language) for value in cells.members]
    targets = {cells.target for cells in columns if isinstance(cells, NamingCells)}
    for target in sorted(targets | {PHASES, MODELS}):
        lists[target] = list(labels.of[target].values())
        lists[target + IDS] = list(labels.of[target])
    named = [citation.card for citation in labels.workshop.citations]
    named += [priority.card for priority in labels.workshop.priorities if priority.card]
    cited = dict.fromkeys(named)
    lists |= {CARDS: [labels.card(card) for card in cited], CARDS + IDS: list(cited)}
    return lists


def write_lists(book: Book) -> None:
    """Write the hidden sheet."""
    worksheet = book.file.add_worksheet(text("exchange.sheet.lists", book.language), LeanSheet)
    worksheet.hide()
    for place, (key, values) in enumerate(book.lists.items()):
        put(book, worksheet, (0, place), key, book.style())
        worksheet.write_column_below(place, values, book.style())
    _write_curve(book, worksheet, len(book.lists))


def _write_curve(book: Book, worksheet: Any, first: int) -> None:
    """Places, emotions, then a column for each emotion: the points of that colour."""
    for row, (place, emotion) in enumerate(book.curve, start=1):
        worksheet.write_number(row, first, place)
        if emotion is not None:
            worksheet.write_number(row, first + 1, emotion)
            worksheet.write_number(row, first + 2 + list(Emotion).index(emotion), emotion)
