"""What a citation names: a card of any kind, with the word for it, and one of its fields."""

from collections.abc import Callable
from operator import attrgetter

from journey.exchange.layout.cells.kind import CellKind, Show, Take
from journey.exchange.layout.cells.reference import one_taker
from journey.exchange.layout.cells.text import take_text
from journey.exchange.layout.labels import BRACKETED, Labels, bracketed, folded, kind_word, statement_words
from journey.exchange.layout.meanings import Meanings
from journey.exchange.layout.names import Unfit
from journey.model import KINDS, Language


class CardCells(CellKind):
    """A card of any kind: "Touchpoint: Newsletter"."""

    hint = "card"

    def show(self, field: str, labels: Labels) -> Show:
        get = attrgetter(field)
        return lambda row: None if (named := get(row)) is None else labels.card(named)

    def take(self, meanings: Meanings) -> Take:
        return one_taker(_card(meanings))

    def moved(self, meanings: Meanings) -> bool:
        find = _card(meanings)
        return any(card in meanings.kinds and _found(find, label) != card for label, card in meanings.cards.items())


class StatementCells(CellKind):
    """A field of the card that its row names. Its words are settled when the card is known (see `statement_of`)."""

    def show(self, field: str, labels: Labels) -> Show:
        get = attrgetter(field)
        return lambda row: labels.statement(row.card, get(row)) or None

    def take(self, meanings: Meanings) -> Take:
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


def _card(meanings: Meanings) -> Callable[[str], str]:
    kinds = {folded(kind_word(kind, language)): kind for language in Language for kind in KINDS}

    def find(words: str) -> str:
        named = BRACKETED.search(words)
        if named and words == bracketed(named[1]):
            if named[1] in meanings.kinds or meanings.dangling is None or named[1] in meanings.dangling:
                return named[1]
            raise Unfit("unknown_name", value=words)
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
