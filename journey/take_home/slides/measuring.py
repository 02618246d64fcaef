"""How much room words take on a slide, before anything is drawn: upper bounds, so that text stays in its box whatever program
opens it. All measures are in points."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import regex

from journey.charts.kit.text_fit import measure
from journey.lazy_re import lazy_re
from journey.palette import LIGHT

LEADING, TALL_LEADING = 1.2, 1.45
"""From one line to the next, in font sizes; taller where a font of another script has to step in."""
SMALLEST = 10
"""No letters are smaller: they would not be read from the back of a room."""
_PIECE = lazy_re(r"\S+\s*|\s+")
_LINE = lazy_re(r"[^\n]*\n|[^\n]+")
_CLUSTER = regex.compile(r"\X")
_USUAL = lazy_re(r"[\u0000-\u052f\u1e00-\u2122\u2190-\u21ff\u25a0-\u25ff]*")


@dataclass(frozen=True)
class Paragraph:
    """Words of one look on a slide. `before` is the space above, `bullet` a point in front with a hanging indent."""

    words: str
    size: float = 14
    bold: bool = False
    italic: bool = False
    colour: str = LIGHT.text
    before: float = 0
    bullet: bool = False

    @property
    def indent(self) -> float:
        """What a bullet takes of the width."""
        return self.size if self.bullet else 0.0

    @property
    def line(self) -> float:
        """The height of one of its lines."""
        return self.size * (LEADING if _USUAL.fullmatch(self.words) else TALL_LEADING)

    def lines(self, width: float) -> tuple[str, ...]:
        """Its lines within a width, which together are its words; at least one."""
        return wrapped(self.words, width - self.indent, self.size, self.bold)

    def height(self, width: float) -> float:
        """The room that it needs within a width."""
        return self.before + self.line * len(self.lines(width))

    def parted(self, count: int, width: float) -> "tuple[Paragraph, Paragraph]":
        """Its first lines and the rest, each a paragraph; the rest goes on without a bullet of its own."""
        lines = self.lines(width)
        head, rest = "".join(lines[:count]).rstrip(), "".join(lines[count:])
        return replace(self, words=head), replace(self, words=rest, before=0)


@lru_cache(20_000)
def wrapped(words: str, width: float, size: float, bold: bool) -> tuple[str, ...]:
    """The lines of words within a width, broken at their own ends of line and else at spaces only; longer words are cut where the
    line ends. Joined they are the words again."""
    parts = _LINE.findall(words) or [""]
    return tuple(line for part in parts for line in _wrapped(part, width, size, bold))


def _wrapped(words: str, width: float, size: float, bold: bool) -> tuple[str, ...]:
    """The same of words without an end of line but at their end."""
    lines: list[str] = []
    line, used = "", 0.0
    for piece in _PIECE.findall(words):
        wide = measure(piece, size, bold)
        if line and used + _bare(piece, wide, size, bold) > width:
            lines.append(line)
            line, used = "", 0.0
        if _bare(piece, wide, size, bold) <= width:
            line, used = line + piece, used + wide
            continue
        *full, line = _chopped(piece, width, size, bold)
        lines += full
        used = measure(line, size, bold)
    return (*lines, line) if line or not lines else tuple(lines)


def _bare(piece: str, wide: float, size: float, bold: bool) -> float:
    """The width of a piece without the spaces at its end."""
    return wide - measure(" ", size, bold) * (len(piece) - len(piece.rstrip()))


def _chopped(word: str, width: float, size: float, bold: bool) -> Iterator[str]:
    """A word in parts that fit; what belongs to one sign stays together."""
    part, used = "", 0.0
    for cluster in _CLUSTER.findall(word):
        wide = measure(cluster, size, bold)
        if part and used + wide > width and not cluster.isspace():
            yield part
            part, used = "", 0.0
        part, used = part + cluster, used + wide
    yield part


def smaller(size: float, less: float) -> float:
    """A size that is smaller, but never too small."""
    return max(SMALLEST, size - less)


def has_whole_words(words: str, width: float, size: float, *, bold: bool = False) -> bool:
    """Whether no word has to be cut within a width."""
    return all(measure(word, size, bold) <= width for word in words.split())


def height_of(paragraphs: Iterable[Paragraph], width: float) -> float:
    """The room that paragraphs need below each other."""
    return sum(paragraph.height(width) for paragraph in paragraphs)


def fitting_size(words: str, width: float, height: float, sizes: Sequence[float], *, bold: bool = False) -> float:
    """The largest of the sizes at which words fit into a box and none of them is cut; the smallest where there is none."""
    for size in sizes:
        if has_whole_words(words, width, size, bold=bold) and Paragraph(words, size, bold).height(width) <= height:
            return size
    return sizes[-1]


def cut_off(
    paragraphs: Sequence[Paragraph], width: float, height: float, least: int = 2
) -> tuple[list[Paragraph], list[Paragraph]]:
    """What of paragraphs fits into a box, and the rest. A paragraph is parted only where `least` lines fit; a heading (bold)
    does not end a box that its text is not in."""
    taken: list[Paragraph] = []
    free = height
    for place, paragraph in enumerate(paragraphs):
        needed = paragraph.height(width)
        if needed <= free:
            taken.append(paragraph)
            free -= needed
            continue
        rest = list(paragraphs[place:])
        lines = int((free - paragraph.before) // paragraph.line)
        if lines >= min(least, len(paragraph.lines(width)) - 1) > 0:
            head, tail = paragraph.parted(lines, width)
            return [*taken, head], [tail, *rest[1:]]
        while len(taken) > 1 and taken[-1].bold and not rest[0].bold:
            rest.insert(0, taken.pop())
        return taken, rest
    return taken, []
