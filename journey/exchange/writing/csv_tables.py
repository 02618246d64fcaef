"""Every table of a workshop as CSV, all in one zip: for any spreadsheet, statistics program or script. It comes back
(`csv_reading`). UTF-8 with a byte order mark; semicolons between cells where the language has decimal commas."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from io import BytesIO, StringIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from journey.exchange.layout.columns import Sheet
from journey.exchange.layout.labels import Labels, labels_of
from journey.exchange.layout.lean_sheet import Cell
from journey.exchange.layout.lists import PACKED, RESTING, lists_of
from journey.exchange.layout.packed_lists import pieces_of
from journey.exchange.layout.phase_rows import rows_of
from journey.exchange.layout.resting import links_of
from journey.exchange.layout.sealed import sheet_name
from journey.exchange.layout.tables import FORM, TABLES
from journey.exchange.writing.room_tables import room_lists, room_tables
from journey.lazy_re import lazy_re
from journey.live import RoomRecord
from journey.model import Language, Workshop
from journey.texts import decimal_comma, text, typed_number

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
DANGEROUS = "=+\\-@\t\r＝＋－＠"
"""What a spreadsheet takes for the beginning of a formula."""
_LIKE_A_FORMULA = lazy_re(f"'*[{DANGEROUS}]")

CsvRows = Iterable[Sequence[Cell]]


def write_tables(workshop: Workshop, language: Language, rooms: Sequence[RoomRecord] = ()) -> bytes:
    """The workshop's tables as a zip of CSV files in one language, the same bytes for the same workshop, with its live rooms,
    the first opened first. `read_document` reads it back without loss; of the rooms it gives what a workbook gives."""
    labels = labels_of(workshop, language)
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for name, rows in _files(labels, rooms):
            entry = ZipInfo(f"{name}.csv")
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, as_csv(rows, language))
    return target.getvalue()


def table_names(workshop: Workshop, language: Language, rooms: Sequence[RoomRecord] = ()) -> list[tuple[str, int]]:
    """What the tables are called, in their order, with their numbers of rows; last those of live rooms, where they say
    something."""
    told = room_tables(workshop, rooms, language)
    return [
        *((sheet.name(language), len(rows_of(workshop, sheet.kind))) for sheet in TABLES),
        *((sheet_name(name, language), len(rows) - 1) for name, rows in told.items()),
    ]


def as_csv(rows: CsvRows, language: Language) -> bytes:
    """Rows as a CSV file. No text in it is taken for a formula: it gets an apostrophe in front."""
    target = StringIO(newline="")
    writer = csv.writer(target, delimiter=delimiter_of(language), lineterminator="\r\n")
    for row in rows:
        writer.writerow([_written(cell, language) for cell in row])
    return BYTE_ORDER_MARK + target.getvalue().encode()


def delimiter_of(language: Language) -> str:
    """What stands between cells, so that a spreadsheet in this language parts them."""
    return ";" if decimal_comma(language) else ","


def _files(labels: Labels, rooms: Sequence[RoomRecord]) -> Iterator[tuple[str, CsvRows]]:
    yield FORM.name(labels.language), _form(labels)
    for sheet in TABLES:
        yield sheet.name(labels.language), _table(sheet, labels)
    told = room_tables(labels.workshop, rooms, labels.language)
    for name, rows in told.items():
        yield sheet_name(name, labels.language), rows
    lists = lists_of(labels, labels.language)
    if rounds := labels.workshop.rounds:
        lists |= {PACKED: pieces_of(rounds), RESTING: links_of(rounds)}
    if rooms:
        lists |= room_lists(rooms, {name: _below_head(rows, labels.language) for name, rows in told.items()})
    longest = max(map(len, lists.values()))
    columns = [[key, *values, *[None] * (longest - len(values))] for key, values in lists.items()]
    yield text("exchange.sheet.lists", labels.language), zip(*columns, strict=True)


def _form(labels: Labels) -> CsvRows:
    for column in FORM.columns:
        value = column.cells.show(column.field, labels)(labels.workshop.frame)
        yield column.header(labels.language), column.cells.nothing(labels.language) if value is None else value


def _table(sheet: Sheet, labels: Labels) -> CsvRows:
    yield [column.header(labels.language) for column in sheet.columns]
    shown = [column.cells.show(column.field, labels) for column in sheet.columns]
    for row in rows_of(labels.workshop, sheet.kind):
        yield [show(row) for show in shown]


def _below_head(rows: Sequence[Sequence[Cell]], language: Language) -> Iterator[list[str]]:
    """The cells as they are read back."""
    for row in rows[1:]:
        yield [cell if isinstance(cell, str) else _written(cell, language) for cell in row]


def _written(cell: Cell, language: Language) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return f"'{cell}" if _LIKE_A_FORMULA.match(cell) else cell
    return cell.isoformat() if isinstance(cell, date) else typed_number(cell, language)
