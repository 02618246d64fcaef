"""The least that openpyxl's write-only mode needs for a workbook: its cells with their looks, and its charts with as many points.

Left out, for the mode has them not or they are no cells: widths and heights, merged cells, tables, choices, comments, links, print set-up."""

from collections import Counter
from collections.abc import Callable, Iterator
from copy import copy
from io import BytesIO
from typing import Any

import openpyxl
from openpyxl.cell import WriteOnlyCell
from openpyxl.chart import LineChart, Reference
from openpyxl.styles import NamedStyle

Cell = tuple[Any, str]
"""A value and the name of its looks, "" for none."""
Looks = dict[str, dict[str, Any]]
"""Font, fill, border, alignment and format of numbers by a name: the cheapest way in which the mode gives a cell its looks."""
_PARTS = ("font", "fill", "border", "alignment", "number_format")


def plain_book(data: bytes) -> Callable[[], bytes]:
    """What makes the workbook plainly; it knows before what is in which cell."""
    book: Any = openpyxl.load_workbook(BytesIO(data))
    looks: Looks = {}
    sheets = {sheet.title: list(_rows(sheet, looks)) for sheet in book.worksheets}
    charts = [(sheet.title, len(chart.series)) for sheet in book.worksheets for chart in sheet._charts]
    return lambda: _written(sheets, looks, charts)


def cells_of(data: bytes) -> Counter[str]:
    """How many cells of a workbook have a value, and how many of them looks."""
    book: Any = openpyxl.load_workbook(BytesIO(data))
    cells = [cell for sheet in book.worksheets for row in _rows(sheet, {}) for cell in row]
    return Counter(
        values=sum(value is not None for value, _ in cells),
        looks=sum(bool(look) for _, look in cells),
        charts=sum(len(sheet._charts) for sheet in book.worksheets),
    )


def _rows(sheet: Any, looks: Looks) -> Iterator[list[Cell]]:
    for row in sheet.iter_rows():
        found: list[Cell] = []
        for cell in row:
            name = ""
            if cell.has_style:
                name = "look " + "-".join(map(str, cell._style))
                if name not in looks:
                    looks[name] = {part: copy(getattr(cell, part)) for part in _PARTS}
            found.append((cell.value, name))
        yield found


def _written(sheets: dict[str, list[list[Cell]]], looks: Looks, charts: list[tuple[str, int]]) -> bytes:
    book: Any = openpyxl.Workbook(write_only=True)
    for name, look in looks.items():
        book.add_named_style(NamedStyle(name, **look))
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append([_cell(sheet, value, look) if look else value for value, look in row])
    for title, count in charts:
        chart, sheet = LineChart(), book[title]
        for place in range(count):
            chart.add_data(Reference(sheet, min_col=2 + place, min_row=26, max_row=26 + 60), titles_from_data=True)
        sheet.add_chart(chart, "A3")
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _cell(sheet: Any, value: Any, look: str) -> Any:
    cell = WriteOnlyCell(sheet, value)
    cell.style = look
    return cell
