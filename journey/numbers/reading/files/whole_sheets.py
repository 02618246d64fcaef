"""Every cell of every sheet of a workbook that is no .xlsx (.xls, .xlsb, .ods), through calamine: call this in a guarded child
only."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from journey.numbers.reading.files.excel import workbook
from journey.numbers.reading.files.merged_areas import Untold, untold_of
from journey.numbers.reading.outcome import UnreadableLog

MOST_SHEETS, MOST_ROWS, MOST_COLUMNS, MOST_TEXT = 40, 20_000, 200, 40_000
ANSWER = "sheets.json"


@dataclass(frozen=True)
class WholeSheet:
    """A sheet: pairs of a row's number and its values from column A on (text, numbers, truth values, None, {"date": …}, or
    {"percent": 0.25} for a number that an open document shows as 25 %), and merged areas like "A1:B2"."""

    name: str
    rows: Sequence[tuple[int, list[Any]]]
    merged: tuple[str, ...]


def write_sheets(path: Path, folder: Path) -> None:
    """Leave the sheets of a workbook as JSON in a folder. UnreadableLog."""
    with workbook(path) as book:
        untold = untold_of(path)
        names = book.sheet_names[:MOST_SHEETS]
        sheets = [_sheet(book.get_sheet_by_name(name), untold.get(name) or Untold()) for name in names]
    (folder / ANSWER).write_text(json.dumps(sheets), "utf-8")


def sheets_from(folder: Path) -> tuple[WholeSheet, ...]:
    """The sheets that a child wrote. UnreadableLog("damaged") for nonsense: a hostile file may have taken it over."""
    try:
        data = json.loads((folder / ANSWER).read_text("utf-8"))
        return tuple(
            WholeSheet(
                str(sheet["name"]),
                [(int(number), list(cells)) for number, cells in sheet["rows"]],
                tuple(map(str, sheet["merged"])),
            )
            for sheet in data
        )
    except (KeyError, TypeError, ValueError, OSError) as error:
        raise UnreadableLog("damaged") from error


def _sheet(read: Any, untold: Untold) -> dict[str, Any]:
    left, top = (read.start[1], read.start[0]) if read.start else (0, 0)
    rows: list[tuple[int, list[Any]]] = []
    shown: dict[int, list[int]] = {}
    for row, place in untold.percentages:
        shown.setdefault(row, []).append(place)
    for number, cells in enumerate(read.iter_rows(), 1):
        if len(rows) >= MOST_ROWS:
            break
        values = [None] * left * (number > top) + [_value(cell) for cell in cells]
        for place in shown.get(number - 1, ()):
            if place < len(values) and type(values[place]) in (int, float):
                values[place] = {"percent": values[place]}
        if any(value is not None for value in values):
            rows.append((number, values[:MOST_COLUMNS]))
    areas = read.merged_cell_ranges or untold.areas
    said = [f"{_letters(a[1])}{a[0] + 1}:{_letters(b[1])}{b[0] + 1}" for a, b in areas]
    return {"name": read.name, "rows": rows, "merged": said}


def _value(cell: Any) -> Any:
    if isinstance(cell, str):
        return cell[:MOST_TEXT] or None
    if isinstance(cell, bool | int | float):
        return cell
    if isinstance(cell, datetime | date):
        return {"date": cell.isoformat()}
    return str(cell) if isinstance(cell, time | timedelta) else None


def _letters(place: int) -> str:
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(65 + rest) + name
    return name
