"""Writes one table: a real Excel table with frozen header, dropdowns for every choice and quiet technical columns."""

from collections.abc import Sequence
from typing import Any

from journey.exchange.book import A3, A4, Book, print_setup
from journey.exchange.columns import Column, Kind, Sheet
from journey.exchange.lean_sheet import LeanSheet, column_letters
from journey.exchange.lists import source_of
from journey.exchange.measure import lines_of, width_of
from journey.exchange.words import Cell, rows_of, shower, yes_no
from journey.model import Emotion
from journey.palette import EMOTIONS, FAINT, LIGHT, text_on
from journey.texts import day_pattern, has, text

ROWS_BELOW = 2_000
"""How far below the table dropdowns reach: some readers keep every cell that has one."""
WIDE = 240
"""Characters from which a table is printed on A3."""
LINE_HEIGHT, MOST_LINES = 12.75, 14


def write_table(book: Book, sheet: Sheet) -> None:
    """Write a collection's sheet."""
    worksheet = book.file.add_worksheet(sheet.name(book.language), LeanSheet)
    rows = rows_of(book.labels.workshop, sheet.kind)
    formats = [_cell_format(book, column) for column in sheet.columns]
    last = max(len(rows), 1) + ROWS_BELOW
    for place, column in enumerate(sheet.columns):
        worksheet.set_column(place, place, column.width, formats[place])
        validate(book, worksheet, column, (1, place, last, place))
        if column.kind is Kind.EMOTION:
            _colour_scores(book, worksheet, (1, place, last, place))
    _write_rows(book, worksheet, sheet, rows, formats)
    _make_table(book, worksheet, sheet, len(rows))
    worksheet.freeze_panes(1, sheet.frozen)
    letters = column_letters(len(sheet.columns) - 1)
    worksheet.ignore_errors({"number_stored_as_text": f"A1:{letters}{last + 1}"})
    wide = sum(column.width for column in sheet.columns) > WIDE
    print_setup(worksheet, paper=A3 if wide else A4, rows=(0, 0))


def _write_rows(book: Book, worksheet: LeanSheet, sheet: Sheet, rows: Sequence[Any], formats: list[Any]) -> None:
    lines: dict[int, int] = {}
    for place, column in enumerate(sheet.columns):
        values = list(map(shower(column, book.labels), rows))
        worksheet.write_column_below(place, values, formats[place])
        if column.kind not in _TECHNICAL:
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
        {"header": column.header(book.language), "header_format": book.header(quiet=column.kind in _TECHNICAL)}
        for column in sheet.columns
    ]
    worksheet.set_row(0, 32)
    options = {"name": f"journey_{sheet.kind}", "style": "Table Style Light 1", "columns": columns}
    worksheet.add_table(0, 0, max(count, 1), len(columns) - 1, options)


_TECHNICAL = (Kind.ID, Kind.RANK)


def _cell_format(book: Book, column: Column) -> Any:
    match column.kind:
        case Kind.ID | Kind.RANK:
            return book.style(font_color=FAINT, font_size=8, bg_color=LIGHT.lane)
        case Kind.DATE:
            return book.style(num_format=day_pattern(book.language).lower(), align="left")
        case Kind.EMOTION:
            return book.style(num_format="+0;-0;0", align="center", bold=True)
        case Kind.LEVEL:
            return book.style(align="center")
        case Kind.NUMBER | Kind.SHARE | Kind.WHOLE:
            return book.style(align="right")
    return book.style(text_wrap=True)


def validate(book: Book, worksheet: Any, column: Column, cells: tuple[int, int, int, int]) -> None:
    """Give a column's cells their dropdown and the note that appears when one is selected."""
    hint = f"exchange.hint.{column.kind.name.lower()}"
    options: dict[str, object] = {"validate": "any", "ignore_blank": True}
    source = _choices(book, column)
    if source:
        options |= {"validate": "list", "source": source, "error_type": "stop"}
        options["error_title"] = text("exchange.hint.title", book.language)
        options["error_message"] = text("exchange.hint.unknown", book.language)
        if column.kind is Kind.REFERENCE:
            options["error_type"] = "warning"
    if has(hint, book.language):
        options["input_title"] = column.header(book.language)[:32]
        options["input_message"] = text(hint, book.language)
    if len(options) > 2:
        worksheet.data_validation(*cells, options)


def _choices(book: Book, column: Column) -> object:
    match column.kind:
        case Kind.CHOICE | Kind.DERIVED | Kind.REFERENCE:
            return source_of(book, column)
        case Kind.YES_NO:
            return [yes_no(True, book.language), yes_no(False, book.language)]
        case Kind.EMOTION:
            return [int(emotion) for emotion in Emotion]
        case Kind.LEVEL:
            return [1, 2, 3, 4, 5]
    return None


def _colour_scores(book: Book, worksheet: Any, cells: tuple[int, int, int, int]) -> None:
    for emotion, colour in EMOTIONS.items():
        style = book.file.add_format({"bg_color": colour, "font_color": text_on(colour)})
        rule = {"type": "cell", "criteria": "between", "minimum": emotion - 0.1, "maximum": emotion + 0.1}
        blank = {"type": "blanks", "stop_if_true": True}
        if emotion is Emotion.VERY_BAD:
            worksheet.conditional_format(*cells, blank)
        worksheet.conditional_format(*cells, {**rule, "format": style})
