"""Whom a name speaks of, where its title or first name says so clearly. Read from names as people write them:
“Herr Kruse”, “Ines, 34”, “Dr. Petra Lang”."""

import re
import tomllib
from enum import StrEnum
from functools import cache
from pathlib import Path

from journey.lazy_re import lazy_re


class Address(StrEnum):
    """How a name is addressed; UNCLEAR where it does not say, or where several people are meant."""

    MAN = "man"
    WOMAN = "woman"
    UNCLEAR = "unclear"


_FAMILY_NAME_FOLLOWS = {"dr", "prof", "professor", "familie", "family", "team", "firma", "haus"}
_SEVERAL = lazy_re(r"\b(und|and|oder|or)\b|[&+/]", re.IGNORECASE)


def address_of(name: str) -> Address:
    """Titles count before first names; of first names the first one counts. A word alone after “Dr.” is a family name."""
    words = re.findall(r"[^\W\d_]+", name.casefold())
    if _SEVERAL.search(name):
        return Address.UNCLEAR
    known = _known()
    titles = {known["titles"][word] for word in words if word in known["titles"]}
    if titles:
        return titles.pop() if len(titles) == 1 else Address.UNCLEAR
    for before, word in zip(["", *words], words, strict=False):
        if word in known["first_names"] and not (before in _FAMILY_NAME_FOLLOWS and word == words[-1]):
            return known["first_names"][word]
    return Address.UNCLEAR


@cache
def _known() -> dict[str, dict[str, Address]]:
    data = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    sides = (Address.MAN, Address.WOMAN)
    return {
        "titles": {word: side for side in sides for word in data[side]["titles"]},
        "first_names": {word: side for side in sides for word in data[side]["first_names"].split()},
    }
