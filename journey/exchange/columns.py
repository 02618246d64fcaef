"""What a table of the workbook is made of: columns, and what each of them holds."""

from dataclasses import dataclass, replace
from enum import Enum, auto

from journey.model import FRAME, KINDS, PHASES, Language, choices_of, references, target_of
from journey.texts import text


class Kind(Enum):
    """What a column holds. LINE to YES_NO stand for themselves (SHARE is a number in percent); the others name something
    by its label."""

    LINE = auto()
    TEXT = auto()
    ID = auto()
    NUMBER = auto()
    SHARE = auto()
    WHOLE = auto()
    LEVEL = auto()
    RANK = auto()
    DATE = auto()
    CHOICE = auto()
    CHOICES = auto()
    DERIVED = auto()
    EMOTION = auto()
    YES_NO = auto()
    REFERENCE = auto()
    REFERENCES = auto()
    PERSONA_EMOTIONS = auto()
    CARD = auto()
    STATEMENT = auto()


@dataclass(frozen=True)
class Column:
    """A column: `field` of the row, the key of its word below `fields.`, its width in characters. `choices` belongs to
    CHOICE, CHOICES and DERIVED (a choice that follows from other fields until a person chooses, see journey.derived),
    `target` (a collection, PHASES or MODELS) to the kinds that name something. `nobody` is the key of the words for a
    REFERENCES cell that names nothing, where that has a meaning."""

    field: str
    word: str
    width: float
    kind: Kind = Kind.LINE
    choices: type[Enum] | None = None
    target: str = ""
    nobody: str = ""

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


def sheet(kind: str, key: tuple[str, ...], *columns: Column, frozen: int = 1) -> Sheet:
    """A table of a kind: its key, its columns and the quiet ones that every table has."""
    ends = (Column("rank", "all.rank", 8, Kind.RANK), Column("id", "all.id", 8 if kind == FRAME else 6, Kind.ID))
    return Sheet(kind, (*(_of_kind(column, kind) for column in columns), *ends), key, frozen)


def _of_kind(column: Column, kind: str) -> Column:
    """The column of a kind's field, with its word and what the model says of it."""
    word = column.word or f"{kind}.{column.field}"
    match column.kind:
        case Kind.CHOICE | Kind.CHOICES | Kind.DERIVED if column.choices is None:
            return replace(column, word=word, choices=choices_of(KINDS[kind], column.field))
        case Kind.REFERENCE | Kind.REFERENCES | Kind.PERSONA_EMOTIONS:
            return replace(column, word=word, target=target_of(KINDS[kind], column.field))
    return replace(column, word=word)


def line(field: str, width: float = 24, word: str = "") -> Column:
    """A column with one line of text."""
    return Column(field, word, width)


def long_text(field: str, width: float = 38, word: str = "") -> Column:
    """A column with text that may have line breaks."""
    return Column(field, word, width, Kind.TEXT)


def of(field: str, kind: Kind, width: float = 12) -> Column:
    """A column whose cells hold what `kind` says."""
    return Column(field, "", width, kind)


def choice(field: str, width: float = 18) -> Column:
    """A column with one of a closed choice."""
    return Column(field, "", width, Kind.CHOICE)


def reference(field: str, width: float = 24) -> Column:
    """A column that names one thing by its label."""
    return Column(field, "", width, Kind.REFERENCE)
