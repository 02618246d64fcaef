"""Files that are broken or something else than they seem, made on the spot: each function gives the bytes of one."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl

from journey.exchange import write_workbook
from journey.model import Language
from tests.builders import a_touchpoint, a_workshop
from tests.typed import first_sheet

SHEET = "xl/worksheets/sheet6.xml"
"""The part of the touchpoints' sheet in a workbook of ours."""


def a_good_one() -> bytes:
    return write_workbook(a_workshop(touchpoints=[a_touchpoint(id="t1"), a_touchpoint("Shop", id="t2")]), Language.DE)


def repacked(data: bytes, change: Callable[[str, bytes], bytes] | None = None, **added: bytes) -> bytes:
    """A zip with its parts changed, and parts added ("/" is written "__", "." is written "_dot_")."""
    target = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, change(name, part) if change else part)
        for name, part in added.items():
            new.writestr(name.replace("__", "/").replace("_dot_", "."), part)
    return target.getvalue()


def in_sheet(old: bytes, new: bytes) -> bytes:
    return repacked(a_good_one(), lambda name, part: part.replace(old, new, 1) if name == SHEET else part)


def declared_type() -> bytes:
    """A part that declares a document type; nothing stands in the declaration."""
    return repacked(
        a_good_one(),
        lambda name, part: part.replace(b"?>", b"?><!DOCTYPE sst>", 1) if "sharedStrings" in name else part,
    )


def truncated() -> bytes:
    good = a_good_one()
    return good[: len(good) * 2 // 3]


def flipped() -> bytes:
    """A part whose packed bytes were damaged."""
    good = bytearray(a_good_one())
    start = good.index(SHEET.encode()) + len(SHEET) + 40
    good[start : start + 40] = bytes(byte ^ 0x55 for byte in good[start : start + 40])
    return bytes(good)


def missing_part() -> bytes:
    target = BytesIO()
    with ZipFile(BytesIO(a_good_one())) as old, ZipFile(target, "w") as new:
        for name in old.namelist():
            if name != SHEET:
                new.writestr(name, old.read(name))
    return target.getvalue()


def broken_xml() -> bytes:
    return in_sheet(b"</sheetData>", b"</sheet>")


def other_workbook() -> bytes:
    book = openpyxl.Workbook()
    first_sheet(book).append(["Datum", "Umsatz", "Filiale"])
    first_sheet(book).append(["2026-01-01", 12.5, "Köln"])
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def with_macros() -> bytes:
    return repacked(a_good_one(), xl__vbaProject_dot_bin=b"nothing that runs")


def an_encrypted_entry() -> bytes:
    """A zip that says of its first entry that it is encrypted."""
    data = bytearray(a_good_one())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def _package(*names: str) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    return target.getvalue()


def a_binary_workbook() -> bytes:
    return _package("[Content_Types].xml", "xl/workbook.bin")


def an_open_document() -> bytes:
    return _package("mimetype", "content.xml", "META-INF/manifest.xml")


def a_letter() -> bytes:
    return _package("[Content_Types].xml", "word/document.xml")


def a_german_csv() -> bytes:
    return "Touchpoint;Phase;Gefühl\r\nBäckerei;Kauf;1,5\r\n".encode("cp1252")


def a_web_page() -> bytes:
    return b"<html><head><title>Export</title></head><body><table><tr><td>1</td></tr></table></body></html>"


def an_old_workbook() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "Workbook".encode("utf-16-le") + b"\0" * 500


def a_locked_workbook() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 500


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "empty"),
    "plain text": (lambda: b"hello", "no_workbook"),
    "truncated": (truncated, "truncated"),
    "damaged bytes": (flipped, "damaged"),
    "missing part": (missing_part, "damaged"),
    "broken XML": (broken_xml, "damaged"),
    "other workbook": (other_workbook, "not_ours"),
    "declared document type": (declared_type, "unsafe"),
    "cp1252 CSV": (a_german_csv, "csv"),
    "web page": (a_web_page, "html"),
    "old Excel": (an_old_workbook, "old_excel"),
    "password": (a_locked_workbook, "protected"),
    "encrypted entry": (an_encrypted_entry, "protected"),
    "binary workbook": (a_binary_workbook, "binary_workbook"),
    "OpenDocument": (an_open_document, "open_document"),
    "letter": (a_letter, "no_workbook"),
}
"""Files that cannot be read, with the key of the message."""
