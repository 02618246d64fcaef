"""A slide as a value: which layout, what stands on it, what the speaker has in the notes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from journey.charts.kit.text_block import Box
from journey.charts.kit.text_fit import measure, shortened
from journey.palette import LIGHT
from journey.take_home.slides.layouts import FOOT_INDEX, LEAD_INDEX, place_of
from journey.take_home.slides.measuring import Paragraph, cut_off, fitting_size, height_of
from journey.take_home.slides.shapes import FilledPlace, SlideItem, SlideNumber

TITLE_SIZES = (26, 22, 18, 15, 12, 10)


@dataclass(frozen=True)
class NativeChart:
    """A chart that PowerPoint itself draws from numbers that can be edited: `kind` and `data` are the library's, `finish`
    gives it its looks. `alt` says what it shows."""

    kind: Any
    data: Any
    box: Box
    alt: str
    finish: Any


@dataclass(frozen=True)
class Portrait:
    """A picture in a box, with what it shows."""

    data: bytes
    box: Box
    alt: str


@dataclass(frozen=True)
class DeckSlide:
    """A slide of a layout."""

    layout: str
    title: str
    items: tuple[SlideItem, ...]
    notes: str = ""
    charts: tuple[NativeChart, ...] = ()
    pictures: tuple[Portrait, ...] = ()


def a_slide(
    layout: str,
    title: str,
    *,
    bodies: Sequence[Sequence[Paragraph]] = (),
    lead: str = "",
    items: Iterable[SlideItem] = (),
    foot: str = "",
    notes: str = "",
    charts: tuple[NativeChart, ...] = (),
    pictures: tuple[Portrait, ...] = (),
) -> DeckSlide:
    """A slide with its title in letters that fit, bodies in the layout's places from index 1 on, a line below the title, further
    shapes, the deck's title at the foot and the number."""
    box = place_of(layout, 0).box
    heading = Paragraph(title, fitting_size(title, box.w, box.h, TITLE_SIZES, bold=True), bold=True)
    placed: list[SlideItem] = [FilledPlace("title", 0, (heading,))]
    if lead:
        placed.append(FilledPlace("body", LEAD_INDEX, (Paragraph(lead, 13, colour=LIGHT.quiet),)))
    placed += [FilledPlace("body", index, tuple(body)) for index, body in enumerate(bodies, start=1) if body]
    placed += items
    placed += [FilledPlace("ftr", FOOT_INDEX, (Paragraph(_one_line(foot), 10, colour=LIGHT.quiet),)), SlideNumber()]
    return DeckSlide(layout, title, tuple(placed), notes, charts, pictures)


def _one_line(foot: str) -> str:
    """What is said at the foot of every slide, in a line."""
    width = place_of("Text", FOOT_INDEX).box.w
    return foot if measure(foot, 10) <= width else shortened(foot, width, size=10)


def in_turn(title: str, place: int, count: int) -> str:
    """A title that goes on over several slides."""
    return title if count < 2 else f"{title} ({place}/{count})"


def grouped(groups: Sequence[Sequence[Paragraph]], box: Box) -> list[list[list[Paragraph]]]:
    """Groups of paragraphs poured into the box of as few slides as hold them, about as much on each; a group is parted only
    where it is higher than a slide."""
    count = len(_stacked(groups, box))
    height = sum(height_of(group, box.w) for group in groups) / count
    while height < box.h and len(_stacked(groups, box._replace(h=height))) > count:
        height += 12
    return [[page] for page in _stacked(groups, box._replace(h=min(height, box.h)) if count > 1 else box)]


def _stacked(groups: Sequence[Sequence[Paragraph]], box: Box) -> list[list[Paragraph]]:
    pages: list[list[Paragraph]] = [[]]
    free = box.h
    for group in groups:
        high = height_of(group, box.w)
        if high > free and pages[-1]:
            pages.append([])
            free = box.h
        if high <= free:
            pages[-1] += group
            free -= high
            continue
        parts = [columns[0] for columns in paged(group, [box])]
        pages[-1:] = [*([pages[-1]] if pages[-1] else []), *parts]
        free = box.h - height_of(parts[-1], box.w)
    return pages


def paged(paragraphs: Sequence[Paragraph], boxes: Sequence[Box]) -> list[list[list[Paragraph]]]:
    """Paragraphs poured into boxes, and into the same boxes of further slides until all have a place: for each slide what
    stands in each box. At least one slide."""
    rest = list(paragraphs)
    slides: list[list[list[Paragraph]]] = []
    while rest or not slides:
        slide: list[list[Paragraph]] = []
        for box in boxes:
            taken, rest = cut_off(rest, box.w, box.h)
            if not taken and rest and box is boxes[-1] and not any(slide):
                head, tail = rest[0].parted(max(1, int(box.h // rest[0].line)), box.w)
                taken, rest = [head], [tail, *rest[1:]]
            slide.append(taken)
        slides.append(slide)
    return slides
