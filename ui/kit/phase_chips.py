"""Phases as small filled marks in the colours of their places, as HTML."""

from journey.palette import phase_colour
from journey.phases import PhaseModel
from ui.state.words import safe


def phase_chip(place: int, name: str) -> str:
    """One phase as a small filled mark, as HTML."""
    return f"<span class='j-chip solid' style='background:{phase_colour(place)};color:#fff'>{safe(name)}</span>"


def arrows(model: PhaseModel) -> str:
    """The phases of a model in a row, as HTML."""
    marks = "".join(
        f"<li style='background:{phase_colour(place)}' title='{safe(phase.meaning)}'>{safe(phase.name)}</li>"
        for place, phase in enumerate(model.phases)
    )
    return f"<ol class='j-phases'>{marks}</ol>"
