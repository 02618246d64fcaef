"""Rules about how touchpoints act on each other (article D's fourth planning question)."""

from collections import Counter
from collections.abc import Iterator

from journey.critic.case import Case
from journey.critic.finding import Figure, Names, PhaseName, Severity, Share, Sighting
from journey.critic.paths import Graph, bottlenecks, circles
from journey.journey_map import concerned
from journey.model import Emotion, Relation, RelationKind

_FORWARD = (RelationKind.LEADS_TO, RelationKind.PREPARES)


def orphan_touchpoint(case: Case) -> Iterator[Sighting]:
    """Touchpoints that no effect joins to another: medium when they are more than half."""
    joined = {end for relation in _effects(case) for end in (relation.source, relation.target)}
    alone = tuple(t.id for t in case.touchpoints if t.id not in joined)
    total = len(case.touchpoints)
    if alone and total > 1:
        severity = Severity.MEDIUM if len(alone) > total / 2 else Severity.LOW
        figures: dict[str, Figure] = {
            "count": len(alone),
            "total": total,
            "share": Share(len(alone) / total),
            "touchpoints": Names(alone),
        }
        yield Sighting(severity, cards=alone, figures=figures)


def dead_end(case: Case) -> Iterator[Sighting]:
    """Touchpoints before the last phase to which something leads, but from which nothing leads on."""
    effects = [relation for relation in _effects(case) if relation.kind is not RelationKind.BLOCKS]
    reached = {relation.target for relation in effects}
    leading = {relation.source for relation in effects}
    for phase, touchpoints in list(case.by_phase.items())[:-1]:
        ends = tuple(t.id for t in touchpoints if t.id in reached and t.id not in leading)
        if ends:
            figures: dict[str, Figure] = {"count": len(ends), "touchpoints": Names(ends)}
            yield Sighting(Severity.MEDIUM, phase, ends, figures)


def single_point_of_failure(case: Case) -> Iterator[Sighting]:
    """Touchpoints between the first phase that has some and the purchase that every way passes: medium when somebody
    feels bad at one of them."""
    first = next((phase for phase, found in case.by_phase.items() if found), None)
    goals = {t.id for phase in case.purchase_phases for t in case.by_phase[phase]}
    if first is None or first in case.purchase_phases:
        return
    starts = tuple(t.id for t in case.by_phase[first])
    only = bottlenecks(_graph(case), starts, goals)
    if only:
        bad = tuple(card for card in only if _feels_bad(case, card))
        figures: dict[str, Figure] = {
            "count": len(only),
            "touchpoints": Names(only),
            "first": PhaseName(first),
            "bad": len(bad),
        }
        severity = Severity.MEDIUM if bad else Severity.LOW
        yield Sighting(severity, case.purchase_phases[0], only, figures)


def blocking_cycle(case: Case) -> Iterator[Sighting]:
    """A circle of effects on one customer's journey, one of which blocks: people turn round and round in it."""
    effects = [relation for relation in _effects(case) if not relation.next_customer]
    groups = circles(_successors(case, effects))
    blocks = Counter(
        groups[r.source] for r in effects if r.kind is RelationKind.BLOCKS and groups[r.source] == groups[r.target]
    )
    members: dict[int, list[str]] = {}
    for touchpoint in case.touchpoints:
        members.setdefault(groups[touchpoint.id], []).append(touchpoint.id)
    for group, cards in members.items():
        if blocks[group]:
            figures: dict[str, Figure] = {
                "count": len(cards),
                "touchpoints": Names(tuple(cards)),
                "blocks": blocks[group],
            }
            yield Sighting(Severity.HIGH, _phase(case, cards[0]), tuple(cards), figures)


def against_the_order(case: Case) -> Iterator[Sighting]:
    """An effect that leads to or prepares something in an earlier phase of the same customer's journey: either the phase
    is wrong, or the effect falls on the next customer."""
    places = {phase: place for place, phase in enumerate(case.by_phase)}
    against = [
        relation
        for relation in _effects(case)
        if relation.kind in _FORWARD and not relation.next_customer and _back(case, relation, places)
    ]
    if against:
        figures: dict[str, Figure] = {"count": len(against), "relations": Names(tuple(r.id for r in against))}
        ends = (end for relation in against for end in (relation.id, relation.source, relation.target))
        yield Sighting(Severity.MEDIUM, cards=tuple(dict.fromkeys(ends)), figures=figures)


def blocked(case: Case) -> Iterator[Sighting]:
    """Touchpoints that another blocks, while nothing removes the objection, neither there nor at the blocker."""
    effects = _effects(case)
    eased = {relation.target for relation in effects if relation.kind is RelationKind.REMOVES_OBJECTION}
    blockers: dict[str, list[str]] = {}
    for relation in effects:
        if relation.kind is RelationKind.BLOCKS and not eased & {relation.source, relation.target}:
            blockers.setdefault(relation.target, []).append(relation.source)
    for target, sources in blockers.items():
        different = tuple(dict.fromkeys(sources))
        figures: dict[str, Figure] = {
            "touchpoint": Names((target,)),
            "blockers": Names(different),
            "count": len(different),
        }
        cards = tuple(dict.fromkeys((target, *different)))
        yield Sighting(Severity.HIGH, _phase(case, target), cards, figures)


def _effects(case: Case) -> list[Relation]:
    """The relations between two different touchpoints of the questioned map."""
    known = {touchpoint.id for touchpoint in case.touchpoints}
    return [r for r in case.workshop.relations if r.source != r.target and {r.source, r.target} <= known]


def _graph(case: Case) -> Graph:
    """Where one gets from every touchpoint on the same journey."""
    ways = [r for r in _effects(case) if r.kind is not RelationKind.BLOCKS and not r.next_customer]
    return _successors(case, ways)


def _successors(case: Case, relations: list[Relation]) -> Graph:
    graph: dict[str, list[str]] = {touchpoint.id: [] for touchpoint in case.touchpoints}
    for relation in relations:
        graph[relation.source].append(relation.target)
    return graph


def _back(case: Case, relation: Relation, places: dict[str, int]) -> bool:
    ends = (_phase(case, relation.source), _phase(case, relation.target))
    return all(end in places for end in ends) and places[ends[1]] < places[ends[0]]


def _phase(case: Case, card: str) -> str:
    """The phase of a touchpoint; "" when the model does not have it."""
    touchpoint = case.workshop.touchpoint(card)
    return touchpoint.phase if touchpoint and touchpoint.phase in case.by_phase else ""


def _feels_bad(case: Case, card: str) -> bool:
    touchpoint = case.workshop.touchpoint(card)
    if touchpoint is None:
        return False
    own = {each.persona: each.emotion for each in touchpoint.persona_emotions}
    people = concerned(case.workshop, touchpoint)
    felt = [own.get(persona, touchpoint.emotion) for persona in people] or [touchpoint.emotion]
    return any(emotion is not None and emotion < Emotion.NEUTRAL for emotion in felt)
