"""Rules about customers as one homogeneous mass (articles C and D: clusters are needed, journeys differ)."""

from collections.abc import Iterator
from itertools import combinations

from journey.clusters import clusters_of, total_share
from journey.critic.examination import Examination
from journey.critic.finding import CardNames, Figure, Phrase, Severity, Share, Sighting
from journey.journey_map import named_personas
from journey.model import Persona


def one_persona(examined: Examination) -> Iterator[Sighting]:
    """A single persona stands for all customers."""
    if len(examined.workshop.personas) == 1 and examined.touchpoints:
        only = examined.workshop.personas[0]
        figures: dict[str, Figure] = {"persona": CardNames((only.id,)), "touchpoints": len(examined.touchpoints)}
        yield Sighting(Severity.MEDIUM, cards=(only.id,), figures=figures)


def near_identical(examined: Examination) -> Iterator[Sighting]:
    """Pairs of personas that are described in nearly the same words: they share at least the limit (80%) of all the words in
    their fields, their names left out. Those with few different words (less than five) are not compared."""
    alike_from, enough = examined.limits.share("persona-words"), examined.limits.count("persona-fewest-words")
    described = [(persona, _words(persona)) for persona in examined.workshop.personas]
    for (one, its), (other, others) in combinations(described, 2):
        if min(len(its), len(others)) >= enough:
            alike = len(its & others) / len(its | others)
            if alike >= alike_from:
                figures: dict[str, Figure] = {
                    "first": CardNames((one.id,)),
                    "second": CardNames((other.id,)),
                    "alike": Share(alike),
                    "common": len(its & others),
                    "total": len(its | others),
                }
                yield Sighting(Severity.MEDIUM, cards=(one.id, other.id), figures=figures)


def one_cluster(examined: Examination) -> Iterator[Sighting]:
    """Segments are grouped, and one cluster is at least the limit (80%) of all customers, or has every segment in it."""
    clusters = clusters_of(examined.workshop)
    people = examined.workshop.personas
    if len(people) < 2:
        return
    mass = examined.limits.share("cluster-share")
    everyone = max(total_share(people) or 0, 100)
    for cluster in clusters:
        part = (cluster.share or 0) / everyone
        if cluster.name and (part >= mass or len(clusters) == 1):
            by_share = Phrase("critic.cluster_words.by_share", {"share": Share(part)})
            said = by_share if part >= mass else Phrase("critic.cluster_words.every_segment", {"segments": len(people)})
            figures: dict[str, Figure] = {"cluster": cluster.name, "said": said}
            yield Sighting(Severity.MEDIUM, cards=tuple(one.id for one in cluster.personas), figures=figures)


def everything_for_everybody(examined: Examination) -> Iterator[Sighting]:
    """Every touchpoint matters to every one of several personas, and of some this was said expressly. With few
    touchpoints (less than four) all of them may well matter to everybody."""
    known = examined.people
    if len(known) < 2 or len(examined.touchpoints) < examined.limits.count("everybody-touchpoints"):
        return
    named = [set(named_personas(examined.workshop, touchpoint)) for touchpoint in examined.touchpoints]
    if any(named) and all(not each or each == known for each in named):
        figures: dict[str, Figure] = {"touchpoints": len(examined.touchpoints), "personas": len(known)}
        yield Sighting(Severity.MEDIUM, cards=tuple(t.id for t in examined.touchpoints), figures=figures)


def _words(persona: Persona) -> frozenset[str]:
    texts = (
        persona.segment, persona.demographics, persona.career_level, persona.quote,
        persona.values, persona.goals, persona.motives, persona.pains, *persona.channels,
    )  # fmt: skip
    return frozenset(word for text in texts for word in text.casefold().split())
