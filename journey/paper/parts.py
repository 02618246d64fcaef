"""What a report is made of, as plain values for its layout: headings, words, facts, tables, pictures, blocks."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any

from journey.charts import LayeredChart
from journey.charts.files import page_drawing

Passage = dict[str, Any]

_LONG = 1_200
"""From so many letters on a block may be parted."""


class Opening(StrEnum):
    """Where a chapter begins: on a new page, on one of its own in landscape, or below the last one."""

    PAGE = "page"
    LANDSCAPE = "landscape"
    BELOW = "below"


def heading(words: str, level: int = 2) -> Passage:
    """A heading inside a chapter, which is level 1."""
    return {"kind": "heading", "words": words, "level": level}


def paragraph(words: str, *, quiet: bool = False) -> Passage:
    """Words as they are, with their line breaks."""
    return {"kind": "paragraph", "words": words, "quiet": quiet}


def new_page() -> Passage:
    """What follows begins on a page of its own."""
    return {"kind": "new_page"}


def facts(rows: Iterable[tuple[str, str]]) -> list[Passage]:
    """Names with what they are; those that are nothing are left out, and all of it where nothing is left."""
    kept = [list(row) for row in rows if row[1]]
    return [{"kind": "facts", "rows": kept}] if kept else []


def table(
    head: Sequence[str], widths: Sequence[float], rows: Sequence[Sequence[str]], *, figures: int = 0
) -> list[Passage]:
    """A table whose columns share its width by weight, the last `figures` of them numbers; none without a row. Its head comes
    again on each page."""
    held = {"head": list(head), "widths": list(widths), "rows": [list(row) for row in rows], "figures": figures}
    return [{"kind": "table", **held}] if rows else []


def picture(chart: LayeredChart, alt: str, *, told: bool = False, fills: bool = False) -> Passage:
    """A chart with its words for who cannot see it, for everybody below it where they are `told`; as wide as the text, or
    as large as its page lets it where it `fills` that."""
    return {"kind": "picture", "drawing": page_drawing(chart), "alt": alt, "told": told, "fills": fills}


def block(
    title: str,
    colour: str,
    *,
    level: int,
    marks: Iterable[tuple[str, str]] = (),
    quote: str = "",
    words: str = "",
    rows: Iterable[tuple[str, str]] = (),
    photo: str = "",
    photo_alt: str = "",
) -> Passage:
    """A card with an edge in a colour: a title that is a heading, `marks` (words on a colour, "" for none) below it, a quote,
    words and facts. `photo` is a picture as SVG. Only a long one is parted between two pages."""
    held = [list(row) for row in rows if row[1]]
    return {
        "kind": "block",
        "title": title,
        "colour": colour,
        "level": level,
        "marks": [list(mark) for mark in marks if mark[0]],
        "quote": quote,
        "words": words,
        "rows": held,
        "parted": len(quote) + len(words) + sum(len(told) for _, told in held) > _LONG,
        "photo": photo,
        "photo_alt": photo_alt,
    }


def chapter(title: str, parts: Iterable[Passage], empty: str, opening: Opening) -> dict[str, Any]:
    """A chapter; `empty` says what it lacks where it has no part, and then it needs no page of its own."""
    held = list(parts)
    if not held:
        held, opening = [paragraph(empty, quiet=True)], Opening.BELOW
    return {"title": title, "parts": held, "opening": opening.value}
