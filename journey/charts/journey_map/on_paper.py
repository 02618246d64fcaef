"""The whole map on one sheet of paper. Its zoom is guessed from how many cards there are and how long their words; where
everything stands is then worked out once or twice."""

from collections.abc import Collection
from dataclasses import dataclass
from math import log, sqrt

from journey.charts.journey_map.cards import MOST_CARDS
from journey.charts.journey_map.layout import LABELS, NARROWEST, Layout, columns_of_cards, map_layout
from journey.charts.journey_map.sheets import lanes_with_cards
from journey.journey_map import LANES, Card, JourneyMap, Lane
from journey.model import Language

_LEAST, _LARGEST, _MOST_TRIES = 0.1, 3.0, 5
_LOW, _HIGH = 0.965, 1.03
"""A map as high as this, in heights of its sheet, could hardly be larger; one that is too high for it is drawn smaller."""
_SLOW, _USUAL, _STEEP = 0.8, 1.4, 3.0
"""By which power of the zoom a map's height grows: at least, usually, at most."""
_LETTER, _LINE, _AROUND, _HEAD, _SIDES = 6.5, 16, 20, 16, 31
"""Of a card in pixels: the width of a letter, the height of a line, what is around the words, above them, at their sides."""
_TOP, _CURVE, _ROW = 100, 210, 22
"""The heights of zones and phases, of the emotion curve, and of a row besides its cards; in pixels."""


@dataclass(frozen=True)
class MapOnPaper:
    """Where everything stands on a map that fits a sheet, drawn `zoom` times as large."""

    layout: Layout
    zoom: float


def fitted_map(
    journey: JourneyMap,
    language: Language,
    *,
    width: float,
    height: float,
    among: Collection[Lane] = LANES,
    in_full: bool = False,
) -> MapOnPaper:
    """The whole map on one sheet of this size in pixels, as large as it fits, nearly, however small that is. Of the lanes
    `among`, those without a card are left out. `in_full`: see `map_layout`."""
    lanes = tuple(lane for lane in lanes_with_cards(journey) if lane in among)
    zoom = _guess(journey, lanes, width, height, None if in_full else MOST_CARDS)
    tried: list[tuple[float, float]] = []
    found: list[MapOnPaper] = []
    while len(tried) < _MOST_TRIES:
        layout = map_layout(journey, language, lanes=lanes, width=width / zoom, in_full=in_full)
        narrowest = min(zoom, width / layout.width)
        full = layout.height * narrowest / height
        found.append(MapOnPaper(layout, narrowest / max(1, full)))
        if zoom <= _LEAST if full > _HIGH else full >= _LOW or narrowest < zoom or zoom >= _LARGEST:
            break
        tried.append((narrowest, full))
        zoom = min(max(narrowest * full ** (-1 / _steepness(tried)), _LEAST), _LARGEST)
    return max(found, key=lambda each: each.zoom)


def _steepness(tried: list[tuple[float, float]]) -> float:
    """By which power of the zoom the height has grown between the last two tries."""
    if len(tried) < 2 or tried[-1][0] == tried[-2][0]:
        return _USUAL
    (zoom, full), (other, less) = tried[-2:]
    return min(max(log(full / less) / log(zoom / other), _SLOW), _STEEP)


def _guess(journey: JourneyMap, lanes: tuple[Lane, ...], width: float, height: float, most: int | None) -> float:
    """About the zoom at which these lanes are as high as the sheet, where a cell shows so many cards at most."""
    held = {
        lane: [_held(column.cells[lane][:most]) for column in journey.columns]
        for lane in lanes
        if lane is not Lane.EMOTION
    }
    fixed = _TOP + _ROW * len(held) + _CURVE * (Lane.EMOTION in lanes)
    low, high = _LEAST, _LARGEST
    for _ in range(8):
        middle = sqrt(low * high)
        parts = columns_of_cards(journey.columns, lanes, width / middle - LABELS)
        inner = max(NARROWEST, (width / middle - LABELS) / max(1, sum(parts))) - _SIDES
        rows = (_row(lane, cells, parts, inner) for lane, cells in held.items())
        low, high = (middle, high) if (fixed + sum(rows)) * middle < height else (low, middle)
    return low


def _held(cards: tuple[Card, ...]) -> tuple[int, int]:
    """How many cards there are, and how many letters on them."""
    return len(cards), sum(len(card.text) for card in cards)


def _row(lane: Lane, cells: list[tuple[int, int]], parts: list[int], inner: float) -> float:
    """About how high the fullest cell of a lane is, by how many cards and letters each has: half of a card's last line is empty."""
    around = _AROUND + _HEAD * (lane is Lane.TOUCHPOINTS)
    heights = (
        (count * around + _LINE * max(count, count / 2 + letters * _LETTER / inner)) / beside
        for (count, letters), beside in zip(cells, parts, strict=True)
    )
    return max(heights, default=0)
