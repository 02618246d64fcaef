"""What names something by its label: one thing, several, or personas with how they feel."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from journey.exchange.layout.book import Book, range_of
from journey.exchange.layout.cells.emotion import score, take_emotion
from journey.exchange.layout.cells.kind import CellKind, Show, Take
from journey.exchange.layout.cells.several import several_taker
from journey.exchange.layout.cells.text import words_in
from journey.exchange.layout.labels import Labels, folded
from journey.exchange.layout.meanings import Meanings
from journey.exchange.layout.names import Names, Unfit
from journey.model import Language, PersonaEmotion
from journey.texts import text


@dataclass(frozen=True)
class NamingCells(CellKind):
    """Labels of a target: a collection, PHASES or MODELS."""

    target: str

    def moved(self, meanings: Meanings) -> bool:
        return self.target in meanings.names and meanings.names[self.target].moved


@dataclass(frozen=True)
class ReferenceCells(NamingCells):
    """One label."""

    open = True

    def show(self, field: str, labels: Labels) -> Show:
        get, known, label, target = attrgetter(field), labels.of[self.target], labels.label, self.target
        return lambda row: None if (named := get(row)) is None else known.get(named) or label(target, named)

    def take(self, meanings: Meanings) -> Take:
        return one_taker(meanings.names[self.target].find)

    def choices(self, book: Book) -> Any:
        return range_of(book, self.target)


@dataclass(frozen=True)
class ReferencesCells(NamingCells):
    """Several labels. `nobody` is the key of the words for a cell that names nothing, where that has a meaning."""

    hint = "references"
    nobody: str = ""

    def show(self, field: str, labels: Labels) -> Show:
        get, known, label, target = attrgetter(field), labels.of[self.target], labels.label, self.target
        joint = separator(known.values())
        nobody = text(self.nobody, labels.language) if self.nobody and known else None
        if nobody in known.values():
            nobody = None  # somebody is called so
        return lambda row: joint.join(known.get(named) or label(target, named) for named in get(row)) or nobody

    def take(self, meanings: Meanings) -> Take:
        names = meanings.names[self.target]
        return self._or_nobody(several_taker(names.find, names.is_label), names)

    def _or_nobody(self, take: Take, names: Names) -> Take:
        """Takes the words for a cell that names nothing, unless somebody is called so."""
        words = {folded(text(self.nobody, each)) for each in Language} if self.nobody else set()
        return lambda raw: () if folded(str(raw)) in words and not names.is_label(str(raw).strip()) else take(raw)


@dataclass(frozen=True)
class PersonaEmotionCells(NamingCells):
    """Labels of personas, each with a score: "Alma: -1; Bert: +2"."""

    hint = "persona_emotions"

    def show(self, field: str, labels: Labels) -> Show:
        get, label, target = attrgetter(field), labels.label, self.target
        joint = separator(labels.of[self.target].values())
        return lambda row: joint.join(f"{label(target, own.persona)}: {score(own.emotion)}" for own in get(row)) or None

    def take(self, meanings: Meanings) -> Take:
        names = meanings.names[self.target]
        return several_taker(_persona_emotion(names), lambda line: names.is_label(line.rpartition(":")[0]))


def separator(labels: Iterable[str]) -> str:
    """What stands between several labels in a cell: line breaks as soon as one label holds a semicolon."""
    return "\n" if any(";" in label for label in labels) else "; "


def one_taker(find: Callable[[str], str]) -> Take:
    """Takes what the whole cell names."""
    return lambda raw: find(raw if isinstance(raw, str) and raw == raw.strip() else words_in(raw))


def _persona_emotion(names: Names) -> Callable[[str], PersonaEmotion]:
    def find(words: str) -> PersonaEmotion:
        name, colon, felt = words.rpartition(":")
        if not colon:
            raise Unfit("persona_emotion", value=words)
        return PersonaEmotion(persona=names.find(name.strip()), emotion=take_emotion(felt.strip()))

    return find
