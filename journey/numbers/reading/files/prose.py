"""Whether a text is one that people read, and no table, whatever its file is called."""

from journey.lazy_re import lazy_re

_LOOKED_AT, _MOST = 200, 0.6
_DELIMITED = lazy_re(r"[\t|]|[;,](?=\S)")
_SENTENCE = lazy_re(r"\S+ .*[.!?:…]['\"“”»)*_]*$|(?:\S+ ){7,}\S+$")


def is_prose(text: str) -> bool:
    """Whether most lines of a text's beginning are sentences, with no mark that parts cells."""
    lines = [line.strip() for line in text.splitlines() if line.strip()][:_LOOKED_AT]
    told = sum(_DELIMITED.search(line) is None and _SENTENCE.search(line) is not None for line in lines)
    return bool(lines) and told >= _MOST * len(lines)
