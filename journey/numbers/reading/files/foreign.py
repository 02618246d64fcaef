"""Other formats as a table: a zip with one table in it, JSON (lines or an array), XES, XML spreadsheets. What they hold is
written as CSV into a folder of ours, an event or a record a row; nothing in them is run or fetched."""

import csv
import json
import re
import shutil
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile, ZipInfo

from journey.lazy_re import lazy_re
from journey.numbers.reading.files.bookkeeping import is_of_datev, with_years
from journey.numbers.reading.files.encoding import sniffed
from journey.numbers.reading.files.excel import MOST_ENTRIES, MOST_RATIO, MOST_UNPACKED, is_workbook
from journey.numbers.reading.files.json_records import Record, json_records
from journey.numbers.reading.files.kinds import first_bytes, is_packed, opened
from journey.numbers.reading.files.source import text_of
from journey.numbers.reading.files.wrapped_lines import are_wrapped, write_unwrapped
from journey.numbers.reading.files.xml_records import fullest_sheet, xes_events
from journey.numbers.reading.outcome import UnreadableLog

_HEAD = 1 << 16
_TABLES = lazy_re(
    r".*\.(?:csv|tsv|txt|tab|json|jsonl|ndjson|xes|xml|xlsx|xlsm|xlsb|xls|ods|parquet|log)(?:\.gz)?", re.IGNORECASE
)
_NO_TABLE = lazy_re(r"__MACOSX|(?:^|/)(?:readme|liesmich|licen[cs]e|lizenz)[^/]*$", re.IGNORECASE)
_DOCUMENTS = {"word/": "document", "ppt/": "document", "Index/": "apple_numbers", "Index.zip": "apple_numbers"}
"""What lies in archives that are documents, and what these are called: a text below log_reading.unreadable."""
_MOST_COLUMNS = 20_000


@contextmanager
def as_table(path: Path) -> Iterator[Path]:
    """The file, or one in a temporary folder that holds the same as a table. UnreadableLog: "not_text", "zip_several", "json",
    "xml", "bomb", "damaged"."""
    with TemporaryDirectory(prefix="journey-log-") as folder:
        yield _table(path, Path(folder), 0)


def _table(path: Path, folder: Path, depth: int) -> Path:
    start = first_bytes(path, 4)
    if start == b"PK\x03\x04" and not is_workbook(path):
        return _table(_unzipped(path, folder), folder, depth + 1) if depth == 0 else _no_zip()
    if is_packed(path):
        inside = first_bytes(path, _HEAD, unpacked=True)
        if inside.startswith((b"PK\x03\x04", b"PAR1", b"\xd0\xcf\x11\xe0")):
            return _unpacked(path, folder / "unpacked")
    else:
        inside = first_bytes(path, _HEAD)
    return _converted(path, inside, folder)


def _converted(path: Path, start: bytes, folder: Path) -> Path:
    text = _text(start)
    if text.startswith("<?xml") or re.match(r"<(?:\w+:)?(?:log|Workbook)[\s>]", text):
        if "<!DOCTYPE" in text or "<!ENTITY" in text:
            raise UnreadableLog("xml")
        if re.search(r"<(?:\w+:)?log[\s>]", text):
            return _written(lambda: xes_events(path), folder / "xes.csv", "damaged")
        if "schemas-microsoft-com:office:spreadsheet" in text:
            return _copied_sheet(path, folder / "sheet.csv")
        raise UnreadableLog("xml")
    if is_of_datev(text):
        return _rewritten(path, folder / "datev.csv", with_years)
    if are_wrapped(text):
        return _rewritten(path, folder / "lines.csv", write_unwrapped)
    if _is_json(text):
        return _written(lambda: json_records(path, text), folder / "json.csv", "json")
    return path


def _text(start: bytes) -> str:
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if start.startswith(mark):
            return start.decode(encoding, "replace").lstrip("\ufeff \t\r\n")
    return start.decode("utf-8", "replace").lstrip("\ufeff \t\r\n")


def _is_json(text: str) -> bool:
    if re.match(r"\[\s*(?:\{\s*\"|\[\s*\")", text) or re.match(r"\{\s*\"[^\"]*\"\s*:\s*[\[{]\s*[\[{\"]?", text):
        return True
    first = text.split("\n", 1)[0]
    try:
        return isinstance(json.loads(first), dict)
    except ValueError:
        return bool(re.match(r"\{\s*\"[^\"]*\"\s*:", text))


def _unzipped(path: Path, folder: Path) -> Path:
    try:
        with ZipFile(path) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            tables = [
                entry for entry in entries if _TABLES.fullmatch(entry.filename) and not _NO_TABLE.search(entry.filename)
            ]
            if len(entries) > MOST_ENTRIES:
                raise UnreadableLog("bomb")
            if other := next((called for name, called in _DOCUMENTS.items() if _holds(entries, name)), ""):
                raise UnreadableLog(other)
            if not tables and len(entries) == 1 and not Path(entries[0].filename).suffix:
                tables = entries
            if not tables:
                raise UnreadableLog("not_text")
            if len(tables) > 1:
                names = ", ".join(Path(entry.filename).name[:60] for entry in tables[:5])
                raise UnreadableLog("zip_several", count=str(len(tables)), names=names)
            table = tables[0]
            if table.flag_bits & 1:
                raise UnreadableLog("protected")
            if table.file_size > MOST_UNPACKED * 10 or (
                table.file_size > MOST_UNPACKED and table.file_size > MOST_RATIO * max(table.compress_size, 1)
            ):
                raise UnreadableLog("bomb")
            target = folder / "unzipped"
            with archive.open(table) as source, target.open("wb") as copy:
                _copied(source, copy, table.file_size)
            return target
    except (BadZipFile, ValueError, OSError, EOFError, NotImplementedError, zlib.error) as error:
        if isinstance(error, UnreadableLog):
            raise
        raise UnreadableLog("damaged") from error


def _holds(entries: Iterable[ZipInfo], name: str) -> bool:
    return any(entry.filename.startswith(name) for entry in entries)


def _copied(source: Any, copy: Any, most: int) -> None:
    """Copy so many bytes and no more, whatever an archive says of itself."""
    left = most
    while left > 0 and (part := source.read(min(1 << 20, left))):
        copy.write(part)
        left -= len(part)


def _no_zip() -> Path:
    raise UnreadableLog("not_text")


def _unpacked(path: Path, target: Path) -> Path:
    with opened(path) as source, target.open("wb") as copy:
        shutil.copyfileobj(source, copy, 1 << 20)
        if copy.tell() > MOST_UNPACKED:
            raise UnreadableLog("bomb")
    return target


def _copied_sheet(path: Path, target: Path) -> Path:
    with target.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows(fullest_sheet(path, _MOST_COLUMNS))
    return target


def _rewritten(path: Path, target: Path, write: Callable[[Iterable[str], Path], None]) -> Path:
    """A text file written anew, its lines where they were."""
    try:
        with text_of(path, sniffed(path)[0]) as source:
            write(source, target)
    except (csv.Error, EOFError, zlib.error) as error:
        raise UnreadableLog("damaged") from error
    return target


def _written(rows: Callable[[], Iterable[Record | None]], target: Path, trouble: str) -> Path:
    """Records as CSV; the columns are all that any of them has, None a record that cannot be read. Read twice."""
    columns: dict[str, None] = {}
    try:
        for row in rows():
            columns.update(dict.fromkeys(row or ()))
            if len(columns) > _MOST_COLUMNS:
                raise UnreadableLog("too_many_columns", most=str(_MOST_COLUMNS))
        if not columns:
            raise UnreadableLog("no_rows")
        with target.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream, lineterminator="\n")
            writer.writerow(columns)
            for row in rows():
                writer.writerow(["\ufffd"] if row is None else [row.get(column, "") for column in columns])
    except (ValueError, ElementTree.ParseError, RecursionError, EOFError, zlib.error) as error:
        if isinstance(error, UnreadableLog):
            raise
        raise UnreadableLog(trouble) from error
    return target
