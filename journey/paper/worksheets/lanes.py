"""Lanes for sticky notes: the empty map on sheets of A3, whose cells take a usual note."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from journey.journey_map import LANES, Lane
from journey.model import Emotion, Language, Phase, Workshop
from journey.palette import SLATE, phase_colour
from journey.paper.fitted import fitted
from journey.paper.imprint import imprint
from journey.paper.setting import pdf
from journey.paper.worksheets.scale import figure
from journey.phases import model_of
from journey.texts import text

ACROSS, DOWN = 4, 3
"""So many phases and lanes a sheet has at most: each cell takes a note of 76 × 76 mm."""
_ROOM, _APART = 376.0, 2.0
"""What a sheet leaves to the cells beside the names of the lanes, and what is between them; in millimetres."""


def write_lanes(workshop: Workshop, language: Language, *, made_on: date | None = None, glance: bool = False) -> bytes:
    """The lanes of the workshop's phase model as PDF on A3, some phases and some lanes a sheet; at a
    `glance` a PNG of the first sheets."""
    made_on = made_on or date.today()
    model = model_of(workshop, language)
    phases = list(enumerate(model.phases, 1))
    lanes: list[dict[str, Any]] = [
        {"words": LANES[lane].words(language), "hue": LANES[lane].hue, "felt": lane is Lane.EMOTION} for lane in LANES
    ]
    free = -len(lanes) % DOWN
    lanes += [{"words": text("paper.lanes.free", language), "hue": SLATE, "felt": False}] * free
    sheets: list[dict[str, Any]] = [
        {"phases": [_head(number, phase, len(across)) for number, phase in across], "lanes": down}
        for down in parted(lanes, DOWN)
        for across in parted(phases, ACROSS)
    ]
    for number, sheet in enumerate(sheets, 1):
        sheet["heading"] = text("paper.lanes.sheet", language, model=model.name, number=number, count=len(sheets))
    return pdf(
        "lanes",
        language,
        made_on,
        glance=glance,
        foot=imprint(workshop, language, made_on),
        title=text("paper.lanes.title", language, model=model.name),
        sheets=sheets[: 2 if glance else None],
        pages=len(sheets),
        figures=[figure(emotion) for emotion in sorted(Emotion)],
    )


def _head(number: int, phase: Phase, beside: int) -> dict[str, Any]:
    """A phase above its cells, on a sheet with so many."""
    wide = (_ROOM - beside * _APART) / beside - 6
    name = fitted(f"{number} · {phase.name}", wide, 6.5, (15, 13, 11, 9, 7, 5), bold=True)
    question = fitted(phase.question, wide, 7, (10, 9, 8, 7, 5))
    return {"name": name, "question": question, "colour": phase_colour(number - 1)}


def parted(items: Sequence[Any], most: int) -> list[Sequence[Any]]:
    """Items in as few groups as hold at most so many, all about equally large, in their order."""
    count = -(-len(items) // most)
    each, more = divmod(len(items), count)
    ends = [each * place + min(place, more) for place in range(count + 1)]
    return [items[start:end] for start, end in pairwise(ends)]
