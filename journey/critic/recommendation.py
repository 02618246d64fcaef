"""Rules about recommendations: on request and unasked are two things (article A's last two phases)."""

from collections.abc import Iterator
from dataclasses import dataclass

from journey.critic.case import Case
from journey.critic.finding import Figure, Names, Severity, Sighting
from journey.journey_map import concerned
from journey.model import Ask, Emotion, Touchpoint, Workshop, Zone
from journey.phases import PhaseModel
from journey.phases.crosswalk import rows_of

_ASKS = (Ask.TESTIMONIAL, Ask.PROMOTION)


@dataclass(frozen=True)
class Delight:
    """A touchpoint after the purchase that delights, and whom; `personas` empty = everybody."""

    touchpoint: str
    personas: tuple[str, ...]


def delighted(workshop: Workshop, model: PhaseModel) -> tuple[Delight, ...]:
    """Who could be asked for a recommendation now: everybody who is delighted after the purchase, in phase order."""
    return tuple(_delighted(Case(workshop, model)))


def never_asked(case: Case) -> Iterator[Sighting]:
    """Customers are delighted after the purchase, or recommend unasked, and nobody asks them for a rating or a
    recommendation: no campaign, no call-to-action and no count says so."""
    found = tuple(_delighted(case))
    asked = sum(each.asked_recommendations or 0 for each in case.workshop.estimates)
    unasked = sum(each.unasked_recommendations or 0 for each in case.workshop.estimates)
    if not (found or unasked) or asked or _asks(case):
        return
    cards = tuple(each.touchpoint for each in found)
    everybody = any(not each.personas for each in found)
    people = () if everybody else tuple(dict.fromkeys(person for each in found for person in each.personas))
    figures: dict[str, Figure] = {
        "count": len(found),
        "touchpoints": Names(cards),
        "people": Names(people if len(people) < len(case.people) else ()),
        "unasked": unasked,
        "asked": asked,
    }
    yield Sighting(Severity.MEDIUM, case.model.phases[-1].id, cards, figures)


def _delighted(case: Case) -> Iterator[Delight]:
    for touchpoint in case.by_zone[Zone.AFTER]:
        own = {each.persona: each.emotion for each in touchpoint.persona_emotions}
        people = concerned(case.workshop, touchpoint)
        happy = tuple(p for p in people if own.get(p, touchpoint.emotion) is Emotion.VERY_GOOD)
        if happy or (not people and touchpoint.emotion is Emotion.VERY_GOOD):
            yield Delight(touchpoint.id, happy if len(happy) < len(case.people) else ())


def _asks(case: Case) -> bool:
    """Whether somebody is asked: by a campaign, or by a call-to-action where people recommend."""
    if any(campaign.ask in _ASKS for campaign in case.workshop.campaigns):
        return True
    return any(touchpoint.call_to_action and _recommends(touchpoint, case) for touchpoint in case.touchpoints)


def _recommends(touchpoint: Touchpoint, case: Case) -> bool:
    """Whether people recommend in the touchpoint's phase; in own models that is the last one."""
    return bool({"recommend", "promote"} & rows_of(touchpoint.phase)) or touchpoint.phase == case.model.phases[-1].id
