"""Worksheets on A4: one a phase model, one a step, one for a persona."""

from datetime import date
from typing import Any

from journey.model import Channel, EvidenceKind, GoalKind, Language, Phase, Workshop
from journey.palette import phase_colour
from journey.paper.imprint import imprint
from journey.paper.report.people import TOLD
from journey.paper.setting import pdf
from journey.paper.worksheets.scale import scale
from journey.phases import PhaseModel, examples, lever, model_of, models
from journey.texts import choice, text

STEPS = ("goals", "personas", "touchpoints", "map", "analysis")
"""The five steps; what each is called stands in the words of its page."""
ON_A_SHEET = 8
"""So many phases a sheet has room for."""
_TICKS = {"goals": GoalKind, "personas": EvidenceKind}
_COLUMNS = ("touchpoints", "behaviour", "content", "campaign", "stuck")
_PROMPTS = 4


def write_worksheets(
    workshop: Workshop, language: Language, *, made_on: date | None = None, glance: bool = False
) -> bytes:
    """The worksheets as PDF on A4: the workshop's phase model first, then the others, the five steps, a persona.
    At a `glance`: a PNG of one of each."""
    made_on = made_on or date.today()
    own = model_of(workshop, language)
    every = (own, *(model for model in models(workshop, language) if model.id != own.id))
    return pdf(
        "worksheets",
        language,
        made_on,
        glance=glance,
        foot=imprint(workshop, language, made_on),
        title=text("paper.sheet.title", language),
        models=[sheet for model in every for sheet in _sheets(model, language)][: 1 if glance else None],
        columns=[text(f"paper.sheet.{name}", language) for name in ("phase", *_COLUMNS)],
        ask=[text(f"paper.sheet.{name}", language) for name in ("all_phases", "where_stuck")],
        steps=[_step(number, name, language) for number, name in enumerate(STEPS, 1)][: 1 if glance else None],
        persona=_persona(language),
        scale=scale(language),
        words={name: text(f"paper.sheet.{name}", language) for name in ("topic", "day")},
    )


def _sheets(model: PhaseModel, language: Language) -> list[dict[str, Any]]:
    """A model on as few sheets as hold its phases, about as many on each."""
    count = -(-len(model.phases) // ON_A_SHEET)
    each = -(-len(model.phases) // count)
    rows = [_row(place, phase, model) for place, phase in enumerate(model.phases)]
    proposal = text("models.own_questions", language) if model.own_questions else ""
    about = " ".join(filter(None, (model.summary, model.credit, proposal)))
    heading = text("paper.sheet.of_model", language, model=model.name)
    return [{"heading": heading, "about": about, "rows": rows[at : at + each]} for at in range(0, len(rows), each)]


def _row(place: int, phase: Phase, model: PhaseModel) -> dict[str, Any]:
    """A phase: what it means, what customers ask, and for whom it names some: examples, advice."""
    hints = [words for words in (examples(model, phase.id), lever(model, phase.id)) if words]
    named = {"name": phase.name, "meaning": phase.meaning, "question": phase.question}
    return {"number": place + 1, "colour": phase_colour(place), "hints": hints, **named}


def _step(number: int, name: str, language: Language) -> dict[str, Any]:
    return {
        "number": text("paper.step.number", language, number=number, count=len(STEPS)),
        "heading": text(f"{name}.heading", language),
        "lead": text(f"paper.step.{name}.lead", language),
        "ticks": [choice(value, language) for value in _TICKS.get(name, ())],
        "prompts": [text(f"paper.step.{name}.prompt_{place}", language) for place in range(1, _PROMPTS + 1)],
        "tip": text(f"paper.step.{name}.tip", language),
    }


def _persona(language: Language) -> dict[str, Any]:
    return {
        "heading": text("paper.sheet.persona", language),
        "lines": [text(f"fields.personas.{name}", language) for name in ("name", "segment", "cluster", "share")],
        "portrait": text("fields.personas.avatar", language),
        "quote": text("fields.personas.quote", language),
        "boxes": [text(f"fields.personas.{name}", language) for name in TOLD],
        "channels": text("fields.personas.channels", language),
        "ticks": [choice(channel, language) for channel in Channel],
    }
