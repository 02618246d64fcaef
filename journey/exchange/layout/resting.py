"""Rounds whose rows were deleted from a workbook may have been what others rest on: those are made to rest elsewhere."""

from collections.abc import Iterable, Mapping, Sequence

from journey.editing import applied, change_of
from journey.exchange.layout.packed_lists import seal_of_packed
from journey.model import FIRST_DAY, Entity, Frame, Round, Workshop
from journey.rounds import removed

_NONE = "-"


def links_of(rounds: Iterable[Round]) -> list[str]:
    """How rounds rest on each other, as cells of the hidden sheet: "id base seal"."""
    return [f"{each.id} {each.base or _NONE} {seal_of_packed(each.state)}" for each in rounds]


def resting(
    rounds: Sequence[Entity], frame: Frame, links: Iterable[str], packed: Mapping[str, str]
) -> Sequence[Entity]:
    """The rounds of a workbook; those that rested on a round whose row is gone rest on another one or on themselves. `links`
    says how they rested when the workbook was written."""
    there = [each for each in rounds if isinstance(each, Round)]
    ids = {each.id for each in there}
    if not {each.base for each in there} - ids - {None}:
        return rounds
    gone = [found for link in links if (found := _round(link, packed)) and found.id not in ids]
    before = Workshop.model_construct(frame=frame, rounds=(*there, *gone))
    change = change_of(removed(before, *(each.id for each in gone)))
    return applied(before, change).rounds if change else rounds


def _round(link: str, packed: Mapping[str, str]) -> Round | None:
    match link.split(" "):
        case [own, base, seal] if seal in packed:
            return Round.model_construct(
                id=own, closed=FIRST_DAY, base=None if base == _NONE else base, state=packed[seal]
            )
    return None
