"""Rules about where on the way the firm is present: before, during and after the purchase, and round to the next customer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from journey.critic.examination import Examination
from journey.critic.finding import Enumeration, Figure, PhaseName, Phrase, Severity, Share, Sighting
from journey.derived import Part, digital_part, known, online_part
from journey.model import Channel, Workshop, Zone
from journey.phases import PhaseModel


@dataclass(frozen=True)
class ZoneShare:
    """What lies in a zone: its share of the touchpoints (0 to 1), how many they are, how many of them have content, and
    the cost of the campaigns that lead there, in the workshop's currency (None = none is noted)."""

    share: float
    touchpoints: int
    with_content: int
    cost: float | None


@dataclass(frozen=True)
class Sides:
    """What is online and what is digital, each of the known ones; `unknown` counts touchpoints that lack one of them."""

    online: Part
    digital: Part
    unknown: int


def balance(workshop: Workshop, model: PhaseModel) -> Mapping[Zone, ZoneShare]:
    """Touchpoints, content and campaign costs before, during and after the purchase (articles B and D)."""
    examined = Examination(workshop, model)
    total = sum(len(found) for found in examined.by_zone.values())
    zones = {phase.id: phase.zone for phase in model.phases}
    costs: dict[Zone, float] = {}
    for campaign in workshop.campaigns:
        zone = zones.get(campaign.to_phase)
        if zone and campaign.cost is not None:
            costs[zone] = costs.get(zone, 0.0) + campaign.cost
    return {
        zone: ZoneShare(
            len(found) / total if total else 0.0, len(found), sum(bool(t.content) for t in found), costs.get(zone)
        )
        for zone, found in examined.by_zone.items()
    }


def sides(workshop: Workshop, model: PhaseModel) -> Sides:
    """How much of the questioned map is online and digital, each of the touchpoints of which it is known."""
    touchpoints = Examination(workshop, model).touchpoints
    found = [known(touchpoint) for touchpoint in touchpoints]
    unknown = sum(each.setting is None or each.media is None for each in found)
    return Sides(online_part(touchpoints), digital_part(touchpoints), unknown)


def late_entry(examined: Examination) -> Iterator[Sighting]:
    """The model has phases before the purchase, but every touchpoint lies at or after it (article B)."""
    before = tuple(phase.id for phase in examined.model.phases if phase.zone is Zone.BEFORE)
    first = next((phase for phase, found in examined.by_phase.items() if found), "")
    if before and first and not examined.by_zone[Zone.BEFORE]:
        cards = tuple(t.id for t in examined.by_phase[first])
        total = sum(len(found) for found in examined.by_phase.values())
        figures: dict[str, Figure] = {"total": total, "count": len(before), "missed": _named(before)}
        yield Sighting(Severity.HIGH, first, cards, figures)


def zone_imbalance(examined: Examination) -> Iterator[Sighting]:
    """One zone holds more of the touchpoints than the limit (two thirds), and more than its part of the phases."""
    total = sum(len(found) for found in examined.by_zone.values())
    if not total or total < examined.limits.count("zone-touchpoints"):
        return
    shares = {zone: len(found) / total for zone, found in examined.by_zone.items()}
    phases = [phase.zone for phase in examined.model.phases]
    for zone, share in shares.items():
        if share > max(examined.limits.share("zone-share"), phases.count(zone) / len(phases)):
            figures: dict[str, Figure] = {each.value: Share(shares[each]) for each in Zone}
            figures |= {"zone": Phrase(f"choices.Zone.{zone}"), "total": total, "most": Share(share)}
            yield Sighting(Severity.MEDIUM, cards=tuple(t.id for t in examined.by_zone[zone]), figures=figures)


def nothing_after_sale(examined: Examination) -> Iterator[Sighting]:
    """People can buy, and afterwards the firm does nothing: what customers tell each other is not its doing (article C:
    one sale does not keep a business alive)."""
    sold = tuple(t.id for phase in examined.purchase_phases for t in examined.by_phase[phase])
    after = tuple(phase.id for phase in examined.model.phases if phase.zone is Zone.AFTER)
    told = tuple(t.id for t in examined.by_zone[Zone.AFTER] if t.channel is Channel.WORD_OF_MOUTH)
    if sold and after and len(told) == len(examined.by_zone[Zone.AFTER]):
        figures: dict[str, Figure] = {"sold": len(sold), "told": len(told), "phases": _named(after)}
        yield Sighting(Severity.HIGH, after[0], (*sold, *told), figures)


def no_loop(examined: Examination) -> Iterator[Sighting]:
    """The journey gets as far as the purchase, but nothing leads from its end to the next customer's beginning, and no
    recommendation was counted (articles C and D: a cycle)."""
    ends = {t.id: t for t in examined.by_zone[Zone.AFTER]}
    begins = {t.id for t in examined.by_zone[Zone.BEFORE]}
    bought = any(examined.by_phase[phase] for phase in examined.purchase_phases)
    closed = any(r.next_customer and r.source in ends and r.target in begins for r in examined.workshop.relations)
    counted = any(each.asked_recommendations or each.unasked_recommendations for each in examined.workshop.estimates)
    if (bought or ends) and not closed and not counted:
        last = examined.model.phases[-1].id
        crossing = sum(relation.next_customer for relation in examined.workshop.relations)
        figures: dict[str, Figure] = {"after": len(ends), "crossing": crossing}
        yield Sighting(Severity.MEDIUM, last, tuple(ends), figures)


def _named(phases: tuple[str, ...]) -> Enumeration:
    return Enumeration(tuple(PhaseName(phase) for phase in phases), ", ")
