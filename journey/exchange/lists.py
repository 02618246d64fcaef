"""The hidden sheet: what dropdowns offer, and which label stood for which id when the workbook was written."""

from typing import Any

from journey.exchange.book import Book, put
from journey.exchange.columns import Column, Kind
from journey.exchange.labels import Labels
from journey.exchange.layout import FORM, TABLES
from journey.exchange.lean_sheet import LeanSheet, column_letters
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


def lists_of(labels: Labels, language: Language) -> dict[str, list[str]]:
    """Every column of the hidden sheet under its key: two facts about the workbook, choices by name, labels by target."""
    lists = {FORMAT: [str(FORMAT_NUMBER)], LANGUAGE: [language.value]}
    columns = [column for sheet in (FORM, *TABLES) for column in sheet.columns]
    for column in columns:
        if column.choices is not None:
            lists[column.choices.__name__] = [choice(value, language) for value in column.choices]
    targets = {column.target for column in columns if column.target}
    for target in sorted(targets | {PHASES, MODELS}):
        lists[target] = list(labels.of[target].values())
        lists[target + IDS] = list(labels.of[target])
    cited = dict.fromkeys(citation.card for citation in labels.workshop.citations)
    lists |= {CARDS: [labels.card(card) for card in cited], CARDS + IDS: list(cited)}
    return lists


def source_of(book: Book, column: Column) -> str:
    """The range that a column's dropdown offers; "" when there is nothing to choose from."""
    key = column.target if column.kind is Kind.REFERENCE else column.choices.__name__ if column.choices else ""
    if not book.lists.get(key):
        return ""
    own = _own_titles(book, key)
    if own:
        return own
    letters = column_letters(list(book.lists).index(key))
    name = text("exchange.sheet.lists", book.language)
    return f"='{name}'!${letters}$2:${letters}${len(book.lists[key]) + 1}"


def _own_titles(book: Book, target: str) -> str:
    """The title column of a target's own table, which grows with it, where each title is a label."""
    sheet = next((sheet for sheet in TABLES if sheet.kind == target), None)
    if sheet is None or any(label.endswith("]") for label in book.lists[target]):
        return ""
    return f"='{sheet.name(book.language)}'!$A$2:$A${len(book.lists[target]) + 1}"


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
