"""Typing into tables, adding rows and deleting them."""

from dataclasses import dataclass

from journey.model import Entity
from journey.texts import text
from tests.browser import person as hands
from tests.browser.walks.acts.act import Act, is_free
from tests.browser.walks.model import NOTHING, Effect
from tests.browser.walks.stage import Person, Stage


@dataclass(frozen=True)
class _InTable(Act):
    def possible(self, stage: Stage) -> bool:
        return is_free(stage, self.who) and stage.people[self.who].table() is not None

    def _rows(self, stage: Stage, person: Person) -> tuple[str, tuple[str, ...], tuple[Entity, ...]]:
        stage.catch_up(person)
        kind, columns = person.table() or ("", ())
        return kind, columns, stage.expected.collection(kind)


@dataclass(frozen=True)
class EditCell(_InTable):
    """Write into a cell of text, and press Enter."""

    row: int
    column: int

    def do(self, stage: Stage, person: Person) -> Effect:
        kind, columns, cards = self._rows(stage, person)
        if not cards:
            return NOTHING
        row, field = self.row % min(len(cards), 3), columns[self.column % len(columns)]
        header, word = text(f"fields.{kind}.{field}", person.language), stage.word(person.name)
        stage.tell(f"{person.name} writes {word!r} into {header} of row {row + 1} of the {kind}")
        table = person.screen.get_by_test_id("stDataFrame")
        hands.to_top(table)
        hands.edit_cell(table, row, header, word)
        return Effect(sets=((cards[row].id, field, word),))


@dataclass(frozen=True)
class AddRow(_InTable):
    """Write a title into the empty row at the end."""

    def possible(self, stage: Stage) -> bool:
        table = stage.people[self.who].table()
        return bool(super().possible(stage) and table and table[0] != "relations")

    def do(self, stage: Stage, person: Person) -> Effect:
        kind, _, _ = self._rows(stage, person)
        word = stage.word(person.name)
        stage.tell(f"{person.name} adds a row {word!r} to the {kind}")
        hands.add_last_row(person.screen.get_by_test_id("stDataFrame"), word)
        return Effect(born=((kind, {"title": word}),))


@dataclass(frozen=True)
class DeleteRow(_InTable):
    """Tick a row and press the Delete key."""

    row: int

    def do(self, stage: Stage, person: Person) -> Effect:
        kind, _, cards = self._rows(stage, person)
        if not cards:
            return NOTHING
        row = self.row % min(len(cards), 3)
        stage.tell(f"{person.name} deletes row {row + 1} of the {kind}, {stage.name(cards[row].id)!r}")
        hands.delete_row(person.screen.get_by_test_id("stDataFrame"), row)
        return Effect(gone=(cards[row].id,))
