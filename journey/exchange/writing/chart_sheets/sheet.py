"""A sheet with a chart above the numbers that it draws, on one page of paper."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from journey.exchange.layout.book import A3, A4, FONT, Book, print_setup, put
from journey.exchange.layout.lean_sheet import Cell, LeanSheet
from journey.exchange.layout.sealed import seal_of
from journey.exchange.writing.measure import lines_of
from journey.exchange.writing.tables import LINE_HEIGHT, MOST_LINES
from journey.model import Language
from journey.palette import LIGHT, PRIMARY
from journey.texts import text

TITLE, ABOUT, CHART, HEADER = 0, 1, 2, 25
"""The rows, from 0."""
SIZE = 1040, 430
"""The chart's width and height in pixels; as high as the rows before the header."""
_ON_A4 = 40
"""So many rows are printed on one page of A4."""
_BOLD = 0.9
"""How much of a column bold letters leave to their words."""
COUNT, SCORE = "#,##0", "+0;-0;0"
"""Formats of numbers that programs write with their own marks."""


@dataclass(frozen=True)
class ChartColumn:
    """A column of numbers or words below its header; `number` is how numbers look (Excel's codes)."""

    header: str
    width: float
    values: Sequence[Cell]
    number: str = ""


@dataclass(frozen=True)
class ChartSheet:
    """Columns, and what makes the chart of them. The first column names the rows."""

    columns: tuple[ChartColumn, ...]
    draw: "Callable[[SheetChart], Any]"

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return max(len(column.values) for column in self.columns)


@dataclass(frozen=True)
class SheetChart:
    """A sheet that is being written, for its chart: what a series refers to, and the words that a chart has."""

    book: Book
    name: str
    sheet: ChartSheet
    grid: dict[str, Any] = field(
        default_factory=lambda: {"visible": True, "line": {"color": LIGHT.line, "width": 0.75}}
    )

    def series(self, place: int, **look: Any) -> dict[str, Any]:
        """A series: the numbers of a column, named by its header, over the names of the rows."""
        return {
            "name": [self.name, HEADER, place],
            "categories": [self.name, HEADER + 1, 0, HEADER + self.sheet.rows, 0],
            "values": [self.name, HEADER + 1, place, HEADER + self.sheet.rows, place],
            "categories_data": list(self.sheet.columns[0].values),
            "values_data": ["" if value is None else value for value in self.sheet.columns[place].values],
            **look,
        }

    def letters(self, size: int = 9, **more: Any) -> dict[str, Any]:
        """The font of words in a chart."""
        return {"name": FONT, "size": size, "color": LIGHT.text, **more}


def percent_code(language: Language, digits: int = 1) -> str:
    """How shares look, as the language writes percentages."""
    mark = text("notation.percent", language).removeprefix("{number}").removesuffix("%")
    return f"0.{'0' * digits}" + (f'"{mark}"' if mark else "") + "%"


def write_sheet(book: Book, name: str, sheet: ChartSheet) -> str:
    """Write a sheet; gives the seal of what it says."""
    called = text(f"exchange.sheet.{name}", book.language)
    worksheet = book.file.add_worksheet(called, LeanSheet)
    worksheet.set_tab_color(PRIMARY["light"])
    worksheet.hide_gridlines(2)
    about = text(f"exchange.charts.{name}", book.language)
    put(book, worksheet, (TITLE, 0), called, book.style(font_size=18, bold=True, font_color=PRIMARY["light"]))
    put(book, worksheet, (ABOUT, 0), about, book.style(font_color=LIGHT.quiet))
    worksheet.set_row(TITLE, 28)
    said: list[Cell] = [about]
    for place, column in enumerate(sheet.columns):
        worksheet.set_column(place, place, column.width)
        side: dict[str, Any] = {"align": "right"} if column.number else {"align": "left", "indent": 1}
        put(book, worksheet, (HEADER, place), column.header, book.header(**side))
        style = book.style(num_format=column.number or "General", text_wrap=not column.number, **side)
        worksheet.write_column_below(place, column.values, style, first=HEADER + 1)
        said += [column.header, *column.values]
    chart = sheet.draw(SheetChart(book, called, sheet))
    chart.set_size({"width": SIZE[0], "height": SIZE[1]})
    chart.set_chartarea({"border": {"none": True}})
    worksheet.insert_chart(CHART, 0, chart, {"object_position": 2, "y_offset": 6, "description": f"{called}. {about}"})
    lines = max(lines_of(column.header, column.width * _BOLD) for column in sheet.columns)
    worksheet.set_row(HEADER, 8 + LINE_HEIGHT * min(lines, MOST_LINES))
    short = sheet.rows <= _ON_A4
    print_setup(worksheet, paper=A4 if short else A3, rows=(HEADER, HEADER))
    if short:
        worksheet.fit_to_pages(1, 1)
    else:
        worksheet.set_portrait()
    return seal_of(said)
