"""A workshop under examination: what several rules need to know of it, worked out once."""

from dataclasses import dataclass
from functools import cached_property

from journey.critic.limits import RuleLimits, limits_of
from journey.journey_map import Feeling, emotion_of, matters_to
from journey.model import Activity, Emotion, MapState, Touchpoint, Workshop, Zone
from journey.numbers import Funnel, funnel, periods
from journey.numbers.matching import Matching, matched
from journey.phases import PhaseModel
from journey.phases.crosswalk import rows_of


@dataclass(frozen=True)
class Examination:
    """A workshop and the phase model that it works with."""

    workshop: Workshop
    model: PhaseModel

    @cached_property
    def limits(self) -> RuleLimits:
        """The limits that the rules hold the workshop against."""
        return limits_of(self.workshop)

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
    def by_zone(self) -> dict[Zone, tuple[Touchpoint, ...]]:
        """The touchpoints before, during and after the purchase, in phase order; without those in no phase."""
        zones = {phase.id: phase.zone for phase in self.model.phases}
        return {
            zone: tuple(t for phase, found in self.by_phase.items() if zones[phase] is zone for t in found)
            for zone in Zone
        }

    @cached_property
    def people(self) -> frozenset[str]:
        """The ids of the personas."""
        return frozenset(persona.id for persona in self.workshop.personas)

    @cached_property
    def purchase_phases(self) -> tuple[str, ...]:
        """The phases in which people buy: by the crosswalk; in own models those during the purchase."""
        bought = tuple(phase.id for phase in self.model.phases if "purchase" in rows_of(phase.id))
        return bought or tuple(phase.id for phase in self.model.phases if phase.zone is Zone.DURING)

    @cached_property
    def curves(self) -> dict[str | None, tuple[Feeling, ...]]:
        """The emotion curve of every persona by id, or the common one under None where there are no personas; without
        the touchpoints that stand in no phase of the model."""
        people: list[str | None] = [persona.id for persona in self.workshop.personas]
        return {one: self._curve(one) for one in people or [None]}

    @cached_property
    def felt(self) -> dict[str, dict[str | None, Emotion]]:
        """Every touchpoint that has a score, by id in journey order, with the score of everybody to whom it matters."""
        found: dict[str, dict[str | None, Emotion]] = {}
        for persona, curve in self.curves.items():
            for feeling in curve:
                if feeling.emotion is not None:
                    found.setdefault(feeling.id, {})[persona] = feeling.emotion
        placed = (touchpoint.id for touchpoints in self.by_phase.values() for touchpoint in touchpoints)
        return {entity_id: found[entity_id] for entity_id in placed if entity_id in found}

    @cached_property
    def order(self) -> dict[str, int]:
        """The places of the model's phases, from 0, by id."""
        return {phase.id: place for place, phase in enumerate(self.model.phases)}

    @property
    def purchase(self) -> str:
        """The phase of the main purchase: the last in which people buy; "" = none."""
        return self.purchase_phases[-1] if self.purchase_phases else ""

    def phase_of(self, row: str) -> str:
        """The first phase of the model that stands in a row of the crosswalk; "" = none."""
        return next((phase for phase in self.order if row in rows_of(phase)), "")

    @cached_property
    def noted(self) -> frozenset[str]:
        """The phases whose own note says which content they need."""
        return frozenset(note.phase for note in self.workshop.phase_notes if note.content)

    @cached_property
    def period(self) -> str | None:
        """The newest period that has counts (the one that the workshop names last); None without counts."""
        named = periods(self.workshop)
        return named[-1] if named else None

    @cached_property
    def funnel(self) -> Funnel | None:
        """The funnel of the newest period; None without counts."""
        return None if self.period is None else funnel(self.workshop.counts, self.model, period=self.period)

    @cached_property
    def logged(self) -> tuple[Activity, ...]:
        """The activities that the event log last counted has, as far as the document keeps them; of one name the first."""
        named = {activity.name: activity for activity in reversed(self.workshop.activities)}
        return tuple(a for a in self.workshop.activities if named[a.name] is a and (a.events or a.cases))

    @cached_property
    def matching(self) -> Matching:
        """What these activities are on the map."""
        return matched(self.workshop, self.model, (activity.name for activity in self.logged))

    def _curve(self, persona: str | None) -> tuple[Feeling, ...]:
        placed = (touchpoint for touchpoints in self.by_phase.values() for touchpoint in touchpoints)
        shown = (touchpoint for touchpoint in placed if matters_to(self.workshop, touchpoint, persona))
        return tuple(Feeling(t.id, t.title, emotion_of(t, persona)) for t in shown)
