"""What a table of the workbook is made of: columns, and what the cells of each of them hold."""

from collections.abc import Callable
from dataclasses import dataclass

from journey.exchange.layout import cells
from journey.exchange.layout.cells import CellKind
from journey.model import FRAME, KINDS, PHASES, Entity, Language, choices_of, references, target_of
from journey.texts import text


@dataclass(frozen=True)
class Column:
    """A column: `field` of the row, the key of its word below `fields.`, its width in characters, and what its cells
    hold."""

    field: str
    word: str
    width: float
    cells: CellKind

    def header(self, language: Language) -> str:
        """The column's header."""
        return text(f"fields.{self.word}", language)


@dataclass(frozen=True)
class Sheet:
    """A table: `kind` is its collection, `frozen` counts the columns that stay when scrolling sideways. `key` are the
    fields by which a row is recognised when its id is gone."""

    kind: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    frozen: int = 1

    @property
    def fields(self) -> frozenset[str]:
        """The fields that have a column."""
        return frozenset(column.field for column in self.columns)

    @property
    def phases(self) -> tuple[str, ...]:
        """The fields with a phase that no card goes without."""
        named = references(KINDS[self.kind]).values()
        return tuple(one.field for one in named if one.target == PHASES and one.needed)

    def name(self, language: Language) -> str:
        """The sheet's name."""
        return text(f"fields.plural.{self.kind}", language)


Draft = Callable[[str], Column]
"""The column that a kind's table gets."""


def sheet(kind: str, key: tuple[str, ...], *drafts: Draft, frozen: int = 1) -> Sheet:
    """A table of a kind: its key, its columns and the quiet ones that every table has."""
    rank = Column("rank", "all.rank", 8, cells.RANK)
    own_id = Column("id", "all.id", 8 if kind == FRAME else 6, cells.ID)
    return Sheet(kind, (*(draft(kind) for draft in drafts), rank, own_id), key, frozen)


def of(field: str, held: CellKind, width: float = 12, word: str = "") -> Draft:
    """A column whose cells hold something of this kind."""
    return lambda kind: Column(field, word or f"{kind}.{field}", width, held)


def line(field: str, width: float = 24, word: str = "") -> Draft:
    """A column of texts with one line."""
    return of(field, cells.TEXT, width, word)


def long_text(field: str, width: float = 38, word: str = "") -> Draft:
    """A column of texts that may have line breaks."""
    return of(field, cells.TEXT, width, word)


def choice(field: str, width: float = 18) -> Draft:
    """A column with one of a closed choice."""
    return _as_the_model_says(field, width, lambda type_: cells.ChoiceCells(choices_of(type_, field)))


def choices(field: str, width: float = 24) -> Draft:
    """A column with several of a closed choice."""
    return _as_the_model_says(field, width, lambda type_: cells.ChoicesCells(choices_of(type_, field)))


def derived(field: str, width: float = 20) -> Draft:
    """A column with a choice that follows from other fields until a person chooses."""
    return _as_the_model_says(field, width, lambda type_: cells.DerivedCells(choices_of(type_, field)))


def reference(field: str, width: float = 24) -> Draft:
    """A column that names one thing by its label."""
    return _as_the_model_says(field, width, lambda type_: cells.ReferenceCells(target_of(type_, field)))


def several(field: str, nobody: str, width: float = 20) -> Draft:
    """A column that names several things; `nobody` is the key of the words for a cell that names none."""
    return _as_the_model_says(field, width, lambda type_: cells.ReferencesCells(target_of(type_, field), nobody))


def persona_emotions(field: str, width: float = 20) -> Draft:
    """A column with how single personas feel."""
    return _as_the_model_says(field, width, lambda type_: cells.PersonaEmotionCells(target_of(type_, field)))


def _as_the_model_says(field: str, width: float, held: Callable[[type[Entity]], CellKind]) -> Draft:
    return lambda kind: of(field, held(KINDS[kind]), width)(kind)
