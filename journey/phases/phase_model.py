"""A phase model, and which ones a workshop can choose."""

from collections.abc import Container, Mapping
from functools import cache
from typing import Any

from journey.model import Language, OwnModel, Phase, Value, Workshop, Zone
from journey.phases.articles import entries

DEFAULT_MODEL = "aida-plus"


class PhaseModel(Value):
    """A phase model in one language. `article` is the source's letter ("" = the team's own); `own_zones` and
    `own_questions` mark what no article says: the app's own proposal. `levers` (what to do: duty, advice, warning) and
    `examples` (touchpoints and deeds that the article names) hold one text a phase, "" where it gives none; both are
    empty in own models."""

    id: str
    article: str = ""
    name: str
    summary: str = ""
    credit: str = ""
    own_zones: bool = False
    own_questions: bool = False
    phases: tuple[Phase, ...]
    levers: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()

    def phase(self, phase_id: str) -> Phase | None:
        """The phase with this id; None when the model has none."""
        return next((phase for phase in self.phases if phase.id == phase_id), None)

    def index(self, phase_id: str) -> int | None:
        """The position of a phase, from 0; None when the model does not have it."""
        return next((place for place, phase in enumerate(self.phases) if phase.id == phase_id), None)

    def phase_name(self, phase_id: str) -> str:
        """The name of a phase; the bare id when the model does not have it."""
        phase = self.phase(phase_id)
        return phase.name if phase else phase_id

    def sale(self, among: Container[str] | None = None) -> str:
        """The id of the phase with the sale: the last one during the purchase, else the last of all. `among` (ids of phases)
        narrows the choice where it holds any of the model's."""
        phases = [phase for phase in self.phases if among is None or phase.id in among] or self.phases
        return next((phase.id for phase in reversed(phases) if phase.zone is Zone.DURING), phases[-1].id)


@cache
def built_in(language: Language) -> tuple[PhaseModel, ...]:
    """The five models of the articles, A to E, in one language."""
    return tuple(_model(entry, language) for entry in entries())


def models(workshop: Workshop, language: Language) -> tuple[PhaseModel, ...]:
    """Every model that a workshop can choose: the built-in ones, then its own."""
    return (*built_in(language), *(_own(model) for model in workshop.models))


def model_of(workshop: Workshop, language: Language) -> PhaseModel:
    """The phase model that a workshop works with; the default when its own is gone."""
    chosen = {model.id: model for model in models(workshop, language)}
    return chosen.get(workshop.frame.phase_model) or chosen[DEFAULT_MODEL]


def lever(model: PhaseModel, phase_id: str) -> str:
    """What the model's article advises in a phase; "" when it gives nothing."""
    return _told(model, phase_id, model.levers)


def examples(model: PhaseModel, phase_id: str) -> str:
    """What the model's article names as examples or touchpoints of a phase; "" when it gives nothing."""
    return _told(model, phase_id, model.examples)


def _told(model: PhaseModel, phase_id: str, texts: tuple[str, ...]) -> str:
    place = model.index(phase_id)
    return texts[place] if place is not None and place < len(texts) else ""


def _own(model: OwnModel) -> PhaseModel:
    return PhaseModel(id=model.id, name=model.name, phases=model.phases)


def _model(entry: Mapping[str, Any], language: Language) -> PhaseModel:
    phases = tuple(
        Phase(
            id=f"{entry['id']}.{phase['id']}",
            name=phase["name"][language],
            meaning=phase["meaning"][language],
            question=phase["question"][language],
            zone=phase["zone"],
        )
        for phase in entry["phases"]
    )
    return PhaseModel(
        id=entry["id"],
        article=entry["article"],
        name=entry["name"][language],
        summary=entry["summary"][language],
        credit=entry["credit"][language],
        own_zones=entry["own_zones"],
        own_questions=entry["own_questions"],
        phases=phases,
        levers=tuple(phase["lever"][language] for phase in entry["phases"]),
        examples=tuple(phase["examples"][language] for phase in entry["phases"]),
    )
