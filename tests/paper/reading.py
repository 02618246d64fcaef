"""Printed files as an independent reader sees them."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pypdfium2
from pypdf import PdfReader

_INVISIBLE = re.compile(r"[\s\u00ad\u200b\u200e\u200f\u2066-\u2069\ufffe\uffff\u0002\-‐]+")


def bare(words: str) -> str:
    """Words without spaces, and without what a line's end puts into them."""
    return _INVISIBLE.sub("", words)


def root_of(data: bytes) -> Any:
    """What a file says of itself as a whole."""
    return PdfReader(BytesIO(data)).trailer["/Root"]


def text_of(data: bytes) -> str:
    """All words of a file, bare."""
    with pypdfium2.PdfDocument(data) as file:
        return bare("".join(page.get_textpage().get_text_range() for page in file))


def pages_of(data: bytes) -> list[str]:
    """The words of each page, bare."""
    with pypdfium2.PdfDocument(data) as file:
        return [bare(page.get_textpage().get_text_range()) for page in file]


def sizes_of(data: bytes) -> list[tuple[int, int]]:
    """Width and height of each page in millimetres."""
    with pypdfium2.PdfDocument(data) as file:
        return [(round(width / 72 * 25.4), round(height / 72 * 25.4)) for width, height in map(_size, file)]


def _size(page: Any) -> tuple[float, float]:
    width, height = page.get_size()
    return width, height


def outside(data: bytes) -> list[tuple[int, str]]:
    """The letters that leave their page, with its number."""
    found = []
    with pypdfium2.PdfDocument(data) as file:
        for number, page in enumerate(file, 1):
            width, height = page.get_size()
            words = page.get_textpage()
            for place in range(words.count_chars()):
                left, bottom, right, top = words.get_charbox(place)
                if left < -0.5 or bottom < -0.5 or right > width + 0.5 or top > height + 0.5:
                    found.append((number, words.get_text_range(place, 1)))
    return found


def inside(data: bytes, page: int, box: tuple[float, float, float, float]) -> str:
    """The words in a box of a page (left, top, right, bottom in millimetres from its top left corner), bare."""
    with pypdfium2.PdfDocument(data) as file:
        sheet = file[page]
        _, height = sheet.get_size()
        left, top, right, bottom = (side / 25.4 * 72 for side in box)
        return bare(sheet.get_textpage().get_text_bounded(left, height - bottom, right, height - top))


def things(data: bytes) -> Iterator[Any]:
    """Every object of a file."""
    reader = PdfReader(BytesIO(data))
    for number in range(1, int(str(reader.trailer["/Size"]))):
        found = reader.get_object(number)
        if found is not None:
            yield found


def dictionaries(data: bytes) -> Iterator[Any]:
    """Every dictionary of a file, those inside others too."""
    waiting = list(things(data))
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, dict):
            yield thing
            waiting += [value for value in thing.values() if isinstance(value, dict | list)]
        elif isinstance(thing, list):
            waiting += [value for value in thing if isinstance(value, dict | list)]
