"""Brackets in a line that runs both ways: rule N0 of UAX #9. python-bidi 0.6 has it in its compiled half, which gives no levels,
and lacks it in the half that does."""

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from bidi.mirror import MIRRORED

Character = dict[str, Any]

_CLOSED_BY = {
    opening: closing
    for opening, closing in MIRRORED.items()
    if (unicodedata.category(opening), unicodedata.category(closing)) == ("Ps", "Pe")
}
_NEUTRAL, _DEEPEST = "ON", 63
_WAYS = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
"""How types count that are strong, or are numbers."""


def resolve_brackets(storage: Mapping[str, Any]) -> None:
    """Give the brackets of a pair the direction of what they enclose: that of the line where something inside has it, else that of
    both the inside and what stands before. To be called between the weak and the neutral types of `bidi.algorithm`."""
    for run in storage["runs"]:
        characters = storage["chars"][run["start"] : run["start"] + run["length"]]
        for opening, closing in _pairs(characters):
            if way := _way(characters, opening, closing, run["sor"]):
                characters[opening]["type"] = characters[closing]["type"] = way


def _way(characters: Sequence[Character], opening: int, closing: int, before_all: str) -> str | None:
    own = "LR"[characters[opening]["level"] % 2]
    inside = {_WAYS.get(one["type"]) for one in characters[opening + 1 : closing]} - {None}
    if own in inside or not inside:
        return own if inside else None
    before = (way for one in reversed(characters[:opening]) if (way := _WAYS.get(one["type"])))
    return "RL"["LR".index(own)] if next(before, before_all) != own else own


def _pairs(characters: Sequence[Character]) -> list[tuple[int, int]]:
    """The places of brackets that belong together, in the order in which they open."""
    open_ones: list[tuple[int, str]] = []
    found = []
    for place, one in enumerate(characters):
        if one["type"] != _NEUTRAL:
            continue
        if closing := _CLOSED_BY.get(one["ch"]):
            if len(open_ones) == _DEEPEST:
                break
            open_ones.append((place, closing))
        elif one["ch"] in [closing for _, closing in open_ones]:
            while open_ones:
                opening, closing = open_ones.pop()
                if closing == one["ch"]:
                    found.append((opening, place))
                    break
    return sorted(found)
