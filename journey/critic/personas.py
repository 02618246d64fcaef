"""Rules about customers as one homogeneous mass (articles C and D: clusters are needed, journeys differ)."""

from collections.abc import Iterator
from itertools import combinations

from journey.critic.case import Case
from journey.critic.finding import Figure, Names, Severity, Share, Sighting
from journey.journey_map import named_personas
from journey.model import Persona

ALIKE = 0.8
"""Two personas are near-identical when they share at least this part of all the words in their fields, their names left
out (the app's own rule)."""

ENOUGH_WORDS = 5
"""Personas with fewer different words than this are not compared."""

ENOUGH_TOUCHPOINTS = 4
"""With fewer touchpoints than this, all of them may well matter to everybody."""


def one_persona(case: Case) -> Iterator[Sighting]:
    """A single persona stands for all customers."""
    if len(case.workshop.personas) == 1 and case.touchpoints:
        only = case.workshop.personas[0]
        figures: dict[str, Figure] = {"persona": Names((only.id,)), "touchpoints": len(case.touchpoints)}
        yield Sighting(Severity.MEDIUM, cards=(only.id,), figures=figures)


def near_identical(case: Case) -> Iterator[Sighting]:
    """Pairs of personas that are described in nearly the same words."""
    described = [(persona, _words(persona)) for persona in case.workshop.personas]
    for (one, its), (other, others) in combinations(described, 2):
        if min(len(its), len(others)) >= ENOUGH_WORDS:
            alike = len(its & others) / len(its | others)
            if alike >= ALIKE:
                figures: dict[str, Figure] = {
                    "first": Names((one.id,)),
                    "second": Names((other.id,)),
                    "alike": Share(alike),
                    "common": len(its & others),
                    "total": len(its | others),
                }
                yield Sighting(Severity.MEDIUM, cards=(one.id, other.id), figures=figures)


def everything_for_everybody(case: Case) -> Iterator[Sighting]:
    """Every touchpoint matters to every one of several personas, and of some this was said expressly."""
    known = case.people
    if len(known) < 2 or len(case.touchpoints) < ENOUGH_TOUCHPOINTS:
        return
    named = [set(named_personas(case.workshop, touchpoint)) for touchpoint in case.touchpoints]
    if any(named) and all(not each or each == known for each in named):
        figures: dict[str, Figure] = {"touchpoints": len(case.touchpoints), "personas": len(known)}
        yield Sighting(Severity.MEDIUM, cards=tuple(t.id for t in case.touchpoints), figures=figures)


def _words(persona: Persona) -> frozenset[str]:
    texts = (
        persona.segment, persona.demographics, persona.career_level, persona.quote,
        persona.values, persona.goals, persona.motives, persona.pains, *persona.channels,
    )  # fmt: skip
    return frozenset(word for text in texts for word in text.casefold().split())
