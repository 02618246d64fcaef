"""What a field looks like in a cell: text, number, date or nothing. The workbook and the preview of differences share it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from operator import attrgetter
from typing import Any

from journey.derived import words_of
from journey.exchange.columns import Column, Kind
from journey.exchange.labels import Labels
from journey.model import Language, OwnModel, Phase, Workshop
from journey.texts import choice, text

Cell = str | float | date | None
Show = Callable[[Any], Cell]


@dataclass(frozen=True)
class PhaseRow:
    """A row of the table of own models: one phase of one model."""

    id: str
    rank: float
    name: str
    phase_id: str
    phase_name: str
    phase_meaning: str
    phase_question: str
    phase_zone: Enum


def rows_of(workshop: Workshop, kind: str) -> tuple[Any, ...]:
    """What the rows of a table show: entities, for the own models one row a phase."""
    if kind == "models":
        return tuple(_phase_row(model, phase) for model in workshop.models for phase in model.phases)
    return workshop.collection(kind)


def yes_no(value: bool, language: Language) -> str:
    """The words for true and false."""
    return text(f"exchange.answer.{'yes' if value else 'no'}", language)


def shower(column: Column, labels: Labels) -> Show:
    """How a column shows a row (an entity or a PhaseRow) in a cell."""
    get = _getter(column.field)
    match column.kind:
        case Kind.CHOICE:
            words = _choice_words(column, labels.language)
            return lambda row: words.get(get(row))
        case Kind.DERIVED:
            return lambda row: words_of(row, column.field, labels.language)
        case Kind.CHOICES:
            words = _choice_words(column, labels.language)
            return lambda row: "; ".join(words[value] for value in get(row)) or None
        case Kind.YES_NO:
            yes = yes_no(True, labels.language)
            return lambda row: yes if get(row) else None
        case Kind.EMOTION:
            return lambda row: None if (emotion := get(row)) is None else int(emotion)
        case Kind.CARD:
            return lambda row: labels.card(get(row))
        case Kind.STATEMENT:
            return lambda row: labels.statement(row.card, get(row)) or None
        case Kind.REFERENCE | Kind.REFERENCES | Kind.PERSONA_EMOTIONS:
            return _naming(column, labels)
    return get


def _naming(column: Column, labels: Labels) -> Show:
    get, known, label = _getter(column.field), labels.of[column.target], labels.label
    target = column.target
    if column.kind is Kind.REFERENCE:
        return lambda row: None if (named := get(row)) is None else known.get(named) or label(target, named)
    joint = separator(known.values())
    if column.kind is Kind.REFERENCES:
        nobody = text(column.nobody, labels.language) if column.nobody and known else None
        if nobody in known.values():
            nobody = None  # somebody is called so
        return lambda row: joint.join(known.get(named) or label(target, named) for named in get(row)) or nobody
    return lambda row: joint.join(f"{label(target, own.persona)}: {score(own.emotion)}" for own in get(row)) or None


def score(emotion: int) -> str:
    """An emotion with its sign: +2, 0, -1."""
    return f"{emotion:+d}" if emotion else "0"


def separator(labels: Iterable[str]) -> str:
    """What stands between several labels in a cell: line breaks as soon as one label holds a semicolon."""
    return "\n" if any(";" in label for label in labels) else "; "


def _getter(field: str) -> Callable[[Any], Any]:
    return attrgetter(field)


def _choice_words(column: Column, language: Language) -> dict[Any, str]:
    return {value: choice(value, language) for value in column.choices} if column.choices else {}


def _phase_row(model: OwnModel, phase: Phase) -> PhaseRow:
    return PhaseRow(
        id=model.id,
        rank=model.rank,
        name=model.name,
        phase_id=phase.id,
        phase_name=phase.name,
        phase_meaning=phase.meaning,
        phase_question=phase.question,
        phase_zone=phase.zone,
    )
