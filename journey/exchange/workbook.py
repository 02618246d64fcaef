"""Writes a workshop as one Excel workbook: a cover, the map, a table for each collection, and a hidden sheet of lists."""

from io import BytesIO

from journey.exchange.book import new_book
from journey.exchange.cover import write_cover
from journey.exchange.labels import labels_of
from journey.exchange.layout import TABLES
from journey.exchange.lists import lists_of, write_lists
from journey.exchange.map_sheet import write_map
from journey.exchange.tables import write_table
from journey.model import Language, Workshop


def write_workbook(workshop: Workshop, language: Language) -> bytes:
    """The workshop as an .xlsx file in one language. `read_workbook` reads it back without loss."""
    labels = labels_of(workshop, language)
    target = BytesIO()
    book = new_book(target, labels, language, lists_of(labels, language))
    write_cover(book)
    write_map(book)
    for sheet in TABLES:
        write_table(book, sheet)
    write_lists(book)
    book.file.close()
    return target.getvalue()
