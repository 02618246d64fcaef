"""Workbooks (.xlsx, .xlsm, .xlsb, .xls, .ods) through calamine, which can abort the whole process on a hostile file: call
this in a guarded child only, unless the file is your own."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from journey.numbers.reading.outcome import UnreadableLog

MOST_ENTRIES, MOST_UNPACKED, MOST_RATIO = 1_000, 200 << 20, 100
ALWAYS_SMALL = 20 << 20
"""Below this no ratio is suspicious: tables that repeat themselves pack well."""
LARGEST = 100 << 20

_WORKBOOKS = ("xl/workbook.xml", "xl/workbook.bin", "content.xml")


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


@contextmanager
def workbook(path: Path) -> Iterator[Any]:
    """The workbook, open. UnreadableLog: see check(), "protected", "damaged", or "no_sheet" for an unknown one."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, WorksheetNotFound

    check(path)
    try:
        with CalamineWorkbook.from_path(path) as book:
            yield book
    except PasswordError as error:
        raise UnreadableLog("protected") from error
    except WorksheetNotFound as error:
        raise UnreadableLog("no_sheet", sheet=str(error)) from error
    except (CalamineError, OSError, ValueError) as error:
        if isinstance(error, UnreadableLog):
            raise
        raise UnreadableLog("damaged") from error


def fullest_sheet(book: Any) -> str:
    """The name of the sheet with most rows, the first of several; where logs stand."""
    names: list[str] = list(book.sheet_names)
    if not names:
        raise UnreadableLog("empty")
    return max(names, key=lambda name: (_rows(book, name), -names.index(name)))


def sheet_rows(book: Any, sheet: str, decimal: str = ".") -> Iterator[tuple[int, list[str]]]:
    """A sheet's rows as text with their numbers in the sheet, empty ones left out. Numbers have the given decimal mark."""
    for number, cells in enumerate(book.get_sheet_by_name(sheet).iter_rows(), 1):
        written = [_written(cell, decimal) for cell in cells]
        if any(written):
            yield number, written


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
        return cell.isoformat(" ")
    return cell.isoformat() if isinstance(cell, date | time) else str(cell) if isinstance(cell, timedelta) else ""
