"""Cards of the room as cards of the workshop: one a group, or a line of what is there already."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from journey.catalogue import proposed_channel
from journey.editing import revise
from journey.live.exercise import Collected, Exercise, ExerciseKind, PersonaFact
from journey.live.exercise_state import ExerciseState, RoomCard
from journey.live.take_over.saying import Saying, sayings
from journey.live.take_over.taking import TakeOver, id_of
from journey.model import (
    TEXT_LIMIT,
    Action,
    Entity,
    EvidenceKind,
    Goal,
    Opportunity,
    Persona,
    PhaseNote,
    Source,
    Touchpoint,
    Workshop,
    lines,
)
from journey.phases import model_of
from journey.texts import number, text


def becomes(taking: TakeOver) -> None:
    """Take over the chosen cards that are not in the workshop yet."""
    for saying in sayings(taking.state):
        ids = [card.id for card in saying.cards]
        if (
            taking.is_chosen(*ids)
            and not is_said(taking.workshop, taking.exercise, saying)
            and not _is_twice(taking, saying)
        ):
            note = _beside(taking, saying)
            if saying.first.is_commitment:
                taking.write(_promised(taking, saying), "", note)
            else:
                _BECOMES[taking.exercise.collects](taking, saying, note)


def without_phase(workshop: Workshop, state: ExerciseState) -> tuple[str, ...]:
    """The cards of an exercise that wait for somebody to say which phase they belong to, of a group the first: what they
    become stands in a phase, and they were put to none that the workshop has. Empty before the reveal."""
    exercise = state.exercise
    if not exercise.is_shown or exercise.collects not in _IN_A_PHASE or exercise.kind is ExerciseKind.COMMIT:
        return ()
    aside = set(exercise.set_aside)
    return tuple(
        saying.first.id
        for saying in sayings(state)
        if _phase(workshop, saying.place) is None
        and not is_said(workshop, exercise, saying)
        and not aside.issuperset(card.id for card in saying.cards)
    )


def is_said(workshop: Workshop, exercise: Exercise, saying: Saying) -> bool:
    """Whether a card, or one of a group's, is in the workshop, or what the group is called."""
    called = replace(saying.first, words=saying.words, place=saying.place)
    held = workshop.collection(_NAMED[exercise.collects]) if exercise.collects in _NAMED else ()
    return _is_named(held, saying, _phase(workshop, saying.place)) or any(
        is_there(workshop, exercise, each) for each in (*saying.cards, called)
    )


def _is_twice(taking: TakeOver, saying: Saying) -> bool:
    """Whether somebody else's card of the same take-over has become what this one says."""
    kind = _NAMED.get(taking.exercise.collects)
    return kind is not None and _is_named(taking.collection(kind), saying, _needed_phase(taking, saying))


def _is_named(held: Iterable[Entity], saying: Saying, phase: str | None) -> bool:
    """Whether one of these cards is called what is said here, in its phase if it has one, and nothing is said besides."""
    return not saying.more and not saying.first.is_commitment and _called(held, saying.words, phase) is not None


def _called(held: Iterable[Entity], words: str, phase: str | None) -> Entity | None:
    named = (
        one for one in held if isinstance(one, Goal | Source | Touchpoint) and one.title.casefold() == words.casefold()
    )
    return next((one for one in named if getattr(one, "phase", phase) == phase), None)


def card_called(workshop: Workshop, words: str, place: str) -> Entity | None:
    """The goal, source or touchpoint that says these words, in the phase of this place; None for none. It stands for the card
    of a room that says the same."""
    held = (one for kind in _NAMED.values() for one in workshop.collection(kind))
    return _called(held, words, _phase(workshop, place)) if words else None


def is_there(workshop: Workshop, exercise: Exercise, card: RoomCard) -> bool:
    """Whether a card of the room is in the workshop, as a card or as a line of one."""
    if workshop.find(id_of("card", card.id)) is not None:
        return True
    target, field = _target(workshop, exercise, card.place)
    targets = [target] if target else []
    if exercise.collects in _LINES_OF_A_PHASE and _phase(workshop, card.place) is None:
        targets += workshop.phase_notes
    return any(card.words.casefold() in {line.casefold() for line in lines(getattr(each, field))} for each in targets)


def _beside(taking: TakeOver, saying: Saying) -> str:
    """Which small groups said it, and how often."""
    named = [taking.groups[card.group] for card in saying.cards if card.group in taking.groups]
    cards = len(saying.cards)
    often = text("live.merged", taking.language, count=number(cards, taking.language)) if cards > 1 else ""
    return " · ".join(filter(None, [*dict.fromkeys(named), often]))


def _promised(taking: TakeOver, saying: Saying) -> Action:
    owner, due = saying.first.who, saying.first.until
    return Action(id=saying.id, rank=taking.rank("actions"), title=saying.words, owner=owner, due=due, note=saying.more)


def _goal(taking: TakeOver, saying: Saying, note: str) -> None:
    taking.write(Goal(id=saying.id, rank=taking.rank("goals"), title=saying.words, note=saying.more), "", note)


def _evidence(taking: TakeOver, saying: Saying, _note: str) -> None:
    rank = taking.rank("sources")
    kind = EvidenceKind.ASSUMPTION
    taking.write_bare(Source(id=saying.id, rank=rank, title=saying.words, kind=kind, note=saying.more))


def _touchpoint(taking: TakeOver, saying: Saying, note: str) -> None:
    """Nothing of the card says what a customer does, so what it says besides stands with its evidence."""
    phase = _needed_phase(taking, saying)
    if phase is None:
        return
    card = Touchpoint(
        id=saying.id, rank=taking.rank("touchpoints"), title=saying.words, phase=phase,
        channel=proposed_channel(saying.words),
    )  # fmt: skip
    taking.write(card, "", " · ".join(filter(None, [note, *saying.more.splitlines()])))


def _opportunity(taking: TakeOver, saying: Saying, note: str) -> None:
    phase = _needed_phase(taking, saying)
    if phase is None:
        return
    place = taking.find(saying.place)
    touchpoint = place if isinstance(place, Touchpoint) else None
    card = Opportunity(
        id=saying.id, rank=taking.rank("opportunities"), title=saying.words, phase=phase, description=saying.more,
        touchpoint=touchpoint.id if touchpoint else None,
    )  # fmt: skip
    taking.write(card, "", note)


def _action(taking: TakeOver, saying: Saying, note: str) -> None:
    phase = _phase(taking.workshop, saying.place)
    card = Action(id=saying.id, rank=taking.rank("actions"), title=saying.words, phase=phase, note=saying.more)
    taking.write(card, "", note)


def _line(taking: TakeOver, saying: Saying, note: str) -> None:
    """A line more in a field of what the card was put to. What belongs nowhere, or has no room there, waits."""
    place, of_phases = saying.place, taking.exercise.collects in _LINES_OF_A_PHASE
    if of_phases and _phase(taking.workshop, place) is None:
        place = taking.phase
    known, field = _target(taking.workshop, taking.exercise, place)
    if known is None and of_phases and (phase := _phase(taking.workshop, place)):
        known = PhaseNote(id=id_of("note", place), rank=taking.rank("phase_notes"), phase=phase)
    elif known is None and _is_of_a_new_persona(taking.exercise, place):
        name = text("live.persona", taking.language)
        known = Persona(id=_new_persona(taking.exercise), rank=taking.rank("personas"), name=name)
    if known is None:
        return
    held = taking.find(known.id) or known
    said = str(getattr(held, field))
    twice = saying.words.casefold() in {line.casefold() for line in lines(said)}
    longer = said if twice else "\n".join(filter(None, [said, saying.words]))
    if len(longer) <= TEXT_LIMIT:
        taking.write(revise(held, **{field: longer}), field, note)


def _target(workshop: Workshop, exercise: Exercise, place: str) -> tuple[Entity | None, str]:
    """The card and the field of it that get a line more; None for what becomes a card of its own, or belongs nowhere."""
    found, collects = workshop.find(place), exercise.collects
    if collects is Collected.PERSONA_FACTS:
        if _is_of_a_new_persona(exercise, place):
            found = workshop.find(_new_persona(exercise))
        return (found if isinstance(found, Persona) else None), exercise.fact.value
    if collects not in (Collected.PAIN_POINTS, Collected.CONTENT):
        return None, ""
    if isinstance(found, Touchpoint):
        return found, "pain_points" if collects is Collected.PAIN_POINTS else "content"
    field = "note" if collects is Collected.PAIN_POINTS else "content"
    return next((note for note in workshop.phase_notes if note.phase == place), None), field


def _is_of_a_new_persona(exercise: Exercise, place: str) -> bool:
    """Whether a fact is of a persona that the room makes: there was none when the exercise began."""
    return exercise.collects is Collected.PERSONA_FACTS and not exercise.options and not place


def _new_persona(exercise: Exercise) -> str:
    return id_of("persona", exercise.id)


def line_at(workshop: Workshop, words: str, place: str) -> tuple[Entity | None, str]:
    """The card and its field that say these words in a line of their own, at a touchpoint, a persona or a phase; None for
    none."""
    notes = (note for note in workshop.phase_notes if note.phase == place)
    for card in filter(None, (workshop.find(place), *notes)):
        for field in _FIELDS_OF_LINES.get(type(card), ()):
            if words.casefold() in {line.casefold() for line in lines(getattr(card, field))}:
                return card, field
    return None, ""


def _phase(workshop: Workshop, place: str) -> str | None:
    """The phase that a card was put to, directly or at one of its touchpoints; None for none."""
    found = workshop.find(place) if place else None
    if isinstance(found, Touchpoint):
        return found.phase
    return place if place and model_of(workshop, workshop.frame.language).phase(place) else None


def _needed_phase(taking: TakeOver, saying: Saying) -> str | None:
    """The phase of what cannot be without one; None leaves the card among the open ideas."""
    return _phase(taking.workshop, saying.place) or _phase(taking.workshop, taking.phase)


_LINES_OF_A_PHASE = (Collected.PAIN_POINTS, Collected.CONTENT)
_IN_A_PHASE = (Collected.TOUCHPOINTS, Collected.OPPORTUNITIES, *_LINES_OF_A_PHASE)

_NAMED = {Collected.GOALS: "goals", Collected.EVIDENCE: "sources", Collected.TOUCHPOINTS: "touchpoints"}
"""What becomes a card that its words tell from others: of two that say the same, one is enough."""

_FIELDS_OF_LINES: dict[type[Entity], tuple[str, ...]] = {
    Touchpoint: ("pain_points", "content"),
    Persona: tuple(PersonaFact),
    PhaseNote: ("note", "content"),
}

_BECOMES: dict[Collected, Callable[[TakeOver, Saying, str], None]] = {
    Collected.GOALS: _goal,
    Collected.EVIDENCE: _evidence,
    Collected.PERSONA_FACTS: _line,
    Collected.TOUCHPOINTS: _touchpoint,
    Collected.PAIN_POINTS: _line,
    Collected.CONTENT: _line,
    Collected.OPPORTUNITIES: _opportunity,
    Collected.ACTIONS: _action,
}
