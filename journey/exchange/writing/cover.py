"""Writes the cover: what the workbook is, the workshop's frame as a form to edit, what is in here, how to bring it back."""

from collections.abc import Mapping
from typing import Any

from journey.exchange.layout.book import Book, print_setup, put
from journey.exchange.layout.cells import score
from journey.exchange.layout.columns import Column
from journey.exchange.layout.lists import MAPS
from journey.exchange.layout.sealed import sheet_name
from journey.exchange.layout.shown_sheets import hidden_tables, shown_tables
from journey.exchange.layout.tables import FORM
from journey.exchange.writing.measure import lines_of
from journey.exchange.writing.tables import validate
from journey.future import has_future
from journey.model import FRAME
from journey.palette import EMOTIONS, FAINT, LIGHT, PRIMARY, WHITE, ZONES, text_on
from journey.texts import choice, text

FORM_ROW = 4
_LABEL, _VALUE, _HINT = 1, 2, 3
_WIDTHS = (3.0, 34.0, 68.0, 12.0)


def write_cover(book: Book, beside: Mapping[str, int]) -> None:
    """Write the first sheet. `beside` are the sheets that are there to be read, with their numbers of rows."""
    worksheet = book.file.add_worksheet(text(f"fields.plural.{FRAME}", book.language))
    for place, width in enumerate(_WIDTHS):
        worksheet.set_column(place, place, width)
    worksheet.hide_gridlines(2)
    _heading(book, worksheet)
    row = FORM_ROW
    for column in FORM.columns:
        _form_row(book, worksheet, row, column)
        row += 1
    row = _contents(book, worksheet, row + 1, beside)
    row = _instructions(book, worksheet, row + 1)
    _legend(book, worksheet, row + 1)
    print_setup(worksheet)
    worksheet.set_portrait()
    worksheet.fit_to_pages(1, 1)


def _heading(book: Book, worksheet: Any) -> None:
    frame = book.labels.workshop.frame
    title = frame.title or text("exchange.map.untitled", book.language)
    put(book, worksheet, (0, _LABEL), title, book.style(font_size=24, bold=True, font_color=PRIMARY["light"]))
    about = text("exchange.cover.about", book.language)
    put(book, worksheet, (1, _LABEL), about, book.style(font_size=11, font_color=LIGHT.quiet))
    worksheet.set_row(0, 36)
    worksheet.set_row(1, 22)
    _section(book, worksheet, FORM_ROW - 1, text("exchange.cover.frame", book.language))


def _section(book: Book, worksheet: Any, row: int, words: str) -> None:
    style = book.style(font_size=13, bold=True, font_color=PRIMARY["light"], bottom=2, bottom_color=PRIMARY["light"])
    put(book, worksheet, (row, _LABEL), words, style)
    for place in (_VALUE, _HINT):
        worksheet.write_blank(row, place, None, style)
    worksheet.set_row(row, 24)


def _form_row(book: Book, worksheet: Any, row: int, column: Column) -> None:
    line = {"bottom": 1, "bottom_color": LIGHT.line, "text_wrap": True, "align": "left", "indent": 1}
    put(
        book, worksheet, (row, _LABEL), column.header(book.language), book.style(bold=True, bg_color=LIGHT.lane, **line)
    )
    quiet = {"font_color": FAINT, "font_size": 8} if column.cells.technical else {}
    style = book.style(**line, **quiet)
    value = column.cells.show(column.field, book.labels)(book.labels.workshop.frame)
    value = column.cells.nothing(book.language) if value is None else value
    if isinstance(value, float | int):
        worksheet.write_number(row, _VALUE, value, style)
    elif value:
        put(book, worksheet, (row, _VALUE), str(value), style)
        worksheet.set_row(row, min(15.0 * lines_of(str(value), _WIDTHS[_VALUE]) + 2, 400))
    else:
        worksheet.write_blank(row, _VALUE, None, style)
    validate(book, worksheet, column, (row, _VALUE, row, _VALUE))


def _contents(book: Book, worksheet: Any, row: int, beside: Mapping[str, int]) -> int:
    _section(book, worksheet, row, text("exchange.cover.contents", book.language))
    link = book.style(font_color=PRIMARY["light"], underline=1)
    maps = [*MAPS.values()][: 1 + has_future(book.labels.workshop)]
    names: list[tuple[str, int | None, str]] = [
        (text(f"exchange.sheet.{each}", book.language), None, text(f"exchange.cover.{each}", book.language))
        for each in maps
    ]
    for sheet in shown_tables(book.labels.workshop):
        size = len(book.labels.workshop.collection(sheet.kind))
        names.append((sheet.name(book.language), size, text(f"exchange.about.{sheet.kind}", book.language)))
    names += [
        (sheet_name(sheet, book.language), size, text(f"exchange.about.{sheet}", book.language))
        for sheet, size in beside.items()
    ]
    for name, count, about in names:
        row += 1
        worksheet.write_url(row, _LABEL, f"internal:'{name}'!A1", link, name)
        put(book, worksheet, (row, _VALUE), about, book.style())
        if count is not None:
            worksheet.write_number(row, _HINT, count, book.style(align="left", font_color=LIGHT.quiet))
    return _hidden(book, worksheet, row + 1)


def _hidden(book: Book, worksheet: Any, row: int) -> int:
    """The tables that are empty and hidden, without links: nothing leads to what is hidden."""
    hidden = hidden_tables(book.labels.workshop)
    if not hidden:
        return row
    row += 1
    _section(book, worksheet, row, text("exchange.cover.hidden", book.language))
    row += 1
    put(book, worksheet, (row, _LABEL), text("exchange.cover.how_hidden", book.language), book.style())
    for sheet in hidden:
        row += 1
        quiet = book.style(font_color=LIGHT.quiet)
        put(book, worksheet, (row, _LABEL), sheet.name(book.language), quiet)
        put(book, worksheet, (row, _VALUE), text(f"exchange.about.{sheet.kind}", book.language), quiet)
    return row + 1


def _instructions(book: Book, worksheet: Any, row: int) -> int:
    _section(book, worksheet, row, text("exchange.cover.how", book.language))
    for step in range(1, 7):
        row += 1
        put(book, worksheet, (row, _LABEL), text(f"exchange.how.{step}", book.language), book.style())
    return row + 1


def _legend(book: Book, worksheet: Any, row: int) -> None:
    _section(book, worksheet, row, text("exchange.cover.colours", book.language))
    swatches = [(f"{score(e)}  {choice(e, book.language)}", colour) for e, colour in EMOTIONS.items()]
    swatches += [(choice(zone, book.language), colour) for zone, colour in ZONES.items()]
    for words, colour in swatches:
        row += 1
        fill = book.style(bg_color=colour, font_color=text_on(colour), bold=True, border=1, border_color=WHITE)
        put(book, worksheet, (row, _LABEL), words, fill)
