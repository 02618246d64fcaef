"""A workshop as a PowerPoint file: cover, goals, the last round, personas, the map, emotion curve, the map as it shall be,
funnel, self-audit, findings, priorities, ideas, actions and what became of them."""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.util import Pt

from journey.model import Language, Workshop
from journey.take_home.slides import audit, curve, funnel, journey, judged, priorities, since, words
from journey.take_home.slides.layouts import layout_of, template
from journey.take_home.slides.shapes import tree
from journey.take_home.slides.slide import DeckSlide, NativeChart, Portrait
from journey.take_home.takeaway import Takeaway
from journey.texts import text


def slides_of(copy: Takeaway) -> Iterator[DeckSlide]:
    """The slides in order. What nobody filled in has none."""
    yield words.cover(copy)
    for part in (
        words.goals,
        since.since_slides,
        words.personas,
        journey.journey_slides,
        curve.curve_slides,
        journey.future_slides,
    ):
        yield from part(copy)
    yield from funnel.funnel_slides(copy)
    for part in (
        audit.audit_slides, words.findings, priorities.priority_slides, words.ideas, words.actions, judged.judged_slides,
    ):  # fmt: skip
        yield from part(copy)


def write_slides(workshop: Workshop, language: Language) -> bytes:
    """The workshop as a .pptx file in a language."""
    copy = Takeaway(workshop, language)
    locale = text("takehome.slides.locale", language)
    deck = Presentation(BytesIO(template()))
    for slide in slides_of(copy):
        _add(deck, slide, locale)
    about = deck.core_properties
    about.title, about.author, about.language, about.subject = copy.title, "", locale, copy.about[:255]
    about.created = about.modified = datetime.now(UTC).replace(tzinfo=None)
    target = BytesIO()
    deck.save(target)
    return target.getvalue()


def _add(deck: Any, slide: DeckSlide, locale: str) -> None:
    added = deck.slides.add_slide(layout_of(deck, slide.layout))
    shapes = added.shapes._spTree
    shapes.getparent().replace(shapes, parse_xml(tree(slide.items, locale)))
    drawn = type(added)(added._element, added.part).shapes
    for picture in slide.pictures:
        _add_picture(drawn, picture)
    for chart in slide.charts:
        _add_chart(drawn, chart)
    if slide.notes:
        added.notes_slide.notes_text_frame.text = slide.notes


def _add_picture(shapes: Any, picture: Portrait) -> None:
    box = picture.box
    added = shapes.add_picture(BytesIO(picture.data), Pt(box.x), Pt(box.y), Pt(box.w), Pt(box.h))
    _say(added, picture.alt)


def _add_chart(shapes: Any, chart: NativeChart) -> None:
    box = chart.box
    frame = shapes.add_chart(chart.kind, Pt(box.x), Pt(box.y), Pt(box.w), Pt(box.h), chart.data)
    chart.finish(frame.chart)
    _say(frame, chart.alt)


def _say(shape: Any, alt: str) -> None:
    """Give a shape the words that are said of it."""
    shape._element.xpath(".//p:cNvPr")[0].set("descr", alt)
