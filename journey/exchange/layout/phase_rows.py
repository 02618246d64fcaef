"""What the rows of a table show: a card each, and for own models a phase each."""

from dataclasses import dataclass
from enum import Enum
from typing import Any

from journey.model import OwnModel, Phase, Workshop


@dataclass(frozen=True)
class PhaseRow:
    """A row of the table of own models: one phase of one model."""

    id: str
    rank: float
    name: str
    phase_id: str
    phase_name: str
    phase_meaning: str
    phase_question: str
    phase_zone: Enum


def rows_of(workshop: Workshop, kind: str) -> tuple[Any, ...]:
    """What the rows of a table show: entities, for the own models one row a phase."""
    if kind == "models":
        return tuple(_phase_row(model, phase) for model in workshop.models for phase in model.phases)
    return workshop.collection(kind)


def _phase_row(model: OwnModel, phase: Phase) -> PhaseRow:
    return PhaseRow(
        id=model.id,
        rank=model.rank,
        name=model.name,
        phase_id=phase.id,
        phase_name=phase.name,
        phase_meaning=phase.meaning,
        phase_question=phase.question,
        phase_zone=phase.zone,
    )
