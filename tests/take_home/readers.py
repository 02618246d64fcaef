"""Readers that know nothing of this app: what a file says, as one text."""

import csv
import json
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from io import BytesIO, StringIO
from zipfile import ZipFile

import openpyxl
from markdown_it import MarkdownIt

from tests.take_home import decks


def workbook(data: bytes) -> Iterator[str]:
    for sheet in openpyxl.load_workbook(BytesIO(data), read_only=True).worksheets:
        yield from (str(value) for row in sheet.iter_rows(values_only=True) for value in row if value is not None)


def tables(data: bytes) -> Iterator[str]:
    with ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            words = archive.read(name).decode("utf-8-sig")
            mark = ";" if ";" in words.partition("\n")[0] else ","
            yield from (cell for row in csv.reader(StringIO(words, newline=""), delimiter=mark) for cell in row)


def markdown(data: bytes) -> Iterator[str]:
    """What a reader of Markdown sees, a line each."""
    for token in MarkdownIt("commonmark").enable(["table"]).parse(data.decode()):
        line = ""
        for child in token.children or ():
            if child.type in ("hardbreak", "softbreak"):
                yield line
                line = ""
            line += child.content
        if line:
            yield line


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        self.found.append(data)


def page(data: bytes) -> Iterator[str]:
    words = _Words()
    words.feed(data.decode())
    yield from words.found


def diagram(data: bytes) -> Iterator[str]:
    yield from (line.strip().removeprefix("· ").rpartition(": ")[0] or line for line in data.decode().splitlines())


def document(data: bytes) -> Iterator[str]:
    stack = [json.loads(data)]
    while stack:
        found = stack.pop()
        if isinstance(found, dict | list):
            stack += found.values() if isinstance(found, dict) else found
        elif isinstance(found, str):
            yield found


READERS: dict[str, Callable[[bytes], Iterator[str]]] = {
    "xlsx": workbook,
    "pptx": decks.texts,
    "html": page,
    "zip": tables,
    "md": markdown,
    "mmd": diagram,
    "json": document,
}
