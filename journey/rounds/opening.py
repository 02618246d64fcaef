"""Rounds opened: the workshop as it stood when a round was closed."""

from collections.abc import Mapping

from journey.editing import revise
from journey.model import Round, Workshop
from journey.rounds.frozen import from_step, from_whole


class RoundLost(LookupError):
    """What a round holds cannot be read: it is broken, or the round that it rests on is gone. Carries the round's id."""


def without_rounds(workshop: Workshop) -> Workshop:
    """The workshop as a round holds it."""
    return workshop.exchanged({"rounds": ()})


def opened(workshop: Workshop, closed: Round, known: Mapping[str, Workshop] | None = None) -> Workshop:
    """The document as it was when the round was closed, without rounds. It has the id of the workshop that is open, also
    where this is a copy of the one that was closed. `known` are rounds that are open already, by id: one that this round
    rests on saves most of the work. RoundLost."""
    chain = resting_on(workshop, closed)
    start = next((place for place, each in enumerate(chain) if known and each.id in known), None)
    if start is None and chain[-1].base is not None:
        raise RoundLost(closed.id)
    try:
        found = from_whole(chain[-1].state) if start is None or not known else known[chain[start].id]
        for each in reversed(chain[: -1 if start is None else start]):
            found = from_step(each.state, found)
    except ValueError as error:
        raise RoundLost(closed.id) from error
    return _as_of(found, workshop.frame.id)


def resting_on(workshop: Workshop, closed: Round) -> list[Round]:
    """The round, that which it rests on, and so on; the last one is whole, unless one is gone."""
    known = {each.id: each for each in workshop.rounds}
    chain = [closed]
    while (base := chain[-1].base) is not None and base in known and known[base] not in chain:
        chain.append(known[base])
    return chain


def _as_of(workshop: Workshop, frame_id: str) -> Workshop:
    former = workshop.frame.id
    if former == frame_id:
        return workshop
    cited = [revise(c, card=frame_id) if c.card == former else c for c in workshop.citations]
    frame = workshop.frame.model_copy(update={"id": frame_id})
    return workshop.exchanged({"citations": cited}, frame)
