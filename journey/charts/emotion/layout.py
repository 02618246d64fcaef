"""The emotion curves as values: where each phase and touchpoint stands, and which personas have a line of their own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from journey.charts.kit.feelings import look_of
from journey.journey_map import Feeling, JourneyMap, MapColumn
from journey.model import Emotion
from journey.palette import ink

EVERYONE = ""


@dataclass(frozen=True)
class Stretch:
    """A phase's part of the way, from `start` to `end` as shares of the whole, with its touchpoints in order."""

    column: MapColumn
    start: float
    end: float
    touchpoints: tuple[str, ...]

    @cached_property
    def places(self) -> dict[str, float]:
        """Where each touchpoint stands, as a share of the whole way."""
        apart = (self.end - self.start) / len(self.touchpoints)
        return {found: self.start + apart * (place + 0.5) for place, found in enumerate(self.touchpoints)}


@dataclass(frozen=True)
class EmotionCurve:
    """One curve: whose it is, its points (place in the journey from 0 to 1, feeling), and its look."""

    name: str
    points: tuple[tuple[float, Feeling], ...]
    colour: str
    dash: tuple[int, ...]

    @property
    def scored(self) -> tuple[tuple[float, Feeling, Emotion], ...]:
        """The points that somebody scored."""
        return tuple((x, feeling, feeling.emotion) for x, feeling in self.points if feeling.emotion is not None)


def curve_lines(curves: Mapping[str, JourneyMap], dark: bool) -> tuple[EmotionCurve, ...]:
    """The lines to draw: everyone's first, then each persona whose scores differ from it at one of its touchpoints.
    Personas without a scored touchpoint of their own, or who feel like everyone, have no line."""
    places = {found: x for stretch in stretches(curves) for found, x in stretch.places.items()}
    common = {feeling.id: feeling.emotion for feeling in _feelings(curves.get(EVERYONE))}
    lines: list[EmotionCurve] = []
    for name, journey in curves.items():
        feelings = _feelings(journey)
        differs = any(common.get(feeling.id) != feeling.emotion for feeling in feelings)
        if name != EVERYONE and not differs:
            continue
        rank = len([line for line in lines if line.name != EVERYONE])
        colour, dash = (ink(dark).text, ()) if name == EVERYONE else look_of(rank, ink(dark).page)
        lines.append(EmotionCurve(name, tuple((places[f.id], f) for f in feelings), colour, dash))
    return tuple(lines)


def called(
    lines: Sequence[EmotionCurve], curves: Mapping[str, JourneyMap], everyone: str, common: str = ""
) -> dict[str, str]:
    """What each line is called, by its name. Where `common` says whose everyone's line is, those who feel alike share it,
    and it is called by all of them."""
    alike = [name for name in curves if name not in {line.name for line in lines}] if common else []
    return {line.name: line.name or ", ".join([*alike, common or everyone]) for line in lines}


def stretches(curves: Mapping[str, JourneyMap]) -> tuple[Stretch, ...]:
    """The phases that have touchpoints on any curve, in order; a phase has room for one more than its touchpoints, so
    that its name fits."""
    found: dict[int, tuple[MapColumn, dict[str, None]]] = {}
    for journey in curves.values():
        for column in journey.columns:
            if column.feelings:
                ids = found.setdefault(column.position, (column, {}))[1]
                ids.update(dict.fromkeys(feeling.id for feeling in column.feelings))
    rooms = sum(len(ids) + 1 for _, ids in found.values())
    way: list[Stretch] = []
    for _, (column, ids) in sorted(found.items()):
        start = way[-1].end if way else 0.0
        way.append(Stretch(column, start, start + (len(ids) + 1) / rooms, tuple(ids)))
    return tuple(way)


def _feelings(journey: JourneyMap | None) -> list[Feeling]:
    return [feeling for column in journey.columns for feeling in column.feelings] if journey else []
