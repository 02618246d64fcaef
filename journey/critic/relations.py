"""Rules about how touchpoints act on each other (article D's fourth planning question)."""

from collections import Counter
from collections.abc import Iterator

from journey.critic.examination import Examination
from journey.critic.finding import CardNames, Figure, PhaseName, Severity, Share, Sighting
from journey.critic.paths import Graph, bottlenecks, circles
from journey.journey_map import concerned
from journey.model import Emotion, Relation, RelationKind

_FORWARD = (RelationKind.LEADS_TO, RelationKind.PREPARES)


def orphan_touchpoint(examined: Examination) -> Iterator[Sighting]:
    """Touchpoints that no effect joins to another: medium when they are more than half."""
    alone = unjoined(examined)
    if alone:
        total = len(examined.touchpoints)
        severity = Severity.MEDIUM if len(alone) > total / 2 else Severity.LOW
        figures: dict[str, Figure] = {
            "count": len(alone),
            "total": total,
            "share": Share(len(alone) / total),
            "touchpoints": CardNames(alone),
        }
        yield Sighting(severity, cards=alone, figures=figures)


def unjoined(examined: Examination) -> tuple[str, ...]:
    """The touchpoints that no effect joins to another; none where there is no other."""
    if len(examined.touchpoints) < 2:
        return ()
    joined = {end for relation in _effects(examined) for end in (relation.source, relation.target)}
    return tuple(t.id for t in examined.touchpoints if t.id not in joined)


def dead_end(examined: Examination) -> Iterator[Sighting]:
    """Touchpoints before the last phase to which something leads, but from which nothing leads on."""
    effects = [relation for relation in _effects(examined) if relation.kind is not RelationKind.BLOCKS]
    reached = {relation.target for relation in effects}
    leading = {relation.source for relation in effects}
    for phase, touchpoints in list(examined.by_phase.items())[:-1]:
        ends = tuple(t.id for t in touchpoints if t.id in reached and t.id not in leading)
        if ends:
            figures: dict[str, Figure] = {"count": len(ends), "touchpoints": CardNames(ends)}
            yield Sighting(Severity.MEDIUM, phase, ends, figures)


def single_point_of_failure(examined: Examination) -> Iterator[Sighting]:
    """Touchpoints between the first phase that has some and the purchase that every way passes: medium when somebody
    feels bad at one of them."""
    first = next((phase for phase, found in examined.by_phase.items() if found), None)
    goals = {t.id for phase in examined.purchase_phases for t in examined.by_phase[phase]}
    if first is None or first in examined.purchase_phases:
        return
    starts = tuple(t.id for t in examined.by_phase[first])
    only = bottlenecks(_graph(examined), starts, goals)
    if only:
        bad = tuple(card for card in only if _feels_bad(examined, card))
        figures: dict[str, Figure] = {
            "count": len(only),
            "touchpoints": CardNames(only),
            "first": PhaseName(first),
            "bad": len(bad),
        }
        severity = Severity.MEDIUM if bad else Severity.LOW
        yield Sighting(severity, examined.purchase_phases[0], only, figures)


def blocking_cycle(examined: Examination) -> Iterator[Sighting]:
    """A circle of effects on one customer's journey, one of which blocks: people turn round and round in it."""
    effects = [relation for relation in _effects(examined) if not relation.next_customer]
    groups = circles(_successors(examined, effects))
    blocks = Counter(
        groups[r.source] for r in effects if r.kind is RelationKind.BLOCKS and groups[r.source] == groups[r.target]
    )
    members: dict[int, list[str]] = {}
    for touchpoint in examined.touchpoints:
        members.setdefault(groups[touchpoint.id], []).append(touchpoint.id)
    for group, cards in members.items():
        if blocks[group]:
            figures: dict[str, Figure] = {
                "count": len(cards),
                "touchpoints": CardNames(tuple(cards)),
                "blocks": blocks[group],
            }
            yield Sighting(Severity.HIGH, _phase(examined, cards[0]), tuple(cards), figures)


def against_the_order(examined: Examination) -> Iterator[Sighting]:
    """An effect that leads to or prepares something in an earlier phase of the same customer's journey: either the phase
    is wrong, or the effect falls on the next customer."""
    places = {phase: place for place, phase in enumerate(examined.by_phase)}
    against = [
        relation
        for relation in _effects(examined)
        if relation.kind in _FORWARD and not relation.next_customer and _back(examined, relation, places)
    ]
    if against:
        figures: dict[str, Figure] = {"count": len(against), "relations": CardNames(tuple(r.id for r in against))}
        ends = (end for relation in against for end in (relation.id, relation.source, relation.target))
        yield Sighting(Severity.MEDIUM, cards=tuple(dict.fromkeys(ends)), figures=figures)


def blocked(examined: Examination) -> Iterator[Sighting]:
    """Touchpoints that another blocks, while nothing removes the objection, neither there nor at the blocker."""
    effects = _effects(examined)
    eased = {relation.target for relation in effects if relation.kind is RelationKind.REMOVES_OBJECTION}
    blockers: dict[str, list[str]] = {}
    for relation in effects:
        if relation.kind is RelationKind.BLOCKS and not eased & {relation.source, relation.target}:
            blockers.setdefault(relation.target, []).append(relation.source)
    for target, sources in blockers.items():
        different = tuple(dict.fromkeys(sources))
        figures: dict[str, Figure] = {
            "touchpoint": CardNames((target,)),
            "blockers": CardNames(different),
            "count": len(different),
        }
        cards = tuple(dict.fromkeys((target, *different)))
        yield Sighting(Severity.HIGH, _phase(examined, target), cards, figures)


def _effects(examined: Examination) -> list[Relation]:
    """The relations between two different touchpoints of the questioned map."""
    known = {touchpoint.id for touchpoint in examined.touchpoints}
    return [r for r in examined.workshop.relations if r.source != r.target and {r.source, r.target} <= known]


def _graph(examined: Examination) -> Graph:
    """Where one gets from every touchpoint on the same journey."""
    ways = [r for r in _effects(examined) if r.kind is not RelationKind.BLOCKS and not r.next_customer]
    return _successors(examined, ways)


def _successors(examined: Examination, relations: list[Relation]) -> Graph:
    graph: dict[str, list[str]] = {touchpoint.id: [] for touchpoint in examined.touchpoints}
    for relation in relations:
        graph[relation.source].append(relation.target)
    return graph


def _back(examined: Examination, relation: Relation, places: dict[str, int]) -> bool:
    ends = (_phase(examined, relation.source), _phase(examined, relation.target))
    return all(end in places for end in ends) and places[ends[1]] < places[ends[0]]


def _phase(examined: Examination, card: str) -> str:
    """The phase of a touchpoint; "" when the model does not have it."""
    touchpoint = examined.workshop.touchpoint(card)
    return touchpoint.phase if touchpoint and touchpoint.phase in examined.by_phase else ""


def _feels_bad(examined: Examination, card: str) -> bool:
    touchpoint = examined.workshop.touchpoint(card)
    if touchpoint is None:
        return False
    own = {each.persona: each.emotion for each in touchpoint.persona_emotions}
    people = concerned(examined.workshop, touchpoint)
    felt = [own.get(persona, touchpoint.emotion) for persona in people] or [touchpoint.emotion]
    return any(emotion is not None and emotion < Emotion.NEUTRAL for emotion in felt)
