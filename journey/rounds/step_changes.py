"""The step rates of two rounds beside each other, and which of their changes can be claimed at all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from journey.model import Language, Workshop
from journey.numbers import FEW_PEOPLE, WIDE_INTERVAL, funnel, periods, wilson
from journey.numbers.comparison import Portion, ShareDifference, difference, portion_of
from journey.numbers.several import holm, p_value
from journey.phases import model_of
from journey.rounds.kept import Kept
from journey.texts import text

Rates = Mapping[tuple[str, str], Portion]
"""Who went on, by the phases (ids) from which and to which."""


@dataclass(frozen=True)
class StepChange:
    """A step from the phase `previous` to `phase` in two rounds. `few`: one of the rates rests on too few people to be
    judged. `claimed`: a change can be claimed, also in view of all the other steps."""

    previous: str
    phase: str
    difference: ShareDifference
    few: bool
    claimed: bool

    def words(self, language: Language, first: str, second: str) -> str:
        """What can be said of the change; `first` and `second` are the rounds' names."""
        if self.few:
            return text("rounds.step_few", language)
        said = self.difference.words(language, first, second)
        return f"{said} {text('rounds.step_by_chance', language)}" if self.by_chance else said

    @property
    def by_chance(self) -> bool:
        """Whether the step looked at alone would be called changed, and is not in view of all the others."""
        return self.difference.claimable and not self.claimed and not self.few


def step_changes(older: Rates, newer: Rates) -> tuple[StepChange, ...]:
    """Every step that was measured in both rounds, in the order of the newer one. Steps with too few people are shown and
    not judged, so they take nothing from the others' chance to be claimed."""
    steps = [step for step in newer if step in older and older[step].trials and newer[step].trials]
    found = {step: difference(older[step], newer[step]) for step in steps}
    few = {step for step in steps if _is_few(older[step]) or _is_few(newer[step])}
    judged = [step for step in steps if step not in few]
    claimed = dict(zip(judged, holm([p_value(found[step]) for step in judged]), strict=True))
    return tuple(StepChange(*step, found[step], step in few, claimed.get(step, False)) for step in steps)


def rates_counted(workshop: Workshop, kept: Kept | None, *, logged: bool) -> Rates:
    """The rates of a round: of its log, or of the newest period of the counts that were typed."""
    if logged:
        steps: Sequence[tuple[str, str, int, int]] = (
            [(s.previous, s.phase, s.went_on, s.people) for s in kept.steps] if kept else []
        )
        return {(previous, phase): Portion(on, people) for previous, phase, on, people in steps if on <= people}
    named = periods(workshop)
    if not named:
        return {}
    counted = funnel(workshop.counts, model_of(workshop, workshop.frame.language), period=named[-1])
    portions = {(stage.previous or "", stage.phase_id): portion_of(stage, counted) for stage in counted.counted}
    return {step: portion for step, portion in portions.items() if portion}


def _is_few(portion: Portion) -> bool:
    return portion.trials < FEW_PEOPLE or wilson(*portion).width > WIDE_INTERVAL
