"""The most frequent ways through the phases as a picture: a row of numbered blocks each, with its share of all cases."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from journey.charts.kit import canvas
from journey.charts.kit.canvas import Datum, LayeredChart, box_datum, shape_datum, text_datum
from journey.charts.kit.glyphs import rounded
from journey.charts.kit.text_block import Block, Box, block
from journey.charts.kit.tooltips import tooltips
from journey.charts.kit.wording import cases_of, short_rate
from journey.model import Language
from journey.numbers.log.variants import Variant, Variants
from journey.palette import PRIMARY, ink, phase_colour, readable, text_on
from journey.texts import duration, number, text

MOST_NAMED = 5
"""So many ways are told to people who hear the page."""
CHIP, HIGH, APART = 26, 22, 3
"""A block's width and height, and the gap to the next one, in pixels."""
A_LINE, MOST_LINES = 11, 2
"""As many blocks a line as fit a phone; what does not fit into the lines is counted."""
BAR, KEY_ROOM = 6, 128


@dataclass(frozen=True)
class VariantRow:
    """A way's room: its blocks as (phase id, line, place in the line), how many more there are, and where it begins."""

    variant: Variant
    blocks: tuple[tuple[str, int, int], ...]
    more: int
    top: float

    @property
    def lines(self) -> int:
        """How many lines of blocks there are."""
        return self.blocks[-1][1] + 1 if self.blocks else 0

    @property
    def bar(self) -> float:
        """The top of the bar."""
        return self.top + 20 + self.lines * (HIGH + APART) + 2

    def y(self, line: int) -> float:
        """The middle of a line of blocks."""
        return self.top + 20 + line * (HIGH + APART) + HIGH / 2


def variant_rows(found: Variants, top: float) -> tuple[tuple[VariantRow, ...], float]:
    """Place every way below `top`; the second value is the lower edge of the whole."""
    rows: list[VariantRow] = []
    for variant in found.most:
        room = A_LINE * MOST_LINES
        shown = variant.sequence if len(variant.sequence) <= room else variant.sequence[: room - 2]
        blocks = tuple((phase, place // A_LINE, place % A_LINE) for place, phase in enumerate(shown))
        rows.append(VariantRow(variant, blocks, len(variant.sequence) - len(shown), top))
        top = rows[-1].bar + BAR + 14
    return tuple(rows), top


def variants_chart(found: Variants, names: Mapping[str, str], language: Language, *, dark: bool) -> LayeredChart:
    """Draw the most frequent ways. `names`: phase id -> name, in the order of the journey. Blocks have the phase's colour
    and number; a key above names them."""
    number_of = {phase: place for place, phase in enumerate(names)}
    key = _key(names)
    rows, bottom = variant_rows(found, max((name.box.bottom for _, name in key), default=0) + 14)
    told = tooltips(language)
    largest = max((row.variant.share for row in rows), default=0.0) or 1.0
    note = block(summary(found, language), 0, bottom, 330, size=13)
    across = canvas.shares()
    layers = [
        canvas.boxes([box_datum(Box(0, row.bar, 1, BAR), ink(dark).lane, radius=3) for row in rows], across=across),
        canvas.boxes([_bar(row, largest, dark) for row in rows], across=across),
        canvas.shapes([_chip(0, name.y + 8, place, x=x) for place, (x, name) in enumerate(key)], across=across),
        canvas.shapes([datum for row in rows for datum in _blocks(row, names, number_of, language)], told, across=across),
        canvas.texts([*_key_words(key, dark), *(datum for row in rows for datum in _words(row, number_of, language, dark)),
                      text_datum(note, ink(dark).quiet)], across=across),
    ]  # fmt: skip
    return canvas.drawing(layers, note.box.bottom + 2)


def variants_alt(found: Variants, names: Mapping[str, str], language: Language) -> str:
    """How many ways there are, then the most frequent ones."""
    told = [
        text("charts.alt.variant", language, way=way(one, names), measured=cases_of(one.cases, one.share, language))
        for one in found.most[:MOST_NAMED]
    ]
    return " ".join([summary(found, language), *told])


def way(variant: Variant, names: Mapping[str, str]) -> str:
    """The names of a way's phases."""
    return " → ".join(names[phase] for phase in variant.sequence)


def summary(found: Variants, language: Language) -> str:
    """How many of all ways are drawn, and which share of the cases takes them."""
    share = sum(variant.share for variant in found.most)
    return text("charts.variants.summary", language, shown=number(len(found.most), language),
                different=number(found.different, language), share=short_rate(share, language))  # fmt: skip


def _key(names: Mapping[str, str]) -> list[tuple[float, Block]]:
    """Where each phase's name stands: in two columns, read downwards."""
    found: list[tuple[float, Block]] = []
    half = ceil(len(names) / 2)
    for column, part in enumerate((list(names.values())[:half], list(names.values())[half:])):
        y = 2.0
        for name in part:
            found.append((column / 2, block(name, 0, y, KEY_ROOM, size=13, most=2)))
            y = max(found[-1][1].box.bottom, y + HIGH) + 3
    return found


def _key_words(key: Sequence[tuple[float, Block]], dark: bool) -> list[Datum]:
    found = [{**text_datum(name, ink(dark).text, o=CHIP + 8), "x": x} for x, name in key]
    return found + [_number(place, 0, name.y + 8, x=x) for place, (x, name) in enumerate(key)]


def _blocks(row: VariantRow, names: Mapping[str, str], number_of: Mapping[str, int], language: Language) -> list[Datum]:
    told = {"t": way(row.variant, names), "d": _measured(row.variant, language)}
    return [{**_chip(place, row.y(line), number_of[phase]), **told} for phase, line, place in row.blocks]


def _words(row: VariantRow, number_of: Mapping[str, int], language: Language, dark: bool) -> list[Datum]:
    neutral, variant = ink(dark), row.variant
    cases = block(cases_of(variant.cases, variant.share, language), 0, row.top, 205, size=14, bold=True, most=1)
    time = text("charts.variants.takes", language, time=duration(variant.median_seconds, language))
    beside = block(time, 0, row.top + 1, 124, size=13, most=1)
    found = [text_datum(cases, neutral.text), {**text_datum(beside, neutral.quiet, align="right"), "x": 1}]
    found += [_number(number_of[phase], place, row.y(line)) for phase, line, place in row.blocks]
    if row.more:
        _, line, place = row.blocks[-1]
        more = block(f"+ {row.more}", 0, row.y(line) - 8, 2 * CHIP, size=13, most=1)
        found.append(text_datum(more, neutral.text, o=(place + 1) * (CHIP + APART) + 4))
    return found


def _measured(variant: Variant, language: Language) -> str:
    time = text("charts.variants.takes", language, time=duration(variant.median_seconds, language))
    return f"{cases_of(variant.cases, variant.share, language)} · {time}"


def _bar(row: VariantRow, largest: float, dark: bool) -> Datum:
    hue = readable(PRIMARY["dark" if dark else "light"], ink(dark).lane, 3)
    return box_datum(Box(0, row.bar, max(0.004, row.variant.share / largest), BAR), hue, radius=3)


def _chip(place: int, y: float, position: int, x: float = 0) -> Datum:
    return shape_datum(x, y, rounded(CHIP, HIGH, place * (CHIP + APART)), phase_colour(position))


def _number(position: int, place: int, y: float, x: float = 0) -> Datum:
    words = block(str(position + 1), 0, y - 8, CHIP, size=13, bold=True)
    centred = text_datum(words, text_on(phase_colour(position)), align="center", o=place * (CHIP + APART) + CHIP / 2)
    return {**centred, "x": x}
