"""Slides of lists: poured into as few slides as hold them, in letters as large as that allows."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from journey.take_home.slides.layouts import place_of
from journey.take_home.slides.measuring import Paragraph
from journey.take_home.slides.slide import DeckSlide, a_slide, grouped, in_turn
from journey.take_home.takeaway import Takeaway
from journey.texts import text

_SIZES = (20.0, 18.0, 16.0, 14.0)
"""Of the letters of a body: the largest with which there are no more slides than with the last."""

ListedThing = TypeVar("ListedThing")
PouredPages = Callable[[float], list[list[list[Paragraph]]]]
"""Pages of columns in letters of a size."""


def listed(
    copy: Takeaway,
    title: str,
    things: Sequence[ListedThing],
    said: Callable[[ListedThing, float], Iterable[Paragraph]],
    notes: str,
) -> list[DeckSlide]:
    """A group of paragraphs for each thing; no slide without one."""
    if not things:
        return []
    box = place_of("Text", 1).box
    pages = largest(lambda size: grouped([list(said(thing, size)) for thing in things], box))
    return slides_in_turn("Text", text(title, copy.language), pages, copy, notes)


def slides_in_turn(
    layout: str, title: str, pages: Sequence[Sequence[Sequence[Paragraph]]], copy: Takeaway, notes: str
) -> list[DeckSlide]:
    """A slide a page: for each what stands in each of the layout's places; `notes` is the key of what the speaker has."""
    said = text(notes, copy.language)
    return [
        a_slide(layout, in_turn(title, n, len(pages)), bodies=page, foot=copy.title, notes=said)
        for n, page in enumerate(pages, start=1)
    ]


def largest(poured: PouredPages, sizes: Sequence[float] = _SIZES) -> list[list[list[Paragraph]]]:
    """The pages in the largest letters with which there are no more of them than in the smallest."""
    fewest = len(least := poured(sizes[-1]))
    return next((pages for size in sizes[:-1] if len(pages := poured(size)) == fewest), least)
