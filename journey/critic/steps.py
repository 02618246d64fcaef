"""Rules about the counted funnel of the newest period (the one that the workshop names last)."""

from collections.abc import Iterator

from journey.critic.case import Case
from journey.critic.finding import Figure, PhaseName, Severity, Share, Sighting
from journey.numbers import Funnel, Stage, funnel, periods


def weakest_step(case: Case) -> Iterator[Sighting]:
    """The step with the lowest rate among those with enough cases. High where its interval lies below those of all
    the others: then it is the weakest beyond chance."""
    counted = _newest(case)
    weakest = counted.weakest if counted else None
    if counted is None or weakest is None or weakest.few_cases or weakest.interval is None:
        return
    others = [s.interval.low for s in counted.counted if s.interval and not s.few_cases and s != weakest]
    clear = bool(others) and weakest.interval.high < min(others)
    yield _sighting(Severity.HIGH if clear else Severity.MEDIUM, case, counted, weakest)


def too_few_cases(case: Case) -> Iterator[Sighting]:
    """No step has enough cases to be judged."""
    counted = _newest(case)
    weakest = counted.weakest if counted else None
    if counted and weakest and weakest.few_cases:
        yield _sighting(Severity.LOW, case, counted, weakest)


def _newest(case: Case) -> Funnel | None:
    named = periods(case.workshop)
    return funnel(case.workshop.counts, case.model, period=named[-1]) if named else None


def _sighting(severity: Severity, case: Case, counted: Funnel, stage: Stage) -> Sighting:
    previous = next(one for one in counted.counted if one.phase_id == stage.previous)
    figures: dict[str, Figure] = {
        "previous": PhaseName(previous.phase_id),
        "before": previous.count or 0,
        "after": stage.count or 0,
        "rate": Share(stage.conversion_from_previous or 0.0),
        "low": Share(stage.interval.low if stage.interval else 0.0),
        "high": Share(stage.interval.high if stage.interval else 1.0),
    }
    period = periods(case.workshop)[-1]
    ends = {previous.phase_id, stage.phase_id}
    cards = tuple(count.id for count in case.workshop.counts if count.period == period and count.phase in ends)
    return Sighting(severity, stage.phase_id, cards, figures)
