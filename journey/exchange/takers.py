"""The taker of every column: how its cells are read, with the names that this workbook knows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from journey.exchange.columns import Column, Kind
from journey.exchange.labels import BRACKETED, bracketed, folded, kind_word, statement_words
from journey.exchange.names import Names, Unfit, several
from journey.exchange.parse import (
    Noted,
    Take,
    choice_taker,
    date_taker,
    derived_taker,
    number_taker,
    take_emotion,
    take_id,
    take_text,
    take_yes_no,
)
from journey.model import KINDS, Language, PersonaEmotion
from journey.texts import text


@dataclass(frozen=True)
class Meanings:
    """What words mean in a workbook: its language, its names by target, and the kind of every id."""

    language: Language
    names: Mapping[str, Names]
    kinds: Mapping[str, str]
    cards: Mapping[str, str] = field(default_factory=dict)
    """Labels of cited cards with their ids, as the workbook was written."""
    first_cards: bool = False

    def as_written(self) -> "Meanings":
        """The same where labels first mean what they meant when the workbook was written."""
        return replace(
            self, names={target: names.as_written() for target, names in self.names.items()}, first_cards=True
        )

    def moved(self, column: Column) -> bool:
        """Whether labels of a column now mean something else than when the workbook was written."""
        if column.kind is not Kind.CARD:
            return column.target in self.names and self.names[column.target].moved
        find = _card(self)
        return any(card in self.kinds and _found(find, label) != card for label, card in self.cards.items())


def taker(column: Column, meanings: Meanings) -> Take:
    """How a column's cells are read."""
    match column.kind:
        case Kind.ID:
            return take_id
        case Kind.NUMBER | Kind.RANK | Kind.SHARE | Kind.WHOLE | Kind.LEVEL:
            whole = column.kind in (Kind.WHOLE, Kind.LEVEL)
            return number_taker(meanings.language, whole=whole, share=column.kind is Kind.SHARE)
        case Kind.DATE:
            return date_taker(meanings.language)
        case Kind.EMOTION:
            return take_emotion
        case Kind.YES_NO:
            return take_yes_no
        case Kind.CHOICE | Kind.DERIVED if column.choices:
            return (derived_taker if column.kind is Kind.DERIVED else choice_taker)(column.choices)
        case Kind.CHOICES if column.choices:
            return _several(choice_taker(column.choices))
        case Kind.REFERENCE:
            return _one(meanings.names[column.target].find)
        case Kind.REFERENCES:
            names = meanings.names[column.target]
            return _or_nobody(_several(names.find, names.is_label), column, names)
        case Kind.PERSONA_EMOTIONS:
            names = meanings.names[column.target]
            return _several(_persona_emotion(names), lambda line: names.is_label(line.rpartition(":")[0]))
        case Kind.CARD:
            return _one(_card(meanings))
    return take_text


def statement_of(words: str, card: str, meanings: Meanings) -> str:
    """The field that a citation's statement names: a word of its card's kind, or a name in brackets. Unfit otherwise."""
    if words.startswith("[") and words.endswith("]"):
        return words[1:-1]
    kind = meanings.kinds.get(card)
    if kind:
        for language in (meanings.language, *Language):
            for name, word in statement_words(kind, language).items():
                if folded(word) == folded(words):
                    return name
    if not words:
        return ""
    raise Unfit("unknown_choice", value=words[:60])


def _words(raw: Any) -> str:
    taken = take_text(raw)
    return str(taken.value if isinstance(taken, Noted) else taken).strip()


def _one(find: Callable[[str], str]) -> Take:
    return lambda raw: find(raw if isinstance(raw, str) and raw == raw.strip() else _words(raw))


def _several(find: Callable[[str], object], whole: Callable[[str], bool] = lambda _line: False) -> Take:
    def take(raw: Any) -> Any:
        found, lost = several(_words(raw), find, whole)
        return Noted(tuple(found), lost=tuple(lost)) if lost else tuple(found)

    return take


def _or_nobody(take: Take, column: Column, names: Names) -> Take:
    """Takes the words for a cell that names nothing, unless somebody is called so."""
    words = {folded(text(column.nobody, each)) for each in Language} if column.nobody else set()
    return lambda raw: () if folded(str(raw)) in words and not names.is_label(str(raw).strip()) else take(raw)


def _persona_emotion(names: Names) -> Callable[[str], PersonaEmotion]:
    def find(words: str) -> PersonaEmotion:
        name, colon, score = words.rpartition(":")
        if not colon:
            raise Unfit("persona_emotion", value=words)
        return PersonaEmotion(persona=names.find(name.strip()), emotion=take_emotion(score.strip()))

    return find


def _card(meanings: Meanings) -> Callable[[str], str]:
    kinds = {folded(kind_word(kind, language)): kind for language in Language for kind in KINDS}

    def find(words: str) -> str:
        named = BRACKETED.search(words)
        if named and (words == bracketed(named[1])):
            return named[1]
        then = meanings.cards.get(words)
        if then in meanings.kinds and meanings.first_cards:
            return str(then)
        word, colon, name = words.partition(":")
        kind = kinds.get(folded(word)) if colon else None
        if kind:
            try:
                return meanings.names[kind].find(name.strip())
            except Unfit as problem:
                if then in meanings.kinds:
                    return str(then)
                raise (Unfit("gone", value=words) if then else problem) from problem
        if named and named[1] in meanings.kinds:
            return named[1]
        return _anything_called(words, meanings)

    return find


def _found(find: Callable[[str], str], words: str) -> str:
    try:
        return find(words)
    except Unfit:
        return ""


def _anything_called(words: str, meanings: Meanings) -> str:
    found = set()
    for kind in KINDS:
        try:
            found.add(meanings.names[kind].find(words))
        except Unfit:
            continue
    if len(found) != 1:
        raise Unfit("ambiguous" if found else "unknown_name", value=words)
    return found.pop()
