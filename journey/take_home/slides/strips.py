"""Which strips of the map share a slide, and where they stand on it. Measures in points."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby

from journey.journey_map import MapColumn
from journey.take_home.strips import TouchpointStrip

MOST_COLUMNS = 5
"""Touchpoints side by side: more would leave too few letters for a line."""
FIRST, END = 134.0, 924.0
"""Left edge of the first strip, right edge of the last."""
WIDEST = 264.0
"""No strip is wider: lines would get too long to read."""


def edges_of(strips: Sequence[TouchpointStrip]) -> tuple[float, ...]:
    """The left edge of each of some strips side by side, and the right edge of the last."""
    unit = min(WIDEST, (END - FIRST) / sum(strip.share for strip in strips))
    return tuple(accumulate((strip.share * unit for strip in strips), initial=FIRST))


def groups(strips: Sequence[TouchpointStrip]) -> list[list[TouchpointStrip]]:
    """The strips of each slide: as few slides as there can be, with a phase parted only where that saves one, and about as much
    on each."""
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(strips) + 1):
        found: list[tuple[float, int]] = []
        wide = 0.0
        for start in range(end - 1, -1, -1):
            wide += strips[start].share
            if wide > MOST_COLUMNS:
                break
            found.append((best[start][0] + _cost(strips, start, wide), start))
        best.append(min(found))
    slides: list[list[TouchpointStrip]] = []
    end = len(strips)
    while end:
        slides.insert(0, list(strips[best[end][1] : end]))
        end = best[end][1]
    return slides


def _cost(strips: Sequence[TouchpointStrip], start: int, wide: float) -> float:
    """What a slide from a strip on costs: itself, the room that it leaves, and a phase that it goes on with."""
    goes_on = start > 0 and strips[start - 1].column.position == strips[start].column.position
    return 10 + (MOST_COLUMNS - wide) ** 2 / 2 + 2 * goes_on


def runs_of(strips: Sequence[TouchpointStrip]) -> Iterator[tuple[MapColumn, float, float]]:
    """The phases of some strips side by side, each with its left and right edge."""
    edges = edges_of(strips)
    for _, run in groupby(range(len(strips)), key=lambda place: strips[place].column.position):
        places = list(run)
        yield strips[places[0]].column, edges[places[0]], edges[places[-1] + 1]
