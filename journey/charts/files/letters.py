"""Lines of text as outlines, for files: in the order in which they are read, shaped by their script's rules, with a font
for every character. Renderers of files scramble lines from right to left, and drop what stands beside a joined emoji."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import groupby

import regex
import uharfbuzz as hb
from bidi import algorithm

from journey.charts.files import fonts
from journey.charts.files.brackets import resolve_brackets
from journey.charts.files.fonts import Typeface
from journey.charts.kit.text_fit import RIGHT_TO_LEFT, bare

_CLUSTERS = regex.compile(r"\X")
_MISSING = "m80 0h440v-700h-440zm50-50v-600h340v600z"
"""A box for a character that no font draws, in thousandths of the font size."""
_MISSING_WIDTH = 600


@dataclass(frozen=True)
class Picture:
    """A character in colour as a PNG, and its box from the line's foot, y downwards."""

    x: float
    y: float
    width: float
    height: float
    png: bytes


@dataclass(frozen=True)
class Piece:
    """Letters of one font, from `x` in font sizes on. Path and pictures are drawn from there on the line's foot, in the
    font's units; `scale` makes these font sizes."""

    x: float
    scale: float
    path: str
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True)
class Outlines:
    """A line in pieces from left to right; x and width in font sizes."""

    pieces: tuple[Piece, ...]
    width: float


def is_usual(line: str, bold: bool, italic: bool) -> bool:
    """Whether Source Sans has all of a line, and it runs from left to right: any renderer gets it right."""
    return line.isascii() or _is_usual(line, bold, italic)


@lru_cache(maxsize=4096)
def _is_usual(line: str, bold: bool, italic: bool) -> bool:
    return fonts.usual(bold, italic).has(line) and not RIGHT_TO_LEFT.search(line)


def outlines(line: str, bold: bool = False, italic: bool = False) -> Outlines:
    """A line of text as drawn."""
    x, pieces = 0.0, []
    for part, face, backwards in _parts(line, bold, italic):
        piece, width = _piece(part, face, backwards, x)
        pieces.append(piece)
        x += width
    return Outlines(tuple(pieces), x)


def _parts(line: str, bold: bool, italic: bool) -> Iterator[tuple[str, Typeface | None, bool]]:
    """A line's parts of one font and direction, from left to right."""
    for run, backwards in _runs(line):
        clusters = _CLUSTERS.findall(run)
        parts = [
            ("".join(group), face, backwards)
            for face, group in groupby(clusters, key=lambda cluster: fonts.typeface(cluster, bold, italic))
        ]
        yield from reversed(parts) if backwards else parts


def _runs(line: str) -> list[tuple[str, bool]]:
    """The runs of one direction from left to right, each in the order in which it is typed (UAX #9)."""
    words = bare(line)
    if not RIGHT_TO_LEFT.search(words):
        return [(words, False)]
    level = int(line.startswith("\u2067"))
    levels = _levels(words, level)
    runs = [
        ("".join(words[place] for place, _ in group), depth)
        for depth, group in groupby(enumerate(levels), key=lambda each: each[1])
    ]
    for depth in range(max(levels), 0, -1):
        turned: list[tuple[str, int]] = []
        for deep, group in groupby(runs, key=lambda each: each[1] >= depth):
            held = list(group)
            turned += reversed(held) if deep else held
        runs = turned
    return [(run, depth % 2 == 1) for run, depth in runs]


def _levels(words: str, base: int) -> list[int]:
    """The embedding level of each character. The algorithm leaves joiners out: they belong to what they follow."""
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    algorithm.get_embedding_levels(words, storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    resolve_brackets(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    resolved = iter(storage["chars"])
    levels: list[int] = []
    for character in words:
        left_out = algorithm.bidirectional(character) in algorithm.X9_REMOVED
        levels.append((levels[-1] if levels else base) if left_out else next(resolved)["level"])
    return levels


def _piece(part: str, face: Typeface | None, backwards: bool, x: float) -> tuple[Piece, float]:
    if face is None:
        return _boxes(len(_CLUSTERS.findall(part)), x)
    buffer = hb.Buffer()
    buffer.add_str(part)
    buffer.direction = "rtl" if backwards else "ltr"
    buffer.guess_segment_properties()
    hb.shape(face.font, buffer)
    at, path, pictures = 0, "", []
    for glyph, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        if picture := _picture(face, glyph.codepoint):
            pictures.append(replace(picture, x=at + place.x_offset + picture.x, y=picture.y - place.y_offset))
        elif drawn := _glyph(face, glyph.codepoint):
            path += f"M{at + place.x_offset} {-place.y_offset}{drawn}"
        at += place.x_advance
    if not (path or pictures or part.isspace()):
        return _boxes(len(_CLUSTERS.findall(part)), x)
    return Piece(x, face.scale, path, tuple(pictures)), at * face.scale


def _boxes(count: int, x: float) -> tuple[Piece, float]:
    path = "".join(f"M{place * _MISSING_WIDTH} 0{_MISSING}" for place in range(count))
    return Piece(x, 0.001, path), count * _MISSING_WIDTH / 1000


@cache
def _picture(face: Typeface, glyph: int) -> Picture | None:
    """A character in colour, in its own place; None where it is drawn with outlines."""
    found = face.font.get_glyph_color_png(glyph) if face.in_colour else None
    box = face.font.get_glyph_extents(glyph) if found else None
    if not found or not box or not found.data:
        return None
    return Picture(box.x_bearing, -box.y_bearing, box.width, -box.height, bytes(found.data))


@cache
def _glyph(face: Typeface, glyph: int) -> str:
    """A letter's outline in the font's units, each step from where the last one ended, so that it fits anywhere."""
    pen = _Pen()
    face.font.draw_glyph(glyph, pen.funcs, None)
    return "".join(pen.steps)


class _Pen:
    """Writes down what HarfBuzz draws."""

    def __init__(self) -> None:
        self.steps: list[str] = []
        self.at = self.start = (0.0, 0.0)
        self.funcs = hb.DrawFuncs()
        self.funcs.set_move_to_func(lambda x, y, _: self._move(x, y))
        self.funcs.set_line_to_func(lambda x, y, _: self._step("l", (x, y)))
        self.funcs.set_quadratic_to_func(lambda a, b, x, y, _: self._step("q", (a, b), (x, y)))
        self.funcs.set_cubic_to_func(lambda a, b, c, d, x, y, _: self._step("c", (a, b), (c, d), (x, y)))
        self.funcs.set_close_path_func(lambda _: self._close())

    def _move(self, x: float, y: float) -> None:
        self._step("m", (x, y))
        self.start = x, y

    def _step(self, kind: str, *points: tuple[float, float]) -> None:
        left, low = self.at
        self.steps.append(kind + " ".join(f"{x - left:g} {low - y:g}" for x, y in points))
        self.at = points[-1]

    def _close(self) -> None:
        self.steps.append("z")
        self.at = self.start
