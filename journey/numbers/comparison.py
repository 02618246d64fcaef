"""Two funnels beside each other: how far their step rates differ, and whether a difference can be claimed at all."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import hypot
from typing import NamedTuple

from journey.model import Language
from journey.numbers.funnel import Funnel, Stage
from journey.numbers.interval import Z_95, BadCounts, wilson
from journey.texts import number, percent, text


class Portion(NamedTuple):
    """`successes` of `trials` people."""

    successes: int
    trials: int

    @property
    def rate(self) -> float:
        """The share, between 0 and 1. ZeroDivisionError without trials."""
        return self.successes / self.trials


class Span(NamedTuple):
    """A range of plausible differences, both ends between -1 and 1."""

    low: float
    high: float


@dataclass(frozen=True)
class ShareDifference:
    """How far the share `second` lies above `first`, in shares of 1 (below: negative), with its 95 % interval."""

    first: Portion
    second: Portion
    value: float
    interval: Span

    @property
    def claimable(self) -> bool:
        """Whether the interval leaves out zero. One comparison in twenty does so by chance where nothing differs: whoever
        looks at many should expect that."""
        return self.interval.low > 0 or self.interval.high < 0

    def words(self, language: Language, first: str, second: str) -> str:
        """The difference in a sentence; `first` and `second` say what is compared."""
        digits = self._digits()
        shares = {
            "first_share": percent(self.first.rate, language, digits),
            "second_share": percent(self.second.rate, language, digits),
        }
        low, high = (number(abs(end) * 100, language, digits) for end in self.interval)
        if not self.claimable:
            return text("numbers.difference.none", language, first=first, second=second, **shares, fewer=low, more=high)
        if self.value < 0:
            low, high = high, low
        points = number(abs(self.value) * 100, language, digits)
        key = "numbers.difference.more" if self.value > 0 else "numbers.difference.fewer"
        form = "one" if points == "1" else "many"
        return text(f"{key}.{form}", language, first=first, second=second, **shares, points=points, low=low, high=high)

    def _digits(self) -> int:
        """Decimals with which neither a claimed difference, its nearer end nor a small rate looks like nothing."""
        ends = [abs(end) for end in self.interval]
        telling = [abs(self.value), *ends] if self.claimable else [max(ends)]
        telling += [rate for rate in (self.first.rate, self.second.rate) if rate]
        smallest = min(telling) * 100
        return 0 if smallest >= 1 else 1 if smallest >= 0.1 else 2


@dataclass(frozen=True)
class StepComparison:
    """A transition in two funnels, from the phase `previous` to `phase_id` (`name`). `few_cases`: one of the two rates
    rests on few people, see Stage."""

    previous: str
    phase_id: str
    name: str
    difference: ShareDifference
    few_cases: bool


def difference(first: Portion, second: Portion, z: float = Z_95) -> ShareDifference:
    """The difference of two independent shares (no person in both), second minus first, with Newcombe's hybrid score
    interval: the distances of the two Wilson intervals' ends from their rates, added at right angles. It never leaves
    -1 to 1 and keeps its promise for few people. BadCounts for portions that are none, and for those of nobody.
    Source: R. G. Newcombe (1998), Interval Estimation for the Difference between Independent Proportions: Comparison of
    Eleven Methods, Statistics in Medicine 17:873-890, method 10."""
    for portion in (first, second):
        if portion.trials < 1:
            raise BadCounts(*portion)
    one, other = (wilson(*portion, z) for portion in (first, second))
    value = second.rate - first.rate
    low = value - hypot(second.rate - other.low, one.high - first.rate)
    high = value + hypot(other.high - second.rate, first.rate - one.low)
    return ShareDifference(first, second, value, Span(max(-1.0, low), min(1.0, high)))


def compare(first: Funnel, second: Funnel) -> tuple[StepComparison, ...]:
    """Every transition that both funnels have between the same two phases, in the order of the first. Transitions where
    the counts rise, or that start with nobody, have no rate that could be compared."""
    others = {(stage.previous, stage.phase_id): portion for stage, portion in _portions(second)}
    few = {stage.phase_id for stage, _ in _portions(second) if stage.few_cases}
    return tuple(
        StepComparison(
            stage.previous or "",
            stage.phase_id,
            stage.name,
            difference(portion, others[stage.previous, stage.phase_id]),
            stage.few_cases or stage.phase_id in few,
        )
        for stage, portion in _portions(first)
        if (stage.previous, stage.phase_id) in others
    )


def portion_of(stage: Stage, funnel: Funnel) -> Portion | None:
    """Of the people at the stage before, those who went on; None where the step has no rate."""
    before = next((each.count for each in funnel.stages if each.phase_id == stage.previous), None)
    reached = stage.count if stage.continued is None else stage.continued
    return None if not before or reached is None or reached > before else Portion(reached, before)


def _portions(funnel: Funnel) -> Iterable[tuple[Stage, Portion]]:
    found = ((stage, portion_of(stage, funnel)) for stage in funnel.counted if stage.previous)
    return ((stage, portion) for stage, portion in found if portion)
