"""The crosswalk: which phases of the models mean the same, where the models contradict each other, and where each
phase's cards go when the model is switched. All of it is the app's own reading of the articles."""

import tomllib
from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from journey.model import Language, Phase, Value, Zone
from journey.phases import PhaseModel

_ZONES = tuple(Zone)


class CrosswalkRow(Value):
    """One thing that happens on a journey, with the phases of the models in which it happens. `question` is the app's
    proposal; `remarks` says by phase id what is special about a phase in this row."""

    id: str
    zone: Zone
    name: str
    question: str
    phases: tuple[str, ...]
    remarks: Mapping[str, str]

    def of(self, model_id: str) -> tuple[str, ...]:
        """The ids of a model's phases in this row; empty when the model lacks it."""
        return tuple(phase for phase in self.phases if phase.startswith(f"{model_id}."))


class Contradiction(Value):
    """A contradiction inside an article or between articles; `models` are the ids of the models it concerns."""

    id: str
    words: str
    models: tuple[str, ...]


class Proposal(Value):
    """Where the cards of a phase go: `target` is a phase id of the new model. `certain` when the crosswalk knows only
    this place, in the same zone; `alternatives` are the other sensible places, best first."""

    target: str
    certain: bool
    alternatives: tuple[str, ...] = ()


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "crosswalk.toml").read_text("utf-8"))


@cache
def crosswalk(language: Language) -> tuple[CrosswalkRow, ...]:
    """The twelve rows of the crosswalk, in journey order."""
    return tuple(
        CrosswalkRow(
            id=row["id"],
            zone=row["zone"],
            name=row["name"][language],
            question=row["question"][language],
            phases=tuple(row["phases"]),
            remarks={phase: words[language] for phase, words in row.get("remarks", {}).items()},
        )
        for row in _data()["rows"]
    )


def contradictions(language: Language, *model_ids: str) -> tuple[Contradiction, ...]:
    """The contradictions that concern any of these models; all nine when none is named."""
    entries = (
        Contradiction(id=entry["id"], words=entry["words"][language], models=tuple(entry["models"]))
        for entry in _data()["contradictions"]
    )
    return tuple(entry for entry in entries if not model_ids or set(entry.models) & set(model_ids))


def rows_of(phase_id: str) -> frozenset[str]:
    """The ids of the crosswalk rows that a phase stands in; empty for phases of own models."""
    return frozenset(row["id"] for row in _data()["rows"] if phase_id in row["phases"])


def proposal(old: PhaseModel, new: PhaseModel) -> dict[str, Proposal]:
    """For every phase of the old model its place in the new one: by the crosswalk, else (and for own models) by its
    place before, during or after the purchase. The same model gives the identity."""
    if old.id == new.id:
        return {phase.id: Proposal(target=phase.id, certain=True) for phase in old.phases if new.phase(phase.id)}
    return {phase.id: _proposed(phase, old, new) for phase in old.phases}


def _proposed(phase: Phase, old: PhaseModel, new: PhaseModel) -> Proposal:
    by_place = _by_place(phase, old, new)
    shares, covered = _shares(phase.id, old.id, new.id)
    ranked = sorted(
        shares, key=lambda target: (-shares[target], _other_zone(phase, new, target), by_place.index(target))
    )
    if not ranked:
        return Proposal(target=by_place[0], certain=False, alternatives=tuple(by_place[1:2]))
    certain = len(ranked) == 1 and covered and not _other_zone(phase, new, ranked[0])
    others = [target for target in (*ranked[1:], *by_place[:2]) if target != ranked[0]]
    return Proposal(target=ranked[0], certain=certain, alternatives=() if certain else tuple(dict.fromkeys(others)))


def _shares(phase_id: str, old_id: str, new_id: str) -> tuple[Counter[str], bool]:
    """How strongly the crosswalk ties a phase to phases of another model, and whether every row of it has one.
    A row that several phases share counts less for each."""
    shares: Counter[str] = Counter()
    covered = True
    for row in crosswalk(Language.EN):
        if phase_id in row.phases:
            targets = row.of(new_id)
            covered = covered and bool(targets)
            for target in targets:
                shares[target] += 12 // (len(row.of(old_id)) * len(targets))
    return shares, covered


def _other_zone(phase: Phase, model: PhaseModel, phase_id: str) -> bool:
    found = model.phase(phase_id)
    return found is None or found.zone != phase.zone


def _by_place(phase: Phase, old: PhaseModel, new: PhaseModel) -> list[str]:
    """The new model's phase ids, the nearest place first (of two the later). A model with one zone only has not sorted its phases by the
    purchase: then the position in the whole model decides."""
    zoned = all(len({p.zone for p in model.phases}) > 1 for model in (old, new))
    places = _zone_places(new) if zoned else _plain_places(new)
    here = (_zone_places(old) if zoned else _plain_places(old))[phase.id]
    return sorted(places, key=lambda phase_id: (round(abs(places[phase_id] - here), 9), -places[phase_id]))


def _zone_places(model: PhaseModel) -> dict[str, float]:
    """Each phase on a line on which every zone is as long as the others."""
    places = {}
    for number, zone in enumerate(_ZONES):
        ids = [phase.id for phase in model.phases if phase.zone == zone]
        places.update({phase_id: number + (place + 0.5) / len(ids) for place, phase_id in enumerate(ids)})
    return places


def _plain_places(model: PhaseModel) -> dict[str, float]:
    return {phase.id: (place + 0.5) / len(model.phases) for place, phase in enumerate(model.phases)}
