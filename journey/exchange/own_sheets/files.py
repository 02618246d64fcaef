"""Opens a spreadsheet that somebody brings, whatever its kind. Workbooks are read in limited child processes."""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import BadZipFile, ZipFile

from journey.exchange.guarding.guard import LARGEST, CellSheet, cells_of
from journey.exchange.guarding.problems import UnreadableFile
from journey.exchange.own_sheets.grid import SheetGrid, grid_of
from journey.exchange.own_sheets.text_forms import grid_of_text

ENDINGS = ("xlsx", "xlsm", "xls", "xlsb", "ods", "csv", "tsv", "txt", "md", "mmd")
"""What such files are called."""
_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
_OTHER_PACKAGES = ("content.xml", "xl/workbook.bin")
_SAID_ALIKE = {"protected", "bomb", "too_large", "damaged", "empty"}


def sheets_of(data: bytes, file_name: str) -> tuple[SheetGrid, ...]:
    """The sheets of a file that have something in them. UnreadableFile says why there is none."""
    if not data:
        raise UnreadableFile("empty")
    if len(data) > LARGEST:
        raise UnreadableFile("large_file", megabytes=str(LARGEST // 1024**2))
    if _is_other_workbook(data):
        found = _through_calamine(data)
    elif data.startswith(b"PK"):
        found = cells_of(data).sheets
    else:
        return (grid_of_text(text_in(data), Path(file_name).stem[:100], of_file=True),)
    grids = tuple(grid for sheet in found if (grid := grid_of(sheet)).rows)
    if not grids:
        raise UnreadableFile("not_ours", seems="nothing")
    return grids


def _is_other_workbook(data: bytes) -> bool:
    if data.startswith(_OLD_WORKBOOK):
        return True
    try:
        names = ZipFile(BytesIO(data)).namelist() if data.startswith(b"PK") else []
    except (BadZipFile, ValueError, OSError, EOFError, NotImplementedError, IndexError):
        return False
    return any(name.lower() in _OTHER_PACKAGES for name in names)


def _through_calamine(data: bytes) -> tuple[CellSheet, ...]:
    from journey.numbers.reading import UnreadableLog, guarded_sheets

    with TemporaryDirectory(prefix="journey-sheet-") as folder:
        path = Path(folder) / "workbook"
        path.write_bytes(data)
        try:
            sheets = guarded_sheets(path)
        except UnreadableLog as error:
            raise UnreadableFile(error.key if error.key in _SAID_ALIKE else "damaged") from error
    return tuple(CellSheet(each.name, each.rows, frozenset(), each.merged, ()) for each in sheets)


def text_in(data: bytes) -> str:
    """The text in bytes: with a byte order mark, in UTF-8, else as Windows writes it. UnreadableFile for what is no text."""
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if b"\0" in data[:65536] or start.startswith((b"%PDF", b"\x89PNG", b"\xff\xd8", b"GIF8", b"<?xml", b"{\\rtf")):
        raise UnreadableFile("no_sheet")
    if start[:200].lower().startswith((b"<!doctype", b"<html", b"<head", b"<body", b"<meta")):
        raise UnreadableFile("web_page")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
