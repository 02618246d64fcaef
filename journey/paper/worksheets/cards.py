"""Touchpoint cards to cut out: those of the workshop, and a sheet of empty ones."""

from datetime import date
from typing import Any

from journey.journey_map import journey_map
from journey.model import Language, Touchpoint, Workshop
from journey.palette import CHANNELS, phase_colour
from journey.paper.fitted import fitted
from journey.paper.imprint import imprint
from journey.paper.setting import pdf
from journey.paper.worksheets.scale import scale
from journey.phases import model_of
from journey.texts import choice, text

ON_A_SHEET = 8
_WIDE = 87.0
"""The room of a card in millimetres."""


def write_cards(workshop: Workshop, language: Language, *, made_on: date | None = None, glance: bool = False) -> bytes:
    """The cards as PDF on A4, eight a sheet, in the order of the journey; the last sheet has empty ones. At a
    `glance`: a PNG of the first sheet and the last."""
    made_on = made_on or date.today()
    model = model_of(workshop, language)
    journey = journey_map(workshop, model)
    numbers = journey.numbers
    cards = [
        _card(touchpoint, numbers[feeling.id], column.name, phase_colour(column.position), language)
        for column in journey.columns
        for feeling in column.feelings
        if (touchpoint := workshop.touchpoint(feeling.id))
    ]
    words = {name: text(f"fields.touchpoints.{name}", language) for name in ("title", "phase", "channel", "emotion")}
    sheets = [cards[at : at + ON_A_SHEET] for at in range(0, len(cards), ON_A_SHEET)][: 1 if glance else None]
    return pdf(
        "cards",
        language,
        made_on,
        glance=glance,
        foot=imprint(workshop, language, made_on),
        title=text("paper.cards.title", language),
        sheets=sheets,
        pages=len(sheets) + 1,
        empty=ON_A_SHEET,
        words={**words, "cut": text("paper.cards.cut", language)},
        scale=scale(language),
    )


def _card(touchpoint: Touchpoint, number: int, phase: str, colour: str, language: Language) -> dict[str, Any]:
    head = f"{number} · {phase or text('charts.map.without_phase', language)}"
    foot = " · ".join(filter(None, (choice(touchpoint.channel, language), touchpoint.place)))
    title = touchpoint.title or text("charts.map.untitled", language)
    return {
        "head": fitted(head, _WIDE, 4.2, (9, 8, 7, 5, 4), bold=True),
        "foot": fitted(foot, _WIDE, 4.6, (9, 8, 7, 5, 4)),
        "title": fitted(title, _WIDE, 35, (16, 14, 12, 10, 8, 6.5), bold=True),
        "colour": colour,
        "hue": CHANNELS[touchpoint.channel],
        "felt": "" if touchpoint.emotion is None else str(int(touchpoint.emotion)),
        "decisive": text("charts.map.moment_of_truth", language) if touchpoint.moment_of_truth else "",
    }
