"""Rules about hurdles (articles B and C): what a purchase, or leaving data, asks people to get through."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from journey.critic.examination import Examination
from journey.critic.finding import Enumeration, Figure, Phrase, Severity, Sighting
from journey.critic.limits import RuleLimits
from journey.model import Answer, Ask, Friction, FrictionTarget, MapState, Workshop, lines


class Hurdle(StrEnum):
    """What can be in the way, in the order in which a friction check asks for it."""

    CLICKS = "clicks"
    INPUTS = "inputs"
    FORCED_ACCOUNT = "forced_account"
    HIDDEN_COSTS = "hidden_costs"
    REQUIREMENTS = "requirements"


class Trend(StrEnum):
    """Where a hurdle goes from today's check to the planned one."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"
    UNKNOWN = "unknown"


Height = int | Answer | None
"""How high a hurdle is: counted, answered, or None where there is no check or nobody counted."""

COUNTED = (Hurdle.CLICKS, Hurdle.INPUTS, Hurdle.REQUIREMENTS)
"""Hurdles that are counted, and so have a limit."""

_SIZES = (Answer.NO, Answer.PARTLY, Answer.YES)


@dataclass(frozen=True)
class Compared:
    """One hurdle today and as planned."""

    hurdle: Hurdle
    before: Height
    after: Height
    trend: Trend


def friction_check(workshop: Workshop, target: FrictionTarget, state: MapState = MapState.AS_IS) -> Friction | None:
    """The first friction check of a target that stands for today (AS_IS) or for the plan (TO_BE); None without one."""
    return next((f for f in workshop.frictions if f.target is target and f.state in (state, MapState.BOTH)), None)


def height(friction: Friction, hurdle: Hurdle) -> Height:
    """How high a hurdle is in a check; the number of lines for what else is asked for."""
    if hurdle is Hurdle.REQUIREMENTS:
        return len(lines(friction.requirements))
    found: Height = getattr(friction, hurdle.value)
    return found


def most(target: FrictionTarget, limits: RuleLimits) -> dict[Hurdle, int]:
    """More than this is a hurdle of a target. The articles only say that too many clicks and demands deter, and that hurdles
    shall be low for both targets."""
    return {hurdle: limits.count(f"{target.value}-{hurdle.value}") for hurdle in COUNTED}


def hurdles(friction: Friction, limits: RuleLimits) -> tuple[Hurdle, ...]:
    """What is too high in a friction check: numbers above the limits, and a yes or partly where people are forced or
    misled."""
    held = most(friction.target, limits)
    return tuple(hurdle for hurdle in Hurdle if _is_high(height(friction, hurdle), held.get(hurdle, 0)))


def hurdles_said(friction: Friction, limits: RuleLimits) -> Enumeration:
    """The hurdles that are too high in a check, as a figure."""
    held = most(friction.target, limits)
    found = hurdles(friction, limits)
    return Enumeration(tuple(_said(hurdle, height(friction, hurdle), held.get(hurdle)) for hurdle in found))


def comparison(workshop: Workshop, target: FrictionTarget) -> tuple[Compared, ...]:
    """Every hurdle of a target today and as planned; empty where nobody has checked either. A check into which nobody has
    put anything says nothing, not even that nothing more is asked for: an empty plan is no improvement."""
    today, planned = (friction_check(workshop, target, state) for state in (MapState.AS_IS, MapState.TO_BE))
    if today is None and planned is None:
        return ()
    pairs = ((hurdle, _counted(today, hurdle), _counted(planned, hurdle)) for hurdle in Hurdle)
    return tuple(Compared(hurdle, before, after, _trend(before, after)) for hurdle, before, after in pairs)


def friction_purchase(examined: Examination) -> Iterator[Sighting]:
    """Hurdles of today's purchase: hurdles shall be minimal there (article B), too many clicks and demands deter (C)."""
    yield from _friction(examined, FrictionTarget.PURCHASE, examined.purchase)


def friction_lead(examined: Examination) -> Iterator[Sighting]:
    """Hurdles of leaving data today, which is a success as well (article B)."""
    yield from _friction(examined, FrictionTarget.LEAD, examined.phase_of("lead"))


def friction_unknown(examined: Examination) -> Iterator[Sighting]:
    """What nobody has counted yet at the purchase, or where data are left, though the journey has a place for it."""
    for target, phase, check, unknown in uncounted(examined):
        if unknown:
            figures: dict[str, Figure] = {
                "count": len(unknown),
                "target": _target(target),
                "unknown": Enumeration(tuple(_name(hurdle) for hurdle in unknown), ", "),
            }
            yield Sighting(Severity.LOW, phase, (check.id,) if check else (), figures)


def uncounted(examined: Examination) -> Iterator[tuple[FrictionTarget, str, Friction | None, tuple[Hurdle, ...]]]:
    """Every target that the journey has a place for, with its phase, today's check and the hurdles that it leaves open:
    all where there is no check."""
    for target, phase in _expected(examined):
        check = friction_check(examined.workshop, target)
        yield (
            target,
            phase,
            check,
            tuple(h for h in Hurdle if check is None or height(check, h) in (None, Answer.UNKNOWN)),
        )


def _expected(examined: Examination) -> Iterator[tuple[FrictionTarget, str]]:
    """The targets that the journey has, with their phases: a check, touchpoints in the phase, or a campaign for it."""
    checked = {friction.target for friction in examined.workshop.frictions if friction.state is not MapState.TO_BE}
    if FrictionTarget.PURCHASE in checked or examined.by_phase.get(examined.purchase):
        yield FrictionTarget.PURCHASE, examined.purchase
    lead = examined.phase_of("lead")
    asked = any(campaign.ask is Ask.EMAIL for campaign in examined.workshop.campaigns)
    apart = lead != examined.purchase and bool(examined.by_phase.get(lead))
    if FrictionTarget.LEAD in checked or asked or apart:
        yield FrictionTarget.LEAD, lead


def _friction(examined: Examination, target: FrictionTarget, phase: str) -> Iterator[Sighting]:
    check = friction_check(examined.workshop, target)
    high = hurdles(check, examined.limits) if check else ()
    if check and high:
        figures: dict[str, Figure] = {"count": len(high), "hurdles": hurdles_said(check, examined.limits)}
        many = len(high) >= examined.limits.count("many-hurdles")
        yield Sighting(Severity.HIGH if many else Severity.MEDIUM, phase, (check.id,), figures)


def _is_high(found: Height, limit: int) -> bool:
    return found in (Answer.YES, Answer.PARTLY) if isinstance(found, Answer) else found is not None and found > limit


def _counted(check: Friction | None, hurdle: Hurdle) -> Height:
    """How high a hurdle is; None where there is no check, or one that is still empty."""
    begun = check and any(height(check, each) not in (None, 0, Answer.UNKNOWN) for each in Hurdle)
    begun = begun or (check and (check.clicks is not None or check.inputs is not None))
    return height(check, hurdle) if check and begun else None


def _trend(before: Height, after: Height) -> Trend:
    low, high = _size(before), _size(after)
    if low is None or high is None:
        return Trend.UNKNOWN
    return Trend.SAME if low == high else Trend.BETTER if high < low else Trend.WORSE


def _size(found: Height) -> int | None:
    if isinstance(found, Answer):
        return _SIZES.index(found) if found in _SIZES else None
    return found


def _said(hurdle: Hurdle, found: Height, most_: int | None) -> Phrase:
    if isinstance(found, int) and most_ is not None:
        return Phrase(f"critic.hurdle.{hurdle.value}", {"count": found, "most": most_})
    return Phrase(f"critic.hurdle.{hurdle.value}" + ("_partly" if found is Answer.PARTLY else ""))


def _name(hurdle: Hurdle) -> Phrase:
    return Phrase(f"fields.frictions.{hurdle.value}")


def _target(target: FrictionTarget) -> Phrase:
    return Phrase(f"choices.FrictionTarget.{target.value}")
