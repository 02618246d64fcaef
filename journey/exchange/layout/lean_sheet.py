"""A worksheet for large tables: XlsxWriter's own, but whole columns are written at once, each cell as one string.

It leans on inner names of XlsxWriter (told by their underscores), because half of the time of a large export goes by
between them; everything else (styles, tables, dropdowns, packing) is XlsxWriter's. The tests open what it writes.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from xlsxwriter.worksheet import Worksheet

from journey.lazy_re import lazy_re

Cell = str | float | date | None
"""What a cell holds."""

_LIKE_AN_ESCAPE = lazy_re("_(?=x[0-9A-Fa-f]{4}_)")
_DAY_ZERO = date(1899, 12, 30)


class LeanSheet(Worksheet):  # type: ignore[misc]  # XlsxWriter has no types
    """A worksheet with `write_column_below`. `heights` are those of rows (from 0) in points: fixed, or to be adapted when
    somebody edits the row; programs that do not measure rows by themselves need to be told."""

    def __init__(self) -> None:
        super().__init__()
        self.lean_rows: dict[int, list[str]] = {}
        self.heights: dict[int, tuple[float, bool]] = {}

    def write_column_below(self, place: int, values: Iterable[Cell], style: Any, first: int = 1) -> None:
        """Write a column's cells from the row `first` (from 0) on; nothing and "" give no cell. Text stays text. Columns go from
        left to right; cells written in other ways stand in rows above or further right."""
        letters, xf = column_letters(place), style._get_xf_index()
        index_of, rows = self.str_table._get_shared_string_index, self.lean_rows
        last = 0
        for row, value in enumerate(values, start=first + 1):
            if value is None or value == "":
                continue
            if isinstance(value, str):
                if "_x" in value or value.startswith("<r>"):  # what the table of shared strings would not give back
                    cell = f'<c r="{letters}{row}" s="{xf}" t="inlineStr"><is><t>{self._inline(value)}</t></is></c>'
                else:
                    cell = f'<c r="{letters}{row}" s="{xf}" t="s"><v>{index_of(value)}</v></c>'
            else:
                number = (value - _DAY_ZERO).days if isinstance(value, date) else value
                cell = f'<c r="{letters}{row}" s="{xf}"><v>{number:.16G}</v></c>'
            rows.setdefault(row - 1, []).append(cell)
            last = row - 1
        self._check_dimensions(last, place)

    def _inline(self, words: str) -> str:
        return _LIKE_AN_ESCAPE.sub("_x005F_", str(self._escape_data(words)))

    def _start_row(self, row: int) -> None:
        if row in self.heights:
            height, fixed = self.heights[row]
            custom = ' customHeight="1"' if fixed else ""
            self.fh.write(f'<row r="{row + 1}" ht="{height:g}"{custom}>')
        else:
            self._write_row(row, None, self.row_info.get(row))

    def _write_rows(self) -> None:
        for row in sorted({*self.lean_rows, *self.table, *self.row_info}):
            self._start_row(row)
            self.fh.write("".join(self.lean_rows.get(row, ())))
            for place, cell in sorted(self.table.get(row, {}).items()):
                self._write_cell(row, place, cell)
            self._xml_end_tag("row")


def column_letters(place: int) -> str:
    """A column's letters: 0 is A, 26 is AA."""
    letters = ""
    while place >= 0:
        letters = chr(ord("A") + place % 26) + letters
        place = place // 26 - 1
    return letters
