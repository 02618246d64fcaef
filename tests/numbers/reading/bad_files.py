"""Files that are broken or something else than they seem, made on the spot: each function writes one into a folder."""

import gzip
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq

from tests.typed import first_sheet

ROW = b"1,2026-01-01,a\n"
HEADER = b"case,time,activity\n"


def _put(folder: Path, data: bytes, name: str = "log.csv") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def workbook(folder: Path, **cells: str) -> Path:
    book = openpyxl.Workbook()
    values: dict[str, str | int] = {
        "A1": "case",
        "B1": "time",
        "C1": "activity",
        "A2": 1,
        "B2": "2026-01-01",
        "C2": "a",
        **cells,
    }
    for place, value in values.items():
        first_sheet(book)[place] = value
    book.save(folder / "log.xlsx")
    return folder / "log.xlsx"


def cut_workbook(folder: Path) -> Path:
    path = workbook(folder)
    return _put(folder, path.read_bytes()[:-300], "log.xlsx")


def broken_sheet(folder: Path) -> Path:
    path = workbook(folder)
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"][:-60]
    with zipfile.ZipFile(path, "w") as new:
        for name, part in parts.items():
            new.writestr(name, part)
    return path


def another_zip(folder: Path) -> Path:
    with zipfile.ZipFile(folder / "log.xlsx", "w") as archive:
        archive.writestr("readme.txt", "no workbook")
    return folder / "log.xlsx"


def protected_workbook(folder: Path) -> Path:
    return _put(
        folder, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)
    )


def encrypted_entry(folder: Path) -> Path:
    path = workbook(folder)
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(bytes(data))
    return path


def broken_old_workbook(folder: Path) -> Path:
    return _put(folder, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"no workbook")


def cut_parquet(folder: Path) -> Path:
    pq.write_table(pa.table({"case": ["1"], "time": ["2026-01-01"], "activity": ["a"]}), folder / "log")
    return _put(folder, (folder / "log").read_bytes()[:-20])


def false_parquet(folder: Path) -> Path:
    return _put(folder, b"PAR1" + b"no table" + b"\x10\0\0\0PAR1")


def web_page(folder: Path) -> Path:
    return _put(
        folder, b"\xef\xbb\xbf\n<!DOCTYPE html><html><body><table><tr><td>case;time</td></tr></table></body></html>"
    )


def portable_document(folder: Path) -> Path:
    return _put(folder, b"%PDF-1.7\n" + bytes(300))


def nothing(folder: Path) -> Path:
    return _put(folder, b"")


def blanks(folder: Path) -> Path:
    return _put(folder, b"\xef\xbb\xbf \r\n\r\n")


def zeros(folder: Path) -> Path:
    return _put(folder, bytes(100_000))


def noise(folder: Path) -> Path:
    return _put(folder, bytes((n * n * 31 + n // 7) % 256 for n in range(50_000)))


def header_only(folder: Path) -> Path:
    return _put(folder, HEADER)


def one_column(folder: Path) -> Path:
    return _put(folder, b"note\nhello\nworld\n")


def prose(folder: Path) -> Path:
    return _put(folder, b"Dear customer\nthank you for your order\nwe send it soon\n")


def cut_gzip(folder: Path) -> Path:
    return _put(folder, gzip.compress(HEADER + ROW * 50_000)[:-40])


def false_gzip(folder: Path) -> Path:
    return _put(folder, b"\x1f\x8b\x08" + bytes(range(256)))


def open_quote(folder: Path) -> Path:
    return _put(folder, HEADER + ROW + b'1,2026-01-01,"' + b"x" * 5_000)


def nothing_there(folder: Path) -> Path:
    return folder / "gone.csv"


def a_folder(folder: Path) -> Path:
    return folder


FATAL: dict[Callable[[Path], Path], str] = {
    cut_workbook: "damaged",
    broken_sheet: "damaged",
    another_zip: "not_text",
    protected_workbook: "protected",
    encrypted_entry: "protected",
    broken_old_workbook: "damaged",
    cut_parquet: "damaged",
    false_parquet: "damaged",
    web_page: "html",
    portable_document: "pdf",
    nothing: "empty",
    blanks: "empty",
    zeros: "empty",
    noise: "not_text",
    header_only: "no_rows",
    one_column: "one_column",
    prose: "one_column",
    false_gzip: "damaged",
    nothing_there: "missing",
    a_folder: "missing",
}
"""Files of which nothing can be used, and what is said about them."""
