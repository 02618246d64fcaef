"""Where the ways through the journey run. Across in shares of the width, down in pixels: cards stand in columns below a
common line, ways that pass a column run above it, ways back below all cards. A way is as thick as it is frequent."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from journey.charts.flow.graph import ENTRY, EXIT, Drawn, Flow, FlowEdge, FlowNode, drawn_edges
from journey.charts.kit.text_block import Block, Box, block
from journey.charts.kit.wording import counted_cases
from journey.model import Language
from journey.texts import text

COLUMN = 134
"""The narrowest column of a phase in pixels."""
SIDE = 0.6
"""The columns of entry and exit, as a share of a phase's."""
CARD = 0.64
"""A card's share of its column."""
PAD, GAP, LANE_GAP, ABOVE = 7, 16, 4, 14
TALLEST = 120
"""The thickness in pixels of what most cases go through."""
THINNEST = 1.5
MOST = 32
ARC_GAP = 20

BandPoint = tuple[float, float, float]
"""Across as a share, the upper and the lower edge in pixels."""


@dataclass(frozen=True)
class PlacedNode:
    """A card: its box (x and w as shares of the width), its words, and the stretch where its ways arrive and leave."""

    node: FlowNode
    box: Box
    words: tuple[Block, ...]
    bar: Box


@dataclass(frozen=True)
class PlacedWay:
    """A way onward: `points` from left to right, the band is between their edges."""

    edge: FlowEdge
    points: tuple[BandPoint, ...]

    @property
    def thickness(self) -> float:
        """The band's, in pixels."""
        return self.points[0][2] - self.points[0][1]


@dataclass(frozen=True)
class PlacedBack:
    """A way back, or to the same column: an arc from (x, y) to (x, y), whose middle line reaches down to `low`."""

    edge: FlowEdge
    start: tuple[float, float]
    end: tuple[float, float]
    low: float
    thickness: float


@dataclass(frozen=True)
class FlowLayout:
    """Everything that is drawn. `narrowest`: how many pixels wide the picture must be at least for its words to fit."""

    nodes: tuple[PlacedNode, ...]
    ways: tuple[PlacedWay, ...]
    backs: tuple[PlacedBack, ...]
    drawn: Drawn
    height: float
    narrowest: float


@dataclass(frozen=True)
class _Grid:
    """The columns: -1 is the entry, `phases` the exit."""

    phases: int

    @property
    def rooms(self) -> float:
        return self.phases + 2 * SIDE

    @cached_property
    def narrowest(self) -> float:
        return self.rooms * COLUMN

    def card(self, column: int) -> tuple[float, float]:
        """Left and right edge of the cards of a column, as shares."""
        if column < 0:
            return 0.0, CARD * 0.8 / self.rooms
        if column >= self.phases:
            return 1 - CARD * 0.8 / self.rooms, 1.0
        left = SIDE + column + (1 - CARD) / 2
        return left / self.rooms, (left + CARD) / self.rooms


def flow_layout(flow: Flow, language: Language, *, most: int = MOST) -> FlowLayout:
    """Place a flow with its `most` frequent ways."""
    drawn = drawn_edges(flow, most)
    grid = _Grid(flow.columns)
    onward = [edge for edge in drawn.edges if flow.column_of[edge.target] > flow.column_of[edge.source]]
    largest = max([flow.cases, *(flow.visits(node.id) for node in flow.nodes)], default=0) or 1
    scale = TALLEST / largest
    lanes = _lanes(flow, onward, scale)
    top = 2 + ABOVE + max((low for _, low in lanes.values()), default=0.0)
    nodes = _nodes(flow, grid, top, scale, language)
    ends = _ends(flow, onward, nodes, scale)
    ways = tuple(
        PlacedWay(edge, _points(flow, grid, edge, ends=ends[edge], lanes=lanes, top=top, scale=scale))
        for edge in onward
    )
    low = max((placed.box.bottom for placed in nodes.values()), default=top)
    backs = _backs(flow, [edge for edge in drawn.edges if edge not in set(onward)], nodes, low, scale)
    bottom = max([low, *(back.low + back.thickness / 2 + 17 for back in backs)])
    return FlowLayout(tuple(nodes.values()), ways, backs, drawn, bottom + 4, grid.narrowest)


def _thick(edge: FlowEdge, scale: float) -> float:
    return max(THINNEST, edge.count * scale)


_Lanes = dict[tuple[FlowEdge, int], tuple[float, float]]


def _lanes(flow: Flow, onward: Iterable[FlowEdge], scale: float) -> _Lanes:
    """For each way and column that it passes, its lower and upper edge above the common line. The ways with the nearest
    goal run lowest; of those with the same goal the latest starter does."""
    column = flow.column_of
    passing: dict[int, list[FlowEdge]] = defaultdict(list)
    for edge in onward:
        for between in range(column[edge.source] + 1, column[edge.target]):
            passing[between].append(edge)
    found: _Lanes = {}
    for between, edges in passing.items():
        y = 0.0
        for edge in sorted(edges, key=lambda one: (column[one.target], -column[one.source])):
            found[edge, between] = (y, y + _thick(edge, scale))
            y = found[edge, between][1] + LANE_GAP
    return found


def _nodes(flow: Flow, grid: _Grid, top: float, scale: float, language: Language) -> dict[str, PlacedNode]:
    """The cards of each column below each other, each as high as its ways or its words need."""
    gates = (
        FlowNode(ENTRY, text("charts.flow.entry", language), -1, flow.cases),
        FlowNode(EXIT, text("charts.flow.exit", language), flow.columns, flow.cases),
    )
    bottoms: dict[int, float] = defaultdict(lambda: top)
    placed: dict[str, PlacedNode] = {}
    for node in (gates[0], *flow.nodes, gates[1]):
        left, right = grid.card(node.column)
        width = (right - left) * grid.narrowest - 2 * PAD
        y = bottoms[node.column]
        name = block(node.name, 0, 0, width, size=12, bold=True, most=3)
        count = block(counted_cases(node.cases, language), 0, name.height, width, size=12, most=2)
        many = flow.cases if node in gates else flow.visits(node.id)
        high = max(many * scale, name.height + count.height + 2 * PAD)
        box = Box(left, y, right - left, high)
        shift = (high - name.height - count.height) / 2
        words = tuple(words._replace(x=left, y=y + shift + words.y) for words in (name, count))
        bar = Box(left, y + (high - many * scale) / 2, right - left, max(THINNEST, many * scale))
        placed[node.id] = PlacedNode(node, box, words, bar)
        bottoms[node.column] = box.bottom + GAP
    return placed


def _ends(
    flow: Flow, onward: Sequence[FlowEdge], nodes: dict[str, PlacedNode], scale: float
) -> dict[FlowEdge, tuple[float, float]]:
    """The upper edges of each way where it leaves and where it arrives: ways that pass columns above the others."""
    column = flow.column_of
    leaves: dict[FlowEdge, float] = {}
    arrives: dict[FlowEdge, float] = {}
    for placed in nodes.values():
        y = placed.bar.y
        away = [edge for edge in onward if edge.source == placed.node.id]
        for edge in sorted(away, key=lambda one: (-column[one.target], nodes[one.target].box.y)):
            leaves[edge] = y
            y += _thick(edge, scale)
        y = placed.bar.y
        there = [edge for edge in onward if edge.target == placed.node.id]
        for edge in sorted(there, key=lambda one: (column[one.source], nodes[one.source].box.y)):
            arrives[edge] = y
            y += _thick(edge, scale)
    return {edge: (leaves[edge], arrives[edge]) for edge in onward}


def _points(
    flow: Flow, grid: _Grid, edge: FlowEdge, *, ends: tuple[float, float], lanes: _Lanes, top: float, scale: float
) -> tuple[BandPoint, ...]:
    """The way's corners: out of its source, along its lane in each column that it passes, into its target."""
    first, last = flow.column_of[edge.source], flow.column_of[edge.target]
    thick = _thick(edge, scale)
    corners = [(grid.card(first)[1], ends[0])]
    for between in range(first + 1, last):
        y = top - ABOVE - lanes[edge, between][1]
        corners += [(x, y) for x in grid.card(between)]
    corners.append((grid.card(last)[0], ends[1]))
    return tuple((x, y, y + thick) for x, y in corners)


def _backs(
    flow: Flow, edges: Sequence[FlowEdge], nodes: dict[str, PlacedNode], low: float, scale: float
) -> tuple[PlacedBack, ...]:
    """Arcs below the cards, short ones above long ones; those of one card begin and end side by side."""
    column = flow.column_of
    left: dict[str, int] = defaultdict(int)
    right: dict[str, int] = defaultdict(int)
    found: list[PlacedBack] = []
    y = low
    for edge in sorted(edges, key=lambda one: (abs(column[one.source] - column[one.target]), -one.count)):
        thick = _thick(edge, scale)
        y += ARC_GAP + thick / 2
        start, end = nodes[edge.source].box, nodes[edge.target].box
        right[edge.source] += 1
        left[edge.target] += 1
        begins = start.x + start.w * (0.5 + 0.45 * right[edge.source] / (right[edge.source] + 1))
        ends = end.x + end.w * (0.5 - 0.45 * left[edge.target] / (left[edge.target] + 1))
        found.append(PlacedBack(edge, (begins, start.bottom), (ends, end.bottom), y, thick))
        y += thick / 2
    return tuple(found)
