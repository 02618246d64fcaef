"""The report's chapter about the people: a block a persona, and what is known of them from where."""

from collections.abc import Iterator

from journey.model import Language, Persona, Workshop
from journey.palette import CURVES
from journey.paper import parts
from journey.paper.parts import Passage
from journey.portraits.drawing import drawing_of
from journey.texts import choice, day, number, text, typed_percent

TOLD = ("demographics", "career_level", "values", "goals", "motives", "pains")
"""The fields of a persona that a block or a sheet lists, in this order."""


def personas(workshop: Workshop, language: Language) -> Iterator[Passage]:
    """Every persona."""
    for place, persona in enumerate(workshop.personas):
        name = persona.name or text("charts.map.untitled", language)
        share = typed_percent(persona.share, language) if persona.share is not None else ""
        yield parts.block(
            name,
            CURVES[place % len(CURVES)],
            level=2,
            marks=[(words, "") for words in (persona.segment, persona.cluster, share)],
            quote=persona.quote,
            rows=_rows(persona, language),
            photo=_picture(persona),
            photo_alt=text("paper.report.photo", language, name=name),
        )


def _picture(persona: Persona) -> str:
    """A portrait as Typst takes it in, which reads no base64 by itself: a photo in a drawing around it."""
    if not persona.photo:
        return drawing_of(persona)
    image = f"<image width='1' height='1' href='data:image/webp;base64,{persona.photo}'/>"
    return f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'>{image}</svg>"


def _rows(persona: Persona, language: Language) -> list[tuple[str, str]]:
    told = [(text(f"fields.personas.{name}", language), getattr(persona, name)) for name in TOLD]
    channels = ", ".join(choice(channel, language) for channel in persona.channels)
    return [*told, (text("fields.personas.channels", language), channels)]


def sources(workshop: Workshop, language: Language) -> Iterator[Passage]:
    """What the statements rest on, and how many cite it."""
    head = [text(f"fields.sources.{name}", language) for name in ("title", "kind", "collected", "sample_size")]
    cited = [citation.source for citation in workshop.citations]
    rows = [
        (
            "\n".join(filter(None, (source.title, source.note))),
            choice(source.kind, language),
            day(source.collected, language) if source.collected else "",
            "" if source.sample_size is None else number(source.sample_size, language),
            number(cited.count(source.id), language),
        )
        for source in workshop.sources
    ]
    yield from parts.table([*head, text("fields.plural.citations", language)], (5, 3, 2, 2, 1.6), rows, figures=2)
