"""The workbook's tables as data, one layout for both directions: the writer and the reader know no column by themselves."""

from dataclasses import dataclass, replace
from enum import Enum, auto

from journey.model import (
    FRAME,
    ActionState,
    Answer,
    Ask,
    Channel,
    EvidenceKind,
    FrictionTarget,
    GoalKind,
    Language,
    MapState,
    Measurability,
    Media,
    Perspective,
    RelationKind,
    Scope,
    Setting,
    Verdict,
    Zone,
)
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


PHASES, MODELS = "phases", "phase_models"
"""Targets of references that are no collection: the phases of the workshop's model, and the models to choose from."""


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

    def name(self, language: Language) -> str:
        """The sheet's name."""
        return text(f"fields.plural.{self.kind}", language)


def _sheet(kind: str, key: tuple[str, ...], *columns: Column, frozen: int = 1) -> Sheet:
    named = (_worded(column, kind) for column in columns)
    ends = (Column("rank", "all.rank", 8, Kind.RANK), Column("id", "all.id", 6, Kind.ID))
    return Sheet(kind, (*named, *ends), key, frozen)


def _worded(column: Column, kind: str) -> Column:
    word = column.word if "." in column.word else f"{kind}.{column.field}"
    return replace(column, word=word)


def _line(field: str, width: float = 24, word: str = "") -> Column:
    return Column(field, word, width)


def _text(field: str, width: float = 38, word: str = "") -> Column:
    return Column(field, word, width, Kind.TEXT)


def _of(field: str, kind: Kind, width: float = 12) -> Column:
    return Column(field, "", width, kind)


def _choice(field: str, choices: type[Enum], width: float = 18, word: str = "") -> Column:
    return Column(field, word, width, Kind.CHOICE, choices)


def _named(field: str, target: str, kind: Kind = Kind.REFERENCE, width: float = 24) -> Column:
    return Column(field, "", width, kind, target=target)


FORM = Sheet(
    FRAME,
    tuple(
        _worded(column, FRAME)
        for column in (
            _line("title"),
            _line("organisation"),
            _choice("language", Language),
            _choice("scope", Scope),
            _named("phase_model", MODELS),
            _of("well_known_brand", Kind.YES_NO),
            _line("currency"),
            _text("end_action"),
            _text("feelings"),
            _text("effects"),
            _text("company_values"),
            Column("ask_ladder", "", 24, Kind.CHOICES, Ask),
            Column("rank", "all.rank", 8, Kind.RANK),
            Column("id", "all.id", 8, Kind.ID),
        )
    ),
    key=(),
)
"""The frame, written on the cover as a form: one field a row."""

TABLES: tuple[Sheet, ...] = (
    _sheet(
        "goals",
        ("title",),
        _line("title", 34),
        _choice("perspective", Perspective, 14),
        _choice("kind", GoalKind, 24),
        _line("metric"),
        _of("baseline", Kind.NUMBER),
        _of("target", Kind.NUMBER),
        _line("unit", 12),
        _of("due", Kind.DATE),
        _text("note"),
    ),
    _sheet(
        "sources",
        ("title",),
        _line("title", 34),
        _choice("kind", EvidenceKind),
        _of("collected", Kind.DATE, 13),
        _of("sample_size", Kind.WHOLE),
        _text("note", 48),
    ),
    _sheet(
        "personas",
        ("name",),
        _line("name", 20),
        _line("segment"),
        _of("share", Kind.SHARE, 10),
        _text("demographics", 30),
        _line("career_level", 18),
        _text("quote", 34),
        _text("values", 28),
        _text("goals", 28),
        _text("motives", 28),
        _text("pains", 28),
        Column("channels", "", 24, Kind.CHOICES, Channel),
        _of("avatar", Kind.WHOLE, 10),
    ),
    _sheet(
        "touchpoints",
        ("title",),
        _line("title", 28),
        _named("phase", PHASES, width=22),
        _choice("channel", Channel, 20),
        _line("place", 18),
        Column("setting", "", 20, Kind.DERIVED, Setting),
        Column("media", "", 20, Kind.DERIVED, Media),
        _choice("measurability", Measurability, 15),
        Column("personas", "", 20, Kind.REFERENCES, target="personas", nobody="exchange.all_personas"),
        _text("doing", 32),
        _text("thinking", 32),
        _text("asking", 32),
        _of("emotion", Kind.EMOTION, 9),
        _named("persona_emotions", "personas", Kind.PERSONA_EMOTIONS, 20),
        _text("pain_points", 32),
        _text("content", 32),
        _line("call_to_action", 22),
        _of("moment_of_truth", Kind.YES_NO, 12),
        _line("owner", 18),
        _choice("state", MapState, 18),
    ),
    _sheet(
        "relations",
        ("source", "target", "kind"),
        _named("source", "touchpoints", width=32),
        _choice("kind", RelationKind, 22),
        _named("target", "touchpoints", width=32),
        _of("next_customer", Kind.YES_NO, 16),
        _line("note", 40),
        frozen=0,
    ),
    _sheet(
        "campaigns",
        ("title",),
        _line("title", 30),
        _named("from_phase", PHASES, width=22),
        _named("to_phase", PHASES, width=22),
        _line("traffic_source"),
        _line("call_to_action"),
        _line("offer"),
        _choice("ask", Ask, 22),
        _of("cost", Kind.NUMBER),
        _text("note"),
    ),
    _sheet(
        "counts",
        ("phase", "period"),
        _named("phase", PHASES, width=28),
        _line("period", 16),
        _of("count", Kind.WHOLE),
        _of("days", Kind.NUMBER, 14),
        frozen=0,
    ),
    _sheet(
        "activities",
        ("name",),
        _line("name", 34),
        _named("touchpoint", "touchpoints", width=30),
        _named("phase", PHASES, width=24),
        _of("ignored", Kind.YES_NO, 16),
        _of("events", Kind.WHOLE),
        _of("cases", Kind.WHOLE),
    ),
    _sheet(
        "guesses",
        ("phase", "author"),
        _line("author", 24),
        _named("phase", PHASES, width=28),
        _of("share", Kind.SHARE, 18),
        frozen=0,
    ),
    _sheet(
        "opportunities",
        ("title",),
        _line("title", 34),
        _named("phase", PHASES, width=22),
        _named("touchpoint", "touchpoints", width=28),
        _text("description", 48),
        _of("impact", Kind.LEVEL),
        _of("effort", Kind.LEVEL),
    ),
    _sheet(
        "phase_notes",
        ("phase",),
        _named("phase", PHASES, width=28),
        _text("content", 52),
        _text("note", 52),
    ),
    _sheet(
        "models",
        ("name", "phase_name"),
        _line("name", 26),
        _line("phase_name", 26, "phases.name"),
        _text("phase_meaning", 44, "phases.meaning"),
        _line("phase_question", 38, "phases.question"),
        _choice("phase_zone", Zone, 20, "phases.zone"),
        Column("phase_id", "phases.id", 10, Kind.ID),
    ),
    _sheet(
        "citations",
        ("card", "field", "source"),
        Column("card", "", 36, Kind.CARD),
        Column("field", "", 24, Kind.STATEMENT),
        _named("source", "sources", width=30),
        _line("note", 44),
        frozen=0,
    ),
    _sheet(
        "frictions",
        ("target", "state"),
        _choice("target", FrictionTarget, 22),
        _choice("state", MapState, 18),
        _of("clicks", Kind.WHOLE),
        _of("inputs", Kind.WHOLE),
        _choice("forced_account", Answer, 18),
        _choice("hidden_costs", Answer, 18),
        _text("requirements", 44),
        _text("note"),
        frozen=0,
    ),
    _sheet(
        "audit",
        ("question", "phase"),
        _line("question", 30),
        _named("phase", PHASES, width=28),
        _choice("answer", Answer, 18),
        _line("note", 44),
        frozen=0,
    ),
    _sheet(
        "estimates",
        ("period",),
        _line("period", 16),
        *(_of(field, Kind.NUMBER, 18) for field in ("order_value", "care_cost", "win_back_factor")),
        *(
            _of(field, Kind.WHOLE, 18)
            for field in ("lost_customers", "asked_recommendations", "unasked_recommendations")
        ),
    ),
    _sheet(
        "answers",
        ("rule", "subject"),
        _line("rule", 26),
        _line("subject", 30),
        _choice("verdict", Verdict, 16),
        _text("reason", 48),
        _line("evidence", 20),
        frozen=0,
    ),
    _sheet(
        "actions",
        ("title",),
        _line("title", 40),
        _named("phase", PHASES, width=22),
        _line("owner", 18),
        _of("due", Kind.DATE, 13),
        _choice("state", ActionState, 12),
        _text("note", 44),
        _line("rule", 22),
        _line("subject", 22),
    ),
)
"""Every table of the workbook, in the order of its sheets."""


def table(kind: str) -> Sheet:
    """The table of a collection. StopIteration for an unknown one."""
    return next(sheet for sheet in TABLES if sheet.kind == kind)
