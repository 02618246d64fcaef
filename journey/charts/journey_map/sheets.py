"""A map cut into sheets for a window that people look at from far away: the whole of it, then phase by phase, with letters
that can be read there. A phase that is too high for the window takes several sheets, some lanes each."""

from dataclasses import dataclass
from itertools import pairwise

from journey.charts.journey_map.layout import LABELS, NARROWEST, Layout, map_layout
from journey.journey_map import LANES, JourneyMap, Lane
from journey.model import Language

SMALLEST = 12
"""The map's smallest letters in pixels, where it is drawn as large as it is shown."""
FROM_AFAR, AT_LEAST = 20, 15
"""How large these are shown on a screen of 1920 × 1080 pixels; on a smaller one less, but no less than this."""
_USUAL = 1896, 1016
"""What such a screen leaves to the map."""
NARROWEST_WINDOW = 640
"""In a narrower one, a phone's, a person scrolls."""
_CORE = (Lane.TOUCHPOINTS, Lane.EMOTION)
"""What of a map is shown where the whole of it cannot be read."""
_LARGER = (1.5, 1.3, 1.15, 1.0)
_LEAST, _LARGEST, _NEARLY = 0.1, 3.0, 1.027
"""The zooms between which a fitting one is sought, and how much larger one might have been."""
_GUESSES, _MOST_TRIES = 6, 14
"""So many tries follow what the one before says; later ones halve what is left."""


@dataclass(frozen=True)
class MapSheet:
    """What a window shows: lanes of a map, drawn `width` pixels wide, `zoom` times as large. `number` counts the sheets of
    a phase or of the whole, which are `of`; `start` is the place of its first phase. `in_brief`: it is a sheet of the whole
    without the lanes that nobody could read there."""

    journey: JourneyMap
    lanes: tuple[Lane, ...]
    width: float
    zoom: float
    number: int = 1
    of: int = 1
    start: int = 0
    in_brief: bool = False


@dataclass(frozen=True)
class _Window:
    width: float
    height: float
    language: Language

    @property
    def is_a_phone(self) -> bool:
        """Whether it is so narrow that a person scrolls in it."""
        return self.width < NARROWEST_WINDOW

    @property
    def readable(self) -> float:
        """The zoom from which on everything can be read."""
        letters = max(AT_LEAST, FROM_AFAR * max(self.width / _USUAL[0], self.height / _USUAL[1]))
        return min(letters / SMALLEST, self.width / (LABELS + NARROWEST))

    def holds(self, journey: JourneyMap, lanes: tuple[Lane, ...], zoom: float) -> bool:
        """Whether lanes of a map fit, shown so large."""
        return self._holds(self._layout(journey, lanes, zoom), zoom)

    def _layout(self, journey: JourneyMap, lanes: tuple[Lane, ...], zoom: float) -> Layout:
        return map_layout(journey, self.language, lanes=lanes, width=self.width / zoom)

    def _holds(self, layout: Layout, zoom: float) -> bool:
        return layout.width * zoom <= self.width + 1 and layout.height * zoom <= self.height

    def held(self, journey: JourneyMap, lanes: tuple[Lane, ...], zoom: float) -> int:
        """About how many of these lanes fit, shown so large; one in any case."""
        rows = map_layout(journey, self.language, lanes=lanes, width=self.width / zoom).lanes
        return max(1, sum(row.box.bottom * zoom <= self.height for row in rows))

    def fitting(self, journey: JourneyMap, lanes: tuple[Lane, ...]) -> float:
        """The largest zoom at which lanes of a map fit, nearly. Each try says where the next is worth it: words take about the
        same area at any width, so what is twice as high as its room fits at the root of a half."""
        low, high, zoom = _LEAST, _LARGEST, 1.0
        for tries in range(_MOST_TRIES):
            layout = self._layout(journey, lanes, zoom)
            if self._holds(layout, zoom):
                low = zoom
            else:
                high = zoom
            if high <= low * _NEARLY:
                break
            likely = zoom * (self.height / (layout.height * zoom)) ** 0.5
            if layout.width * zoom > self.width + 1:
                likely = min(likely, self.width / layout.width)
            middle = (low * high) ** 0.5
            apart = tries < _GUESSES and high > low * _NEARLY**2
            zoom = min(max(likely, low * _NEARLY), high / _NEARLY) if apart else middle
        return low


def whole_map(journey: JourneyMap, language: Language, *, width: float, height: float) -> tuple[MapSheet, ...]:
    """The whole map for a window of this size in pixels, as large as it fits, on as few sheets as it can
    be read on, phase beside phase. Where all lanes would take more sheets than touchpoints and feelings alone: these, in
    brief. On a phone one sheet, which scrolls. Lanes without a card are left out."""
    window, filled = _Window(width, height, language), lanes_with_cards(journey)
    if window.is_a_phone:
        return (MapSheet(journey, filled, width / window.readable, window.readable),)
    core = tuple(lane for lane in filled if lane in _CORE)
    briefly, wholly = (_cut(journey, lanes, window) for lanes in (core, filled))
    whole = len(wholly) == len(briefly) and all(window.holds(part, filled, window.readable) for _, part in wholly)
    lanes, parts = (filled, wholly) if whole else (core, briefly)
    zoom = min(window.fitting(part, lanes) for _, part in parts)
    return tuple(
        MapSheet(part, lanes, width / zoom, zoom, number, len(parts), start, in_brief=not whole)
        for number, (start, part) in enumerate(parts, 1)
    )


def _cut(journey: JourneyMap, lanes: tuple[Lane, ...], window: _Window) -> list[tuple[int, JourneyMap]]:
    """The phases of each sheet with the place of the first: on as few sheets as can be read, as many phases on each where that
    can be read as well."""
    parts, count = _filled(journey, lanes, window), len(journey.columns)
    ends = [-(-count * number // len(parts)) for number in range(len(parts) + 1)] if parts else []
    evenly = [(start, journey.between(start, end)) for start, end in pairwise(ends)]
    return evenly if all(window.holds(part, lanes, window.readable) for _, part in evenly) else parts


def _filled(journey: JourneyMap, lanes: tuple[Lane, ...], window: _Window) -> list[tuple[int, JourneyMap]]:
    """The same, each sheet as full as can be read before the next one begins; one phase in any case."""
    parts, start, count = [], 0, len(journey.columns)
    for end in range(1, count + 1):
        if end == count or not window.holds(journey.between(start, end + 1), lanes, window.readable):
            parts.append((start, journey.between(start, end)))
            start = end
    return parts


def phase_sheets(
    journey: JourneyMap, place: int, language: Language, *, width: float, height: float
) -> tuple[MapSheet, ...]:
    """One of its phases for such a window, on as few sheets as it can be read on; on a phone on one that scrolls."""
    alone = journey.alone(place)
    window = _Window(width, height, language)
    packs = [(lanes_with_cards(alone), window.readable)] if window.is_a_phone else _packed(alone, window)
    return tuple(
        MapSheet(alone, lanes, width / zoom, zoom, number, len(packs)) for number, (lanes, zoom) in enumerate(packs, 1)
    )


def _packed(alone: JourneyMap, window: _Window) -> list[tuple[tuple[Lane, ...], float]]:
    """The lanes of each sheet of a phase, with its zoom."""
    left, readable = lanes_with_cards(alone), window.readable
    for larger in _LARGER:
        if window.holds(alone, left, readable * larger):
            return [(left, readable * larger)]
    packs: list[tuple[tuple[Lane, ...], float]] = []
    while left:
        most = window.held(alone, left, readable)
        while most > 1 and not window.holds(alone, left[:most], readable):
            most -= 1
        pack, left = left[:most], left[most:]
        fits = most > 1 or window.holds(alone, pack, readable)
        packs.append((pack, readable if fits else window.fitting(alone, pack)))
    return packs


def lanes_with_cards(journey: JourneyMap) -> tuple[Lane, ...]:
    """The lanes with something in them, and the touchpoints in any case."""
    return tuple(
        lane for lane in LANES
        if lane is Lane.TOUCHPOINTS
        or any(column.feelings if lane is Lane.EMOTION else column.cells[lane] for column in journey.columns)
    )  # fmt: skip
