"""Cards that say nearly the same: proposed, never merged by itself."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from journey.lazy_re import lazy_re
from journey.live.exercise_state import RoomCard

ALIKE = 88
"""How alike two texts are, of 100, from which on they are proposed (the app's own rule)."""

_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_FIGURES = lazy_re(r"\d+")
_BESIDE_LETTERS = lazy_re(r"[\W_]+")


def similar(cards: Iterable[RoomCard], alike: float = ALIKE) -> tuple[tuple[str, ...], ...]:
    """Sets of at least two cards (ids, in their order) of which each is nearly the same as another one of the set: umlauts,
    case, punctuation, the order of words and typing errors aside. Cards at different places are different, and so are
    texts with other figures ("poster 1", "poster 2")."""
    there = tuple(cards)
    order = {card.id: place for place, card in enumerate(there)}
    comparable: dict[tuple[str, tuple[str, ...]], list[tuple[str, str]]] = {}
    for card in there:
        if words := compared(card.words):
            comparable.setdefault((card.place, tuple(sorted(_FIGURES.findall(words)))), []).append((card.id, words))
    found = [each for together in comparable.values() for each in _alike(together, alike)]
    return tuple(sorted(found, key=lambda each: order[each[0]]))


def _alike(texts: Sequence[tuple[str, str]], alike: float) -> Iterator[tuple[str, ...]]:
    """Sets of cards whose words are alike in any order, or whose letters are without spaces."""
    import numpy as np
    from rapidfuzz import fuzz, process

    by_words = [" ".join(sorted(words.split())) for _, words in texts]
    by_letters = [words.replace(" ", "") for _, words in texts]
    near = np.zeros((len(texts), len(texts)), dtype=bool)
    for forms in (by_words, by_letters):
        near |= process.cdist(forms, forms, scorer=fuzz.ratio, score_cutoff=alike) >= alike
    seen: set[int] = set()
    for first in range(len(texts)):
        together, reached = {first}, [first]
        while reached and first not in seen:
            fresh = set(np.flatnonzero(near[reached.pop()]).tolist()) - together
            together |= fresh
            reached += fresh
        if first not in seen and len(together) > 1:
            yield tuple(texts[place][0] for place in sorted(together))
        seen |= together


def compared(words: str) -> str:
    """A text as it is compared: lower case, umlauts spelled out, other accents and punctuation left out."""
    spelled = unicodedata.normalize("NFC", words).casefold().translate(_SPELLED_OUT)
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", spelled) if not unicodedata.combining(letter))
    return _BESIDE_LETTERS.sub(" ", bare).strip()
