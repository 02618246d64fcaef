"""The ways through the journey as values: nodes in the columns of their phases, ways between them, from entry to exit."""

from collections.abc import Collection
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

ENTRY, EXIT = "<entry>", "<exit>"
"""Where cases come from before their first event, and where they go after their last."""

RARE = 0.005
"""Ways that fewer than this share of the cases take are summed up, not drawn."""


class Told(StrEnum):
    """What the log says about a way that the team drew, or did not draw. CONFIRMED: drawn and taken. MISSING: often
    taken, and nobody drew it. CONTRADICTED: drawn, but mostly taken the other way round. UNSEEN: drawn, never taken."""

    CONFIRMED = "confirmed"
    MISSING = "missing"
    CONTRADICTED = "contradicted"
    UNSEEN = "unseen"


@dataclass(frozen=True)
class FlowNode:
    """A phase or touchpoint: its id, name, the phase's place in the model (from 0), and how many cases have it."""

    id: str
    name: str
    column: int
    cases: int


@dataclass(frozen=True)
class FlowEdge:
    """`count` times the node `target` came directly after `source` (ids, ENTRY or EXIT), after `seconds` in the median.
    `told` puts it beside the relations that the team drew."""

    source: str
    target: str
    count: int
    seconds: float | None = None
    told: Told | None = None


@dataclass(frozen=True)
class Flow:
    """All nodes and ways of so many cases. Nodes of one column stand below each other in the order given."""

    nodes: tuple[FlowNode, ...]
    edges: tuple[FlowEdge, ...]
    cases: int

    @cached_property
    def columns(self) -> int:
        """How many phases there is room for."""
        return max((node.column for node in self.nodes), default=-1) + 1

    @cached_property
    def column_of(self) -> dict[str, int]:
        """The column of every node; ENTRY stands before the first, EXIT after the last."""
        return {ENTRY: -1, EXIT: self.columns, **{node.id: node.column for node in self.nodes}}

    @cached_property
    def name_of(self) -> dict[str, str]:
        """The name of every node that has one."""
        return {node.id: node.name for node in self.nodes}

    def repeats(self, node: str) -> int:
        """How often a node came directly after itself."""
        return sum(edge.count for edge in self.edges if edge.source == edge.target == node)

    def visits(self, node: str) -> int:
        """How often cases came to a node from elsewhere, or left it, whichever is more."""
        there = sum(edge.count for edge in self.edges if edge.target == node != edge.source)
        away = sum(edge.count for edge in self.edges if edge.source == node != edge.target)
        return max(there, away)


@dataclass(frozen=True)
class Drawn:
    """The ways to draw, most frequent first, and what is left out: how many ways, taken how often."""

    edges: tuple[FlowEdge, ...]
    others: int = 0
    other_count: int = 0
    marked: Collection[Told] = field(default=frozenset())


def drawn_edges(flow: Flow, most: int) -> Drawn:
    """The `most` frequent ways, without repeats of one node, without rare ones and without ways between unknown nodes;
    ways that contradict a drawn relation or that nobody took are always drawn."""
    known = flow.column_of
    ways = [e for e in flow.edges if e.source != e.target and e.source in known and e.target in known]
    ways.sort(key=lambda edge: (-edge.count, edge.source, edge.target))
    kept: list[FlowEdge] = []
    for edge in ways:
        frequent = edge.count >= max(1.0, RARE * flow.cases) and len(kept) < most
        if frequent or edge.told in {Told.CONTRADICTED, Told.UNSEEN}:
            kept.append(edge)
    left = set(ways) - set(kept)
    told = {edge.told for edge in kept if edge.told}
    return Drawn(tuple(kept), len(left), sum(edge.count for edge in left), told)
