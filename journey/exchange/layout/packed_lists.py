"""Packed texts of rounds in the hidden sheet, in pieces that a cell can hold, each behind the seal of the whole."""

from collections import defaultdict
from collections.abc import Iterable
from hashlib import sha256

from journey.lazy_re import lazy_re
from journey.model import Round

_A_CELL = 30_000
_SEAL = 24
_BASE64 = lazy_re(r"[A-Za-z0-9+/]+={0,2}")


def seal_of_packed(packed: str) -> str:
    """What stands for a packed text in a cell."""
    return sha256(packed.encode()).hexdigest()[:_SEAL]


def pieces_of(rounds: Iterable[Round]) -> list[str]:
    """Everything that rounds have packed, as cells of the hidden sheet: "3f2a… eJzt…". What is no packed text stays out."""
    texts = dict.fromkeys(text for each in rounds for text in (each.state, each.said) if _BASE64.fullmatch(text))
    return [
        f"{seal_of_packed(text)} {text[start : start + _A_CELL]}"
        for text in texts
        for start in range(0, len(text), _A_CELL)
    ]


def from_pieces(cells: Iterable[str]) -> dict[str, str]:
    """The packed texts by their seals; one of which a piece is missing or changed is left out."""
    pieces: dict[str, list[str]] = defaultdict(list)
    for cell in cells:
        seal, _, piece = cell.partition(" ")
        pieces[seal].append(piece)
    joined = {seal: "".join(found) for seal, found in pieces.items()}
    return {seal: text for seal, text in joined.items() if seal_of_packed(text) == seal}
