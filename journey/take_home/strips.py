"""The map side by side: a strip for each touchpoint below its phase, in journey order."""

from dataclasses import dataclass, field

from journey.journey_map import LANES, Card, Feeling, Lane, MapColumn
from journey.take_home.takeaway import Takeaway


@dataclass(frozen=True)
class TouchpointStrip:
    """What stands below each other in one column of the map: the phase, the touchpoint's feeling and number (None in a
    phase without any), and its cards by lane."""

    column: MapColumn
    feeling: Feeling | None
    number: int
    cells: dict[Lane, tuple[Card, ...]] = field(default_factory=dict)

    @property
    def share(self) -> float:
        """How wide it is beside a touchpoint's strip: a phase without touchpoints needs less."""
        return 1.0 if self.feeling or self.cells else 0.62


def strips_of(copy: Takeaway) -> list[TouchpointStrip]:
    """Every touchpoint in order; a phase without touchpoints has a strip too. Ideas without a touchpoint stand with the first
    touchpoint of their phase."""
    found: list[TouchpointStrip] = []
    number = 0
    for column in copy.journey.columns:
        cells = _by_touchpoint(column)
        if not column.feelings:
            found.append(TouchpointStrip(column, None, 0, cells.get(None, {})))
        for place, feeling in enumerate(column.feelings):
            number += 1
            mine = cells.get(feeling.id, {})
            loose = cells.get(None, {}) if place == 0 else {}
            own = {lane: (*mine.get(lane, ()), *loose.get(lane, ())) for lane in LANES if lane in mine or lane in loose}
            found.append(TouchpointStrip(column, feeling, number, own))
    return found


def _by_touchpoint(column: MapColumn) -> dict[str | None, dict[Lane, tuple[Card, ...]]]:
    """The cards of a phase by touchpoint; under None those of no touchpoint here."""
    here = {feeling.id for feeling in column.feelings}
    found: dict[str | None, dict[Lane, tuple[Card, ...]]] = {}
    for lane, cards in column.cells.items():
        for card in cards:
            cells = found.setdefault(card.touchpoint if card.touchpoint in here else None, {})
            cells[lane] = (*cells.get(lane, ()), card)
    return found
