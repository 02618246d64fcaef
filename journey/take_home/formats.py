"""The formats in which a workshop can be taken away: page and command line offer each of them. Another one: see
docs/recipes.md."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Protocol

from journey.live import RoomRecord
from journey.model import Language, Workshop
from journey.take_home.printed import PRINTED


@dataclass(frozen=True)
class Format:
    """A kind of file: its ending, by which its words are found as well (`takehome.<ending>`), what browsers call it, and what
    writes a workshop in a language, with its live rooms where it `has_rooms`. It lies on a shelf with others of its use;
    formats with the same `row` differ in their size alone, and say together what they are good for (`takehome.good_for.<row>`).
    `peek` gives the first lines of what such a file says, `glance` a small picture (PNG) of its first pages."""

    ending: str
    mime: str
    write: "DocumentWriter"
    shelf: "Purpose"
    has_rooms: bool = False
    peek: "Peek | None" = None
    glance: "Glance | None" = None

    @property
    def row(self) -> str:
        """The ending, or what all posters have in common."""
        return "poster" if self.ending in POSTERS else self.ending


class Purpose(StrEnum):
    """What a format is for; its words stand below `takehome.shelf`."""

    WORK = "work"
    SHOW = "show"
    ROOM = "room"
    DATA = "data"


POSTERS = ("a3.pdf", "a2.pdf", "a1.pdf", "a0.pdf")


class DocumentWriter(Protocol):
    """Writes a workshop in a language, with its live rooms where the format has a place for them."""

    def __call__(self, workshop: Workshop, language: Language, rooms: Sequence[RoomRecord] = ()) -> bytes: ...


class Peek(Protocol):
    """The first lines of what a file says, with the live rooms where the format has a place for them."""

    def __call__(self, workshop: Workshop, language: Language, rooms: Sequence[RoomRecord] = ()) -> str: ...


class Glance(Protocol):
    """A small picture of a file's first pages, as PNG."""

    def __call__(self, workshop: Workshop, language: Language) -> bytes: ...


# The writers are loaded when they are asked for: most commands and pages need none of them.


def _workbook(workshop: Workshop, language: Language, rooms: Sequence[RoomRecord] = ()) -> bytes:
    from journey.exchange.writing.workbook import write_workbook

    return write_workbook(workshop, language, rooms)


def _page(workshop: Workshop, language: Language, rooms: Sequence[RoomRecord] = ()) -> bytes:  # noqa: ARG001 (as each format)
    from journey.take_home.web_page import write_page

    return write_page(workshop, language)


def _tables(workshop: Workshop, language: Language, rooms: Sequence[RoomRecord] = ()) -> bytes:
    from journey.exchange.writing.csv_tables import write_tables

    return write_tables(workshop, language, rooms)


def _slides(workshop: Workshop, language: Language, rooms: Sequence[RoomRecord] = ()) -> bytes:  # noqa: ARG001 (as each format)
    from journey.take_home.slides import write_slides

    return write_slides(workshop, language)


def _markdown(workshop: Workshop, language: Language, rooms: Sequence[RoomRecord] = ()) -> bytes:  # noqa: ARG001 (as each format)
    from journey.take_home.markdown import markdown

    return markdown(workshop, language).encode()


def _diagram(workshop: Workshop, language: Language, rooms: Sequence[RoomRecord] = ()) -> bytes:  # noqa: ARG001 (as each format)
    from journey.take_home.mermaid import diagram

    return diagram(workshop, language).encode()


def _document(workshop: Workshop, language: Language, rooms: Sequence[RoomRecord] = ()) -> bytes:  # noqa: ARG001 (as each format)
    return workshop.to_json().encode()


def _page_glance(workshop: Workshop, language: Language) -> bytes:
    from journey.take_home.web_page import page_glance

    return page_glance(workshop, language)


def _workbook_peek(workshop: Workshop, language: Language, rooms: Sequence[RoomRecord] = ()) -> str:
    from journey.exchange.writing.csv_tables import table_names

    return "\n".join(f"{name}  {rows}" for name, rows in table_names(workshop, language, rooms) if rows)


def _slides_peek(workshop: Workshop, language: Language, rooms: Sequence[RoomRecord] = ()) -> str:  # noqa: ARG001 (as each format)
    from journey.take_home.slides.outline import outline

    return outline(workshop, language)


def _tables_peek(workshop: Workshop, language: Language, rooms: Sequence[RoomRecord] = ()) -> str:
    from journey.exchange.writing.csv_tables import table_names

    return "\n".join(f"{name}.csv  {rows}" for name, rows in table_names(workshop, language, rooms) if rows)


def _markdown_peek(workshop: Workshop, language: Language, rooms: Sequence[RoomRecord] = ()) -> str:  # noqa: ARG001 (as each format)
    from journey.take_home.markdown import markdown

    return _begun(markdown(workshop, language))


def _diagram_peek(workshop: Workshop, language: Language, rooms: Sequence[RoomRecord] = ()) -> str:  # noqa: ARG001 (as each format)
    from journey.take_home.mermaid import diagram

    return _begun(diagram(workshop, language))


def _document_peek(workshop: Workshop, language: Language, rooms: Sequence[RoomRecord] = ()) -> str:  # noqa: ARG001 (as each format)
    return _begun(workshop.to_json())


def _begun(words: str, most: int = 12) -> str:
    lines = [line if len(line) <= 90 else f"{line[:89]}…" for line in words.splitlines()]
    return "\n".join(lines if len(lines) <= most else [*lines[:most], "…"])


_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_FOR_THE_ROOM = ("wall.pdf", "worksheets.pdf", "lanes.pdf", "cards.pdf")


def _paper(ending: str) -> Format:
    shelf = Purpose.ROOM if ending in _FOR_THE_ROOM else Purpose.SHOW
    return Format(ending, "application/pdf", PRINTED[ending], shelf, glance=partial(PRINTED[ending], glance=True))


FORMATS = {
    each.ending: each
    for each in (
        Format("xlsx", _XLSX, _workbook, Purpose.WORK, has_rooms=True, peek=_workbook_peek),
        Format("pptx", _PPTX, _slides, Purpose.WORK, peek=_slides_peek),
        Format("html", "text/html", _page, Purpose.SHOW, glance=_page_glance),
        *map(_paper, PRINTED),
        Format("zip", "application/zip", _tables, Purpose.DATA, has_rooms=True, peek=_tables_peek),
        Format("md", "text/markdown", _markdown, Purpose.DATA, peek=_markdown_peek),
        Format("mmd", "text/vnd.mermaid", _diagram, Purpose.DATA, peek=_diagram_peek),
        Format("json", "application/json", _document, Purpose.DATA, peek=_document_peek),
    )
}
"""Every format by its ending, shelf by shelf; the first is for most people."""
