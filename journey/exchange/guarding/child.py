"""Reads the cells of a workbook in a process of its own, so that a hostile file can only harm that process.

Run as a script: the workbook on stdin, JSON on stdout. Standard library only, which starts in a few hundredths of a
second. It knows what the app needs and openpyxl's fast mode hides: merged cells, which values are formulas' results or
percentages, the rows that tables use for totals, and comments.
"""

import gc
import json
import re
import sys
import zlib
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from io import BytesIO
from math import isfinite
from typing import Any
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import BadZipFile, ZipFile

MOST_ROWS, MOST_COLUMNS, MOST_CELLS, MOST_TEXT, MOST_SHEETS = 200_000, 200, 6_000_000, 40_000, 200
MEMORY, CPU_SECONDS = 1 << 30, 20
MOST_PLACES, MOST_MERGED = 1_000, 10_000

_CHUNK = 1 << 16
_ABOUT = "extended-properties"
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_SURROGATES = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_DATE_FORMATS = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
_NOT_A_DATE = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_DIGITS = "0123456789"
_LETTERS = "$ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_DAMAGED = (BadZipFile, ExpatError, zlib.error, ArithmeticError, LookupError, ValueError, TypeError, OSError, EOFError,
            RuntimeError)  # fmt: skip


class UnsafeXml(ValueError):
    """The file declares a document type, which no workbook needs."""


class TooLarge(ValueError):
    """More cells than any workshop has."""


def read(data: bytes) -> dict[str, Any]:
    """The workbook's sheets: {"sheets": [{"name", "rows": [[number, [values]]], "formulas": [[2, 1]], "merged": ["A1:B2"],
    "beyond": ["GS4"], "totals": [9], "comments": [[row, place, author, text]]}]}. A value is text, a number, a truth
    value, null, {"date": iso}, {"percent": 0.25} for a number shown as 25 %, {"error": "#N/A"}, or {"formula": ""} where
    a formula has no result."""
    with ZipFile(BytesIO(data)) as archive:
        book = _Book(archive)
        return {"sheets": [book.sheet(name, path) for name, path in book.sheets()[:MOST_SHEETS]]}


class _Book:
    """What a sheet's cells need from the rest of the file."""

    def __init__(self, archive: ZipFile) -> None:
        self.archive = archive
        self.parts = {name.lower(): name for name in archive.namelist()}
        self.path = next(iter(self._targets("_rels/.rels", "", "officedocument").values()), "xl/workbook.xml")
        folder, _, name = self.path.rpartition("/")
        self.links = f"{folder}/_rels/{name}.rels", folder
        self.old_dates = self.uncounted = False
        self.cells = 0
        self.by_column = any(
            self._says(path, b"gnumeric") for path in self._targets("_rels/.rels", "", _ABOUT).values()
        )
        self.strings = [text for path in self._linked("sharedstrings") for text in self._shared(path)]
        self.shown = {style: kind for path in self._linked("styles") for style, kind in self._styles(path)}

    def sheets(self) -> list[tuple[str, str]]:
        """The names of the sheets with their parts."""
        targets = self._targets(*self.links, "worksheet")
        found = []
        for tag, attributes in self._elements(self.path):
            if tag == "workbookPr":
                self.old_dates = attributes.get("date1904") in ("1", "true")
            elif tag == "calcPr":
                self.uncounted = attributes.get("fullCalcOnLoad") in ("1", "true")
            elif tag == "sheet":
                link = next(
                    (value for key, value in attributes.items() if key.rpartition(":")[2] == "id" and ":" in key), ""
                )
                if link in targets:
                    found.append((attributes.get("name", ""), targets[link]))
        return found

    def sheet(self, name: str, path: str) -> dict[str, Any]:
        """The cells of a sheet. Its handlers are closures: they run for every cell, and attributes would cost a third."""
        grid, columns, value_of = _Grid(), _Columns(), self._value
        keep, row, parts, runs = grid.keep, list[Any](), list[str](), list[str]()
        number, place, kind, style, reference, formula, reading = 0, 0, "n", "", "", False, False

        def start(tag: str, attributes: dict[str, str]) -> None:
            nonlocal row, number, place, kind, style, formula, reference, reading
            if ":" in tag:
                tag = tag.rpartition(":")[2]
            if tag == "c":
                kind, style, formula, reference = (
                    attributes.get("t", "n"),
                    attributes.get("s", ""),
                    False,
                    attributes.get("r", ""),
                )
                place = columns[reference.rstrip(_DIGITS)] if reference else len(row)
                style = style or grid.looks.get(place, "")
                parts.clear()
            elif tag == "v" or (tag == "t" and not reading):
                parser.CharacterDataHandler = parts.append
            elif tag == "row":
                number, row = _whole(attributes.get("r")) or number + 1, []
            elif tag == "f":
                formula = True
            elif tag == "rPh":
                reading = True
            elif tag in ("col", "mergeCell"):
                grid.note(tag, attributes, self.by_column)

        def end(tag: str) -> None:
            nonlocal reading
            if ":" in tag:
                tag = tag.rpartition(":")[2]
            if tag == "v":
                parser.CharacterDataHandler = None
            elif tag == "t":
                parser.CharacterDataHandler = None
                runs.append(_plain("".join(parts)))
                parts.clear()
            elif tag == "c":
                if runs:
                    value = "".join(runs)[:MOST_TEXT] or None
                    runs.clear()
                else:
                    value = value_of(kind, "".join(parts), style)
                if formula:
                    grid.compute(row, number, place, {"formula": ""} if self._without_result(value) else value)
                elif value is not None:
                    keep(row, number, place, value)
            elif tag == "rPh":
                reading = False
            elif tag == "row" and row:
                grid.rows.append([number, row])

        parser = _parser(start, end)
        self._parse(path, parser)
        self._count(grid.cells)
        return {
            "name": name,
            "rows": grid.rows,
            "formulas": grid.formulas,
            "merged": grid.merged,
            "beyond": grid.beyond,
            "totals": self._totals(path),
            "comments": self._comments(path),
        }

    def _count(self, cells: int) -> None:
        self.cells += cells
        if self.cells > MOST_CELLS:
            raise TooLarge

    def _without_result(self, value: Any) -> bool:
        """Whether a formula's value is none: programs that do not calculate leave it out, or write 0 and ask for it."""
        return value is None or (self.uncounted and value == 0 and not isinstance(value, bool))

    def _value(self, kind: str, raw: str, style: str) -> Any:
        if kind == "s":
            return self.strings[int(raw)] if raw else None
        if kind == "n":
            value = _number(raw)
            if style in self.shown and isinstance(value, int | float):
                return self._date(value) if self.shown[style] == "date" else {"percent": value}
            return value
        if kind == "b":
            return raw.strip() in ("1", "true")
        if kind == "e":
            return {"error": raw[:20]}
        if kind == "d":
            return {"date": raw[:30]}
        return _plain(raw) or None

    def _date(self, serial: float) -> Any:
        """A day and time counted from 1900 (with its 29 February that never was) or from 1904; programs keep whole
        minutes a few microseconds short."""
        first = datetime(1904, 1, 1) if self.old_dates else datetime(1899, 12, 30 if serial >= 60 else 31)
        try:
            return {"date": (first + timedelta(milliseconds=round(serial * 86_400_000))).isoformat()}
        except OverflowError:
            return serial

    def _shared(self, path: str) -> Iterator[str]:
        texts: list[str] = []
        parts: list[str] = []
        runs: list[str] = []
        phonetic = False

        def start(tag: str, _attributes: dict[str, str]) -> None:
            nonlocal phonetic
            tag = tag.rpartition(":")[2]
            if tag == "si":
                runs.clear()
            elif tag == "t" and not phonetic:
                parser.CharacterDataHandler = parts.append
            elif tag == "rPh":
                phonetic = True

        def end(tag: str) -> None:
            nonlocal phonetic
            tag = tag.rpartition(":")[2]
            if tag == "t":
                parser.CharacterDataHandler = None
                if parts:
                    runs.append(_plain("".join(parts)))
                    parts.clear()
            elif tag == "si":
                texts.append("".join(runs)[:MOST_TEXT] if len(runs) != 1 else runs[0])
            elif tag == "rPh":
                phonetic = False

        parser = _parser(start, end)
        self._parse(path, parser)
        return iter(texts)

    def _styles(self, path: str) -> Iterator[tuple[str, str]]:
        """The cell styles that show days ("date") or percentages ("percent")."""
        formats = {str(number): "date" for number in _DATE_FORMATS} | {"9": "percent", "10": "percent"}
        inside, place = False, 0
        for tag, attributes in self._elements(path):
            if tag == "numFmt":
                code = _NOT_A_DATE.sub("", attributes.get("formatCode", "")).lower()
                number = attributes.get("numFmtId", "")
                formats[number] = (
                    "percent" if "%" in code else "date" if any(letter in code for letter in "dmyhs") else ""
                )
            elif tag in ("cellXfs", "cellStyleXfs", "cellStyles", "dxfs"):
                inside = tag == "cellXfs"
            elif tag == "xf" and inside:
                if kind := formats.get(attributes.get("numFmtId", "0")):
                    yield str(place), kind
                place += 1

    def _totals(self, path: str) -> list[int]:
        """The rows that a sheet's tables use for totals."""
        found: list[int] = []
        for part in self._beside(path, "table"):
            attributes = next((each for tag, each in self._elements(part) if tag == "table"), {})
            last = _whole(attributes.get("ref", "").rpartition(":")[2].lstrip(_LETTERS))
            count = _whole(attributes.get("totalsRowCount")) or 0
            found += range(last - min(count, 9) + 1, last + 1) if last else ()
        return found

    def _comments(self, path: str) -> list[list[Any]]:
        """The comments on a sheet's cells. A thread (Excel 365) says the same as the comment that stands beside it."""
        found = []
        people = {
            attributes.get("id", ""): attributes.get("displayName", "")
            for part in self._linked("person")
            for tag, attributes in self._elements(part)
            if tag == "person"
        }
        for part in self._beside(path, "threadedcomment"):
            found += [(ref, people.get(who, ""), text) for ref, who, text in self._remarks(part, "threadedComment")]
        threads = {ref for ref, _, _ in found}
        for part in self._beside(path, "comments"):
            found += [each for each in self._remarks(part, "comment") if each[0] not in threads]
        columns = _Columns()
        return [
            [_whole(ref.lstrip(_LETTERS)) or 0, columns[ref.rstrip(_DIGITS)], who[:100], text]
            for ref, who, text in found[:MOST_PLACES]
        ]

    def _remarks(self, path: str, kind: str) -> list[tuple[str, str, str]]:
        """Cell, author and text of each comment of a part."""
        found: list[tuple[str, str, str]] = []
        authors: list[str] = []
        parts: list[str] = []
        texts = ("author", "text") if kind == "threadedComment" else ("author", "t")
        at, phonetic = ("", ""), False

        def start(tag: str, attributes: dict[str, str]) -> None:
            nonlocal at, phonetic
            tag = tag.rpartition(":")[2]
            if tag == kind:
                who = attributes.get("personId", "")
                if place := attributes.get("authorId"):
                    number = _whole(place)
                    who = authors[number] if number is not None and number < len(authors) else ""
                at = attributes.get("ref", "")[:20].partition(":")[0].upper(), who
                parts.clear()
            elif tag == "rPh":
                phonetic = True
            elif tag in texts and not phonetic:
                if tag == "author":
                    parts.clear()
                parser.CharacterDataHandler = parts.append

        def end(tag: str) -> None:
            nonlocal phonetic
            tag = tag.rpartition(":")[2]
            if tag in texts:
                parser.CharacterDataHandler = None
            if tag == "author":
                authors.append(_plain("".join(parts)))
            elif tag == "rPh":
                phonetic = False
            elif tag == kind and at[0] and (text := _plain("".join(parts)).strip()):
                found.append((*at, text))

        parser = _parser(start, end)
        self._parse(path, parser)
        return found

    def _beside(self, path: str, kind: str) -> list[str]:
        """The parts of a kind that a sheet leans on, as far as they are there."""
        folder, _, name = path.rpartition("/")
        parts = self._targets(f"{folder}/_rels/{name}.rels", folder, kind).values()
        return [part for part in parts if part.lower() in self.parts]

    def _says(self, path: str, word: bytes) -> bool:
        """Whether a part, if it is there, begins with something that holds a word in small letters."""
        if path.lower() not in self.parts:
            return False
        with self.archive.open(self.parts[path.lower()]) as stream:
            return word in stream.read(_CHUNK).lower()

    def _linked(self, kind: str) -> Iterator[str]:
        return iter(self._targets(*self.links, kind).values())

    def _targets(self, rels: str, folder: str, kind: str) -> dict[str, str]:
        """Relations of a kind: id and part."""
        if rels.lower() not in self.parts:
            return {}
        found = {}
        for tag, attributes in self._elements(rels):
            if tag == "Relationship" and attributes.get("Type", "").lower().endswith(f"/{kind}"):
                target = attributes.get("Target", "")
                path = target.lstrip("/") if target.startswith("/") or not folder else _joined(folder, target)
                found[attributes.get("Id", "")] = path
        return found

    def _elements(self, path: str) -> list[tuple[str, dict[str, str]]]:
        found: list[tuple[str, dict[str, str]]] = []
        parser = _parser(lambda tag, attributes: found.append((tag.rpartition(":")[2], attributes)), lambda _tag: None)
        self._parse(path, parser)
        return found

    def _parse(self, path: str, parser: Any) -> None:
        with self.archive.open(self.parts.get(path.lower(), path)) as stream:
            while chunk := stream.read(_CHUNK):
                parser.Parse(chunk, False)
            parser.Parse(b"", True)


class _Grid:
    """The cells of a sheet as they are found, within limits."""

    def __init__(self) -> None:
        self.rows: list[list[Any]] = []
        self.formulas: list[list[int]] = []
        self.merged: list[str] = []
        self.beyond: list[str] = []
        self.looks: dict[int, str] = {}
        self.cells = 0

    def keep(self, row: list[Any], number: int, place: int, value: Any) -> None:
        """Put a value into a row; far away ones are only remembered."""
        if not 0 <= place < MOST_COLUMNS or number > MOST_ROWS:
            if len(self.beyond) < MOST_PLACES:
                self.beyond.append(f"{_letters(place)}{number}")
            return
        missing = place - len(row)
        if missing:
            row.extend([None] * (missing + 1))
            row[place] = value
        else:
            row.append(value)
        self.cells += 1
        if self.cells > MOST_CELLS:
            raise TooLarge

    def compute(self, row: list[Any], number: int, place: int, value: Any) -> None:
        """Put a formula's value into a row, and remember where it stands."""
        self.keep(row, number, place, value)
        if len(self.formulas) < MOST_PLACES:
            self.formulas.append([number, place])

    def note(self, tag: str, attributes: dict[str, str], by_column: bool) -> None:
        """Remember merged cells, and where asked the looks of columns."""
        if tag == "mergeCell" and len(self.merged) < MOST_MERGED:
            self.merged.append(attributes.get("ref", "")[:40])
        elif tag == "col" and by_column:
            self.looks.update(_look(attributes))


class _Columns(dict[str, int]):
    """Column letters to places from 0; remembers what it was asked."""

    def __missing__(self, letters: str) -> int:
        place = 0
        for letter in letters[:4].upper():
            place = place * 26 + ord(letter) - 64
        self[letters] = place - 1
        return place - 1


def _look(attributes: dict[str, str]) -> dict[int, str]:
    """The style of columns by place. (Gnumeric leaves it out in cells that have the same; elsewhere that means none.)"""
    first, last = _whole(attributes.get("min")) or 1, _whole(attributes.get("max")) or 0
    return dict.fromkeys(range(first - 1, min(last, MOST_COLUMNS)), attributes.get("style", ""))


def _parser(start: Callable[[str, dict[str, str]], None], end: Callable[[str], None]) -> Any:
    parser = ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.StartDoctypeDeclHandler = _refuse
    return parser


def _refuse(*_declaration: object) -> None:
    raise UnsafeXml


def _letters(place: int) -> str:
    letters = ""
    while place >= 0:
        letters = chr(65 + place % 26) + letters
        place = place // 26 - 1
    return letters


def _joined(folder: str, target: str) -> str:
    parts = folder.split("/")
    for step in target.split("/"):
        if step == "..":
            parts = parts[:-1]
        elif step != ".":
            parts.append(step)
    return "/".join(parts)


def _whole(raw: str | None) -> int | None:
    return int(raw) if raw and len(raw) < 12 and raw.isascii() and raw.isdigit() else None


def _number(raw: str) -> Any:
    if not raw:
        return None
    try:
        value = float(raw)
    except ValueError:
        return _plain(raw)
    if not isfinite(value):
        return _plain(raw)
    return int(value) if value.is_integer() and abs(value) < 1e15 else value


def _plain(raw: str) -> str:
    """Text with its _xHHHH_ escapes resolved, cut where no cell could hold more."""
    if len(raw) > MOST_TEXT:
        raw = raw[:MOST_TEXT]
    if "_x" not in raw:
        return raw
    text = _ESCAPED.sub(lambda match: chr(int(match.group(1), 16)), raw)
    return _SURROGATES.sub(lambda pair: pair.group().encode("utf-16", "surrogatepass").decode("utf-16"), text)


def _limit() -> None:
    """Bound memory and time, where the system can."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))


def main() -> None:
    """Read stdin, answer on stdout: the sheets, or {"problem": key}."""
    _limit()
    gc.disable()  # nothing here lives long enough to become garbage
    try:
        answer = read(sys.stdin.buffer.read())
    except UnsafeXml:
        answer = {"problem": "unsafe"}
    except (TooLarge, MemoryError):
        answer = {"problem": "too_large"}
    except _DAMAGED:
        answer = {"problem": "damaged"}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
