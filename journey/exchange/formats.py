"""The formats in which a workshop can be taken away: page and command line offer each of them. Another one: see
docs/recipes.md."""

from collections.abc import Callable
from dataclasses import dataclass

from journey.exchange.workbook import write_workbook
from journey.model import Language, Workshop


@dataclass(frozen=True)
class Format:
    """A kind of file: its ending, by which its words are found as well (`takehome.<ending>`), what browsers call it, and
    what writes a workshop in a language."""

    ending: str
    mime: str
    write: Callable[[Workshop, Language], bytes]


def _document(workshop: Workshop, _: Language) -> bytes:
    return workshop.to_json().encode()


FORMATS = {
    each.ending: each
    for each in (
        Format("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", write_workbook),
        Format("json", "application/json", _document),
    )
}
"""Every format by its ending; the first is for most people."""
