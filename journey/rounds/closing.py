"""Changes that close a round, and that remove one without harm to the others."""

from datetime import date

from journey.editing import Edit, next_rank, put, remove, revise
from journey.model import Entity, Round, Workshop, new_id
from journey.rounds.frozen import step_to, whole
from journey.rounds.kept import Kept, packed_kept
from journey.rounds.opening import RoundLost, opened, resting_on, without_rounds

CLOSE_ROUND = "close_round"
"""The label of a change that closes a round."""
REMOVE_ROUND = "remove_round"
"""The label of a change that removes one."""


def closing(
    workshop: Workshop,
    name: str,
    closed: date,
    kept: Kept,
    *,
    next_day: date | None = None,
    next_people: str = "",
    next_measure: str = "",
    round_id: str = "",
) -> list[Edit]:
    """Edits that freeze the workshop as it stands, as the end of a round, with the plan of the next one. The round that was
    closed last keeps from now on only what differs from this one. pydantic.ValidationError where the name or plan is too
    long."""
    new = Round(
        id=round_id or new_id(),
        rank=next_rank(workshop.rounds),
        name=name,
        closed=closed,
        next_day=next_day,
        next_people=next_people,
        next_measure=next_measure,
        state=whole(workshop),
        said=packed_kept(kept),
    )
    return put(workshop, *_leaner(workshop, new), new)


def removed(workshop: Workshop, *round_ids: str) -> list[Edit]:
    """Edits that remove rounds, and let those that rest on them rest on the next later one, or on themselves. Ids that are
    gone are passed over."""
    gone = set(round_ids)
    staying = [each for each in workshop.rounds if each.id not in gone]
    moved = [_resting_elsewhere(workshop, each, gone) for each in staying if each.base in gone]
    return [*put(workshop, *moved), *remove(workshop, *(each.id for each in workshop.rounds if each.id in gone))]


def _leaner(workshop: Workshop, new: Round) -> list[Entity]:
    last = workshop.rounds[-1] if workshop.rounds else None
    if last is None or last.base is not None:
        return []
    try:
        older = opened(workshop, last)
    except RoundLost:
        return []
    return [revise(last, base=new.id, state=step_to(older, without_rounds(workshop)))]


def _resting_elsewhere(workshop: Workshop, closed: Round, gone: set[str]) -> Entity:
    try:
        then = opened(workshop, closed)
    except RoundLost:
        return closed
    later = next((each for each in resting_on(workshop, closed)[1:] if each.id not in gone), None)
    if later is None:
        return revise(closed, base=None, state=whole(then))
    return revise(closed, base=later.id, state=step_to(then, opened(workshop, later)))
