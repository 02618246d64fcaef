"""The columns of the map: a phase each, with its cards by lane and its feelings in journey order."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from journey.journey_map.lanes import LANES, Card, Lane
from journey.model import Emotion, MapState, Opportunity, Touchpoint, Workshop, Zone, in_order
from journey.phases import PhaseModel


@dataclass(frozen=True)
class Feeling:
    """A point of the emotion curve: a touchpoint with its score, None where nobody scored."""

    id: str
    title: str
    emotion: Emotion | None


@dataclass(frozen=True)
class MapColumn:
    """A phase of the map. `cells` has every lane but the emotion lane, which is `feelings`, in journey order."""

    phase_id: str
    name: str
    zone: Zone
    cells: dict[Lane, tuple[Card, ...]]
    feelings: tuple[Feeling, ...]
    position: int


@dataclass(frozen=True)
class JourneyMap:
    """A map, columns in phase order. Cards of phases that the model does not have come last, in a column with the phase
    id "" (zone BEFORE): they are shown, never lost. `first` is the number of the first touchpoint, `whole` the map that this
    one is a part of."""

    columns: tuple[MapColumn, ...]
    first: int = 1
    whole: "JourneyMap | None" = field(default=None, repr=False, compare=False)

    @property
    def numbers(self) -> dict[str, int]:
        """The touchpoints' places in the journey, from `first`, by id."""
        feelings = (feeling for column in self.columns for feeling in column.feelings)
        return {feeling.id: place for place, feeling in enumerate(feelings, self.first)}

    @property
    def phase_count(self) -> int:
        """How many phases of the model the map shows."""
        return sum(bool(column.phase_id) for column in self.columns)

    @property
    def touchpoint_count(self) -> int:
        """How many touchpoints the map shows."""
        return sum(len(column.feelings) for column in self.columns)

    def alone(self, place: int) -> "JourneyMap":
        """The map of one of its columns; the touchpoints keep their numbers."""
        return self.between(place, place + 1)

    def between(self, start: int, end: int) -> "JourneyMap":
        """The map of its columns from `start` to before `end`; the touchpoints keep their numbers."""
        before = sum(len(column.feelings) for column in self.columns[:start])
        return JourneyMap(self.columns[start:end], self.first + before, self.whole or self)


def journey_map(
    workshop: Workshop,
    model: PhaseModel,
    *,
    persona: str | None = None,
    among: Collection[str] = (),
    state: MapState | None = None,
) -> JourneyMap:
    """The map of a workshop. `persona` keeps the touchpoints that matter to this persona and takes its own emotions;
    `among` keeps those that matter to any of several personas, with the common emotions; `state` AS_IS or TO_BE keeps that
    map's touchpoints (with those of which the future is told, without those that shall go), None keeps all."""
    seen_by = among or (persona,)
    shown = [
        t for t in workshop.touchpoints if any(matters_to(workshop, t, one) for one in seen_by) and _stands(t, state)
    ]
    columns = [
        _column(workshop, shown, phase.id, name=phase.name, zone=phase.zone, position=place, persona=persona)
        for place, phase in enumerate(model.phases)
    ]
    known = {phase.id for phase in model.phases}
    lost = {t.phase for t in shown} | {o.phase for o in workshop.opportunities}
    if lost := lost - known:
        columns.append(
            _column(workshop, shown, lost, name="", zone=Zone.BEFORE, position=len(columns), persona=persona)
        )
    return JourneyMap(tuple(columns))


def emotion_of(touchpoint: Touchpoint, persona: str | None = None) -> Emotion | None:
    """How a persona feels at a touchpoint: its own score where it differs, else the common one; None = not scored."""
    own = {differing.persona: differing.emotion for differing in touchpoint.persona_emotions}
    return own.get(persona, touchpoint.emotion) if persona else touchpoint.emotion


def matters_to(workshop: Workshop, touchpoint: Touchpoint, persona: str | None) -> bool:
    """Whether a touchpoint stands on a persona's map: it names the persona, or none that is there and so all of them.
    None is everybody's map."""
    return persona is None or persona in touchpoint.personas or not named_personas(workshop, touchpoint)


def named_personas(workshop: Workshop, touchpoint: Touchpoint) -> tuple[str, ...]:
    """The ids of the personas that a touchpoint names, without those that are gone. Empty = it matters to all."""
    return tuple(persona for persona in touchpoint.personas if workshop.persona(persona))


def concerned(workshop: Workshop, touchpoint: Touchpoint) -> tuple[str, ...]:
    """The ids of the personas that a touchpoint matters to: the named ones, else all there are."""
    return named_personas(workshop, touchpoint) or tuple(persona.id for persona in workshop.personas)


def _stands(touchpoint: Touchpoint, state: MapState | None) -> bool:
    if state is MapState.TO_BE and (touchpoint.future_gone or touchpoint.has_future):
        return not touchpoint.future_gone
    return state in (None, MapState.BOTH) or touchpoint.state in (state, MapState.BOTH)


def _column(
    workshop: Workshop,
    shown: Iterable[Touchpoint],
    phases: str | set[str],
    *,
    name: str,
    zone: Zone,
    position: int,
    persona: str | None,
) -> MapColumn:
    wanted = {phases} if isinstance(phases, str) else phases
    here = in_order(t for t in shown if t.phase in wanted)
    chances = in_order(o for o in workshop.opportunities if o.phase in wanted)
    entities: tuple[Touchpoint | Opportunity, ...] = (*here, *chances)
    cells: dict[Lane, tuple[Card, ...]] = {
        lane: tuple(card for entity in entities for card in spec.cards_of(entity))
        for lane, spec in LANES.items()
        if lane is not Lane.EMOTION
    }
    feelings = tuple(Feeling(t.id, t.title, emotion_of(t, persona)) for t in here)
    phase_id = phases if isinstance(phases, str) else ""
    return MapColumn(phase_id, name, zone, cells, feelings, position)
