"""Characters that no font of this machine draws become signs that can be read: a small picture its name in brackets, any
other letter a box. An empty space would hide that something was there."""

import unicodedata
from collections.abc import Set
from functools import cache

from journey.charts.files import can_draw

_ASCII = bytes(range(128))
_BOX = "□"
_JOINERS = "\u200d\ufe0e\ufe0f"


def beyond_ascii(words: str) -> set[str]:
    """The characters of a text that are no ASCII; a text may be a whole file's."""
    return set(words.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass"))


def drawable(words: str, beyond: Set[str]) -> str:
    """The words, in which these are `beyond_ascii`, with signs for what cannot be drawn."""
    signs = {ord(one): sign for one in beyond if (sign := _sign(one)) is not None}
    return words.translate(signs) if signs else words


@cache
def _sign(character: str) -> str | None:
    """What stands for a character; None where it is drawn as it is."""
    if character in _JOINERS or can_draw(character):
        return None
    kind = unicodedata.category(character)
    if kind in {"Mn", "Me", "Cf", "Sk"}:
        return ""
    name = unicodedata.name(character, "")
    return f"[{name.lower()}]" if kind == "So" and name else _BOX
