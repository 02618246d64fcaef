"""The plane of value and effort: where each subject stands on it, and what its quarter is called."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from journey.model import Opportunity, Priority, Workshop
from journey.priorities.gains import StepGain
from journey.priorities.subjects import RatedKind, RatedSubject, SubjectKey, key_of

MIDDLE = 2.75
"""From here on a value is high and an effort is large (the app's own rule): 3 of 5 is, a mean of 2 and 3 is not. So nothing is
called a quick win that is not clearly little effort."""


class Quadrant(StrEnum):
    """The quarters of the plane: much value for little effort, much for much, little for little, little for much."""

    QUICK_WIN = "quick_win"
    BIG_BET = "big_bet"
    FILL_IN = "fill_in"
    MONEY_PIT = "money_pit"


@dataclass(frozen=True)
class Weighed:
    """A priority on the plane. `subject` is None for what is gone: then the priority's own words stand. `value` (1 to 5) is
    the weighed mean of both values, `effort` from 1 to 5; None where nobody said. `proposed`: the value rests on the figures,
    since nobody said what it is worth to the firm; `gain` is what they say."""

    priority: Priority
    subject: RatedSubject | None
    value: float | None
    effort: int | None
    proposed: bool
    gain: StepGain | None

    @property
    def words(self) -> str:
        """What it is about."""
        return self.subject.words if self.subject else self.priority.subject

    @property
    def quadrant(self) -> Quadrant | None:
        """Its quarter; None while value or effort is not known."""
        return None if self.value is None or self.effort is None else quadrant_of(self.value, self.effort)


def quadrant_of(value: float, effort: float) -> Quadrant:
    """The quarter of a value and an effort."""
    if value >= MIDDLE:
        return Quadrant.BIG_BET if effort >= MIDDLE else Quadrant.QUICK_WIN
    return Quadrant.MONEY_PIT if effort >= MIDDLE else Quadrant.FILL_IN


def weighed(
    workshop: Workshop, subjects: Iterable[RatedSubject], gains: Mapping[str, StepGain] | None = None
) -> tuple[Weighed, ...]:
    """Every priority of a workshop on the plane, in the workshop's order; of two of a subject the first. Where an idea has no
    values here, its own impact and effort stand for them. `gains` propose what nobody said of the firm's value, by phase."""
    found = _matched(workshop, subjects)
    return tuple(_weighed(workshop, priority, subject, gains or {}) for priority, subject in found)


def numbered(rated: Sequence[Weighed]) -> tuple[tuple[int, Weighed], ...]:
    """What stands on the plane with its number: the most value first, of equals the least effort, then the workshop's order."""
    known = [one for one in rated if one.value is not None and one.effort is not None]
    return tuple(enumerate(sorted(known, key=lambda one: (-(one.value or 0), one.effort or 0)), start=1))


def _weighed(
    workshop: Workshop, priority: Priority, subject: RatedSubject | None, gains: Mapping[str, StepGain]
) -> Weighed:
    idea = workshop.find(priority.card or "")
    impact, effort = (idea.impact, idea.effort) if isinstance(idea, Opportunity) else (None, None)
    gain = gains.get(subject.phase) if subject else None
    firm = _first(priority.value_firm, impact)
    proposed = firm is None and gain is not None
    if firm is None and gain is not None:
        firm = gain.level
    weight = workshop.frame.customer_weight / 100
    value = _mean((_first(priority.value_customers, impact), weight), (firm, 1 - weight))
    return Weighed(
        priority, subject, value, _first(priority.effort, effort), proposed and weight < 1 and value is not None, gain
    )


def _first(*levels: int | None) -> int | None:
    return next((level for level in levels if level is not None), None)


def _mean(*parts: tuple[int | None, float]) -> float | None:
    """The weighed mean of what is known."""
    known = [(level, weight) for level, weight in parts if level is not None and weight > 0]
    total = sum(weight for _, weight in known)
    return round(sum(level * weight for level, weight in known) / total, 6) if total else None


def _matched(workshop: Workshop, subjects: Iterable[RatedSubject]) -> list[tuple[Priority, RatedSubject | None]]:
    """Each priority with its subject. A pain point that was reworded is still the same where it is the only one of its
    touchpoint that has no priority."""
    by_key = {subject.key: subject for subject in subjects}
    held: dict[SubjectKey, Priority] = {}
    for priority in workshop.priorities:
        held.setdefault(key_of(priority), priority)
    left = [subject for key, subject in by_key.items() if key not in held and subject.kind is RatedKind.PAIN]
    return [(priority, by_key.get(key) or _reworded(priority, held, by_key, left)) for key, priority in held.items()]


def _reworded(
    priority: Priority,
    held: Mapping[SubjectKey, Priority],
    by_key: Mapping[SubjectKey, RatedSubject],
    left: Iterable[RatedSubject],
) -> RatedSubject | None:
    if not priority.pain or priority.rule:
        return None
    lost = [one for key, one in held.items() if one.card == priority.card and one.pain and key not in by_key]
    open_ = [subject for subject in left if subject.card == priority.card]
    return open_[0] if len(lost) == len(open_) == 1 else None
