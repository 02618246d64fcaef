"""Plans the map's sheet: which card stands in which row, how tall rows are, and how wide columns must be for one A3 page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from journey.exchange.writing.measure import lines_for, width_of
from journey.journey_map import LANES, Card, Feeling, JourneyMap, Lane, MapColumn
from journey.model import Language
from journey.texts import text

Item = TypeVar("Item")

LANE_WIDTH, SCORE_WIDTH = 15.0, 4.5
MOST_CARDS = 36
"""Cards shown in a cell of the map; the tables hold the rest."""
MOST_TEXT = 180
CURVE_HEIGHT = 150.0

_PAGE_WIDTH, _PAGE_HEIGHT = 1146.0, 790.0
_POINTS_A_CHARACTER = 5.6
_HEAD_HEIGHT = 150.0
_WIDTHS = (16.0, 18.0, 20.0, 22.0, 24.0, 26.0, 28.0, 31.0, 35.0, 40.0, 46.0)
_ABREAST = (1, 2, 3, 4)


@dataclass(frozen=True)
class LaneRow:
    """A row of a lane: for each place a card or nothing, and the feelings of its touchpoints."""

    cards: tuple[Card | None, ...]
    feelings: tuple[Feeling | None, ...]
    height: float
    first: bool


@dataclass(frozen=True)
class Plan:
    """The rows of every lane from top to bottom. A phase has `abreast` places side by side, each `width` characters wide."""

    lanes: tuple[tuple[Lane, tuple[LaneRow, ...]], ...]
    width: float
    abreast: int

    @property
    def phase_width(self) -> float:
        """The width of a phase in characters."""
        return self.abreast * (self.width + SCORE_WIDTH)


def plan_of(shown: JourneyMap, language: Language) -> Plan:
    """The plan whose page is printed largest. To choose it, only the longest card of each row is measured."""
    cut = {(c.position, lane): _cut(c.cells[lane], language) for c in shown.columns for lane in c.cells}
    rows = {abreast: _longest(shown.columns, cut, abreast) for abreast in _ABREAST}
    sizes = ((width, abreast) for abreast in _ABREAST for width in _WIDTHS)
    width, abreast = max(sizes, key=lambda size: _scale(rows[size[1]], size[0], size[1], len(shown.columns)))
    lanes = tuple((lane, _rows(shown.columns, lane, cut, width, abreast)) for lane in LANES)
    return Plan(lanes, width, abreast)


def _longest(
    columns: tuple[MapColumn, ...], cut: dict[tuple[int, Lane], tuple[Card, ...]], abreast: int
) -> list[tuple[Lane, float | None]]:
    """The lane of each row with the width of its longest card in characters; None where it has none."""
    found: list[tuple[Lane, float | None]] = []
    for lane in LANES:
        if lane is Lane.EMOTION:
            continue
        cells = [[width_of(card.text) for card in cut[column.position, lane]] for column in columns]
        for start in range(0, max(1, *map(len, cells)), abreast):
            here = [width for cell in cells for width in cell[start : start + abreast]]
            found.append((lane, max(here, default=None)))
    return found


def _scale(rows: list[tuple[Lane, float | None]], width: float, abreast: int, columns: int) -> float:
    """How large a plan is printed. Of plans that fit anyway, the one that fills the page's width."""
    wide = _POINTS_A_CHARACTER * (LANE_WIDTH + columns * abreast * (width + SCORE_WIDTH))
    height = _HEAD_HEIGHT + CURVE_HEIGHT + sum(_height(lane, longest, width) for lane, longest in rows)
    return min(_PAGE_WIDTH / wide, _PAGE_HEIGHT / height, 1.0) + min(wide, _PAGE_WIDTH) / 1e6 - abreast / 1e3


def _rows(
    columns: tuple[MapColumn, ...],
    lane: Lane,
    cut: dict[tuple[int, Lane], tuple[Card, ...]],
    width: float,
    abreast: int,
) -> tuple[LaneRow, ...]:
    nothing = (None,) * (len(columns) * abreast)
    if lane is Lane.EMOTION:
        return (LaneRow(nothing, nothing, CURVE_HEIGHT, True),)
    cells = [cut[column.position, lane] for column in columns]
    feelings = [column.feelings for column in columns]
    rows = []
    for start in range(0, max(1, *(len(cards) for cards in cells)), abreast):
        here = _slice(cells, start, abreast)
        longest = max((width_of(card.text) for card in here if card), default=None)
        rows.append(LaneRow(here, _slice(feelings, start, abreast), _height(lane, longest, width), start == 0))
    return tuple(rows)


def _slice(cells: Sequence[Sequence[Item]], start: int, abreast: int) -> tuple[Item | None, ...]:
    places = range(start, start + abreast)
    return tuple(cell[place] if place < len(cell) else None for cell in cells for place in places)


def _height(lane: Lane, longest: float | None, width: float) -> float:
    """Of a row in points, by its longest card: each is one line before it is wrapped."""
    if longest is None:
        return 24.0
    if lane is Lane.TOUCHPOINTS:
        return 18 + 13.5 * lines_for(longest, width * 0.88)
    return 6 + 12.5 * lines_for(longest, (width + SCORE_WIDTH) * 1.1)


def _cut(cards: tuple[Card, ...], language: Language) -> tuple[Card, ...]:
    """The cards that the map has room for, with long texts shortened."""
    shown = tuple(_shortened(card) for card in cards[:MOST_CARDS])
    if len(cards) <= MOST_CARDS:
        return shown
    rest = text("exchange.map.more", language, count=len(cards) - MOST_CARDS + 1)
    return (*shown[:-1], Card("", rest))


def _shortened(card: Card) -> Card:
    words = " · ".join(part for line in card.text.split("\n") if (part := line.strip()))
    if len(words) > MOST_TEXT:
        words = words[: MOST_TEXT - 1].rstrip() + "…"
    return replace(card, text=words)
