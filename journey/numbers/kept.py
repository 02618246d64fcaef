"""What the document keeps of an event log: the people at each phase, and for each activity how often it occurred. Never a
case, never an event."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from journey.editing import Edit, next_rank, put, remove, revise
from journey.model import Activity, Entity, PhaseCount, Workshop
from journey.numbers.funnel import Funnel
from journey.numbers.matching import Matching, kept_name

if TYPE_CHECKING:
    from journey.numbers.log.tally import Tally

MOST_UNMATCHED = 100
"""So many activities that belong to no phase are kept, the most frequent ones: page addresses can be thousands."""

_DAY = 86_400
_ACTIVITIES = "activities"


def counts_kept(workshop: Workshop, matching: Matching, tallies: "Iterable[Tally]") -> list[Edit]:
    """Edits that let the document keep the counts of a log's activities (`tally`, most cases first) in place of those of
    the log before: of all that are matched, ignored or were decided by hand, and of the most frequent others. Activities
    of the document that this log does not have keep what was decided by hand, without counts; the others go."""
    held: dict[str, Activity] = {}
    for activity in workshop.activities:
        held.setdefault(activity.name, activity)
    counted: dict[str, tuple[int, int]] = {}
    unmatched = 0
    for tally in tallies:
        name = kept_name(tally.name)
        unmatched += tally.name in matching.unmatched
        if name and (tally.name not in matching.unmatched or unmatched <= MOST_UNMATCHED or _decided(held.get(name))):
            events, cases = counted.get(name, (0, 0))
            counted[name] = events + tally.events, max(cases, tally.cases)
    rank = next_rank(workshop.activities)
    fresh = (name for name in counted if name not in held)
    new = [
        Activity(id=workshop.id_for(_ACTIVITIES, name), rank=rank + place, name=name)
        for place, name in enumerate(fresh)
    ]
    gone = {card.id for card in workshop.activities if card.name not in counted and not _decided(card)}
    staying = [card for card in (*workshop.activities, *new) if card.id not in gone]
    cards = [_with_counts(card, counted.get(card.name)) for card in staying]
    return [edit for edit in (*put(workshop, *cards), *remove(workshop, *gone)) if edit.before != edit.after]


def counts_for(
    workshop: Workshop, period: str, counts: Mapping[str, int], days: Mapping[str, float | None] | None = None
) -> list[Edit]:
    """Edits that give the phases (ids) these counts in a period; of several counts of a phase the first one is changed.
    `days`: how long people stay at a phase; a phase that it does not name keeps what the document says."""
    return put(workshop, *_cards(workshop, period, counts, days or {}, next_rank(workshop.counts)))


def counts_of_periods(workshop: Workshop, counts: Mapping[str, Mapping[str, int]]) -> list[Edit]:
    """The same for several periods, which follow each other in this order."""
    rank, cards = next_rank(workshop.counts), list[Entity]()
    for period, of_phase in counts.items():
        cards += _cards(workshop, period, of_phase, {}, rank + len(cards))
    return put(workshop, *cards)


def _cards(
    workshop: Workshop, period: str, counts: Mapping[str, int], days: Mapping[str, float | None], rank: float
) -> list[Entity]:
    held = {count.phase: count for count in reversed(workshop.counts) if count.period == period}
    cards = []
    for place, (phase, count) in enumerate(counts.items()):
        card = held.get(phase) or PhaseCount(
            id=workshop.id_for("counts", phase, period), rank=rank + place, phase=phase, period=period, count=count
        )
        stay = {"days": days[phase]} if phase in days else {}
        cards.append(revise(card, count=count, **stay))
    return cards


def funnel_kept(workshop: Workshop, measured: Funnel, period: str) -> list[Edit]:
    """Edits that keep the counts of a log's funnel, and as the days at a phase the median wait until the next one."""
    counted = {stage.phase_id: stage.count for stage in measured.stages if stage.count is not None}
    stays = {stage.previous: stage.wait.median / _DAY for stage in measured.stages if stage.wait and stage.previous}
    return counts_for(workshop, period, counted, {phase: stays.get(phase) for phase in counted})


def decided(
    workshop: Workshop, activity: str, touchpoint: str | None = None, phase: str | None = None, *, ignored: bool = False
) -> list[Edit]:
    """Edits that match an activity by hand: to a touchpoint, or to a phase, or set it aside; with none of these it is
    matched by its name again. Its counts stay. No edits for a name of which nothing can be kept."""
    name = kept_name(activity)
    if not name:
        return []
    held = next((one for one in workshop.activities if one.name == name), None)
    card = held or Activity(id=workshop.id_for(_ACTIVITIES, name), rank=next_rank(workshop.activities), name=name)
    return put(workshop, revise(card, touchpoint=touchpoint, phase=phase, ignored=ignored))


def _with_counts(activity: Activity, counts: tuple[int, int] | None) -> Entity:
    events, cases = counts or (None, None)
    return revise(activity, events=events, cases=cases)


def _decided(activity: Activity | None) -> bool:
    return activity is not None and bool(activity.touchpoint or activity.phase or activity.ignored)
