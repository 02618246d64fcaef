"""A workbook being written: its formats, labels and lists in one value, and the one way to put text into a cell."""

import re
from dataclasses import dataclass, field
from typing import Any

import xlsxwriter

from journey.exchange.layout.labels import Labels
from journey.exchange.layout.lean_sheet import column_letters
from journey.lazy_re import lazy_re
from journey.model import COLLECTIONS, Emotion, Language
from journey.palette import LIGHT, PRIMARY, WHITE
from journey.texts import text

FONT = "Arial"
"""Everywhere, if only by a font of the same measures; column widths are counted in its digits at size 10."""
A4, A3 = 9, 8


@dataclass
class Book:
    """What the writers of all sheets share. `formats` are made once each; `lists` are the columns of the hidden sheet,
    `curve` the points (place, emotion) of the map's chart, which stand behind them."""

    file: Any
    labels: Labels
    language: Language
    formats: dict[tuple[tuple[str, object], ...], Any] = field(default_factory=dict)
    lists: dict[str, list[str]] = field(default_factory=dict)
    curve: list[tuple[float, Emotion | None]] = field(default_factory=list)

    def style(self, **properties: object) -> Any:
        """The format with these properties (XlsxWriter's names) on top of the book's font."""
        wanted = {"font_name": FONT, "font_size": 10, "font_color": LIGHT.text, "valign": "top", **properties}
        key = tuple(sorted(wanted.items()))
        if key not in self.formats:
            self.formats[key] = self.file.add_format(wanted)
        return self.formats[key]

    def header(self, quiet: bool = False, **more: object) -> Any:
        """The format of a table's header; quiet for the technical columns."""
        fill = LIGHT.quiet if quiet else PRIMARY["light"]
        return self.style(bold=True, font_color=WHITE, bg_color=fill, text_wrap=True, valign="vcenter", **more)


def put(book: Book, worksheet: Any, at: tuple[int, int], words: str, style: Any) -> None:
    """Write words as text into a cell (row, column), whatever they look like."""
    pieces = runs(words)
    if len(pieces) == 1:
        worksheet.write_string(*at, words, style)
    else:
        worksheet.write_rich_string(*at, *(part for piece in pieces for part in (book.style(), piece)), style)


def runs(words: str) -> list[str]:
    """Words in as few runs as XlsxWriter leaves them as they are: it takes "<r>…</r>" for markup of its own, and of two
    "_x0041_" side by side it escapes the first, in rich text every single one twice."""
    return _BROKEN.split(words)


_BROKEN = lazy_re(r"(?<=_)(?=x[0-9A-Fa-f]{4}_)|(?<=^<r>)(?=.*</r>$)", re.DOTALL)


def print_setup(worksheet: Any, *, paper: int = A4, rows: tuple[int, int] | None = None) -> None:
    """Landscape, as wide as one page, with repeated header rows and page numbers."""
    worksheet.set_landscape()
    worksheet.set_paper(paper)
    worksheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    worksheet.fit_to_pages(1, 0)
    worksheet.set_footer("&L&9&A&R&9&P / &N")
    if rows:
        worksheet.repeat_rows(*rows)


def new_book(target: Any, labels: Labels, language: Language, lists: dict[str, list[str]]) -> Book:
    """A workbook that writes into a binary file. Nothing in it is taken for a formula, a number or a link by its looks."""
    options: dict[str, object] = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }
    options |= {"default_format_properties": {"font_name": FONT, "font_size": 10}}
    file = xlsxwriter.Workbook(target, options)
    return Book(file, labels, language, lists=lists)


def range_of(book: Book, key: str) -> str:
    """The range of the hidden sheet's column `key`, for a dropdown; "" when there is nothing to choose from."""
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
    if target not in COLLECTIONS or any(label.endswith("]") for label in book.lists[target]):
        return ""
    return f"='{text(f'fields.plural.{target}', book.language)}'!$A$2:$A${len(book.lists[target]) + 1}"
