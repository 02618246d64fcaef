"""Several sheets of one file that are built alike, a month or a persona each: read by one plan, taken over together."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import StrEnum
from hashlib import sha256

from journey.editing import applied, change_of, next_rank
from journey.exchange.layout.labels import folded
from journey.exchange.own_sheets.assembly import read_sheet
from journey.exchange.own_sheets.fields import cut
from journey.exchange.own_sheets.grid import SheetGrid
from journey.exchange.own_sheets.guessing import placed
from journey.exchange.own_sheets.marks import SheetReading
from journey.exchange.own_sheets.plan import SheetPlan, kind_of_sheet
from journey.model import Entity, Language, Persona, PhaseCount, Touchpoint, Workshop
from journey.phases import model_of

_OF_EACH = (Touchpoint,)
"""Cards that every persona has of their own, though they are called alike."""


class SheetNaming(StrEnum):
    """What the name of each sheet says: nothing, whose journey it is, or when its counts were taken."""

    NOTHING = "nothing"
    PERSONA = "persona"
    PERIOD = "period"


def alike(grids: Sequence[SheetGrid], place: int, plan: SheetPlan) -> tuple[SheetGrid, ...]:
    """The sheet at a place, and then the others of the file that have the same shape and headings."""
    first = grids[place]
    kind = kind_of_sheet(first, plan)
    others = (grid for at, grid in enumerate(grids) if at != place)
    return (first, *(grid for grid in others if kind_of_sheet(grid, plan) == kind))


def read_alike(
    grids: Sequence[SheetGrid],
    plan: SheetPlan,
    workshop: Workshop,
    language: Language,
    seed: str,
    *,
    naming: SheetNaming = SheetNaming.NOTHING,
) -> SheetReading:
    """What a plan makes of sheets that are alike: the cards and problems of all, the marks of the first. A card that an earlier sheet
    gave is not made again, but for touchpoints of another persona. The same seed gives the same ids."""
    first = _named(read_sheet(grids[0], plan, workshop, language, seed), grids[0], workshop, seed, naming)
    found, beside = [first], _with(workshop, first, naming)
    if first.model:
        phases = {phase.name: phase.id for phase in first.model.phases}
        plan = replace(plan, own_model="", phases=phases)
    for number, grid in enumerate(grids[1:], 1):
        here = placed(grid, plan, model_of(beside, language))
        fitting = replace(here, phases={**here.phases, **plan.phases}, scale=plan.scale)
        own = f"{seed} {number}"
        reading = _named(read_sheet(grid, fitting, beside, language, own), grid, beside, own, naming)
        if naming is SheetNaming.PERSONA:
            reading = _behind(reading, found)
        found.append(reading)
        beside = _with(beside, reading, naming)
    return replace(
        first,
        cards=tuple(card for each in found for card in each.cards),
        problems=tuple(problem for each in found for problem in each.problems),
        unplaced=tuple(dict.fromkeys(words for each in found for words in each.unplaced)),
    )


def _with(workshop: Workshop, reading: SheetReading, naming: SheetNaming) -> Workshop:
    """The workshop that the next sheet is read beside."""
    kept = reading
    if naming is SheetNaming.PERSONA:
        kept = replace(reading, cards=tuple(card for card in reading.cards if not isinstance(card, _OF_EACH)))
    change = change_of(kept.edits(workshop))
    return applied(workshop, change) if change else workshop


def _behind(reading: SheetReading, before: Sequence[SheetReading]) -> SheetReading:
    """The reading with its touchpoints behind those of the sheets before, which it was not read beside."""
    count = sum(isinstance(card, _OF_EACH) for each in before for card in each.cards)
    cards = (
        card.model_copy(update={"rank": card.rank + count}) if isinstance(card, _OF_EACH) else card
        for card in reading.cards
    )
    return replace(reading, cards=tuple(cards))


def _named(reading: SheetReading, grid: SheetGrid, workshop: Workshop, seed: str, naming: SheetNaming) -> SheetReading:
    """The reading with what the sheet's name says."""
    name = " ".join(grid.name.split())
    if naming is SheetNaming.PERIOD and name:
        period, _ = cut("counts", "period", name)
        return replace(reading, cards=tuple(_in_period(card, period) for card in reading.cards))
    if naming is not SheetNaming.PERSONA or not name or not reading.cards:
        return reading
    whose, new = _persona(name, (*workshop.personas, *reading.cards), workshop, seed)
    return replace(reading, cards=(*new, *(_of(card, whose) for card in reading.cards)))


def _in_period(card: Entity, period: str) -> Entity:
    is_undated = isinstance(card, PhaseCount) and not card.period
    return card.model_copy(update={"period": period}) if is_undated else card


def _of(card: Entity, persona: str) -> Entity:
    of_nobody = isinstance(card, Touchpoint) and not card.personas
    return card.model_copy(update={"personas": (persona,)}) if of_nobody else card


def _persona(name: str, known: Iterable[Entity], workshop: Workshop, seed: str) -> tuple[str, tuple[Entity, ...]]:
    """The id of the persona with this name, and the persona where nobody has it yet."""
    for each in known:
        if isinstance(each, Persona) and folded(each.name) == folded(name):
            return each.id, ()
    short, _ = cut("personas", "name", name)
    new_id = sha256(f"{seed} whose".encode()).hexdigest()[:26]
    return new_id, (Persona(id=new_id, name=short, rank=next_rank(workshop.personas)),)
