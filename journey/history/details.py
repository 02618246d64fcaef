"""What a change did, card by card and field by field, in the words of whoever reads it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from journey.editing import Edit
from journey.history.words import NOTHING, Describer
from journey.model import Entity, Frame, Language, Workshop
from journey.phases import PhaseModel
from journey.texts import text


class Deed(StrEnum):
    """What happened to a card."""

    CREATED = "created"
    DELETED = "deleted"
    CHANGED = "changed"


@dataclass(frozen=True)
class FieldChange:
    """A field by its name in the model and by its word, with what it said before and says after; "–" for nothing."""

    field: str
    word: str
    old: str
    new: str


@dataclass(frozen=True)
class CardChange:
    """A card with what happened to it. `title` is its kind and name; a new or deleted card has its filled fields, a
    changed one those that differ."""

    kind: str
    id: str
    deed: Deed
    title: str
    fields: tuple[FieldChange, ...]


def details(
    edits: Iterable[Edit], workshop: Workshop | None, language: Language, model: PhaseModel
) -> tuple[CardChange, ...]:
    """Edits in words, one entry each, in their order. `workshop` is any earlier or later state, it lends names."""
    all_edits = tuple(edits)
    sides = (side for edit in all_edits for side in (edit.before, edit.after) if side is not None)
    describer = Describer(workshop, model, language, more={side.id: side for side in sides})
    return tuple(_card(edit, describer) for edit in all_edits)


def _card(edit: Edit, describer: Describer) -> CardChange:
    deed = Deed.CREATED if edit.before is None else Deed.DELETED if edit.after is None else Deed.CHANGED
    card = edit.after or edit.before
    assert card is not None  # noqa: S101 - an edit has a side; tells the type checker
    fields = (name for name in type(card).model_fields if name not in {"id", "rank"})
    found = [_field(edit, name, describer) for name in fields if _value(edit.before, name) != _value(edit.after, name)]
    said = tuple(
        one for one in found if one.old != one.new and ((edit.before and edit.after) or not _is_no(card, one.field))
    )
    if deed is Deed.CHANGED and edit.before and edit.after and edit.before.rank != edit.after.rank and not said:
        said = (_field(edit, "rank", describer),)
    return CardChange(edit.kind, edit.id, deed, _title(edit.kind, card, describer), said)


def _field(edit: Edit, name: str, describer: Describer) -> FieldChange:
    old, new = (
        NOTHING if side is None else describer.words(edit.kind, name, getattr(side, name))
        for side in (edit.before, edit.after)
    )
    return FieldChange(name, describer.field_name(edit.kind, name), old, new)


def _is_no(card: Entity, name: str) -> bool:
    """Whether a field of a new or deleted card says no more than that nobody ticked it."""
    return getattr(card, name) is False


def _value(card: Entity | None, name: str) -> object:
    return None if card is None else getattr(card, name)


def _title(kind: str, card: Entity, describer: Describer) -> str:
    word = text("fields.plural.frame" if isinstance(card, Frame) else f"fields.kinds.{kind}", describer.language)
    name = describer.name(card)
    return f"{word}: {name}" if name else word
