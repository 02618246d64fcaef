"""How wide a text will be and where its lines break, in pixels, before anything is drawn.

Widths are upper bounds: kerning is left out and each character counts as wide as in the wider of the two fonts.
"""

import tomllib
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path

import regex

from journey.lazy_re import lazy_re

FONT = "'Source Sans', 'Source Sans 3', 'Liberation Sans', Arial, sans-serif"
ELLIPSIS = "…"
_VOWELS = frozenset("aeiouyäöüáàâéèêëíìîïóòôúùûåæøœ")
_ONSET = lazy_re(
    r"(?:sch[lmnrw]?|(?<=[aeiouyäöü])s[pt][lr]|[bfgkp][lr]|[dtv]r|kn|zw|ch|ck|ph|th|qu)$"
)  # fmt: skip
RIGHT_TO_LEFT = regex.compile(r"[\p{bc=R}\p{bc=AL}]")
"""A letter of Hebrew, Arabic and the like."""
_PURELY_RIGHT_TO_LEFT = regex.compile(r"[\p{bc=R}\p{bc=AL}\p{bc=NSM}\s]*")
_FIRST_STRONG = regex.compile(r"[\p{bc=L}\p{bc=R}\p{bc=AL}]")
_ISOLATES = "\u2066\u2067\u2068\u2069"
_CLUSTER = regex.compile(r"\X")
_WORD = lazy_re(r"[\S\u00a0\u2007\u202f]+")
_ONE_LINE = lazy_re(r"\S+(?: \S+)*")
_NARROW = 380
"""Hardly any words take less for a letter, in thousandths of the font size: longer ones are not even tried as a single line."""
_AFTER_THESE = lazy_re(r"(?<=[^\W_]{2}[-/–—_@])")


def measure(text: str, size: float, bold: bool = False) -> float:
    """The width of one line of text in pixels at most, at a font size in pixels."""
    return _units(text, bold) * size / 1000


def directed(lines: Sequence[str]) -> tuple[str, ...]:
    """Lines that say themselves which way they run, by the isolates of Unicode (UAX #9): a text runs as its first letter
    with a direction does. Lines that are read the same way without are left alone."""
    every = "".join(lines)
    if every.isascii() or not RIGHT_TO_LEFT.search(every):
        return tuple(lines)
    first = _FIRST_STRONG.search(every)
    opening = "\u2067" if first and RIGHT_TO_LEFT.match(first.group()) else "\u2066"
    return tuple(
        f"{opening}{line}\u2069" if RIGHT_TO_LEFT.search(line) and not _PURELY_RIGHT_TO_LEFT.fullmatch(line) else line
        for line in lines
    )


def bare(line: str) -> str:
    """A line without marks of direction of its own."""
    return line.strip(_ISOLATES)


def wrap(
    text: str, width: float, *, size: float, bold: bool = False, most: int = 99, first: float | None = None
) -> tuple[str, ...]:
    """The lines of a text within a width in pixels, at most `most` of them; a text that goes on ends in an ellipsis.
    `first` is the width of the first line where it differs. Words longer than a line are parted with a hyphen."""
    room = width if first is None else first
    if len(text) * _NARROW * size <= room * 1000 and _ONE_LINE.fullmatch(text) and measure(text, size, bold) <= room:
        return (text,)
    lines = _lines(text, width, size, bold, room=room, enough=most + 1)
    if len(lines) > most:
        line = lines.pop()
        limit = width if most > 1 or first is None else first
        lines[-1] = shortened(f"{lines[-1]} {line}", limit, size=size, bold=bold)
    return tuple(lines)


def shortened(text: str, width: float, *, size: float, bold: bool = False) -> str:
    """The beginning of a one-line text with an ellipsis, within a width in pixels."""
    fitting = _fitting(text, width - measure(ELLIPSIS, size, bold), size, bold)
    space = text.rfind(" ", max(0, fitting - 8), fitting)
    return text[: space if space > 0 else fitting].rstrip(" ,;:.-–") + ELLIPSIS


def _lines(text: str, width: float, size: float, bold: bool, *, room: float, enough: int) -> list[str]:
    """The lines of a text, no more than are `enough`; `room` is the width of the next line, `width` that of all lines after it.
    Widths are added up in thousandths of the font size, so that no letter is measured twice."""
    found: list[str] = []
    space = _widths(bold)[" "]
    for paragraph in _paragraphs(text, bold):
        line, used = "", 0
        for glue, piece, units in paragraph:
            between = " " if glue and line else ""
            gap = space if between else 0
            rest, wide = piece, units
            while (used + gap + wide) * size / 1000 > room:
                left = room - (used + gap) * size / 1000
                too_long = wide * size / 1000 > (width if line else room)
                parted = _parted(rest, left, size, bold) if too_long else None
                if line and not parted:
                    found.append(line)
                else:
                    head, rest = parted or _cut(rest, left, size, bold)
                    found.append(line + between + head)
                    wide = _units(rest, bold)
                if len(found) == enough:
                    return found
                line, used, between, gap, room = "", 0, "", 0, width
            line, used = line + between + rest, used + gap + wide
        if line:
            found.append(line)
            if len(found) == enough:
                return found
            room = width
    return found


@lru_cache(maxsize=1024)
def _paragraphs(text: str, bold: bool) -> tuple[tuple[tuple[bool, str, int], ...], ...]:
    """The paragraphs of a text, each in the pieces between which a line may break: whether a space comes before, the piece, its
    width in thousandths of the font size. A text is asked for again at every width that is tried."""
    return tuple(
        tuple(piece for word in _WORD.findall(paragraph) for piece in _pieces(word, bold))
        for paragraph in text.split("\n")
    )


@lru_cache(maxsize=8192)
def _pieces(word: str, bold: bool) -> tuple[tuple[bool, str, int], ...]:
    return tuple((not place, piece, _units(piece, bold)) for place, piece in enumerate(_AFTER_THESE.split(word)))


def _units(text: str, bold: bool) -> int:
    return sum(map(_widths(bold).__getitem__, text))


def _parted(word: str, room: float, size: float, bold: bool) -> tuple[str, str] | None:
    """A word parted between two syllables, as late as the room allows; None where no syllable fits."""
    fitting = _fitting(word, room - measure("-", size, bold), size, bold)
    point = max((at for at in _syllables(word) if at <= fitting), default=0)
    return (word[:point] + "-", word[point:]) if point else None


def _cut(word: str, room: float, size: float, bold: bool) -> tuple[str, str]:
    """A word cut anywhere, but not inside a character with its marks or a joined emoji; at least one of these comes
    before the cut."""
    at = _fitting(word, room, size, bold) or len(_CLUSTER.findall(word)[0])
    return word[:at], word[at:]


def _fitting(text: str, room: float, size: float, bold: bool) -> int:
    """How many characters of a text fit into the room; marks and joined emoji stay together."""
    widths, used, place = _widths(bold), 0.0, 0
    for cluster in _CLUSTER.findall(text):
        used += sum(map(widths.__getitem__, cluster))
        if used * size / 1000 > room:
            return place
        place += len(cluster)
    return place


def _syllables(word: str) -> Iterator[int]:
    """Where a word may be parted: ahead of the consonants that open the next syllable, at least three letters from
    either end. A rule of thumb that fits German and tolerably English: sounds like sch, ch, pr, kl stay together."""
    low = word.lower() if len(word.lower()) == len(word) else word
    for at in range(3, len(word) - 2):
        if low[at] in _VOWELS or low[at + 1] not in _VOWELS or not low[at - 1 : at + 2].isalpha():
            continue
        start = at - len(_opening(low[:at], low[at:]))
        if start >= 3 and any(letter in _VOWELS for letter in low[:start]):
            yield start


def _opening(before: str, after: str) -> str:
    """The end of `before` that belongs to the syllable beginning with `after`."""
    if after.startswith("lich"):
        return ""
    found = _ONSET.search(before + after[0])
    return found.group()[:-1] if found else ""


class _Widths(dict[str, int]):
    """The table; marks without a width of their own count 0, signs and pictures outside it more than the widest letter.
    Some letters are whole words."""

    def __missing__(self, character: str) -> int:
        kind = unicodedata.category(character)
        if kind in {"Mn", "Me", "Cf", "Cc"}:
            return 0
        if "\ufdf0" <= character <= "\ufdff" or "\U00012000" <= character <= "\U0001254f":
            return 12_000 if character == "\ufdfd" else 4_000
        return 1400 if kind == "So" or ord(character) >= 0x1F000 else 1100


@cache
def _widths(bold: bool) -> _Widths:
    table = tomllib.loads((Path(__file__).parent / "widths.toml").read_text("utf-8"))["bold" if bold else "regular"]
    return _Widths({character: int(width) for width, characters in table.items() for character in characters})
