"""The relations that a team drew beside the steps that its customers took."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from math import exp, lgamma, log

from journey.numbers.log.paths import DirectlyFollows, Edge

CHANCE = 0.05
"""A relation is contradicted where the sign test's p lies below this (the usual level)."""

MISSING_SHARE = 0.05
"""A step that nobody drew is missing when at least this share of all cases takes it (the app's own rule)."""

MISSING_CASES = 5
"""And at least so many cases: in a log of a dozen cases every step would be frequent (the app's own rule)."""

Pair = tuple[str, str]


class RelationStanding(StrEnum):
    """What a log says about a drawn relation. CONFIRMED: the step was taken. CONTRADICTED: the opposite step was taken
    by more cases, beyond chance. UNSEEN: both ends occur, and the target never directly follows the source. ABSENT:
    one end never occurs in the log, so that it says nothing."""

    CONFIRMED = "confirmed"
    CONTRADICTED = "contradicted"
    UNSEEN = "unseen"
    ABSENT = "absent"


@dataclass(frozen=True)
class DrawnRelation:
    """A drawn relation: `count` steps from source to target in `cases` cases, `opposite` cases with the step back.
    `share`: of the cases that have the source, those that take the step (None where the source is absent)."""

    source: str
    target: str
    standing: RelationStanding
    count: int
    cases: int
    opposite: int
    share: float | None


@dataclass(frozen=True)
class AgainstRelations:
    """The drawn relations in the order in which they were given, and the frequent steps that nobody drew (most cases
    first)."""

    drawn: tuple[DrawnRelation, ...]
    missing: tuple[Edge, ...]

    def of(self, standing: RelationStanding) -> tuple[DrawnRelation, ...]:
        """The drawn relations that stand so."""
        return tuple(relation for relation in self.drawn if relation.standing is standing)


def against_relations(graph: DirectlyFollows, drawn: Iterable[Pair]) -> AgainstRelations:
    """Puts drawn relations (pairs of labels, source and target; repeats once) beside a directly-follows graph.

    Contradicted: more cases go from target to source than the other way, and the two-sided sign test over both numbers
    gives p < CHANCE. Cases are counted, not steps, because one person's repeats are no further evidence; cases that go
    both ways count on both sides, which makes the test more cautious. Missing: edges that nobody drew, taken by at
    least MISSING_SHARE of all cases and MISSING_CASES cases; not loops, and not the opposite of a contradicted relation,
    which is told there. A step is directly after; who gets there by a detour does not count.
    Source of the test: Dixon & Mood (1946), The Statistical Sign Test, JASA 41:557-566; the rules are the app's own."""
    relations = tuple(_relation(graph, source, target) for source, target in dict.fromkeys(drawn))
    known = {(relation.source, relation.target) for relation in relations}
    known |= {
        (relation.target, relation.source)
        for relation in relations
        if relation.standing is RelationStanding.CONTRADICTED
    }
    enough = max(MISSING_SHARE * graph.cases, MISSING_CASES)
    frequent = (edge for edge in graph.edges if edge.cases >= enough and edge.source != edge.target)
    missing = (edge for edge in frequent if (edge.source, edge.target) not in known)
    return AgainstRelations(relations, tuple(sorted(missing, key=lambda edge: (-edge.cases, edge.source, edge.target))))


def sign_test(fewer: int, trials: int) -> float:
    """The two-sided p of `fewer` (at most half) of `trials` fair coin tosses: exact but for rounding, for any number."""
    term = total = 1.0
    for number in range(fewer, 0, -1):
        term *= number / (trials - number + 1)
        total += term
        if term < total * 1e-17:
            break
    most = lgamma(trials + 1) - lgamma(fewer + 1) - lgamma(trials - fewer + 1) - trials * log(2)
    return min(1.0, 2 * exp(most) * total)


def _relation(graph: DirectlyFollows, source: str, target: str) -> DrawnRelation:
    there, back = graph.edge_of.get((source, target)), graph.edge_of.get((target, source))
    cases, opposite = there.cases if there else 0, back.cases if back else 0
    if source not in graph.node_of or target not in graph.node_of:
        standing = RelationStanding.ABSENT
    elif opposite > cases and sign_test(cases, cases + opposite) < CHANCE:
        standing = RelationStanding.CONTRADICTED
    else:
        standing = RelationStanding.CONFIRMED if there else RelationStanding.UNSEEN
    node = graph.node_of.get(source)
    share = cases / node.cases if node else None
    return DrawnRelation(source, target, standing, there.count if there else 0, cases, opposite, share)
