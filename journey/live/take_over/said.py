"""Cards of the room as cards of the workshop: one a group, or a line of what is there already."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from journey.catalogue import proposed_channel
from journey.editing import revise
from journey.live.exercise import Collected, Exercise, PersonaFact
from journey.live.exercise_state import RoomCard
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


@dataclass(frozen=True)
class Saying:
    """What one card, or one group of cards, says."""

    words: str
    cards: tuple[RoomCard, ...]

    @property
    def first(self) -> RoomCard:
        return self.cards[0]

    @property
    def id(self) -> str:
        """The id of what it becomes."""
        return id_of("card", self.first.id)

    @property
    def more(self) -> str:
        """What it says besides its words, a line each: details, and the words of merged cards that differ."""
        said = [*(card.detail for card in self.cards), *(card.words for card in self.cards)]
        return "\n".join(line for line in dict.fromkeys(said) if line and line != self.words)[:TEXT_LIMIT]


def becomes(taking: TakeOver) -> None:
    """Take over the chosen cards that are not in the workshop yet."""
    for saying in _sayings(taking):
        ids = [card.id for card in saying.cards]
        if taking.is_chosen(*ids) and not any(
            is_there(taking.workshop, taking.exercise, each) for each in saying.cards
        ):
            note = _beside(taking, saying)
            if saying.first.is_commitment:
                taking.write(_promised(taking, saying), "", note)
            else:
                _BECOMES[taking.exercise.collects](taking, saying, note)


def is_there(workshop: Workshop, exercise: Exercise, card: RoomCard) -> bool:
    """Whether a card of the room is in the workshop, as a card or as a line of one."""
    if workshop.find(id_of("card", card.id)) is not None:
        return True
    target, field = _target(workshop, exercise, card.place)
    return target is not None and card.words.casefold() in {line.casefold() for line in lines(getattr(target, field))}


def _sayings(taking: TakeOver) -> Iterator[Saying]:
    groups = {card: group for group in taking.state.groups for card in group.cards}
    for card in taking.state.cards.values():
        group = groups.get(card.id)
        if group is None:
            yield Saying(card.words, (card,))
        elif group.cards[0] == card.id:
            cards = tuple(taking.state.cards[each] for each in group.cards)
            yield Saying(group.name or card.words, cards)


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
    phase = _phase(taking, saying.first.place) or model_of(taking.workshop, taking.language).phases[0].id
    card = Touchpoint(
        id=saying.id, rank=taking.rank("touchpoints"), title=saying.words, phase=phase, doing=saying.more,
        channel=proposed_channel(saying.words),
    )  # fmt: skip
    taking.write(card, "", note)


def _opportunity(taking: TakeOver, saying: Saying, note: str) -> None:
    place = taking.find(saying.first.place)
    touchpoint = place if isinstance(place, Touchpoint) else None
    phase = _phase(taking, saying.first.place) or model_of(taking.workshop, taking.language).phases[0].id
    card = Opportunity(
        id=saying.id, rank=taking.rank("opportunities"), title=saying.words, phase=phase, description=saying.more,
        touchpoint=touchpoint.id if touchpoint else None,
    )  # fmt: skip
    taking.write(card, "", note)


def _action(taking: TakeOver, saying: Saying, note: str) -> None:
    phase = _phase(taking, saying.first.place)
    card = Action(id=saying.id, rank=taking.rank("actions"), title=saying.words, phase=phase, note=saying.more)
    taking.write(card, "", note)


def _line(taking: TakeOver, saying: Saying, note: str) -> None:
    """A line more in a field of what the card was put to. What belongs nowhere, or has no room there, waits."""
    place = saying.first.place
    known, field = _target(taking.workshop, taking.exercise, place)
    of_phases = taking.exercise.collects is not Collected.PERSONA_FACTS
    if known is None and of_phases and (phase := _phase(taking, place)):
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


def _phase(taking: TakeOver, place: str) -> str | None:
    """The phase that a card was put to, directly or at one of its touchpoints; None for none."""
    found = taking.find(place) if place else None
    if isinstance(found, Touchpoint):
        return found.phase
    return place if place and model_of(taking.workshop, taking.language).phase(place) else None


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
