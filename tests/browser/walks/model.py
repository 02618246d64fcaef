"""The plain model: what the workshop must hold, and what each person has typed and not yet left.

A change of the store that no act explains is a loss, whatever it is: a field nobody typed into, a card nobody deleted."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from journey.editing import applied, change_of, kind_of, put, remove, revise
from journey.model import COLLECTIONS, Entity, Workshop
from tests.browser.walks.adapter import title_of


class Lost(AssertionError):
    """Something is lost or wrong. `kind` names it, the same for the same fault whatever was typed."""

    def __init__(self, kind: str, said: str) -> None:
        super().__init__(said)
        self.kind, self.said = kind, said


@dataclass(frozen=True)
class Draft:
    """What a person has typed into a field. `base` is what the field held before, `text` what it holds now."""

    entity: str
    field: str
    label: str
    base: str
    text: str
    in_card: bool


@dataclass(frozen=True)
class Effect:
    """What an act must do to the store, and nothing else: fields saved, cards born (kind and fields) and gone, cards put
    back to what they were."""

    saves: tuple[Draft, ...] = ()
    sets: tuple[tuple[str, str, str], ...] = ()
    born: tuple[tuple[str, Mapping[str, Any]], ...] = ()
    gone: tuple[str, ...] = ()
    back: Mapping[str, tuple[Entity | None, Entity | None]] | None = None


NOTHING = Effect()
Step = Mapping[str, tuple[Entity | None, Entity | None]]
"""A change as the model knows it: by a card's id, the card before and after."""


@dataclass
class History:
    """What one person has done and taken back."""

    done: list[Step] = field(default_factory=list)
    undone: list[Step] = field(default_factory=list)


def everything(workshop: Workshop) -> dict[str, Entity]:
    """All cards by id, the frame too."""
    cards = {entity.id: entity for kind in COLLECTIONS for entity in workshop.collection(kind)}
    return {workshop.frame.id: workshop.frame, **cards}


def difference(before: Workshop, after: Workshop) -> Step:
    """The cards that differ."""
    old, new = everything(before), everything(after)
    return {name: (old.get(name), new.get(name)) for name in {*old, *new} if old.get(name) != new.get(name)}


def shown(value: Any) -> str:
    """A text or a whole number as a field shows it."""
    return "" if value is None else f"{value:.15g}" if isinstance(value, int | float) else str(value)


def is_number(entity: Entity, name: str) -> bool:
    """Whether a field takes numbers only."""
    return type(entity).model_fields[name].annotation is not str


def with_field(entity: Entity, name: str, typed: str) -> Entity:
    """The card after somebody typed into a field of it and left it."""
    return revise(entity, **{name: (typed or None) if is_number(entity, name) else typed})


def replaced(workshop: Workshop, entity: Entity) -> Workshop:
    change = change_of(put(workshop, entity))
    return applied(workshop, change) if change else workshop


def without(workshop: Workshop, *gone: str) -> Workshop:
    change = change_of(remove(workshop, *gone))
    return applied(workshop, change) if change else workshop


def put_back(workshop: Workshop, step: Step) -> Workshop | None:
    """The workshop with a step taken back; None when somebody has changed the same cards since."""
    if any(workshop.find(name) != after for name, (_, after) in step.items()):
        return None
    for name, (before, _) in step.items():
        if before is None:
            workshop = without(workshop, name)
    for before, _ in step.values():
        workshop = replaced(workshop, before) if before else workshop
    return workshop


def newborn(expected: Workshop, now: Workshop, kind: str, fields: Mapping[str, Any]) -> Entity | None:
    """The card of the store that is new and has these fields; None when there is none."""
    known = everything(expected)
    fresh = (entity for entity in now.collection(kind) if entity.id not in known)
    return next((card for card in fresh if all(getattr(card, name) == value for name, value in fields.items())), None)


def compare(expected: Workshop, now: Workshop) -> None:
    """Lost, with what is wrong, when the store holds anything else than expected."""
    for before, after in difference(expected, now).values():
        if after is None and before is not None:
            raise Lost("vanished", f"{title_of(before)!r} ({kind_of(before)}) is gone, and nobody deleted it")
        if before is None and after is not None:
            raise Lost("appeared", f"{title_of(after)!r} ({kind_of(after)}) is there, and nobody added it")
        if before is not None and after is not None:
            raise Lost(*_changed(before, after))


def _changed(before: Entity, after: Entity) -> tuple[str, str]:
    names = [name for name in type(before).model_fields if getattr(before, name) != getattr(after, name)]
    values = ", ".join(f"{name} is {getattr(after, name)!r} instead of {getattr(before, name)!r}" for name in names)
    emptied = any(not getattr(after, name) and getattr(before, name) for name in names)
    return (
        "emptied in the store" if emptied else "other in the store",
        f"in the store, of {title_of(before)!r} {values}",
    )
