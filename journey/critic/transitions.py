"""What is known of every step from one phase to the next, joined: numbers, stay, and possible causes, likeliest first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from statistics import median

from journey.critic.campaigns import uncovered
from journey.critic.examination import Examination
from journey.critic.finding import CardNames, Enumeration, Figure, PhaseName, Phrase
from journey.critic.friction import friction_check, hurdles, hurdles_said
from journey.critic.limits import limit_named
from journey.critic.steps import clearly_weakest
from journey.model import Emotion, FrictionTarget, Touchpoint, lines
from journey.numbers import Stage


class CauseKind(StrEnum):
    """Why people may get stuck, likeliest first (the app's own order): who has nowhere to step cannot go on, who meets
    a hurdle or is hurt does not want to, who is not called does not know how."""

    EMPTY = "empty"
    HURT = "hurt"
    FRICTION = "friction"
    MOOD = "mood"
    CAMPAIGN = "campaign"
    CONTENT = "content"
    PAINS = "pains"
    UNKNOWN = "unknown"


FELT = frozenset({CauseKind.HURT, CauseKind.FRICTION, CauseKind.MOOD})
"""Causes that people meet with, as against those that are only missing on the map."""


@dataclass(frozen=True)
class Cause:
    """A possible cause with the cards that show it and its figures; its words are critic.cause_<kind>."""

    kind: CauseKind
    cards: tuple[str, ...] = ()
    figures: Mapping[str, Figure] = field(default_factory=dict)


@dataclass(frozen=True)
class Transition:
    """A step into a phase from the one before, or from the last counted one where phases between are not counted.
    `stage` is the phase in the newest funnel, None where nobody counted the step. `weakest` says that its rate is lower than all others' beyond chance. `days` is how long
    people stay in the phase before, `usual` the median of the other phases, None where nobody measured. `causes` are
    ranked, likeliest first. A stay is long from `long_from` times `usual` on."""

    previous: str
    phase: str
    stage: Stage | None = None
    weakest: bool = False
    days: float | None = None
    usual: float | None = None
    causes: tuple[Cause, ...] = ()
    long_from: float = limit_named("long-stay").default

    @property
    def judged(self) -> bool:
        """Whether there are enough cases for a verdict on the rate."""
        return self.stage is not None and self.stage.interval is not None and not self.stage.few_cases

    @property
    def long_stay(self) -> bool:
        """Whether people stay much longer before this step than elsewhere."""
        return bool(self.days is not None and self.usual and self.days >= self.long_from * self.usual)


def transitions(examined: Examination) -> tuple[Transition, ...]:
    """Every step of the model, in phase order. Without any touchpoint there are no causes to be seen."""
    lowest, days, gaps = clearly_weakest(examined), _days(examined), frozenset(uncovered(examined))
    return tuple(_transition(examined, place, lowest, days, gaps) for place in range(1, len(examined.order)))


def _transition(
    examined: Examination, place: int, lowest: str | None, days: dict[str, float], gaps: frozenset[int]
) -> Transition:
    phases = tuple(examined.order)
    found = examined.funnel.stages[place] if examined.funnel else None
    stage = found if found and found.previous else None
    start = examined.order[stage.previous] if stage and stage.previous else place - 1
    others = [each for other, each in days.items() if other != phases[start]]
    causes = _causes(examined, start, place, gaps) if examined.touchpoints else ()
    return Transition(
        phases[start],
        phases[place],
        stage,
        phases[place] == lowest,
        days.get(phases[start]),
        median(others) if others and phases[start] in days else None,
        tuple(sorted(causes, key=lambda cause: _LIKELY.index(cause.kind))),
        examined.limits.value("long-stay"),
    )


_LIKELY = tuple(CauseKind)


def _days(examined: Examination) -> dict[str, float]:
    """The days of the newest period by phase; of two counts of a phase the first that says some holds."""
    days: dict[str, float] = {}
    for count in examined.workshop.counts:
        if count.period == examined.period and count.days is not None and count.phase in examined.order:
            days.setdefault(count.phase, count.days)
    return days


def _causes(examined: Examination, start: int, end: int, gaps: frozenset[int]) -> Iterator[Cause]:
    """What stands in the way from the phase at `start` into the one at `end`, in no order. Feelings and pain points of
    the later phase count where it is a deed that people have to get through: the purchase, or leaving data."""
    phases = tuple(examined.order)[start : end + 1]
    deeds = ((FrictionTarget.PURCHASE, examined.purchase), (FrictionTarget.LEAD, examined.phase_of("lead")))
    targets = [target for target, phase in deeds if phase == phases[-1]]
    empty = tuple(phase for phase in phases if not examined.by_phase[phase])
    if empty:
        names = Enumeration(tuple(Phrase("critic.stuck.named", {"name": PhaseName(phase)}) for phase in empty), ", ")
        yield Cause(CauseKind.EMPTY, figures={"count": len(empty), "empty": names})
    met = tuple(t for phase in (phases if targets else phases[:-1]) for t in examined.by_phase[phase])
    yield from _feelings(examined, met)
    for check in (friction_check(examined.workshop, target) for target in targets):
        if check and hurdles(check, examined.limits):
            yield Cause(CauseKind.FRICTION, (check.id,), {"hurdles": hurdles_said(check, examined.limits)})
    if not gaps.isdisjoint(range(start + 1, end + 1)):
        yield Cause(CauseKind.CAMPAIGN)
    here = examined.by_phase[phases[0]]
    if here and phases[0] not in examined.noted and not any(touchpoint.content for touchpoint in here):
        yield Cause(CauseKind.CONTENT, tuple(t.id for t in here), {"count": len(here)})
    yield from _pains(met, examined.limits.count("pain-points"))


def _feelings(examined: Examination, met: tuple[Touchpoint, ...]) -> Iterator[Cause]:
    lowest = [(min(examined.felt[t.id].values()), t) for t in met if t.id in examined.felt]
    bad = [(emotion, touchpoint) for emotion, touchpoint in lowest if emotion < Emotion.NEUTRAL]
    if bad:
        emotion, worst = min(bad, key=lambda each: each[0])
        hurts = emotion is Emotion.VERY_BAD or any(touchpoint.moment_of_truth for _, touchpoint in bad)
        figures: dict[str, Figure] = {"touchpoint": CardNames((worst.id,)), "emotion": emotion, "count": len(bad)}
        yield Cause(CauseKind.HURT if hurts else CauseKind.MOOD, tuple(t.id for _, t in bad), figures)


def _pains(met: tuple[Touchpoint, ...], many: int) -> Iterator[Cause]:
    pains = {touchpoint.id: len(lines(touchpoint.pain_points)) for touchpoint in met if touchpoint.pain_points}
    if sum(pains.values()) >= many:
        yield Cause(CauseKind.PAINS, tuple(pains), {"pains": sum(pains.values()), "touchpoints": len(pains)})
