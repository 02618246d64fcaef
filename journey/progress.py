"""What each of the five steps needs to be done: what article D asks of it, as counts over the document.

A step is done when every need is met. Which figures suffice is the app's own proposal.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from journey.model import Channel, Perspective, Workshop
from journey.phases import PhaseModel


@dataclass(frozen=True)
class Need:
    """One thing that a step needs: of `wanted` pieces it has `held`. `name` finds its words (progress.toml)."""

    name: str
    held: int
    wanted: int

    @property
    def missing(self) -> int:
        """How many pieces are still missing; 0 when the need is met."""
        return max(0, self.wanted - self.held)


def needs(step: str, workshop: Workshop, model: PhaseModel) -> tuple[Need, ...]:
    """What a step (goals, personas, touchpoints, map, analysis) needs, in this order. KeyError for another name."""
    return _NEEDS[step](workshop, model)


def is_done(asked: Iterable[Need]) -> bool:
    """Whether what a step needs is all there."""
    return not any(need.missing for need in asked)


def _goals(workshop: Workshop, _: PhaseModel) -> tuple[Need, ...]:
    sides = [goal.perspective for goal in workshop.goals if goal.title]
    return Need("company_goal", sides.count(Perspective.COMPANY), 1), Need(
        "customer_goal", sides.count(Perspective.CUSTOMER), 1
    )


def _personas(workshop: Workshop, _: PhaseModel) -> tuple[Need, ...]:
    """One persona a segment, and customers are no homogeneous mass (article C): two at least."""
    people = [persona for persona in workshop.personas if persona.name]
    told = [persona for persona in people if persona.goals or persona.motives]
    return (
        Need("personas", len(people), 2),
        Need("described", len(told), len(people)),
        Need("sources", len(workshop.sources), 1),
    )


def _touchpoints(workshop: Workshop, model: PhaseModel) -> tuple[Need, ...]:
    phases = {touchpoint.phase for touchpoint in workshop.touchpoints}
    named = [each for each in workshop.touchpoints if each.channel is not Channel.OTHER or each.place]
    return (
        Need("phases", sum(phase.id in phases for phase in model.phases), len(model.phases)),
        Need("channels", len(named), len(workshop.touchpoints)),
    )


def _map(workshop: Workshop, model: PhaseModel) -> tuple[Need, ...]:
    """Map or funnel: feelings or counts along the whole way, whichever has come further."""
    felt = {touchpoint.phase for touchpoint in workshop.touchpoints if touchpoint.emotion is not None}
    counted = {count.phase for count in workshop.counts}
    shown = max(sum(phase.id in known for phase in model.phases) for known in (felt, counted))
    return (Need("shown", shown, len(model.phases)),)


def _analysis(workshop: Workshop, _: PhaseModel) -> tuple[Need, ...]:
    return (
        Need("answered", len(workshop.answers), 1),
        Need("improvement", len(workshop.opportunities) + len(workshop.actions), 1),
    )


_NEEDS: dict[str, Callable[[Workshop, PhaseModel], tuple[Need, ...]]] = {
    "goals": _goals,
    "personas": _personas,
    "touchpoints": _touchpoints,
    "map": _map,
    "analysis": _analysis,
}
