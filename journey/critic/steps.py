"""Rules about the counted funnel of the newest period (the one that the workshop names last)."""

from collections.abc import Iterator

from journey.critic.examination import Examination
from journey.critic.finding import Figure, PhaseName, Severity, Share, Sighting
from journey.numbers import Funnel, Stage


def clearly_weakest(examined: Examination) -> str | None:
    """The phase whose step rate's interval lies below those of all other steps that can be judged: the weakest beyond
    chance. None where there is no such step."""
    weakest = examined.funnel.weakest if examined.funnel else None
    if examined.funnel is None or weakest is None or weakest.few_cases or weakest.interval is None:
        return None
    others = [s.interval.low for s in examined.funnel.counted if s.interval and not s.few_cases and s != weakest]
    return weakest.phase_id if others and weakest.interval.high < min(others) else None


def weakest_step(examined: Examination) -> Iterator[Sighting]:
    """The step with the lowest rate among those with enough cases, where chance may explain it; beyond chance
    it is a stuck phase, which says more."""
    counted = examined.funnel
    weakest = counted.weakest if counted else None
    if counted and weakest and not weakest.few_cases and weakest.phase_id != clearly_weakest(examined):
        yield _sighting(Severity.MEDIUM, examined, counted, weakest)


def too_few_cases(examined: Examination) -> Iterator[Sighting]:
    """No step has enough cases to be judged."""
    counted = examined.funnel
    weakest = counted.weakest if counted else None
    if counted and weakest and weakest.few_cases:
        yield _sighting(Severity.LOW, examined, counted, weakest)


def _sighting(severity: Severity, examined: Examination, counted: Funnel, stage: Stage) -> Sighting:
    previous = next(one for one in counted.counted if one.phase_id == stage.previous)
    figures: dict[str, Figure] = {
        "previous": PhaseName(previous.phase_id),
        "before": previous.count or 0,
        "after": stage.count or 0,
        "rate": Share(stage.conversion_from_previous or 0.0),
        "low": Share(stage.interval.low if stage.interval else 0.0),
        "high": Share(stage.interval.high if stage.interval else 1.0),
    }
    ends = {previous.phase_id, stage.phase_id}
    cards = tuple(
        count.id for count in examined.workshop.counts if count.period == examined.period and count.phase in ends
    )
    return Sighting(severity, stage.phase_id, cards, figures)
