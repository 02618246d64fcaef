"""A workshop under examination: what several rules need to know of it, worked out once."""

from dataclasses import dataclass
from functools import cached_property

from journey.journey_map import Feeling, JourneyMap, journey_map
from journey.model import MapState, Touchpoint, Workshop
from journey.phases import PhaseModel


@dataclass(frozen=True)
class Case:
    """A workshop and the phase model that it works with."""

    workshop: Workshop
    model: PhaseModel

    @cached_property
    def state(self) -> MapState | None:
        """Today's map is questioned; where there is none yet, the whole."""
        today = any(touchpoint.state is not MapState.TO_BE for touchpoint in self.workshop.touchpoints)
        return MapState.AS_IS if today else None

    @cached_property
    def touchpoints(self) -> tuple[Touchpoint, ...]:
        """The touchpoints of the questioned map, in document order."""
        all_of_them = self.workshop.touchpoints
        return tuple(t for t in all_of_them if self.state is None or t.state is not MapState.TO_BE)

    @cached_property
    def by_phase(self) -> dict[str, tuple[Touchpoint, ...]]:
        """The touchpoints of every phase of the model, in phase order."""
        return {phase.id: tuple(t for t in self.touchpoints if t.phase == phase.id) for phase in self.model.phases}

    @cached_property
    def curves(self) -> dict[str | None, tuple[Feeling, ...]]:
        """The emotion curve of every persona by id, or the common one under None where there are no personas; without
        the touchpoints that stand in no phase of the model."""
        people: list[str | None] = [persona.id for persona in self.workshop.personas]
        return {one: self._curve(one) for one in people or [None]}

    def _curve(self, persona: str | None) -> tuple[Feeling, ...]:
        seen: JourneyMap = journey_map(self.workshop, self.model, persona=persona, state=self.state)
        return tuple(feeling for column in seen.columns if column.phase_id for feeling in column.feelings)
