"""Which kind of file it is, by its first bytes: names of files say nothing."""

import gzip
import re
import zlib
from pathlib import Path
from typing import BinaryIO

from journey.lazy_re import lazy_re
from journey.numbers.reading.outcome import UnreadableLog
from journey.numbers.reading.plan import FileKind

SAMPLE = 1 << 20
"""So many bytes from the start are looked at."""

_HTML = lazy_re(rb"<(?:!doctype\s+html|html|head|table|body|meta)\b", re.IGNORECASE)
_NO_TEXT = {
    b"%PDF": "pdf", b"\x89PNG": "image", b"\xff\xd8\xff": "image", b"GIF8": "image", b"Rar!": "archive", b"7z\xbc\xaf": "archive",
    b"BZh": "archive", b"\xfd7zXZ": "archive", b"\x28\xb5\x2f\xfd": "archive", b"SQLite format": "database_file",
    b"\x7fELF": "not_text", b"MZ\x90": "not_text", b"OggS": "not_text", b"ID3": "not_text",
}  # fmt: skip
"""How files that are no tables begin, and what they are called: a text below log_reading.unreadable."""


def kind_of(path: Path) -> FileKind:
    """The kind of a file. UnreadableLog: "missing", "empty", "html", or what it is instead ("pdf", "image" …, "not_text")."""
    start = first_bytes(path, 4096)
    if start.startswith(b"PK"):
        return FileKind.EXCEL
    if start.startswith(b"PAR1"):
        return FileKind.PARQUET
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        return FileKind.EXCEL
    if is_packed(path):
        start = first_bytes(path, 4096, unpacked=True)
    if _HTML.search(start.lstrip(b"\xef\xbb\xbf \t\r\n")):
        raise UnreadableLog("html")
    if other := next((called for begins, called in _NO_TEXT.items() if start.startswith(begins)), ""):
        raise UnreadableLog(other)
    return FileKind.TEXT


def is_packed(path: Path) -> bool:
    """Whether a file is packed with gzip."""
    return first_bytes(path, 2) == b"\x1f\x8b"


def opened(path: Path) -> BinaryIO:
    """The file's bytes, unpacked."""
    return gzip.open(path) if is_packed(path) else path.open("rb")  # type: ignore[return-value]


def first_bytes(path: Path, count: int, unpacked: bool = False) -> bytes:
    """The first bytes of a file. UnreadableLog: "missing", "empty", or "damaged" for a broken gzip."""
    try:
        with opened(path) if unpacked else path.open("rb") as stream:
            start = stream.read(count)
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise UnreadableLog("damaged") from error
    except OSError as error:
        raise UnreadableLog("missing") from error
    if not start:
        raise UnreadableLog("empty")
    return start
