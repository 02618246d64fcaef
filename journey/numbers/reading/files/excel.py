"""Workbooks (.xlsx, .xlsm, .xlsb, .xls, .ods) through calamine, which can abort the whole process on a hostile file: call
this in a guarded child only, unless the file is your own."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from journey.lazy_re import lazy_re
from journey.numbers.reading.files.open_document import readable
from journey.numbers.reading.outcome import UnreadableLog

MOST_ENTRIES, MOST_UNPACKED, MOST_RATIO = 1_000, 200 << 20, 100
ALWAYS_SMALL = 20 << 20
"""Below this no ratio is suspicious: tables that repeat themselves pack well."""
LARGEST = 100 << 20

_AMERICAN = lazy_re(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d{2})(?!\d)")
_WORKBOOKS = ("xl/workbook.xml", "xl/workbook.bin", "content.xml")
_SHORT = timedelta(milliseconds=1)


def check(path: Path) -> None:
    """UnreadableLog unless the file looks like a harmless workbook: "too_large", "bomb", "protected", "damaged", or
    "not_text" for a zip with something else inside."""
    if path.stat().st_size > LARGEST:
        raise UnreadableLog("too_large")
    with path.open("rb") as stream:
        start = stream.read(4)
        if start != b"PK\x03\x04":
            if start.startswith(b"PK"):
                raise UnreadableLog("damaged")
            if "EncryptedPackage".encode("utf-16-le") in start + stream.read(1 << 20):
                raise UnreadableLog("protected")
            return
    try:
        with ZipFile(path) as archive:
            entries = archive.infolist()
    except (BadZipFile, ValueError, OSError, EOFError, NotImplementedError, IndexError) as error:
        raise UnreadableLog("damaged") from error
    unpacked, packed = sum(entry.file_size for entry in entries), sum(entry.compress_size for entry in entries)
    if len(entries) > MOST_ENTRIES or unpacked > MOST_UNPACKED:
        raise UnreadableLog("bomb")
    if unpacked > ALWAYS_SMALL and unpacked > MOST_RATIO * max(packed, 1):
        raise UnreadableLog("bomb")
    if any(entry.flag_bits & 1 for entry in entries):
        raise UnreadableLog("protected")
    if not any(entry.filename.lower() in _WORKBOOKS for entry in entries):
        raise UnreadableLog("not_text")


def is_workbook(path: Path) -> bool:
    """Whether a zip is a workbook; a zip that cannot be looked into may be one."""
    try:
        with ZipFile(path) as archive:
            return any(name.lower() in _WORKBOOKS for name in archive.namelist())
    except (BadZipFile, ValueError, OSError, EOFError, NotImplementedError, IndexError):
        return True


@contextmanager
def workbook(path: Path) -> Iterator[Any]:
    """The workbook, open. UnreadableLog: see check(), "protected", "damaged", or "no_sheet" for an unknown one."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, WorksheetNotFound

    check(path)
    try:
        with readable(path) as file, CalamineWorkbook.from_path(file) as book:
            yield book
    except PasswordError as error:
        raise UnreadableLog("protected") from error
    except WorksheetNotFound as error:
        raise UnreadableLog("no_sheet", sheet=str(error)) from error
    except (CalamineError, OSError, ValueError) as error:
        if isinstance(error, UnreadableLog):
            raise
        raise UnreadableLog("damaged") from error


MOST_SHEETS = 40
"""So many sheets are looked at for the one with the log, those with most rows first."""


def fullest_sheets(book: Any) -> list[str]:
    """The names of the sheets, those with most rows first. UnreadableLog("empty") where there is none."""
    names: list[str] = list(book.sheet_names)
    if not names:
        raise UnreadableLog("empty")
    return sorted(names, key=lambda name: (-_rows(book, name), names.index(name)))[:MOST_SHEETS]


def sheet_rows(
    book: Any, sheet: str, decimal: str = ".", swapped: frozenset[int] = frozenset()
) -> Iterator[tuple[int, list[str]]]:
    """A sheet's rows as text with their numbers in the sheet, empty ones left out. Numbers have the given decimal mark. A
    cell that is merged over rows holds for each of them. `swapped`: places of columns in which a foreign Excel took
    American days for months."""
    read = book.get_sheet_by_name(sheet)
    merged = _merged(read)
    held: dict[int, tuple[int, str]] = {}
    for number, cells in enumerate(read.iter_rows(), 1):
        written = [
            _written(_unswapped(cell) if place in swapped else cell, decimal) for place, cell in enumerate(cells)
        ]
        for place, (last, value) in list(held.items()):
            if number <= last and place < len(written):
                written[place] = written[place] or value
            elif number > last:
                del held[place]
        for place, last in merged.get(number, ()):
            if place < len(written):
                held[place] = (last, written[place])
        if any(written):
            yield number, written


def swapped_columns(book: Any, sheet: str, header: int, most: int = 20_000) -> frozenset[int]:
    """The places of columns of American days that a foreign Excel took for months up to the twelfth and for text after
    it: all their dates have a day up to the twelfth, and their text only a month first and a day after it."""
    dates: dict[int, int] = {}
    texts: dict[int, int] = {}
    wrong: set[int] = set()
    for number, cells in enumerate(book.get_sheet_by_name(sheet).iter_rows(), 1):
        if number > most:
            break
        if number <= header:
            continue
        for place, cell in enumerate(cells):
            if isinstance(cell, date):
                dates[place] = dates.get(place, 0) + 1
                if cell.day > 12:
                    wrong.add(place)
            elif isinstance(cell, str) and (found := _AMERICAN.match(cell)):
                texts[place] = texts.get(place, 0) + 1
                if not (int(found[1]) <= 12 < int(found[2])):
                    wrong.add(place)
    return frozenset(place for place in texts if texts[place] > 1 and dates.get(place, 0) > 1 and place not in wrong)


def _merged(sheet: Any) -> dict[int, list[tuple[int, int]]]:
    """For the first row (from 1) of each merged range over several rows its first column and its last row."""
    found: dict[int, list[tuple[int, int]]] = {}
    left = sheet.start[1] if sheet.start else 0
    for (first, column), (last, _) in sheet.merged_cell_ranges or ():
        if last > first:
            found.setdefault(first + 1, []).append((column - left, last + 1))
    return found


def _unswapped(cell: Any) -> Any:
    if isinstance(cell, date) and cell.day <= 12:
        return cell.replace(month=cell.day, day=cell.month)
    return cell


def _rows(book: Any, name: str) -> int:
    sheet = book.get_sheet_by_name(name)
    return sheet.height if sheet.width > 1 else 0


def _written(cell: Any, decimal: str) -> str:
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, int | float):
        whole = isinstance(cell, int) or (cell.is_integer() and abs(cell) < 1e15)
        return str(int(cell)) if whole else repr(cell).replace(".", decimal)
    if isinstance(cell, datetime):
        return _whole(cell).isoformat(" ")
    return cell.isoformat() if isinstance(cell, date | time) else str(cell) if isinstance(cell, timedelta) else ""


def _whole(time: datetime) -> datetime:
    """A time without the millisecond that a workbook's days, which are fractions, lack now and then to a whole second."""
    short = timedelta(microseconds=1_000_000 - time.microsecond)
    return time + short if short <= _SHORT else time
