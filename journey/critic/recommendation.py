"""Rules about recommendations: on request and unasked are two things (article A's last two phases)."""

from collections.abc import Iterator
from dataclasses import dataclass

from journey.critic.examination import Examination
from journey.critic.finding import CardNames, Figure, Severity, Sighting
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
    return tuple(_delighted(Examination(workshop, model)))


def never_asked(examined: Examination) -> Iterator[Sighting]:
    """Customers are delighted after the purchase, or recommend unasked, and nobody asks them for a rating or a
    recommendation: no campaign, no call-to-action and no count says so."""
    found = tuple(_delighted(examined))
    asked = sum(each.asked_recommendations or 0 for each in examined.workshop.estimates)
    unasked = sum(each.unasked_recommendations or 0 for each in examined.workshop.estimates)
    if not (found or unasked) or asked or _asks(examined):
        return
    cards = tuple(each.touchpoint for each in found)
    everybody = any(not each.personas for each in found)
    people = () if everybody else tuple(dict.fromkeys(person for each in found for person in each.personas))
    figures: dict[str, Figure] = {
        "count": len(found),
        "touchpoints": CardNames(cards),
        "people": CardNames(people if len(people) < len(examined.people) else ()),
        "unasked": unasked,
        "asked": asked,
    }
    yield Sighting(Severity.MEDIUM, examined.model.phases[-1].id, cards, figures)


def _delighted(examined: Examination) -> Iterator[Delight]:
    for touchpoint in examined.by_zone[Zone.AFTER]:
        own = {each.persona: each.emotion for each in touchpoint.persona_emotions}
        people = concerned(examined.workshop, touchpoint)
        happy = tuple(p for p in people if own.get(p, touchpoint.emotion) is Emotion.VERY_GOOD)
        if happy or (not people and touchpoint.emotion is Emotion.VERY_GOOD):
            yield Delight(touchpoint.id, happy if len(happy) < len(examined.people) else ())


def _asks(examined: Examination) -> bool:
    """Whether somebody is asked: by a campaign, or by a call-to-action where people recommend."""
    if any(campaign.ask in _ASKS for campaign in examined.workshop.campaigns):
        return True
    return any(touchpoint.call_to_action and _recommends(touchpoint, examined) for touchpoint in examined.touchpoints)


def _recommends(touchpoint: Touchpoint, examined: Examination) -> bool:
    """Whether people recommend in the touchpoint's phase; in own models that is the last one."""
    return (
        bool({"recommend", "promote"} & rows_of(touchpoint.phase)) or touchpoint.phase == examined.model.phases[-1].id
    )
