"""The slides of what became of the actions: did what they shall move move?"""

from collections.abc import Iterator

from journey.actions import Judgement, Outcome, aim_words, judgement_words
from journey.model import Action
from journey.palette import ALARM, GREEN, LIGHT, MUSTARD, STEEL, WHITE, readable
from journey.take_home.slides.lists import listed
from journey.take_home.slides.measuring import Paragraph, smaller
from journey.take_home.slides.slide import DeckSlide
from journey.take_home.slides.words import action_line
from journey.take_home.takeaway import Takeaway
from journey.texts import text

_OUTCOMES = {Outcome.MOVED: GREEN, Outcome.AGAINST: ALARM, Outcome.NOT_MOVED: MUSTARD, Outcome.TOO_EARLY: STEEL}


def judged_slides(copy: Takeaway) -> list[DeckSlide]:
    """Every action that says what it shall move: outcome, owner and day, aim, and the judgement with both values."""

    def said(told: tuple[Action, Judgement], size: float) -> Iterator[Paragraph]:
        action, judgement = told
        outcome = text(f"actions.outcome.{judgement.outcome}", copy.language)
        colour = readable(_OUTCOMES[judgement.outcome], WHITE)
        yield Paragraph(outcome, smaller(size, 4), bold=True, colour=colour, before=12)
        yield Paragraph(action.title or copy.untitled, size, bold=True, before=1)
        yield Paragraph(action_line(action, copy), size - 2, colour=LIGHT.quiet, before=1)
        aim = aim_words(action, copy.workshop, copy.language)
        if aim:
            yield Paragraph(f"{text('actions.column.aim', copy.language)}: {aim}", size - 2, before=2)
        yield Paragraph(judgement_words(judgement, action, copy.workshop, copy.language), size - 2, before=2)

    return listed(copy, "takehome.slides.judged", copy.judged_actions, said, "takehome.slides.judged_notes")
