"""What an import would change, in words: cards added, removed and changed, field by field, before anything is applied."""

from dataclasses import dataclass
from datetime import date

from journey.editing import Edit, difference
from journey.exchange.layout.cells import yes_no
from journey.exchange.layout.columns import Sheet
from journey.exchange.layout.labels import Labels, described, labels_of
from journey.exchange.layout.lean_sheet import Cell
from journey.exchange.layout.tables import FORM, table
from journey.model import FRAME, Citation, Entity, Language, OwnModel, Workshop
from journey.texts import choice, day, number, text


@dataclass(frozen=True)
class FieldDifference:
    """A field with its word, and what it says before and after; "" for nothing."""

    field: str
    word: str
    old: str
    new: str


@dataclass(frozen=True)
class Difference:
    """A card that is added, removed or changed. `label` is what people call it; an added or removed card shows its
    filled fields, a changed one those that differ."""

    kind: str
    id: str
    label: str
    fields: tuple[FieldDifference, ...]

    def title(self, language: Language) -> str:
        """The kind's word and the card's label: "Touchpoint: Newsletter"."""
        return f"{text(f'fields.kinds.{self.kind}', language)}: {self.label}"


def differences(old: Workshop, new: Workshop, language: Language) -> tuple[Difference, ...]:
    """Everything that turns one workshop into the other, in the order of the collections."""
    before, after = labels_of(old, language), labels_of(new, language)
    return tuple(_difference(edit, before, after) for edit in difference(old, new))


def _difference(edit: Edit, before: Labels, after: Labels) -> Difference:
    old, new = _shown(edit.before, edit.kind, before), _shown(edit.after, edit.kind, after)
    fields = tuple(
        FieldDifference(name, word, old.get(name, ("", ""))[1], new.get(name, ("", ""))[1])
        for name, (word, _) in {**old, **new}.items()
        if old.get(name, ("", ""))[1] != new.get(name, ("", ""))[1]
    )
    return Difference(edit.kind, edit.id, _label(edit, before, after), fields)


def _label(edit: Edit, before: Labels, after: Labels) -> str:
    entity, labels = (edit.after, after) if edit.after is not None else (edit.before, before)
    if isinstance(entity, Citation):
        return labels.card(entity.card)
    named = described(entity, labels.of) if entity is not None else ""
    return named or labels.of[edit.kind].get(edit.id) or text("exchange.map.untitled", labels.language)


def _shown(entity: Entity | None, kind: str, labels: Labels) -> dict[str, tuple[str, str]]:
    """A card's fields with their words and what they say."""
    if entity is None:
        return {}
    layout = FORM if kind == FRAME else table(kind)
    if isinstance(entity, OwnModel):
        return _model(entity, layout, labels)
    return {
        column.field: (
            column.header(labels.language),
            _words(column.cells.say(column.field, labels)(entity), labels.language),
        )
        for column in layout.columns
        if column.field != "id"
    }


def _model(model: OwnModel, layout: Sheet, labels: Labels) -> dict[str, tuple[str, str]]:
    language = labels.language
    name = next(column for column in layout.columns if column.field == "name")
    rank = next(column for column in layout.columns if column.field == "rank")
    phases = "\n".join(
        " · ".join(part for part in (phase.name, choice(phase.zone, language), phase.question, phase.meaning) if part)
        for phase in model.phases
    )
    return {
        "name": (name.header(language), model.name),
        "phases": (text("fields.models.phases", language), phases),
        "rank": (rank.header(language), number(model.rank, language)),
    }


def _words(value: Cell | bool, language: Language) -> str:
    match value:
        case None:
            return ""
        case bool():
            return yes_no(value, language)
        case float() | int():
            return number(value, language)
        case date():
            return day(value, language)
    return value
