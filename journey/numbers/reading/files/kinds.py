"""Which kind of file it is, by its first bytes: names of files say nothing."""

import gzip
import re
import zlib
from pathlib import Path
from typing import BinaryIO

from journey.numbers.reading.outcome import UnreadableLog
from journey.numbers.reading.plan import FileKind

SAMPLE = 1 << 20
"""So many bytes from the start are looked at."""

_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|table|body|meta)\b", re.IGNORECASE)
_NO_TEXT = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z\xbc\xaf", b"\x7fELF", b"MZ\x90", b"BZh", b"\xfd7zXZ",
            b"SQLite format", b"\x28\xb5\x2f\xfd", b"OggS", b"ID3")  # fmt: skip


def kind_of(path: Path) -> FileKind:
    """The kind of a file. UnreadableLog: "missing", "empty", "html" or "not_text"."""
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
    if start.startswith(_NO_TEXT):
        raise UnreadableLog("not_text")
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
