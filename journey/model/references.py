"""What names what: declared once, in the type of each field that holds an id. Whoever deletes, moves, words or offers
something asks here."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, get_origin

from pydantic.fields import FieldInfo

from journey.model.annotations import parts
from journey.model.ids import Id
from journey.model.values import Entity, Value

PHASES, MODELS, CARDS = "phases", "phase_models", "cards"
"""Targets that are no collection: the phases of the workshop's model, the models to choose from, and cards of any kind."""


@dataclass(frozen=True)
class RefersTo:
    """Annotates an id: `target` is the collection of what it names, or PHASES, MODELS, CARDS."""

    target: str


PhaseId = Annotated[Id, RefersTo(PHASES)]
ModelId = Annotated[Id, RefersTo(MODELS)]
PersonaId = Annotated[Id, RefersTo("personas")]
TouchpointId = Annotated[Id, RefersTo("touchpoints")]
GoalId = Annotated[Id, RefersTo("goals")]
SourceId = Annotated[Id, RefersTo("sources")]
CardId = Annotated[Id, RefersTo(CARDS)]


@dataclass(frozen=True)
class Reference:
    """A field that names something. `needed`: its card is none without it; `many`: it is a list. `inner` is the field of
    a list's items that holds the id, "" where they are ids themselves."""

    field: str
    target: str
    needed: bool
    many: bool
    inner: str = ""

    @property
    def to_card(self) -> bool:
        """Whether it names a card; phases and models are none."""
        return self.target not in (PHASES, MODELS)

    def id_of(self, item: Any) -> str:
        """The id that an item of the field holds."""
        return str(getattr(item, self.inner) if self.inner else item)

    def items(self, value: Any) -> tuple[Any, ...]:
        """The items of the field's value."""
        return tuple(value) if self.many else () if value is None else (value,)

    def without(self, value: Any, gone: Collection[str]) -> Any:
        """What is left of the field's value without what it says of some ids."""
        kept = tuple(item for item in self.items(value) if self.id_of(item) not in gone)
        return kept if self.many else next(iter(kept), None)


@dataclass(frozen=True)
class Mention:
    """That a card names something: its field, the target and id that it names, and whether it is none without it."""

    field: str
    target: str
    id: str
    needed: bool


@cache
def references(type_: type[Value]) -> Mapping[str, Reference]:
    """The fields of a type that name something, by name."""
    found = (_reference(name, field) for name, field in type_.model_fields.items())
    return {reference.field: reference for reference in found if reference}


def _reference(name: str, field: FieldInfo) -> Reference | None:
    many = get_origin(field.annotation) is tuple
    for part in parts(field):
        if isinstance(part, RefersTo):
            return Reference(name, part.target, field.is_required(), many)
        if isinstance(part, type) and issubclass(part, Value):
            for inner in references(part).values():
                return Reference(name, inner.target, field.is_required(), many, inner.field)
    return None


def target_of(type_: type[Value], field: str) -> str:
    """What a field of a type names; "" when it names nothing."""
    reference = references(type_).get(field)
    return reference.target if reference else ""


def mentions(card: Entity) -> Iterator[Mention]:
    """Everything that a card names, in the order of its fields."""
    for reference in references(type(card)).values():
        for item in reference.items(getattr(card, reference.field)):
            yield Mention(reference.field, reference.target, reference.id_of(item), reference.needed)


def called(card: Entity, name: Callable[[str, str], str]) -> str:
    """What people call a card; "" when nothing says it. `name` gives the words for what it names, by target and id."""
    targets = {field: target_of(type(card), field) for field in card.said_by}
    said = {field: str(getattr(card, field)) for field in card.said_by}
    words = (name(targets[field], held) if targets[field] else held for field, held in said.items())
    return card.between.join(word for word in words if word)
