"""Writes one table: a real Excel table with frozen header, dropdowns for every choice and quiet technical columns."""

from collections.abc import Sequence
from typing import Any

from journey.exchange.layout.book import A3, A4, Book, print_setup
from journey.exchange.layout.columns import Column, Sheet
from journey.exchange.layout.lean_sheet import Cell, LeanSheet, column_letters
from journey.exchange.layout.phase_rows import rows_of
from journey.exchange.layout.shown_sheets import hidden_tables
from journey.exchange.writing.measure import lines_of, width_of
from journey.texts import text

ROWS_BELOW = 2_000
"""How far below the table dropdowns reach: some readers keep every cell that has one."""
WIDE = 240
"""Characters from which a table is printed on A3."""
LINE_HEIGHT, MOST_LINES = 12.75, 14


def write_table(book: Book, sheet: Sheet) -> None:
    """Write a collection's sheet."""
    worksheet = book.file.add_worksheet(sheet.name(book.language), LeanSheet)
    rows = rows_of(book.labels.workshop, sheet.kind)
    formats = [column.cells.format(book) for column in sheet.columns]
    last = max(len(rows), 1) + ROWS_BELOW
    for place, column in enumerate(sheet.columns):
        worksheet.set_column(place, place, column.width, formats[place])
        validate(book, worksheet, column, (1, place, last, place))
        for rule in column.cells.colours(book):
            worksheet.conditional_format(1, place, last, place, rule)
    _write_rows(book, worksheet, sheet, rows, formats)
    _make_table(book, worksheet, sheet, len(rows))
    worksheet.freeze_panes(1, sheet.frozen)
    letters = column_letters(len(sheet.columns) - 1)
    worksheet.ignore_errors({"number_stored_as_text": f"A1:{letters}{last + 1}"})
    wide = sum(column.width for column in sheet.columns) > WIDE
    if sheet in hidden_tables(book.labels.workshop):
        worksheet.hide()
    print_setup(worksheet, paper=A3 if wide else A4, rows=(0, 0))


def _write_rows(book: Book, worksheet: LeanSheet, sheet: Sheet, rows: Sequence[Any], formats: list[Any]) -> None:
    lines: dict[int, int] = {}
    for place, column in enumerate(sheet.columns):
        values = list(map(column.cells.show(column.field, book.labels), rows))
        worksheet.write_column_below(place, values, formats[place])
        if not column.cells.technical:
            _count_lines(values, column.width, lines)
    for row, needed in lines.items():
        worksheet.heights[row] = LINE_HEIGHT * min(needed, MOST_LINES) + 2, needed > MOST_LINES


def _count_lines(values: Sequence[Cell], width: float, lines: dict[int, int]) -> None:
    """Note the rows in which a column's text needs more than one line."""
    room = width * 0.92
    for row, value in enumerate(values, start=1):
        if isinstance(value, str) and (
            len(value) > room or "\n" in value or (not value.isascii() and width_of(value) > room)
        ):
            needed = lines_of(value, width)
            if needed > lines.get(row, 1):
                lines[row] = needed


def _make_table(book: Book, worksheet: Any, sheet: Sheet, count: int) -> None:
    columns = [
        {"header": column.header(book.language), "header_format": book.header(quiet=column.cells.technical)}
        for column in sheet.columns
    ]
    worksheet.set_row(0, 32)
    options = {"name": f"journey_{sheet.kind}", "style": "Table Style Light 1", "columns": columns}
    worksheet.add_table(0, 0, max(count, 1), len(columns) - 1, options)


def validate(book: Book, worksheet: Any, column: Column, cells: tuple[int, int, int, int]) -> None:
    """Give a column's cells their dropdown and the note that appears when one is selected."""
    options: dict[str, object] = {"validate": "any", "ignore_blank": True}
    source = column.cells.choices(book)
    if source:
        options |= {"validate": "list", "source": source, "error_type": "stop"}
        options["error_title"] = text("exchange.hint.title", book.language)
        options["error_message"] = text("exchange.hint.unknown", book.language)
        if column.cells.open:
            options["error_type"] = "warning"
    if column.cells.hint:
        options["input_title"] = column.header(book.language)[:32]
        options["input_message"] = text(f"exchange.hint.{column.cells.hint}", book.language)
    if len(options) > 2:
        worksheet.data_validation(*cells, options)
