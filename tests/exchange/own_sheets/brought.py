"""A stranger's sheet read as the page reads it: guessed, its phases placed or made a model, and its cards beside a workshop."""

from dataclasses import dataclass
from typing import Any

from journey.exchange.own_sheets import (
    MarkKind,
    SheetGrid,
    SheetPlan,
    SheetReading,
    for_new_workshop,
    grid_of_text,
    guessed,
    read_sheet,
)
from journey.exchange.own_sheets.grid import grid_of_rows
from journey.model import Entity, Language, Opportunity, Persona, Touchpoint, Workshop
from journey.phases import model_of
from tests.builders import a_workshop

Rows = list[list[Any]]


@dataclass(frozen=True)
class Brought:
    """A sheet, how it was understood, and what became of it."""

    grid: SheetGrid
    plan: SheetPlan
    reading: SheetReading

    @property
    def touchpoints(self) -> list[Touchpoint]:
        return [card for card in self.reading.cards if isinstance(card, Touchpoint)]

    @property
    def titles(self) -> dict[str, str]:
        """The name of each touchpoint's phase by its title."""
        names = {phase.id: phase.name for phase in self.reading.model.phases} if self.reading.model else {}
        return {card.title: names.get(card.phase, card.phase) for card in self.touchpoints}

    @property
    def ideas(self) -> list[str]:
        return [card.title for card in self.reading.cards if isinstance(card, Opportunity)]

    @property
    def personas(self) -> list[str]:
        return [card.name for card in self.reading.cards if isinstance(card, Persona)]

    def touchpoint(self, title: str) -> Touchpoint:
        return next(card for card in self.touchpoints if card.title == title)

    def of(self, kind: type[Entity]) -> list[Entity]:
        return [card for card in self.reading.cards if type(card) is kind]

    def told(self) -> list[tuple[str, int, str]]:
        """The problems with their row and column."""
        return [(problem.key, problem.row, problem.column) for problem in self.reading.problems]

    def left(self) -> set[str]:
        """The words of the cells that nothing came of."""
        return {self.grid.words(*spot) for spot, mark in self.reading.marks.items() if mark.kind is MarkKind.LEFT}


def of_grid(grid: SheetGrid, workshop: Workshop | None = None, *, new: bool = False) -> Brought:
    """A grid read into a workshop, or as a new one that begins with it."""
    held = workshop or a_workshop()
    model = model_of(held, Language.EN)
    plan = guessed(grid, model)
    if new:
        plan, model = for_new_workshop(grid, plan, model, Language.EN, "Of the sheet")
    return Brought(grid, plan, read_sheet(grid, plan, held, Language.EN, "seed"))


def of_rows(rows: Rows, workshop: Workshop | None = None, *, new: bool = False) -> Brought:
    return of_grid(grid_of_rows("Sheet", rows), workshop, new=new)


def of_text(words: str, *, of_file: bool = False, new: bool = False) -> Brought:
    return of_grid(grid_of_text(words, "Text", of_file=of_file), new=new)
