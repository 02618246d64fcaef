"""How much room words need in a cell. Widths are counted in digits of the book's font; letters of full width count twice."""

from journey.lazy_re import lazy_re

TALLEST = 409.0
"""The highest row that a spreadsheet knows, in points."""

_WIDE = lazy_re(
    "[\u1100-\u115f\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6"
    "\U0001f000-\U0001faff\U00020000-\U0003fffd]"
)
_MARKS = lazy_re("[\u0300-\u036f\u200b-\u200f\ufe00-\ufe0f]")
_CHARACTER = 1.08
"""How wide an average letter is: a little generous."""
_BREAKS = lazy_re(r"(?<=[-–—/ ])(?=\S)")


def width_of(words: str) -> float:
    """The width of words on one line, in characters."""
    if words.isascii():
        return float(len(words))
    return float(len(words) + len(_WIDE.findall(words)) - len(_MARKS.findall(words)))


def lines_of(words: str, width: float) -> int:
    """How many lines words need in a column of a width; a little generous."""
    return sum(lines_for(width_of(line), width) for line in words.split("\n"))


def lines_for(wide: float, width: float) -> int:
    """The same for words without a line break that are so wide."""
    return 1 + int((wide - 1) * _CHARACTER / max(width, 1))


def wrapped_lines(words: str, width: float) -> int:
    """The same with words kept whole where they fit into a line: for columns with room for few words."""
    return sum(_wrapped(line, max(width - bool(_WIDE.search(line)), 1)) for line in words.split("\n"))


def fitted_words(words: str, width: float, most: int) -> str:
    """Words that need at most so many lines: cut with an ellipsis where they would need more."""
    if wrapped_lines(words, width) <= most:
        return words
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if wrapped_lines(words[:middle] + "…", width) <= most else (low, middle - 1)
    return words[:low].rstrip() + "…"


def _wrapped(line: str, width: float) -> int:
    lines, used = 1, 0.0
    for word in _BREAKS.split(line):
        needed = width_of(word.rstrip()) * _CHARACTER
        if used and used + needed > width:
            lines, used = lines + 1, 0.0
        lines += int(needed / width)
        used += needed % width + (word[-1:] == " ")
    return lines
