"""What people type: normalised once, on its way into the document, and nowhere else. Knows nothing of pydantic, which takes
longer to load than a short command to answer."""

import unicodedata

from journey.lazy_re import lazy_re

LINE_LIMIT = 200
TEXT_LIMIT = 5_000
NUMBER_LIMIT = 1e12

# Control characters, lone surrogates and non-characters: no spreadsheet can hold them.
_UNWANTED = lazy_re("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\ufeff]")
_BREAKS = lazy_re("\r\n|[\r\u2028\u2029\x0b\x0c\x85]")
_SPACES = lazy_re(r"\s+")


def clean_text(value: object) -> object:
    """Text in NFC with plain line breaks, without control characters and outer white space; other types unchanged."""
    if not isinstance(value, str):
        return value
    text = _UNWANTED.sub("", _BREAKS.sub("\n", value))
    return unicodedata.normalize("NFC", text).strip()


def clean_line(value: object) -> object:
    """Like `clean_text`, on one line: every run of white space becomes one space."""
    text = clean_text(value)
    return _SPACES.sub(" ", text).strip() if isinstance(text, str) else text


def clean_number(value: float) -> float:
    """A number with the 15 digits that a spreadsheet keeps; minus zero becomes zero."""
    return float(f"{value:.15g}") + 0.0


def lines(text: str) -> tuple[str, ...]:
    """The items of a text that holds one item a line, without empty lines."""
    return tuple(stripped for line in text.split("\n") if (stripped := line.strip()))
