"""Reads the CSV tables of a zip as the cells that a workbook would have, so that one reading understands both."""

import csv
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Iterator
from io import BytesIO, StringIO
from pathlib import PurePosixPath
from typing import Any
from zipfile import BadZipFile, ZipFile

from journey.exchange.guarding.guard import LARGEST, Cells, CellSheet
from journey.exchange.guarding.problems import UnreadableFile
from journey.exchange.layout.cells import EmotionCells, NumberCells
from journey.exchange.layout.cells.technical import RankCells
from journey.exchange.layout.columns import Sheet
from journey.exchange.layout.labels import folded
from journey.exchange.layout.recognise import words_of
from journey.exchange.layout.tables import FORM, TABLES
from journey.exchange.writing.csv_tables import DANGEROUS, delimiter_of
from journey.exchange.writing.room_tables import as_said, is_of_rooms
from journey.lazy_re import lazy_re
from journey.model import Language
from journey.texts import NotANumber, read_number

MOST_FILES, MOST_UNPACKED, MOST_ROWS = 200, 100 * 1024 * 1024, 200_000
_DEFUSED = lazy_re(f"'(?='*[{DANGEROUS}])")
_DELIMITERS = (";", ",", "\t")
_TOLD = lazy_re(r"sep=([;,\t])[;,\t]*\r?\n?", re.IGNORECASE)
"""A first line that is for Excel alone, which does not show it."""
_NUMBERS = (NumberCells, EmotionCells, RankCells)


def holds_tables(data: bytes) -> bool:
    """Whether a file is a zip of CSV files, and no workbook."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = [entry.filename.lower() for entry in archive.infolist()]
    except (BadZipFile, ValueError, OSError, EOFError, NotImplementedError, IndexError):
        return False
    return "[content_types].xml" not in names and any(name.endswith(".csv") for name in names)


def cells_of_tables(data: bytes) -> Cells:
    """The cells of a zip of CSV files, a sheet each, called like its file. UnreadableFile says what is wrong with it."""
    if len(data) > LARGEST:
        raise UnreadableFile("large_file", megabytes=str(LARGEST // 1024**2))
    try:
        with ZipFile(BytesIO(data)) as archive:
            entries = [e for e in archive.infolist() if _is_table(e.filename)]
            if len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
                raise UnreadableFile("bomb")
            if any(entry.flag_bits & 1 for entry in entries):
                raise UnreadableFile("protected")
            files = [(PurePosixPath(entry.filename).stem, archive.read(entry)) for entry in entries]
        return Cells(tuple(_sheet(name, content) for name, content in files), macros=False)
    except (BadZipFile, csv.Error, EOFError, OSError, NotImplementedError) as error:
        raise UnreadableFile("damaged") from error


def _is_table(name: str) -> bool:
    return name.lower().endswith(".csv") and not name.startswith("__MACOSX/")


def _sheet(name: str, content: bytes) -> CellSheet:
    words = _decoded(content)
    delimiter = _delimiter(words)
    if told := _TOLD.match(words):
        words, delimiter = words[told.end() :], told[1]
    rows = list(_lines(words, delimiter))
    language = next((each for each in Language if delimiter_of(each) == delimiter), next(iter(Language)))
    if is_of_rooms(name):
        read = [
            (number, [as_said(_value(cell, language, number=False) or "") or None for cell in row])
            for number, row in rows
        ]
    else:
        is_number = _numbers_in([row for _, row in rows])
        read = [
            (number, [_value(cell, language, number=is_number(row, place)) for place, cell in enumerate(row)])
            for number, row in rows
        ]
    return CellSheet(name, [row for row in read if any(v is not None for v in row[1])], frozenset(), (), ())


def _value(cell: str, language: Language, *, number: bool) -> Any:
    if number:
        try:
            value = read_number(cell, language)
        except NotANumber:
            return cell
        return int(value) if value is not None and value.is_integer() else value
    return _DEFUSED.sub("", cell, count=1) if cell.startswith("'") else cell or None


def _lines(words: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """The rows with their numbers, as a spreadsheet counts them."""
    for number, row in enumerate(csv.reader(StringIO(words, newline=""), delimiter=delimiter), start=1):
        if number > MOST_ROWS:
            raise UnreadableFile("too_large")
        yield number, row


def _decoded(content: bytes) -> str:
    """Programs that save CSV again may write it in the code page of Windows, or with two bytes a letter."""
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _delimiter(words: str) -> str:
    first = next((line for line in words.splitlines() if line.strip()), "")
    return max(_DELIMITERS, key=lambda mark: len(next(csv.reader([first], delimiter=mark), [])))


def _numbers_in(rows: list[list[str]]) -> Callable[[list[str], int], bool]:
    """Which cells hold numbers: in a table by the head of their column, in the frame's form by what stands before them."""
    head = [folded(cell) for cell in rows[0]] if rows else []
    fitting = max(TABLES, key=lambda layout: sum(word in words_of(layout) for word in head))
    labels = {folded(row[0]) for row in rows if row}
    if len(labels & words_of(FORM).keys()) > sum(word in words_of(fitting) for word in head):
        named = _number_words(FORM)
        return lambda row, place: place == 1 and folded(row[0]) in named
    named = _number_words(fitting)
    places = {place for place, word in enumerate(head) if word in named}
    return lambda _, place: place in places


def _number_words(layout: Sheet) -> set[str]:
    numeric = {column.field for column in layout.columns if isinstance(column.cells, _NUMBERS)}
    return {word for word, field in words_of(layout).items() if field in numeric}
