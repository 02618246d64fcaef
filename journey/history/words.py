"""Values as people read them: choices, phases and people by name, dates and numbers in the language's form."""

from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from journey.editing import kind_of
from journey.model import (
    KINDS,
    MODELS,
    PHASES,
    Citation,
    Entity,
    Language,
    PersonaEmotion,
    Phase,
    Relation,
    Workshop,
    called,
    target_of,
)
from journey.phases import PhaseModel, built_in, models
from journey.texts import choice, day, has, number, text

NOTHING = "–"
"""What stands for an empty field."""


def field_words(  # noqa: PLR0917 - what, then where to look up names: the order in which one would say it
    kind: str, field: str, value: object, workshop: Workshop | None, model: PhaseModel, language: Language
) -> str:
    """A field's value as people read it; "–" when it is empty. Ids become the names of what they name."""
    return Describer(workshop, model, language).words(kind, field, value)


def photo_words(photo: str, language: Language) -> str:
    """A picture of one's own in words: how large it is tells two of them apart."""
    return text("history.value.photo", language, bytes=number(len(b64decode(photo)), language))


def packed_words(packed: str, language: Language) -> str:
    """A packed text in words: how long it is."""
    return text("history.value.packed", language, letters=number(len(packed), language))


@dataclass(frozen=True)
class Describer:
    """Everything that turns values into words: a language, the phase models, and every card that can be named; `more`
    holds cards by id that are not, or no longer, in the workshop."""

    workshop: Workshop | None
    model: PhaseModel
    language: Language
    more: Mapping[str, Entity] = field(default_factory=dict)

    def words(self, kind: str, field: str, value: object) -> str:
        """A field's value in words."""
        if value is None or value in ("", ()):
            return NOTHING
        if isinstance(value, tuple):
            return (" → " if field == "phases" else ", ").join(self.words(kind, field, item) for item in value)
        if isinstance(value, str) and not isinstance(value, Enum):
            return self._string(kind, field, value)
        return self._plain(field, value)

    def name(self, card: Entity) -> str:
        """What a card is called by the people in the room; "" when nobody named it."""
        return called(card, lambda target, named: self.phase(named) if target == PHASES else self._end(named))

    def phase(self, phase_id: str) -> str:
        """The name of a phase of any model; the bare id when no model has it."""
        found = (model.phase(phase_id) for model in (self.model, *self._models()))
        return next((phase.name for phase in found if phase and phase.name), phase_id)

    def model_name(self, model_id: str) -> str:
        """The name of a phase model; the bare id when there is none."""
        return next((model.name for model in self._models() if model.id == model_id and model.name), model_id)

    def field_name(self, kind: str, field: str) -> str:
        """What a field is called."""
        key = f"fields.{kind}.{field}"
        return text(key if has(key, self.language) else f"fields.all.{field}", self.language)

    def _models(self) -> tuple[PhaseModel, ...]:
        return models(self.workshop, self.language) if self.workshop else built_in(self.language)

    def _find(self, card_id: str) -> Entity | None:
        return (self.workshop.find(card_id) if self.workshop else None) or self.more.get(card_id)

    def _card(self, card_id: str) -> str:
        card = self._find(card_id)
        if card is None:
            return text("history.value.gone", self.language)
        return self.name(card) or text(f"fields.kinds.{kind_of(card)}", self.language)

    def _end(self, card_id: str) -> str:
        """What a relation or citation names. Files may let one name another, or itself: that is said by kind alone."""
        card = self._find(card_id)
        if isinstance(card, Relation | Citation):
            return text(f"fields.kinds.{kind_of(card)}", self.language)
        return self._card(card_id)

    def _string(self, kind: str, field: str, value: str) -> str:
        if (kind, field) == ("personas", "photo"):
            return photo_words(value, self.language)
        if kind == "rounds" and field in {"state", "said"}:
            return packed_words(value, self.language)
        if (kind, field) == ("rounds", "base"):
            return self._card(value)
        target = target_of(KINDS[kind], field)
        if target == PHASES:
            return self.phase(value)
        if target == MODELS:
            return self.model_name(value)
        if target:
            return self._card(value)
        return self._statement(value) if (kind, field) == ("citations", "field") else value

    def _plain(self, field: str, value: object) -> str:
        if isinstance(value, PersonaEmotion):
            return f"{self._card(value.persona)}: {choice(value.emotion, self.language)}"
        if isinstance(value, Phase):
            return value.name
        if isinstance(value, Enum):
            return choice(value, self.language)
        if isinstance(value, bool):
            return text(f"history.value.{'yes' if value else 'no'}", self.language)
        if isinstance(value, date):
            return day(value, self.language)
        if isinstance(value, int | float) and field != "avatar":
            return number(value, self.language)
        return str(value)

    def _statement(self, field: str) -> str:
        """A cited field's name: the first kind that has such a field gives the word."""
        keys = (f"fields.{kind}.{field}" for kind in ("touchpoints", "personas", *KINDS))
        return next((text(key, self.language) for key in keys if has(key, self.language)), field)
