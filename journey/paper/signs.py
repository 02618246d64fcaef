"""Characters that no font of this machine draws become signs that can be read: a small picture its name in brackets, any
other letter a box. An empty space would hide that something was there."""

import unicodedata
from functools import cache

from journey.charts.files import can_draw

_BOX = "□"
_JOINERS = "\u200d\ufe0e\ufe0f"


def drawable(words: str) -> str:
    """The words with signs for what cannot be drawn."""
    signs = {ord(one): sign for one in set(words) if (sign := _sign(one)) is not None}
    return words.translate(signs) if signs else words


@cache
def _sign(character: str) -> str | None:
    """What stands for a character; None where it is drawn as it is."""
    if character.isascii() or character in _JOINERS or can_draw(character):
        return None
    kind = unicodedata.category(character)
    if kind in {"Mn", "Me", "Cf", "Sk"}:
        return ""
    name = unicodedata.name(character, "")
    return f"[{name.lower()}]" if kind == "So" and name else _BOX
