"""Rules about campaigns (article A): a way up one phase at a time, each with a traffic source and a call-to-action."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from journey.critic.examination import Examination
from journey.critic.finding import CardNames, Enumeration, Figure, PhaseName, Phrase, Severity, Sighting
from journey.model import Ask, Campaign

OFFERED_EARLY = "stranger-to-fan.commitment"
"""Article A warns of the leap to its phase 4, which it calls the sales offer there; its list has the main offer in 6."""

_SOFTER = {Severity.HIGH: Severity.MEDIUM, Severity.MEDIUM: Severity.LOW}


class Placed(NamedTuple):
    """A campaign with the places of its phases in the model, from 0."""

    campaign: Campaign
    start: int
    end: int

    @property
    def complete(self) -> bool:
        """Only with a traffic source and a call-to-action is it a campaign (article A)."""
        return bool(self.campaign.traffic_source and self.campaign.call_to_action)

    def crosses(self, place: int) -> bool:
        """Whether it leads from before the phase at this place into it or beyond."""
        return self.start < place <= self.end


def placed(examined: Examination) -> tuple[Placed, ...]:
    """The campaigns whose two phases the model has, in document order."""
    order = examined.order
    return tuple(
        Placed(campaign, order[campaign.from_phase], order[campaign.to_phase])
        for campaign in examined.workshop.campaigns
        if campaign.from_phase in order and campaign.to_phase in order
    )


def uncovered(examined: Examination) -> tuple[int, ...]:
    """The places of the phases (from 1) into which no complete campaign leads."""
    complete = [each for each in placed(examined) if each.complete]
    return tuple(place for place in range(1, len(examined.order)) if not any(each.crosses(place) for each in complete))


def jump(examined: Examination) -> Iterator[Sighting]:
    """A campaign that leaps over phases: medium over one, high over more; a well-known brand may do so more easily.
    From the first phase to the main offer is a case of its own."""
    phases = tuple(examined.order)
    for each in placed(examined):
        over = phases[each.start + 1 : each.end]
        if over and not _to_main_offer(examined, each):
            severity = Severity.HIGH if len(over) > 1 else Severity.MEDIUM
            figures: dict[str, Figure] = {
                "count": len(over),
                "over": Enumeration(tuple(PhaseName(phase) for phase in over)),
                "touchpoints": sum(len(examined.by_phase[phase]) for phase in over),
                "brand": _brand(examined),
            }
            yield _sighting(each, _softened(examined, severity), figures)


def ad_to_main_offer(examined: Examination) -> Iterator[Sighting]:
    """A campaign that asks strangers for the purchase: from the first phase to the purchase, or with the main price."""
    for each in placed(examined):
        way = _to_main_offer(examined, each)
        if way:
            over = max(0, each.end - each.start - 1)
            figures: dict[str, Figure] = {"count": over, "way": way, "brand": _brand(examined)}
            yield _sighting(each, _softened(examined, Severity.HIGH), figures)


def one_campaign_for_everything(examined: Examination) -> Iterator[Sighting]:
    """A campaign over more steps than the limit (two), or over all there are: high where no other one helps on any of them."""
    steps, most = len(examined.order) - 1, examined.limits.count("campaign-steps")
    everyone = placed(examined)
    for each in everyone:
        length = each.end - each.start
        if length > most or length == steps:
            helpers = sum(other.start < each.end and each.start < other.end for other in everyone if other is not each)
            severity = Severity.MEDIUM if helpers else Severity.HIGH
            first = PhaseName(tuple(examined.order)[each.start + 1])
            yield _sighting(each, severity, {"steps": length, "total": steps, "others": helpers, "first": first})


def transition_without_campaign(examined: Examination) -> Iterator[Sighting]:
    """Neighbouring steps between phases that no complete campaign leads across, once there is a map or a campaign."""
    if not examined.touchpoints and not examined.workshop.campaigns:
        return
    phases, gaps = tuple(examined.order), uncovered(examined)
    for _, run in groupby(enumerate(gaps), key=lambda entry: entry[1] - entry[0]):
        places = [place for _, place in run]
        begun = tuple(
            each.campaign.id
            for each in placed(examined)
            if not each.complete and any(each.crosses(place) for place in places)
        )
        figures: dict[str, Figure] = {
            "count": len(places),
            "previous": PhaseName(phases[places[0] - 1]),
            "last": PhaseName(phases[places[-1]]),
            "covered": len(phases) - 1 - len(gaps),
            "total": len(phases) - 1,
            "begun": len(begun),
        }
        yield Sighting(Severity.MEDIUM, phases[places[0]], begun, figures)


def campaign_without_source(examined: Examination) -> Iterator[Sighting]:
    """Campaigns that do not say where people come from."""
    yield from _lacking(examined, tuple(c.id for c in examined.workshop.campaigns if not c.traffic_source))


def campaign_without_action(examined: Examination) -> Iterator[Sighting]:
    """Campaigns that do not say what people shall do."""
    yield from _lacking(examined, tuple(c.id for c in examined.workshop.campaigns if not c.call_to_action))


def backward_campaign(examined: Examination) -> Iterator[Sighting]:
    """A campaign that leads to where people are already, or behind it."""
    for each in placed(examined):
        if each.end <= each.start:
            yield _sighting(each, Severity.MEDIUM, {})


def _to_main_offer(examined: Examination, each: Placed) -> Phrase | None:
    """How a campaign asks strangers for the purchase, in words; None where it does not."""
    if each.start > 0 or each.end <= each.start:
        return None
    target = each.campaign.to_phase
    leaps = each.end - each.start > 1
    if leaps and target in examined.purchase_phases:
        return Phrase("critic.campaign_words.to_purchase", {"target": PhaseName(target)})
    if leaps and target == OFFERED_EARLY:
        return Phrase("critic.campaign_words.to_first_offer", {"target": PhaseName(target)})
    if each.campaign.ask is Ask.MAIN_PRICE and target not in examined.purchase_phases:
        return Phrase("critic.campaign_words.asks_main_price", {"target": PhaseName(target)})
    return None


def _lacking(examined: Examination, cards: tuple[str, ...]) -> Iterator[Sighting]:
    if cards:
        figures: dict[str, Figure] = {
            "count": len(cards),
            "total": len(examined.workshop.campaigns),
            "campaigns": CardNames(cards),
        }
        yield Sighting(Severity.MEDIUM, cards=cards, figures=figures)


def _sighting(each: Placed, severity: Severity, figures: dict[str, Figure]) -> Sighting:
    campaign = each.campaign
    known: dict[str, Figure] = {
        "campaign": CardNames((campaign.id,)),
        "start": PhaseName(campaign.from_phase),
    }
    return Sighting(severity, campaign.to_phase, (campaign.id,), known | figures)


def _softened(examined: Examination, severity: Severity) -> Severity:
    return _SOFTER[severity] if examined.workshop.frame.well_known_brand else severity


def _brand(examined: Examination) -> Phrase:
    return Phrase(
        "critic.campaign_words.well_known"
        if examined.workshop.frame.well_known_brand
        else "critic.campaign_words.not_well_known"
    )
