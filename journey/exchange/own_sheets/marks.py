"""What became of a stranger's sheet: each cell with what it fills, the cards, and what could not be placed."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from journey.editing import Edit, put, revise
from journey.exchange.guarding.problems import Problem
from journey.exchange.own_sheets.grid import SheetSpot
from journey.model import Entity, OwnModel, Workshop


class MarkKind(StrEnum):
    """HEAD: a phase. LABEL: what a column or a lane is called. TAKEN: it fills a card. LEFT: nothing came of it."""

    HEAD = "head"
    LABEL = "label"
    TAKEN = "taken"
    LEFT = "left"


@dataclass(frozen=True)
class SheetMark:
    """What a cell was understood as. `target` is the field that it fills, and of a LABEL the one that its column or lane
    fills; "" for none."""

    kind: MarkKind
    target: str = ""


@dataclass(frozen=True)
class SheetReading:
    """A sheet as a plan reads it. `marks` are by row and column of the sheet as it lies there. `cards` are new, with ids that
    are the same each time. `model` is the phase model that the sheet brings; `unplaced` are its phases that stand nowhere
    yet."""

    marks: Mapping[SheetSpot, SheetMark]
    cards: tuple[Entity, ...]
    problems: tuple[Problem, ...]
    model: OwnModel | None = None
    unplaced: tuple[str, ...] = ()

    def edits(self, workshop: Workshop) -> list[Edit]:
        """Edits that put the cards into a workshop, and its own model where the sheet brings one."""
        if self.model is None:
            return put(workshop, *self.cards)
        return put(workshop, self.model, revise(workshop.frame, phase_model=self.model.id), *self.cards)
