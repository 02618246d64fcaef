"""The formats in which a workshop can be taken away: page and command line offer each of them. Another one: see
docs/recipes.md."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from journey.live import RoomRecord
from journey.model import Language, Workshop
from journey.take_home.printed import PRINTED


@dataclass(frozen=True)
class Format:
    """A kind of file: its ending, by which its words are found as well (`takehome.<ending>`, `takehome.good_for.<ending>`),
    what browsers call it, and what writes a workshop in a language, with its live rooms where it `has_rooms`. `peek` gives
    the first lines of what such a file says, where that costs little."""

    ending: str
    mime: str
    write: "DocumentWriter"
    has_rooms: bool = False
    peek: "Peek | None" = None


class DocumentWriter(Protocol):
    """Writes a workshop in a language, with its live rooms where the format has a place for them."""

    def __call__(self, workshop: Workshop, language: Language, rooms: Sequence[RoomRecord] = ()) -> bytes: ...


class Peek(Protocol):
    """The first lines of what a file says."""

    def __call__(self, workshop: Workshop, language: Language) -> str: ...


# The writers are loaded when they are asked for: most commands and pages need none of them.


def _workbook(workshop: Workshop, language: Language, rooms: Sequence[RoomRecord] = ()) -> bytes:
    from journey.exchange.workbook import write_workbook

    return write_workbook(workshop, language, rooms)


def _page(workshop: Workshop, language: Language, rooms: Sequence[RoomRecord] = ()) -> bytes:  # noqa: ARG001 (as each format)
    from journey.take_home.web_page import write_page

    return write_page(workshop, language)


def _tables(workshop: Workshop, language: Language, rooms: Sequence[RoomRecord] = ()) -> bytes:  # noqa: ARG001 (as each format)
    from journey.exchange.csv_tables import write_tables

    return write_tables(workshop, language)


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


def _workbook_peek(workshop: Workshop, language: Language) -> str:
    from journey.exchange.csv_tables import table_names

    return "\n".join(f"{name}  {rows}" for name, rows in table_names(workshop, language) if rows)


def _slides_peek(workshop: Workshop, language: Language) -> str:
    from journey.take_home.slides.outline import outline

    return outline(workshop, language)


def _tables_peek(workshop: Workshop, language: Language) -> str:
    from journey.exchange.csv_tables import table_names

    return "\n".join(f"{name}.csv  {rows}" for name, rows in table_names(workshop, language) if rows)


def _markdown_peek(workshop: Workshop, language: Language) -> str:
    from journey.take_home.markdown import markdown

    return _begun(markdown(workshop, language))


def _diagram_peek(workshop: Workshop, language: Language) -> str:
    from journey.take_home.mermaid import diagram

    return _begun(diagram(workshop, language))


def _document_peek(workshop: Workshop, language: Language) -> str:  # noqa: ARG001 (as each format)
    return workshop.frame.model_dump_json(indent=2)


def _begun(words: str, most: int = 12) -> str:
    lines = [line if len(line) <= 90 else f"{line[:89]}…" for line in words.splitlines()]
    return "\n".join(lines if len(lines) <= most else [*lines[:most], "…"])


FORMATS = {
    each.ending: each
    for each in (
        Format(
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _workbook, True, _workbook_peek
        ),
        Format(
            "pptx",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            _slides,
            peek=_slides_peek,
        ),
        Format("html", "text/html", _page),
        *(Format(ending, "application/pdf", write) for ending, write in PRINTED.items()),
        Format("zip", "application/zip", _tables, peek=_tables_peek),
        Format("md", "text/markdown", _markdown, peek=_markdown_peek),
        Format("mmd", "text/vnd.mermaid", _diagram, peek=_diagram_peek),
        Format("json", "application/json", _document, peek=_document_peek),
    )
}
"""Every format by its ending; the first is for most people."""
