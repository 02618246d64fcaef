"""Exercises made from the workshop, or from what the room has said before: what can be scored, guessed, voted on."""

import re
from collections.abc import Iterable, Mapping

from journey.critic import Finding
from journey.live.agenda import AgendaItem
from journey.live.exercise import (
    CheckedFinding,
    Collected,
    Exercise,
    ExerciseKind,
    Option,
    PersonaFact,
    proposed_budget,
)
from journey.live.exercise_state import ExerciseState
from journey.model import ID_PATTERN, LINE_LIMIT, Language, Workshop, new_id
from journey.phases import model_of
from journey.texts import text

PLACES = {
    Collected.TOUCHPOINTS: "phases",
    Collected.PAIN_POINTS: "touchpoints",
    Collected.CONTENT: "touchpoints",
    Collected.OPPORTUNITIES: "phases",
    Collected.PERSONA_FACTS: "personas",
}
"""Where the cards of a collection are put, for those that have places."""

NEEDS_OPTIONS = frozenset({ExerciseKind.GROUP, ExerciseKind.FEEL, ExerciseKind.ESTIMATE, ExerciseKind.VOTE})
"""The kinds that nobody can act on without something to choose from."""


def phases_as_options(workshop: Workshop, language: Language) -> tuple[Option, ...]:
    """The phases of the workshop's model: places for cards."""
    return tuple(_option(phase.id, phase.name) for phase in model_of(workshop, language).phases)


def steps_as_options(workshop: Workshop, language: Language) -> tuple[Option, ...]:
    """The phases that are reached from another one: the step rates to be guessed."""
    return phases_as_options(workshop, language)[1:]


def touchpoints_as_options(workshop: Workshop, phases: Iterable[str] = ()) -> tuple[Option, ...]:
    """The touchpoints, of some phases alone where these are named, in the order of the phases."""
    order = {phase.id: place for place, phase in enumerate(model_of(workshop, workshop.frame.language).phases)}
    wanted = frozenset(phases)
    cards = sorted(workshop.touchpoints, key=lambda card: order.get(card.phase, len(order)))
    return tuple(_option(card.id, card.title, card.phase) for card in cards if not wanted or card.phase in wanted)


def personas_as_options(workshop: Workshop) -> tuple[Option, ...]:
    """The personas: places for facts, or who is felt for."""
    return tuple(_option(persona.id, persona.name) for persona in workshop.personas)


def opportunities_as_options(workshop: Workshop) -> tuple[Option, ...]:
    """The opportunities, to be voted on."""
    return tuple(_option(one.id, one.title, one.phase) for one in workshop.opportunities)


def findings_as_options(found: Iterable[Finding]) -> tuple[Option, ...]:
    """Findings, to be voted on, by the fingerprints of what they rest on."""
    named = ((finding.evidence, finding) for finding in found if re.fullmatch(ID_PATTERN, finding.evidence))
    return tuple(_option(evidence, finding.title, finding.phase) for evidence, finding in named)


def cards_as_options(state: ExerciseState, groups: Mapping[str, str], *, merged: bool = True) -> tuple[Option, ...]:
    """What the room has said in an exercise: each card, or of merged ones the first alone, called as their group. `groups`
    are the names of the small groups, by id."""
    called = {group.cards[0]: group.name for group in state.groups if group.name} if merged else {}
    hidden = {card for group in state.groups for card in group.cards[1:]} if merged else set()
    return tuple(
        _option(card.id, called.get(card.id) or card.words, card.place, groups.get(card.group, card.group))
        for card in state.cards.values()
        if card.id not in hidden
    )


def checking(finding: Finding, minutes: int = 3) -> Exercise:
    """The exercise that puts a finding to the room, with the question that it asks."""
    checked = CheckedFinding(rule=finding.rule, subject=_line(finding.title), evidence=finding.evidence)
    return Exercise(
        id=new_id(), kind=ExerciseKind.CHECK, question=_line(finding.title), minutes=minutes, finding=checked
    )


def question_of(item: AgendaItem, language: Language) -> str:
    """The question that an item of the agenda puts to the room: its title where that is one, else the usual one of what it
    asks for. "" for a check, whose finding is its question, and for talk alone."""
    title = item.title.strip()
    if title.endswith("?"):
        return title
    if item.exercise in (None, ExerciseKind.CHECK):
        return ""
    asked = (item.collects or Collected.OPPORTUNITIES) if item.exercise is ExerciseKind.COLLECT else item.exercise
    return text(f"live_room.asks.{asked.value}", language)


def exercise_for(
    item: AgendaItem,
    workshop: Workshop,
    language: Language,
    before: ExerciseState | None = None,
    groups: Mapping[str, str] | None = None,
) -> Exercise | None:
    """The exercise that an item of the agenda begins with, ready to be changed and begun; None for talk alone. What is
    grouped or voted on are the cards of the exercise `before`, with the names of their small `groups`, or else, for a vote,
    the opportunities. A check still needs its finding (`checking`)."""
    if item.exercise is None:
        return None
    options = _options(item, workshop, language, before, groups or {})
    several = item.exercise is ExerciseKind.FEEL and item.each_persona and len(workshop.personas) > 1
    collects = item.collects or (before.exercise.collects if before else Collected.OPPORTUNITIES)
    return Exercise(
        id=new_id(), kind=item.exercise, question=question_of(item, language), minutes=item.minutes, collects=collects, options=options,
        personas=personas_as_options(workshop) if several else (), budget=proposed_budget(len(options)),
        fact=before.exercise.fact if before else PersonaFact.PAINS, in_groups=item.in_groups,
    )  # fmt: skip


def completed(
    prepared: Exercise,
    workshop: Workshop,
    language: Language,
    before: ExerciseState | None = None,
    groups: Mapping[str, str] | None = None,
) -> Exercise | None:
    """A prepared exercise as its turn comes: what was left open when it was made (places, cards, touchpoints, steps, personas)
    is what there is now. None where that is nothing and it needs something."""
    collects = prepared.collects if prepared.kind is ExerciseKind.COLLECT else None
    item = AgendaItem(id=prepared.id, exercise=prepared.kind, collects=collects, each_persona=bool(prepared.personas))
    now = exercise_for(item, workshop, language, before, groups)
    if now is None or prepared.kind is ExerciseKind.CHECK:
        return prepared
    options = prepared.options or now.options
    if not options and prepared.kind in NEEDS_OPTIONS:
        return None
    grouped = {"collects": now.collects, "fact": now.fact} if prepared.kind is ExerciseKind.GROUP else {}
    return prepared.model_copy(update={"options": options, "personas": now.personas, **grouped})


def _options(
    item: AgendaItem, workshop: Workshop, language: Language, before: ExerciseState | None, groups: Mapping[str, str]
) -> tuple[Option, ...]:
    match item.exercise:
        case ExerciseKind.COLLECT:
            return _places(item.collects, workshop, language)
        case ExerciseKind.GROUP:
            return cards_as_options(before, {}, merged=False) if before else ()
        case ExerciseKind.VOTE:
            return cards_as_options(before, groups) if before else opportunities_as_options(workshop)
        case ExerciseKind.FEEL:
            return touchpoints_as_options(workshop)
        case ExerciseKind.ESTIMATE:
            return steps_as_options(workshop, language)
        case _:
            return ()


def _places(collects: Collected | None, workshop: Workshop, language: Language) -> tuple[Option, ...]:
    match PLACES.get(collects) if collects else None:
        case "phases":
            return phases_as_options(workshop, language)
        case "touchpoints":
            return (*touchpoints_as_options(workshop), *phases_as_options(workshop, language))
        case "personas":
            return personas_as_options(workshop)
        case _:
            return ()


def _option(option_id: str, words: str, place: str = "", group: str = "") -> Option:
    return Option(id=option_id, words=_line(words), place=place, group=_line(group))


def _line(words: str) -> str:
    return words[:LINE_LIMIT]
