"""The report to hand out: everything that the workshop found, in the order of the five steps."""

from collections.abc import Collection
from datetime import date
from typing import Any

from journey.model import Language, Workshop
from journey.palette import phase_colour
from journey.paper.imprint import imprint, title_of
from journey.paper.parts import Opening, chapter
from journey.paper.report.afterwards import priorities, since
from journey.paper.report.analysis import actions, campaigns, chances, curve, open_questions, the_funnel
from journey.paper.report.audit import self_audit
from journey.paper.report.future import future
from journey.paper.report.goals import about, goals
from journey.paper.report.journey import first_map, phases
from journey.paper.report.people import personas, sources
from journey.paper.setting import pdf
from journey.phases import model_of
from journey.texts import text

_CHAPTERS = {
    "goals": (goals, Opening.PAGE),
    "since": (since, Opening.PAGE),
    "personas": (personas, Opening.PAGE),
    "map": (first_map, Opening.LANDSCAPE),
    "future": (future, Opening.LANDSCAPE),
    "phases": (phases, Opening.PAGE),
    "curve": (curve, Opening.PAGE),
    "funnel": (the_funnel, Opening.BELOW),
    "campaigns": (campaigns, Opening.BELOW),
    "audit": (self_audit, Opening.PAGE),
    "findings": (open_questions, Opening.PAGE),
    "priorities": (priorities, Opening.PAGE),
    "opportunities": (chances, Opening.BELOW),
    "actions": (actions, Opening.BELOW),
    "sources": (sources, Opening.BELOW),
}
"""The chapters in their order; their titles stand below paper.chapter, and below paper.empty what they lack where nothing is
there yet."""
_LATER = {"since", "future", "priorities", "audit"}
"""Chapters that few workshops have: left out where there is nothing to tell."""

_AT_A_GLANCE, _PARTS = ("map", "phases"), 5


def chapters_of(workshop: Workshop, language: Language, among: Collection[str] = _CHAPTERS) -> list[dict[str, Any]]:
    """Every chapter `among` these with its passages, in their order."""
    return [
        chapter(
            text(f"paper.chapter.{name}", language),
            told,
            text(f"paper.empty.{name}", language),
            opening,
        )
        for name, (made, opening) in _CHAPTERS.items()
        if name in among
        for told in [list(made(workshop, language))]
        if told or name not in _LATER
    ]


def write_report(workshop: Workshop, language: Language, *, made_on: date | None = None, glance: bool = False) -> bytes:
    """The workshop as a PDF on A4, with contents, bookmarks and tags for screen readers; at a `glance` a picture (PNG) of its
    cover, the map and the first phase."""
    made_on = made_on or date.today()
    chapters = chapters_of(workshop, language, _AT_A_GLANCE if glance else _CHAPTERS)
    if glance:
        chapters[-1]["parts"] = chapters[-1]["parts"][:_PARTS]
    model = model_of(workshop, language)
    return pdf(
        "report",
        language,
        made_on,
        foot=imprint(workshop, language, made_on),
        title=title_of(workshop, language),
        about=[list(row) for row in about(workshop, language) if row[1]],
        kind=text("paper.report.kind", language),
        phases=[[phase.name, phase_colour(place)] for place, phase in enumerate(model.phases)],
        contents=text("paper.report.contents", language),
        glance=glance,
        chapters=chapters,
    )
