"""Names of columns: made comparable, and made unique."""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from journey.lazy_re import lazy_re
from journey.model import Language
from journey.texts import text

_JOINTS = lazy_re(r"[\W_]+")
_HUMPS = lazy_re(r"(?<=[a-zäöüß])(?=[A-ZÄÖÜ][a-zäöüß])")


@lru_cache(1 << 16)
def normal(name: str) -> str:
    """A name in small letters, its words parted by single spaces: "Kunden-ID" and "kunden_id" are "kunden id"."""
    return _JOINTS.sub(" ", unicodedata.normalize("NFC", name).casefold()).strip()


@lru_cache(1 << 16)
def parted(name: str) -> str:
    """The same, with words written together taken apart at their capitals: "eventName" is "event name"."""
    return normal(_HUMPS.sub(" ", name))


def unique(written: Sequence[str], count: int, language: Language) -> tuple[str, ...]:
    """A name for each of `count` columns: as written; a number for those without; " (2)" behind one that is taken."""
    taken: set[str] = set()
    names = []
    for place in range(count):
        bare = " ".join(written[place].split()) if place < len(written) else ""
        bare = bare[:200] or text("log_reading.column", language, number=place + 1)
        name, again = bare, 1
        while name.casefold() in taken:
            again += 1
            name = f"{bare} ({again})"
        taken.add(name.casefold())
        names.append(name)
    return tuple(names)
