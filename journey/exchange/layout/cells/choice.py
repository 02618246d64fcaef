"""Closed choices: one, several, and one that follows from other fields until a person chooses."""

from dataclasses import dataclass
from enum import Enum
from operator import attrgetter
from typing import Any

from journey.derived import Origin, words_of
from journey.exchange.layout.book import Book, range_of
from journey.exchange.layout.cells.kind import CellKind, Show, Take, no_choice, takes
from journey.exchange.layout.cells.several import several_taker
from journey.exchange.layout.labels import Labels, folded, formerly
from journey.exchange.layout.meanings import Meanings
from journey.model import Language
from journey.texts import choice, text


@dataclass(frozen=True)
class ClosedCells(CellKind):
    """Members of a closed choice, by their words."""

    members: type[Enum]


@dataclass(frozen=True)
class ChoiceCells(ClosedCells):
    """One of a closed choice."""

    def show(self, field: str, labels: Labels) -> Show:
        get, words = attrgetter(field), _words(self.members, labels.language)
        return lambda row: words.get(get(row))

    def take(self, meanings: Meanings) -> Take:
        return choice_taker(self.members)

    def choices(self, book: Book) -> Any:
        return range_of(book, self.members.__name__)

    def fits(self, raw: Any, language: Language) -> bool:
        return takes(choice_taker(self.members), raw)


@dataclass(frozen=True)
class ChoicesCells(ClosedCells):
    """Several of a closed choice."""

    hint = "choices"
    blank = ()

    def show(self, field: str, labels: Labels) -> Show:
        get, words = attrgetter(field), _words(self.members, labels.language)
        return lambda row: "; ".join(words[value] for value in get(row)) or None

    def take(self, meanings: Meanings) -> Take:
        return several_taker(choice_taker(self.members))


@dataclass(frozen=True)
class DerivedCells(ClosedCells):
    """A choice that follows from other fields until a person chooses (see journey.derived): "Offline (from channel)"."""

    hint = "derived"

    def show(self, field: str, labels: Labels) -> Show:
        return lambda row: words_of(row, field, labels.language)

    def take(self, meanings: Meanings) -> Take:
        return derived_taker(self.members)

    def choices(self, book: Book) -> Any:
        return range_of(book, self.members.__name__)


def _words(members: type[Enum], language: Language) -> dict[Any, str]:
    return {value: choice(value, language) for value in members}


def choice_taker(choices: type[Enum]) -> Take:
    """Takes the members of a closed choice by their words in either language, also former ones, or by their values."""
    words = {choice(value, each): value for each in Language for value in choices}
    words |= {former: value for value in choices for former in formerly(f"{choices.__name__}.{value.value}")}
    loose = {folded(str(value.value)): value for value in choices} | {
        folded(word): value for word, value in words.items()
    }

    def take(raw: Any) -> Any:
        if isinstance(raw, str):
            found = words.get(raw) or loose.get(folded(raw))
            if found is not None:
                return found
        raise no_choice(raw)

    return take


def derived_taker(choices: type[Enum]) -> Take:
    """Takes what a person chose; None for what the app wrote there because nobody did: "Offline (from channel)"."""
    take_choice = choice_taker(choices)
    followed = {folded(text("derived.unknown", each)) for each in Language} | {
        folded(text(f"derived.{origin}", each, value=choice(value, each)))
        for each in Language
        for origin in (Origin.CHANNEL, Origin.TITLE)
        for value in choices
    }
    return lambda raw: None if isinstance(raw, str) and folded(raw) in followed else take_choice(raw)
