"""Cards that say nearly the same: proposed, never merged by itself."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import combinations

from rapidfuzz import fuzz

from journey.live.exercise_state import RoomCard

ALIKE = 88
"""How alike two texts are, of 100, from which on they are proposed (the app's own rule)."""

_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_BESIDE_LETTERS = re.compile(r"[\W_]+")


def similar(cards: Iterable[RoomCard], alike: float = ALIKE) -> tuple[tuple[str, ...], ...]:
    """Sets of at least two cards (ids, in their order) of which each is nearly the same as another one of the set: umlauts,
    case, punctuation, the order of words and typing errors aside. Cards at different places are different."""
    there = [(card.id, card.place, compared(card.words)) for card in cards]
    home = {card: card for card, _, _ in there}
    for (one, here, words), (other, there_too, others) in combinations(there, 2):
        if here == there_too and _is_alike(words, others, alike):
            first, second = home[one], home[other]
            home = {card: first if leader == second else leader for card, leader in home.items()}
    found: dict[str, list[str]] = {}
    for card, leader in home.items():
        found.setdefault(leader, []).append(card)
    return tuple(tuple(each) for each in found.values() if len(each) > 1)


def _is_alike(one: str, other: str, alike: float) -> bool:
    return bool(one) and fuzz.token_sort_ratio(one, other, score_cutoff=alike) >= alike


def compared(words: str) -> str:
    """A text as it is compared: lower case, umlauts spelled out, other accents and punctuation left out."""
    spelled = unicodedata.normalize("NFC", words).casefold().translate(_SPELLED_OUT)
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", spelled) if not unicodedata.combining(letter))
    return _BESIDE_LETTERS.sub(" ", bare).strip()
