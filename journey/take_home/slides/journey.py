"""The slides of the map: shapes with words that can be edited, phases above, lanes below, the feelings joined by lines."""

from collections.abc import Iterator
from itertools import pairwise

from journey.charts.kit.text_block import Box
from journey.journey_map import LANES, Lane
from journey.model import Emotion
from journey.palette import EMOTIONS, LIGHT, WHITE, phase_colour, text_on
from journey.take_home.slides.grid import (
    ACROSS,
    BETWEEN,
    LABEL,
    PAD,
    TOP,
    MapSlide,
    head_words,
    label_words,
    nothing_words,
    sheets,
    tinted,
)
from journey.take_home.slides.layouts import MARGIN
from journey.take_home.slides.measuring import Paragraph
from journey.take_home.slides.shapes import SlideItem, Stroke, TextShape
from journey.take_home.slides.slide import DeckSlide, a_slide, in_turn
from journey.take_home.slides.strips import FIRST, runs_of
from journey.take_home.takeaway import Takeaway
from journey.texts import text

DISC = 22.0
"""How large the mark of a feeling is."""


def journey_slides(copy: Takeaway) -> list[DeckSlide]:
    """Today's map on as many slides as it takes; none without a touchpoint or an idea."""
    if not (copy.workshop.touchpoints or copy.workshop.opportunities):
        return []
    return _slides(copy.today, "map.view_map")


def future_slides(copy: Takeaway) -> list[DeckSlide]:
    """The same of the map as it shall be, with notes of what is new, changes and goes; none where nobody said."""
    return _slides(copy.to_be, "future.map", copy) if copy.to_be else []


def _slides(copy: Takeaway, title_key: str, today: Takeaway | None = None) -> list[DeckSlide]:
    found = list(sheets(copy))
    title = text(title_key, copy.language)
    return [
        a_slide(
            "Drawing", in_turn(title, n, len(found)), items=_items(sheet, copy), foot=copy.title,
            notes=_notes(sheet, copy, today),
        )
        for n, sheet in enumerate(found, start=1)
    ]  # fmt: skip


def _items(sheet: MapSlide, copy: Takeaway) -> Iterator[SlideItem]:
    yield from _heads(sheet, copy)
    for lane, (top, bottom) in sheet.lanes.items():
        yield TextShape(
            f"{lane.value} band",
            Box(MARGIN, top - 1, sheet.edges[-1] - BETWEEN - MARGIN, bottom - top + 2),
            fill=LIGHT.lane,
        )
        yield _label(lane, top, bottom, copy)
        if lane is Lane.EMOTION:
            yield from _feelings(sheet, top, bottom, copy)
        else:
            yield from _cards(sheet, lane)
        if lane is Lane.TOUCHPOINTS:
            yield from _nothing(sheet, top, bottom, copy)


def _heads(sheet: MapSlide, copy: Takeaway) -> Iterator[SlideItem]:
    """A head over all strips of a phase; it is there again on the slide where the phase goes on."""
    for column, left, right in runs_of(sheet.strips):
        colour = phase_colour(column.position)
        words = tinted((head_words(column, copy, sheet.size),), text_on(colour))
        box = Box(left, TOP, right - left - BETWEEN, sheet.head)
        yield TextShape(words[0].words, box, words, fill=colour, anchor="ctr", inset=(ACROSS, PAD))


def _label(lane: Lane, top: float, bottom: float, copy: Takeaway) -> TextShape:
    words = label_words(lane, copy)
    return TextShape(words.words, Box(MARGIN, top, LABEL + 6, bottom - top), (words,), inset=(3, 1))


def _cards(sheet: MapSlide, lane: Lane) -> Iterator[SlideItem]:
    colour = LANES[lane].colour()
    ink = text_on(colour)
    edge = LIGHT.line if colour == WHITE else ""
    for placed in sheet.cards:
        if placed.lane is lane:
            box = Box(sheet.edges[placed.strip], placed.y, _width(sheet, placed.strip), placed.h)
            words = tinted(placed.paragraphs, ink)
            yield TextShape(words[0].words[:60], box, words, "roundRect", colour, edge, inset=(ACROSS, PAD))


def _width(sheet: MapSlide, place: int) -> float:
    return sheet.edges[place + 1] - sheet.edges[place] - BETWEEN


def _nothing(sheet: MapSlide, top: float, bottom: float, copy: Takeaway) -> Iterator[SlideItem]:
    """Phases without touchpoints say so."""
    for place, strip in enumerate(sheet.strips):
        if strip.feeling is None:
            box = Box(sheet.edges[place], top, _width(sheet, place), bottom - top)
            yield TextShape("–", box, (nothing_words(copy),), inset=(ACROSS, PAD))


def _feelings(sheet: MapSlide, top: float, bottom: float, copy: Takeaway) -> Iterator[SlideItem]:
    """A disc for each touchpoint, higher where people feel better, and the lines between those next to each other."""
    step = (bottom - top - DISC - 4) / 4
    middle = (top + bottom) / 2
    yield Stroke((FIRST, middle), (sheet.edges[-1] - BETWEEN, middle), LIGHT.line, 1)
    places: list[tuple[float, float] | None] = []
    for place, strip in enumerate(sheet.strips):
        felt = strip.feeling.emotion if strip.feeling else None
        x = sheet.edges[place] + _width(sheet, place) / 2
        places.append(None if felt is None else (x, top + 2 + DISC / 2 + (Emotion.VERY_GOOD - felt) * step))
    for one, other in pairwise(places):
        if one and other:
            yield Stroke(one, other, LIGHT.quiet)
    for strip, at in zip(sheet.strips, places, strict=True):
        if strip.feeling and at and strip.feeling.emotion is not None:
            yield _disc(
                strip.feeling.emotion,
                at,
                f"{strip.feeling.title or copy.untitled}: {copy.score(strip.feeling.emotion)}",
            )


def _disc(emotion: Emotion, at: tuple[float, float], alt: str) -> TextShape:
    colour = EMOTIONS[emotion]
    sign = "−" if emotion < 0 else "+" if emotion > 0 else ""
    words = (Paragraph(f"{sign}{abs(emotion)}", 10, bold=True, colour=text_on(colour)),)
    box = Box(at[0] - DISC / 2, at[1] - DISC / 2, DISC, DISC)
    return TextShape(words[0].words, box, words, "ellipse", colour, WHITE, "ctr", "ctr", (0, 0), alt)


def _notes(sheet: MapSlide, copy: Takeaway, today: Takeaway | None) -> str:
    """What the slide shows, for the speaker and for screen readers; of a map as it shall be what differs from today's."""
    said = []
    for strip in sheet.strips:
        if strip.feeling:
            words = f"{strip.number}. {strip.feeling.title or copy.untitled}: {copy.score(strip.feeling.emotion)}"
            coming = today.coming.get(strip.feeling.id, "") if today else ""
            said.append(f"{copy.phase_name(strip.column)} – {words}{f' ({coming})' if coming else ''}")
    if sheet.goes_on:
        said.append(text("takehome.slides.goes_on", copy.language))
    if today and today.gone:
        said.append(today.gone)
    return "\n".join(said)
