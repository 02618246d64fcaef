"""The directly-follows graph: which step comes directly after which, how often and how soon.

Source: W. M. P. van der Aalst (2019), A practitioner's guide to process mining: limitations of the directly-follows
graph, Procedia Computer Science 164:321-328.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from journey.numbers.log.grouped import MICROSECONDS, grouped
from journey.numbers.log.trail import Trail


@dataclass(frozen=True)
class Node:
    """A label with its events, the cases that have it, and the cases that start and end with it."""

    label: str
    events: int
    cases: int
    starts: int
    ends: int


@dataclass(frozen=True)
class Edge:
    """`target` stands directly after `source`: `count` times, in so many `cases`, with this median time in between."""

    source: str
    target: str
    count: int
    cases: int
    median_seconds: float


@dataclass(frozen=True)
class DirectlyFollows:
    """Nodes (most events first) and edges (most frequent first) of so many `cases`; names break ties."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    cases: int

    @cached_property
    def node_of(self) -> dict[str, Node]:
        """Each node by its label."""
        return {node.label: node for node in self.nodes}

    @cached_property
    def edge_of(self) -> dict[tuple[str, str], Edge]:
        """Each edge by its labels, source and target."""
        return {(edge.source, edge.target): edge for edge in self.edges}


def directly_follows(trail: Trail) -> DirectlyFollows:
    """The graph of a trail (of activities, phases or touchpoints). An edge joins two labels that stand directly after
    each other in a case, also a label and itself; the median time is exact. Starts and ends are the graph's edges from
    its artificial start and to its artificial end: over all nodes each adds up to the cases.
    Events at the same instant follow each other as in the trail, after no time."""
    edges = sorted(_edges(trail), key=lambda edge: (-edge.count, edge.source, edge.target))
    nodes = sorted(_nodes(trail), key=lambda node: (-node.events, node.label))
    return DirectlyFollows(tuple(nodes), tuple(edges), trail.cases)


def _edges(trail: Trail) -> list[Edge]:
    step, many = trail.steps, len(trail.labels)
    key = trail.label[step].astype(np.int64) * many + trail.label[step + 1]
    waits = grouped(key, trail.time[step + 1] - trail.time[step])
    cases = grouped(key, trail.case[step]).different
    columns = zip(
        (waits.keys // max(many, 1)).tolist(),
        (waits.keys % max(many, 1)).tolist(),
        waits.sizes.tolist(),
        cases.tolist(),
        (waits.medians / MICROSECONDS).tolist(),
        strict=True,
    )
    return [Edge(trail.labels[source], trail.labels[target], *figures) for source, target, *figures in columns]


def _nodes(trail: Trail) -> list[Node]:
    found = grouped(trail.label, trail.case)
    many = len(trail.labels)
    starts = np.bincount(trail.label[trail.starts], minlength=many)
    ends = np.bincount(trail.label[trail.ends], minlength=many)
    columns = zip(found.keys.tolist(), found.sizes.tolist(), found.different.tolist(), strict=True)
    return [Node(trail.labels[key], size, cases, int(starts[key]), int(ends[key])) for key, size, cases in columns]
