"""The formats in which a workshop can be taken away: page and command line offer each of them. Another one: see
docs/recipes.md."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from journey.exchange.workbook import write_workbook
from journey.live import RoomRecord
from journey.model import Language, Workshop


@dataclass(frozen=True)
class Format:
    """A kind of file: its ending, by which its words are found as well (`takehome.<ending>`), what browsers call it, and
    what writes a workshop in a language, with its live rooms where it
    `has_rooms`."""

    ending: str
    mime: str
    write: "DocumentWriter"
    has_rooms: bool = False


class DocumentWriter(Protocol):
    """Writes a workshop in a language, with its live rooms where the format has a place for them."""

    def __call__(self, workshop: Workshop, language: Language, rooms: Sequence[RoomRecord] = ()) -> bytes: ...


def _document(workshop: Workshop, language: Language, rooms: Sequence[RoomRecord] = ()) -> bytes:  # noqa: ARG001 (as each format)
    return workshop.to_json().encode()


FORMATS = {
    each.ending: each
    for each in (
        Format("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", write_workbook, True),
        Format("json", "application/json", _document),
    )
}
"""Every format by its ending; the first is for most people."""
