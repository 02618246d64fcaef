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
from zipfile import BadZipFile, ZipFile

from journey.numbers.reading.excel import MOST_ENTRIES, MOST_RATIO, MOST_UNPACKED, is_workbook
from journey.numbers.reading.kinds import first_bytes, is_packed, opened
from journey.numbers.reading.outcome import UnreadableLog

_HEAD = 1 << 16
_TABLES = re.compile(
    r".*\.(?:csv|tsv|txt|tab|json|jsonl|ndjson|xes|xml|xlsx|xlsm|xlsb|xls|ods|parquet|log)(?:\.gz)?", re.IGNORECASE
)
_NO_TABLE = re.compile(r"__MACOSX|(?:^|/)(?:readme|liesmich|licen[cs]e|lizenz)[^/]*$", re.IGNORECASE)
_MOST_COLUMNS = 20_000
_SPREADSHEET = "{urn:schemas-microsoft-com:office:spreadsheet}"

Record = dict[str, str]


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
            return _written(lambda: _xes(path), folder / "xes.csv", "damaged")
        if "schemas-microsoft-com:office:spreadsheet" in text:
            return _sheet(path, folder / "sheet.csv")
        raise UnreadableLog("xml")
    if _is_json(text):
        return _written(lambda: _json(path), folder / "json.csv", "json")
    return path


def _text(start: bytes) -> str:
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if start.startswith(mark):
            return start.decode(encoding, "replace").lstrip("\ufeff \t\r\n")
    return start.decode("utf-8", "replace").lstrip("\ufeff \t\r\n")


def _is_json(text: str) -> bool:
    if re.match(r"\[\s*\{\s*\"", text) or re.match(r"\{\s*\"[^\"]*\"\s*:\s*[\[{]\s*[\[{\"]?", text):
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


def _json(path: Path) -> Iterator[Record | None]:
    """The records of JSON: one a line, an array, or an object with one array of them in it."""
    with opened(path) as stream:
        start = stream.read(_HEAD)
    encoding = "utf-16" if start.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    lines = _text(start).split("\n")
    try:
        by_line = isinstance(json.loads(lines[0]), dict) and any(line.strip() for line in lines[1:])
    except ValueError:
        by_line = False
    with opened(path) as stream:
        if by_line:
            yield from (_record(line.decode(encoding, "replace")) for line in stream if line.strip())
            return
        whole = json.loads(stream.read().decode(encoding, "replace"))
    if isinstance(whole, dict):
        lists = [value for value in whole.values() if isinstance(value, list) and value and isinstance(value[0], dict)]
        whole = max(lists, key=len) if lists else [whole]
    if not isinstance(whole, list):
        raise ValueError("no records")
    for record in whole:
        yield _flat(record) if isinstance(record, dict) else None


def _record(line: str) -> Record | None:
    try:
        record = json.loads(line.strip().rstrip(","))
    except ValueError:
        return None
    return _flat(record) if isinstance(record, dict) else None


def _flat(record: dict[str, Any]) -> Record:
    """A record with its inner objects as columns with a dot; `properties` of an event stand beside it, and lists of keys
    with values, as GA4 writes them, are columns too."""
    found: Record = {}
    for key, value in record.items():
        if key == "properties" and isinstance(value, dict) and "event" in record:
            inner: Record = {}
            for name, each in value.items():
                _put(inner, str(name), each)
            for name, cell in inner.items():
                found.setdefault(name if name not in record else f"{key}.{name}", cell)
        else:
            _put(found, str(key), value)
    return found


def _put(found: Record, name: str, value: Any) -> None:
    if isinstance(value, dict):
        for key, inner in value.items():
            _put(found, f"{name}.{key}", inner)
    elif isinstance(value, list) and value and all(isinstance(each, dict) and "key" in each for each in value):
        for each in value:
            held = each.get("value")
            plain = next((one for one in held.values() if one is not None), None) if isinstance(held, dict) else held
            _put(found, f"{name}.{each['key']}", plain)
    elif value is None:
        found[name] = ""
    elif isinstance(value, bool):
        found[name] = "true" if value else "false"
    else:
        found[name] = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _xes(path: Path) -> Iterator[Record]:
    """The events of XES (IEEE 1849), the attributes of their trace with "case:" in front of them."""
    trace: Record = {}
    number = 0
    inside: list[str] = []
    with opened(path) as stream:
        for event, element in ElementTree.iterparse(stream, ("start", "end")):  # noqa: S314 - files with entities are refused
            tag = element.tag.rpartition("}")[2]
            if event == "start":
                inside.append(tag)
                if tag == "trace":
                    number += 1
                    trace = {"case:concept:name": str(number)}
                continue
            inside.pop()
            if inside[-1:] == ["trace"] and tag != "event" and "key" in element.attrib:
                trace[f"case:{element.attrib['key']}"] = element.attrib.get("value", "")
            elif tag == "event" and inside[-1:] == ["trace"]:
                yield trace | {
                    each.attrib["key"]: each.attrib.get("value", "") for each in element if "key" in each.attrib
                }
                element.clear()
            elif tag == "trace":
                element.clear()


def _sheet(path: Path, target: Path) -> Path:
    """The fullest sheet of an XML spreadsheet as CSV."""
    sheets: list[list[list[str]]] = []
    try:
        with opened(path) as stream:
            for event, element in ElementTree.iterparse(stream, ("start", "end")):  # noqa: S314 - see above
                if event == "start" and element.tag == f"{_SPREADSHEET}Worksheet":
                    sheets.append([])
                elif event == "end" and element.tag == f"{_SPREADSHEET}Row" and sheets:
                    sheets[-1].append(_cells(element))
                    element.clear()
    except ElementTree.ParseError as error:
        raise UnreadableLog("damaged") from error
    rows = max(sheets, key=len, default=[])
    width = max(map(len, rows), default=0)
    with target.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows(row + [""] * (width - len(row)) for row in rows if any(row))
    return target


def _cells(row: ElementTree.Element) -> list[str]:
    cells: list[str] = []
    for cell in row.findall(f"{_SPREADSHEET}Cell"):
        place = int(cell.attrib.get(f"{_SPREADSHEET}Index", len(cells) + 1)) - 1
        if place >= _MOST_COLUMNS:
            raise UnreadableLog("too_many_columns", most=str(_MOST_COLUMNS))
        cells += [""] * (place - len(cells))
        data = cell.find(f"{_SPREADSHEET}Data")
        cells.append("".join(data.itertext()) if data is not None else "")
    return cells
