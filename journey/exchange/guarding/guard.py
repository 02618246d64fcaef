"""Opens workbooks of strangers: size, kind and zip are checked, then a limited child process reads the cells."""

import json
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from journey.exchange.guarding.problems import UnreadableFile
from journey.lazy_re import lazy_re

LARGEST = 25 * 1024 * 1024
MOST_ENTRIES, MOST_UNPACKED, MOST_RATIO = 1_000, 200 * 1024 * 1024, 100
ALWAYS_SMALL = 20 * 1024 * 1024
"""Below this no ratio is suspicious: tables that repeat themselves pack well."""
SECONDS = 30.0

_CHILD = Path(__file__).with_name("child.py")
_HTML = lazy_re(rb"<(?:!doctype\s+html|html|head|table|body|meta)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Comment:
    """A comment on a cell (row number, place from 0)."""

    row: int
    place: int
    author: str
    text: str


@dataclass(frozen=True)
class CellSheet:
    """A sheet as it stands in the file. `rows` are pairs of the row's number and its values from column A on: text,
    numbers, truth values, None, {"date": …}, {"percent": …}, {"error": …}, or {"formula": …} without a result. `formulas`
    are cells (row number, place from 0), `merged` ranges, `beyond` cells too far out to be read, `totals` the rows that
    tables use for totals."""

    name: str
    rows: Sequence[tuple[int, list[Any]]]
    formulas: frozenset[tuple[int, int]]
    merged: tuple[str, ...]
    beyond: tuple[str, ...]
    totals: frozenset[int] = frozenset()
    comments: tuple[Comment, ...] = ()


@dataclass(frozen=True)
class Cells:
    """A workbook's sheets, and whether it carries macros (which nothing here ever runs)."""

    sheets: tuple[CellSheet, ...]
    macros: bool


def cells_of(data: bytes) -> Cells:
    """The cells of an .xlsx file. UnreadableFile says what else the file is, or what is wrong with it."""
    names = _checked(data)
    answer = _asked(data)
    if "problem" in answer:
        raise UnreadableFile(str(answer["problem"]))
    return Cells(
        tuple(_sheet(sheet) for sheet in answer["sheets"]), any(name.endswith("vbaproject.bin") for name in names)
    )


def _sheet(found: dict[str, Any]) -> CellSheet:
    return CellSheet(
        found["name"],
        found["rows"],
        frozenset((row, place) for row, place in found["formulas"]),
        tuple(found["merged"]),
        tuple(found["beyond"]),
        frozenset(found["totals"]),
        tuple(Comment(*comment) for comment in found["comments"]),
    )


def _checked(data: bytes) -> set[str]:
    """The names of the zip's entries, in small letters; UnreadableFile unless it looks like a harmless workbook."""
    if not data:
        raise UnreadableFile("empty")
    if len(data) > LARGEST:
        raise UnreadableFile("large_file", megabytes=str(LARGEST // 1024**2))
    if not data.startswith(b"PK"):
        raise UnreadableFile(_kind_of(data))
    try:
        with ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
    except (BadZipFile, ValueError, OSError, EOFError, NotImplementedError, IndexError) as error:
        raise UnreadableFile("truncated") from error
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if len(entries) > MOST_ENTRIES or unpacked > MOST_UNPACKED:
        raise UnreadableFile("bomb")
    if unpacked > ALWAYS_SMALL and unpacked > MOST_RATIO * max(packed, 1):
        raise UnreadableFile("bomb")
    if any(entry.flag_bits & 1 for entry in entries):
        raise UnreadableFile("protected")
    names = {entry.filename.lower() for entry in entries}
    if "[content_types].xml" not in names or not any(name.endswith("workbook.xml") for name in names):
        raise UnreadableFile(_other_package(names))
    return names


def _kind_of(data: bytes) -> str:
    """What a file is that is no zip, as a key of exchange.unreadable."""
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return "protected" if "EncryptedPackage".encode("utf-16-le") in data else "old_excel"
    if _HTML.search(start):
        return "html"
    if start.startswith(b"<?xml") and b"urn:schemas-microsoft-com:office:spreadsheet" in start:
        return "old_excel"
    if start.startswith(b"%PDF") or b"\0" in start.replace(b"\xff\xfe", b"")[:1] or start.startswith(b"<"):
        return "no_workbook"
    first = start.split(b"\n")[0]
    return "csv" if any(mark in first for mark in (b";", b",", b"\t")) and b"\0" not in first else "no_workbook"


def _other_package(names: set[str]) -> str:
    if any(name.endswith("workbook.bin") for name in names):
        return "binary_workbook"
    return "open_document" if "content.xml" in names else "no_workbook"


def _asked(data: bytes) -> dict[str, Any]:
    """The child's answer. It gets the file through a pipe, no argument and no open handle of ours."""
    command = [sys.executable, "-I", "-S", "-X", "utf8", str(_CHILD)]
    hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    try:
        done = subprocess.run(  # noqa: S603 - our own script, no shell
            command, input=data, capture_output=True, timeout=SECONDS, check=False, creationflags=hidden
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableFile("too_large") from error
    if done.returncode or not done.stdout:
        raise UnreadableFile("too_large" if done.returncode < 0 else "damaged")
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer
