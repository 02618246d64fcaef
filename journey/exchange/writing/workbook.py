"""Writes a workshop as one Excel workbook: a cover, the map (also as it shall be, where that is said), a table for each collection, what its live rooms said, charts,
and a hidden sheet of lists."""

from collections.abc import Sequence
from io import BytesIO

from journey.exchange.layout.book import new_book, put
from journey.exchange.layout.labels import labels_of
from journey.exchange.layout.lists import (
    CHARTS_SAID,
    MAP,
    MAP_TO_BE,
    PACKED,
    RESTING,
    ROOMS,
    ROOMS_SAID,
    lists_of,
    write_lists,
)
from journey.exchange.layout.packed_lists import pieces_of
from journey.exchange.layout.resting import links_of
from journey.exchange.layout.room_records import packed
from journey.exchange.layout.tables import TABLES
from journey.exchange.writing.chart_sheets import chart_sheets, write_chart_sheets
from journey.exchange.writing.cover import write_cover
from journey.exchange.writing.map_sheet import write_map
from journey.exchange.writing.room_sheets import rows_of_rooms, write_room_sheets
from journey.exchange.writing.tables import write_table
from journey.future import as_it_shall_be, has_future
from journey.live import RoomRecord, without_people
from journey.model import Language, Workshop
from journey.texts import text


def write_workbook(workshop: Workshop, language: Language, rooms: Sequence[RoomRecord] = ()) -> bytes:
    """The workshop as an .xlsx file in one language, with its live rooms, the first opened first. `read_workbook` reads it
    back without loss; of the rooms it gives what was revealed, and nothing of whose it was."""
    records = tuple(map(without_people, rooms))
    labels = labels_of(workshop, language)
    target = BytesIO()
    book = new_book(target, labels, language, lists_of(labels, language))
    told = rows_of_rooms(workshop, (record.state() for record in records))
    charts = chart_sheets(book)
    rows = {sheet: len(held) for sheet, held in told.items() if held}
    write_cover(book, {**rows, **{name: sheet.rows for name, sheet in charts.items()}})
    # Every column of the hidden sheet has its place before the map's curve, whose numbers stand behind them.
    if workshop.rounds:
        book.lists |= {PACKED: pieces_of(workshop.rounds), RESTING: links_of(workshop.rounds)}
    if records:
        book.lists |= {ROOMS: packed(records), ROOMS_SAID: []}
    maps = {MAP: workshop, **({MAP_TO_BE: as_it_shall_be(workshop)} if has_future(workshop) else {})}
    book.lists |= {CHARTS_SAID: [], **{key: [] for key in maps}}
    for key, state in maps.items():
        write_map(book, state, key)
    for sheet in TABLES:
        write_table(book, sheet)
    if records:
        book.lists[ROOMS_SAID] = write_room_sheets(book, told)
    book.lists[CHARTS_SAID] = write_chart_sheets(book, charts)
    write_lists(book)
    book.file.close()
    return target.getvalue()


def write_room_workbook(workshop: Workshop, language: Language, room: RoomRecord) -> bytes:
    """What one live room said as an .xlsx file to be read, with a line on the one sheet where nothing was revealed."""
    target = BytesIO()
    book = new_book(target, labels_of(workshop, language), language, {})
    told = rows_of_rooms(workshop, [without_people(room).state()])
    if not write_room_sheets(book, told):
        put(book, book.file.add_worksheet(), (0, 0), text("live_room.nothing_said", language), book.style())
    book.file.close()
    return target.getvalue()
