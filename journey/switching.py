"""Switching the phase model of a filled workshop: everything that names a phase moves along a mapping, nothing is lost.

What cannot share a phase stays under its old phase id, where `unplaced` finds it and a switch back brings it home:
figures are never added up, because counts of phases are not additive, and texts are never cut.
"""

from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from typing import TypeVar

from journey.editing import Edit, difference, reordered, revise
from journey.model import (
    COLLECTIONS,
    PHASES,
    TEXT_LIMIT,
    Citation,
    Entity,
    Guess,
    PhaseCount,
    PhaseNote,
    Workshop,
    mentions,
    references,
)
from journey.phases import PhaseModel, model_of, models
from journey.phases.crosswalk import proposal

Figure = TypeVar("Figure", PhaseCount, Guess)

_STAYING = ("audit", "actions")
"""What was asked about a phase and what was decided for it: that stays a fact about the former phase."""

NAMING = tuple(
    kind
    for kind, type_ in COLLECTIONS.items()
    if kind not in _STAYING and any(reference.target == PHASES for reference in references(type_).values())
)
"""The collections whose entities stand in a phase."""


class UnknownPhase(ValueError):
    """The workshop has no such model, or the mapping names a phase that the new model does not have."""


def switched(workshop: Workshop, new_model_id: str, mapping: Mapping[str, str]) -> list[Edit]:
    """Edits that give a workshop another phase model and move its cards from the old phases (the mapping's keys) to
    the new ones. Phases that the mapping leaves out go where the crosswalk proposes. Cards keep their order; two
    notes of one phase become one; of two counts of a phase and period, or two guesses of a phase and author, the earlier
    phase's goes, the other one stays."""
    old, new = model_of(workshop, workshop.frame.language), _model(workshop, new_model_id)
    places = {**{phase: place.target for phase, place in proposal(old, new).items()}, **mapping}
    for phase_id in places.values():
        if new.phase(phase_id) is None:
            raise UnknownPhase(f"{new_model_id} has no phase {phase_id}")
    after = workshop.with_collection("campaigns", (_moved(c, places) for c in workshop.campaigns))
    after = _with_cards(after, "touchpoints", old, places)
    after = _with_cards(after, "opportunities", old, places)
    after = _with_notes(after, old, places)
    after = after.with_collection("counts", _figures(workshop.counts, old, places, attrgetter("period")))
    after = after.with_collection("guesses", _figures(workshop.guesses, old, places, attrgetter("author")))
    after = after.with_collection("activities", (_moved(a, places) for a in workshop.activities))
    after = after.with_collection("priorities", (_moved(p, places) for p in workshop.priorities))
    after = after.with_frame(workshop.frame.model_copy(update={"phase_model": new_model_id}))
    return difference(workshop, after)


def unplaced(workshop: Workshop) -> tuple[Entity, ...]:
    """Every entity that names a phase which the workshop's model does not have."""
    model = model_of(workshop, workshop.frame.language)
    return tuple(
        entity
        for kind in NAMING
        for entity in workshop.collection(kind)
        if any(model.phase(phase) is None for phase in phases_of(entity))
    )


def phases_of(entity: Entity) -> tuple[str, ...]:
    """The phase ids that an entity names; empty for those that name none."""
    return tuple(mention.id for mention in mentions(entity) if mention.target == PHASES)


def _model(workshop: Workshop, model_id: str) -> PhaseModel:
    for model in models(workshop, workshop.frame.language):
        if model.id == model_id:
            return model
    raise UnknownPhase(f"there is no phase model {model_id}")


def _moved(entity: Entity, places: Mapping[str, str]) -> Entity:
    phases = {one.field: places.get(one.id, one.id) for one in mentions(entity) if one.target == PHASES}
    return revise(entity, **phases)


def _journey_order(entity: Entity, model: PhaseModel) -> tuple[int, float, str]:
    place = model.index(phases_of(entity)[0])
    return (len(model.phases) if place is None else place, entity.rank, entity.id)


def _with_cards(workshop: Workshop, kind: str, old: PhaseModel, places: Mapping[str, str]) -> Workshop:
    """The cards of a kind in their new phases, those that come together in the order of the old phases."""
    before = sorted(workshop.collection(kind), key=lambda card: _journey_order(card, old))
    after = workshop.with_collection(kind, (_moved(card, places) for card in before))
    for phase in dict.fromkeys(places.values()):
        here = [card.id for card in after.collection(kind) if phases_of(card) == (phase,)]
        wanted = [card.id for card in before if card.id in set(here)]
        if here != wanted:
            new_ranks = {edit.id: edit.after for edit in reordered(after, kind, wanted) if edit.after}
            after = after.with_collection(kind, (new_ranks.get(card.id, card) for card in after.collection(kind)))
    return after


def _with_notes(workshop: Workshop, old: PhaseModel, places: Mapping[str, str]) -> Workshop:
    """One note a phase: the others' texts are joined to the first, and what was cited on them is cited on it."""
    kept: dict[str, PhaseNote] = {}
    stayed: list[Entity] = []
    merged: dict[str, str] = {}
    for note in sorted(workshop.phase_notes, key=lambda note: _journey_order(note, old)):
        phase = places.get(note.phase, note.phase)
        first = kept.get(phase)
        if first is None:
            kept[phase] = note.model_copy(update={"phase": phase})
        elif joined := _joined(first, note):
            kept[phase] = joined
            merged[note.id] = first.id
        else:
            stayed.append(note)
    citations: Iterable[Citation] = (
        c.model_copy(update={"card": merged[c.card]}) if c.card in merged else c for c in workshop.citations
    )
    return workshop.with_collection("phase_notes", [*kept.values(), *stayed]).with_collection("citations", citations)


def _joined(first: PhaseNote, second: PhaseNote) -> PhaseNote | None:
    """Two notes in one; None when a text would grow past its limit."""
    texts = {
        field: "\n".join(dict.fromkeys(part for part in (getattr(first, field), getattr(second, field)) if part))
        for field in ("content", "note")
    }
    fits = all(len(text) <= TEXT_LIMIT for text in texts.values())
    return first.model_copy(update=texts) if fits else None


def _figures(
    figures: Iterable[Figure], old: PhaseModel, places: Mapping[str, str], of: Callable[[Figure], str]
) -> list[Figure]:
    """Figures in their new phases; `of` says whose they are (a period, an author). In a phase only one old phase's
    figures of each count: what stands there already, else those of the earliest phase, which more people reached."""
    owner: dict[tuple[str, str], str] = {}
    ordered = sorted(figures, key=lambda figure: (figure.phase in places, _journey_order(figure, old)))
    for figure in ordered:
        owner.setdefault((places.get(figure.phase, figure.phase), of(figure)), figure.phase)
    moved = []
    for figure in ordered:
        phase = places.get(figure.phase, figure.phase)
        mine = owner[phase, of(figure)] == figure.phase
        moved.append(figure.model_copy(update={"phase": phase}) if mine else figure)
    return moved
