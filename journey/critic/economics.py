"""What it costs when people leave: care against win-back (article C), and the money at stake in the weakest step."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from journey.critic.examination import Examination
from journey.critic.finding import Amount, Figure, PhaseName, Phrase, Severity, Share, Sighting
from journey.model import Estimate, Workshop
from journey.numbers import Stage
from journey.phases import PhaseModel

ARTICLE_FACTOR = 3.0
"""Article C claims, without a source, that winning a customer back costs almost three times as much as good care."""

KEPT = 0.1
"""The share of lost people who could have been kept (the app's own assumption, meant to be low)."""


@dataclass(frozen=True)
class WinBack:
    """Care against win-back for the customers lost in a period, in the workshop's currency. `claimed` says that the
    factor is article C's claim and not the team's own figure."""

    estimate: str
    period: str
    lost: int
    care_cost: float
    factor: float

    @property
    def claimed(self) -> bool:
        """Whether the factor is still the article's."""
        return self.factor == ARTICLE_FACTOR

    @property
    def care(self) -> float:
        """What caring for them would have cost."""
        return self.care_cost * self.lost

    @property
    def win_back(self) -> float:
        """What winning all of them back would cost."""
        return self.care * self.factor

    @property
    def difference(self) -> float:
        """How much more winning back costs than care; negative where it costs less."""
        return self.win_back - self.care


@dataclass(frozen=True)
class Stake:
    """What at least may be lost at the weakest step that can be judged, up to the purchase, in one period. Everything is
    rounded down on the way: `lost_at_least` people, of whom `kept` could have been kept and `buy_at_least` (the lower
    ends of the later steps' intervals) would have bought, each for `order_value`. `assumptions` are figures to be said
    beside the amount, never without it."""

    phase: str
    previous: str
    period: str
    lost_at_least: int
    kept: float
    buy_at_least: float
    order_value: float
    currency: str
    assumptions: tuple[Phrase, ...]

    @property
    def orders(self) -> float:
        """Orders that may be lost, at least."""
        return self.lost_at_least * self.kept * self.buy_at_least

    @property
    def amount(self) -> float:
        """The money, in the workshop's currency."""
        return self.orders * self.order_value


def win_back(estimate: Estimate) -> WinBack | None:
    """Care against win-back; None while the cost of care or the number of lost customers is missing or not positive."""
    if not estimate.lost_customers or estimate.care_cost is None or estimate.care_cost <= 0:
        return None
    return WinBack(estimate.id, estimate.period, estimate.lost_customers, estimate.care_cost, estimate.win_back_factor)


def money_at_stake(workshop: Workshop, model: PhaseModel) -> Stake | None:
    """A conservative estimate for the newest period with its assumptions; None where a number for it is missing: counts
    up to the purchase with enough cases at one step, and the newest estimate's value of a purchase."""
    examined = Examination(workshop, model)
    steps = _steps_to_purchase(examined)
    judged = _judged(steps)
    value = _order_value(workshop)
    if value is None or not judged or any(step.interval is None for step in steps):
        return None
    weakest = min(judged, key=lambda step: (step.conversion_from_previous, step.position))
    buy = 1.0
    for step in steps[steps.index(weakest) + 1 :]:
        buy *= step.interval.low if step.interval else 0.0
    lost = int(_before(weakest) * (1 - (weakest.interval.high if weakest.interval else 1.0)))
    said = _assumptions(weakest, lost, buy, Amount(value, workshop.frame.currency))
    return Stake(
        weakest.phase_id,
        weakest.previous or "",
        examined.period or "",
        lost,
        KEPT,
        buy,
        value,
        workshop.frame.currency,
        said,
    )


def missing_for_stake(workshop: Workshop, model: PhaseModel) -> Literal["", "both", "counts", "few", "value"]:
    """What there is no estimate for want of: counts up to the purchase that do not rise, the value of a purchase, both of
    them, or a step with enough cases; "" where there is one."""
    steps, is_priced = _steps_to_purchase(Examination(workshop, model)), _order_value(workshop) is not None
    if not steps or any(step.interval is None for step in steps):
        return "counts" if is_priced else "both"
    if not is_priced:
        return "value"
    return "" if _judged(steps) else "few"


def lost_customers(examined: Examination) -> Iterator[Sighting]:
    """The newest estimate that can be worked out says that winning back costs more than care would have (article C)."""
    worked_out = (win_back(estimate) for estimate in reversed(examined.workshop.estimates))
    newest = next((each for each in worked_out if each), None)
    if newest and newest.difference > 0:
        currency = examined.workshop.frame.currency
        factor = Phrase(
            "critic.economics.claimed" if newest.claimed else "critic.economics.own", {"factor": Amount(newest.factor)}
        )
        figures: dict[str, Figure] = {
            "count": newest.lost,
            "care": Amount(newest.care, currency),
            "win_back": Amount(newest.win_back, currency),
            "difference": Amount(newest.difference, currency),
            "factor": factor,
        }
        yield Sighting(Severity.MEDIUM, examined.phase_of("use"), (newest.estimate,), figures)


def _steps_to_purchase(examined: Examination) -> tuple[Stage, ...]:
    """The counted steps up to and into the purchase; empty where the purchase itself is not counted."""
    counted = examined.funnel.counted if examined.funnel else ()
    place = next((place for place, stage in enumerate(counted) if stage.phase_id == examined.purchase), 0)
    return counted[1 : place + 1]


def _judged(steps: tuple[Stage, ...]) -> list[Stage]:
    return [step for step in steps if step.interval and not step.few_cases]


def _order_value(workshop: Workshop) -> float | None:
    return next((e.order_value for e in reversed(workshop.estimates) if e.order_value and e.order_value > 0), None)


def _assumptions(weakest: Stage, lost: int, buy: float, value: Amount) -> tuple[Phrase, ...]:
    ends: dict[str, Figure] = {"previous": PhaseName(weakest.previous or ""), "phase": PhaseName(weakest.phase_id)}
    high = Share(weakest.interval.high if weakest.interval else 1.0)
    later = (Phrase("critic.economics.buy", {**ends, "buy": Share(buy)}),) if buy < 1 else ()
    return (
        Phrase("critic.economics.lost", {**ends, "before": _before(weakest), "lost": lost, "high": high}),
        Phrase("critic.economics.kept", {"kept": Share(KEPT)}),
        *later,
        Phrase("critic.economics.value", {"value": value}),
    )


def _before(stage: Stage) -> int:
    """How many people stood before a step."""
    return (stage.count or 0) + (stage.drop_off or 0)
