"""Slides of tables that PowerPoint knows as tables: rows are measured, and go on below the same head on the next slide."""

from collections.abc import Iterator, Sequence

from journey.charts.kit.text_block import Box
from journey.palette import LIGHT
from journey.take_home.slides.layouts import place_of
from journey.take_home.slides.measuring import Paragraph
from journey.take_home.slides.shapes import TableGrid
from journey.take_home.slides.slide import DeckSlide, a_slide, in_turn
from journey.take_home.takeaway import Takeaway

_SIZE = 12.0
_ACROSS, _DOWN = 6.0, 4.0
GridRow = tuple[Paragraph, ...]


def table_slides(
    title: str,
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    copy: Takeaway,
    *,
    shares: Sequence[float],
    notes: str,
) -> list[DeckSlide]:
    """A table on as many slides as it takes; none without rows. `shares` are the columns' parts of the width, `notes` what the
    speaker has."""
    if not rows:
        return []
    box = place_of("Table", 1).box
    widths = tuple(box.w * share / sum(shares) for share in shares)
    top = tuple(Paragraph(words, _SIZE, bold=True, colour=LIGHT.quiet) for words in head)
    room = box.h - _height(top, widths)
    cells = [piece for row in rows for piece in _pieces([Paragraph(words, _SIZE) for words in row], widths, room)]
    pages = list(_pages(cells, widths, room))
    return [
        a_slide(
            "Table", called := in_turn(title, n, len(pages)), items=[_grid(called, box, widths, (top, *page))],
            foot=copy.title, notes=notes,
        )
        for n, page in enumerate(pages, start=1)
    ]  # fmt: skip


def _grid(name: str, box: Box, widths: tuple[float, ...], rows: tuple[GridRow, ...]) -> TableGrid:
    heights = tuple(_height(row, widths) for row in rows)
    return TableGrid(name, Box(box.x, box.y, box.w, sum(heights)), widths, heights, rows, (_ACROSS, _DOWN))


def _pages(rows: Sequence[GridRow], widths: Sequence[float], room: float) -> Iterator[list[GridRow]]:
    page: list[GridRow] = []
    free = room
    for row in rows:
        high = _height(row, widths)
        if high > free and page:
            yield page
            page, free = [], room
        page.append(row)
        free -= high
    yield page


def _pieces(row: Sequence[Paragraph], widths: Sequence[float], room: float) -> Iterator[GridRow]:
    """A row; in parts where it is higher than a slide."""
    rest = list(row)
    while _height(rest, widths) > room:
        parted = [
            words.parted(max(1, int((room - 2 * _DOWN) // words.line)), width - 2 * _ACROSS)
            for words, width in zip(rest, widths, strict=True)
        ]
        yield tuple(head for head, _ in parted)
        rest = [tail for _, tail in parted]
    yield tuple(rest)


def _height(row: Sequence[Paragraph], widths: Sequence[float]) -> float:
    tallest = max(words.height(width - 2 * _ACROSS) for words, width in zip(row, widths, strict=True))
    return tallest + 2 * _DOWN
