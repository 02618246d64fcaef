"""The report's first chapter: what the map is for."""

from collections.abc import Iterator

from journey.model import Goal, Language, Perspective, Workshop
from journey.paper import parts
from journey.paper.parts import Passage
from journey.phases import model_of
from journey.texts import choice, day, number, text


def goals(workshop: Workshop, language: Language) -> Iterator[Passage]:
    """The goals of both sides, then the planning questions that somebody answered."""
    words = {Perspective.COMPANY: "goals.of_company", Perspective.CUSTOMER: "goals.of_customer"}
    for perspective, key in words.items():
        held = [goal for goal in workshop.goals if goal.perspective is perspective]
        if held:
            yield parts.heading(text(key, language))
            yield from parts.table(_head(language), (5, 3, 2, 2), [_row(goal, language) for goal in held])
    answers = list(_answers(workshop, language))
    if answers:
        yield parts.heading(text("goals.planning", language))
        for question, answer in answers:
            yield parts.heading(question, 3)
            yield parts.paragraph(answer)


def _head(language: Language) -> tuple[str, ...]:
    named = ("goals.title", "goals.metric", "goals.target", "goals.due")
    return tuple(text(f"fields.{name}", language) for name in named)


def _row(goal: Goal, language: Language) -> tuple[str, ...]:
    ends = [number(value, language) for value in (goal.baseline, goal.target) if value is not None]
    figures = " → ".join(ends) if goal.target is not None else ""
    title = "\n".join(filter(None, (goal.title, goal.note)))
    due = day(goal.due, language) if goal.due else ""
    return title, goal.metric, " ".join(filter(None, (figures, goal.unit if figures else ""))), due


def _answers(workshop: Workshop, language: Language) -> Iterator[tuple[str, str]]:
    frame, model = workshop.frame, model_of(workshop, language)
    contents = {note.phase: note.content for note in reversed(workshop.phase_notes) if note.content}
    content = "\n".join(f"{phase.name}: {contents[phase.id]}" for phase in model.phases if phase.id in contents)
    asked = (
        (text("goals.question_1", language), frame.end_action),
        (text("goals.question_2", language), content),
        (text("goals.question_3", language), frame.feelings),
        (text("goals.question_4", language), frame.effects),
        (text("fields.frame.company_values", language), frame.company_values),
    )
    return ((question, answer) for question, answer in asked if answer)


def about(workshop: Workshop, language: Language) -> list[tuple[str, str]]:
    """What stands on the cover: organisation, scope, phase model with its credit, and how much there is of what."""
    frame, model = workshop.frame, model_of(workshop, language)
    counted = (("personas", workshop.personas), ("touchpoints", workshop.touchpoints), ("actions", workshop.actions))
    rows = [
        (text("fields.frame.organisation", language), frame.organisation),
        (text("fields.frame.phase_model", language), "\n".join(filter(None, (model.name, model.credit)))),
        (text("fields.frame.scope", language), choice(frame.scope, language)),
    ]
    return rows + [(text(f"fields.plural.{kind}", language), number(len(held), language)) for kind, held in counted]
