"""Typing into fields, leaving them, and closing the card around them; duplicating, deleting and adding cards."""

from dataclasses import dataclass, replace
from typing import ClassVar

from journey.editing import kind_of
from journey.texts import text
from tests.browser.walks import adapter
from tests.browser.walks.acts.act import Act, is_free, leave, tap
from tests.browser.walks.model import NOTHING, Draft, Effect, is_number
from tests.browser.walks.stage import Person, Stage
from tools.browser import wait_until_still


@dataclass(frozen=True)
class Type(Act):
    """Write into a text field of the form that is open, without leaving it."""

    place: int
    replaces: bool
    folds_in: ClassVar[bool] = False

    def possible(self, stage: Stage) -> bool:
        person = stage.people[self.who]
        return not person.clashes and (person.card is not None or person.where == "goals")

    def do(self, stage: Stage, person: Person) -> Effect:
        choice = adapter.fields(person.screen)
        if not choice:
            return NOTHING
        chosen = choice[self.place % len(choice)]
        draft = person.draft
        same = draft is not None and (draft.entity, draft.field) == (chosen.entity, chosen.field)
        return type_into(
            stage, person, chosen, replaces=self.replaces, base=draft.base if draft and same else chosen.shown
        )


def type_into(stage: Stage, person: Person, chosen: adapter.Field, *, replaces: bool, base: str) -> Effect:
    """Write a new word into a field; the field that was being typed into is left."""
    held = stage.expected.find(chosen.entity)
    number = held is not None and is_number(held, chosen.field)
    word = str(1 + stage.words % 5) if number else stage.word(person.name)
    stage.words += number
    entry = chosen.on(person.screen)
    entry.click()
    person.screen.keyboard.press("ControlOrMeta+A" if replaces or number else "ControlOrMeta+End")
    person.screen.keyboard.type(word)
    wait_until_still(person.screen)
    whole = word if replaces or number else chosen.shown + word
    stage.tell(
        f"{person.name} {'writes' if replaces or number else 'adds'} {word!r} {'into' if replaces or number else 'to'} {chosen.label}"
    )
    before = person.draft
    person.draft = Draft(chosen.entity, chosen.field, chosen.label, base, whole, chosen.in_dialog)
    moved = before is not None and (before.entity, before.field) != (chosen.entity, chosen.field)
    return Effect(saves=(before,)) if before and moved else NOTHING


@dataclass(frozen=True)
class Leave(Act):
    """Leave the field with a key."""

    key: str

    def possible(self, stage: Stage) -> bool:
        return stage.people[self.who].draft is not None

    def do(self, stage: Stage, person: Person) -> Effect:
        stage.tell(f"{person.name} leaves it with {self.key}")
        person.screen.keyboard.press(self.key)
        wait_until_still(person.screen)
        return leave(person)


@dataclass(frozen=True)
class Close(Act):
    """Close the card, most often with the cursor still in a field."""

    way: str
    hold: int

    def possible(self, stage: Stage) -> bool:
        return stage.people[self.who].card is not None

    def do(self, stage: Stage, person: Person) -> Effect:
        stage.tell(f"{person.name} closes with {self.way}{tap(self.hold) if self.way != 'Esc' else ''}")
        adapter.close(person.screen, self.way, self.hold, person.language)
        if not (adapter.card_is_open(person.screen) and adapter.conflict_is_shown(person.screen)):
            person.card = None  # a card in which something cannot be saved stays, and says so at the field
        return leave(person)


@dataclass(frozen=True)
class Duplicate(Act):
    """Duplicate the open card; the copy is open then."""

    hold: int

    def possible(self, stage: Stage) -> bool:
        person = stage.people[self.who]
        card = stage.expected.find(person.card or "")
        return not person.clashes and card is not None and hasattr(card, "title") and bool(card.title)

    def do(self, stage: Stage, person: Person) -> Effect:
        card = stage.now().find(person.card or "")
        if card is None:
            return NOTHING
        effect = leave(person)
        for draft in effect.saves:
            card = type(card).model_validate({**dict(card), draft.field: draft.text or None})
        copied = text("drawer.copy_of", person.language, name=card.title)  # type: ignore[attr-defined]
        stage.tell(f"{person.name} duplicates the card{tap(self.hold)}")
        adapter.press_in_card(person.screen, "duplicate", self.hold, person.language)
        fields = {name: value for name, value in dict(card).items() if name not in {"id", "rank"}}
        return replace(effect, born=((kind_of(card), {**fields, "title": copied}),))

    def after(self, stage: Stage, person: Person) -> None:
        seen = adapter.fields(person.screen)
        person.card = seen[0].entity if seen else person.card
        person.opened_by = None
        stage.shows_what_is_held(person)


@dataclass(frozen=True)
class Delete(Act):
    """Delete the open card."""

    hold: int

    def possible(self, stage: Stage) -> bool:
        person = stage.people[self.who]
        return not person.clashes and person.card is not None and person.draft is None

    def do(self, stage: Stage, person: Person) -> Effect:
        gone, person.card = person.card or "", None
        stage.tell(f"{person.name} deletes {stage.name(gone)!r}{tap(self.hold)}")
        adapter.press_in_card(person.screen, "delete", self.hold, person.language)
        return Effect(gone=(gone,))


@dataclass(frozen=True)
class AddByLine(Act):
    """Write a title into a line that makes a card of it, and press Enter."""

    place: int

    def possible(self, stage: Stage) -> bool:
        person = stage.people[self.who]
        return is_free(stage, self.who) and (person.where, person.view) in {
            ("goals", 0),
            ("personas", 0),
            ("journey-map", 0),
        }

    def do(self, stage: Stage, person: Person) -> Effect:
        lines = [name for name in adapter.ADD_LINES if person.screen.locator(f".st-key-{name}").count()]
        line = lines[self.place % len(lines)]
        kind, word = adapter.OF_LINE[line], stage.word(person.name)
        entry = person.screen.locator(f".st-key-{line} input")
        entry.click()
        person.screen.keyboard.type(word)
        person.screen.keyboard.press("Enter")
        wait_until_still(person.screen)
        stage.tell(f"{person.name} adds {word!r} to the {kind}")
        if line in adapter.OPENS_ITS_CARD:
            person.card, person.opened_by = "new", None
        effect = leave(person)
        return replace(effect, born=((kind, {"name" if kind == "personas" else "title": word}),))

    def after(self, stage: Stage, person: Person) -> None:
        if person.card:
            person.card = adapter.fields(person.screen)[0].entity
            stage.shows_what_is_held(person)
