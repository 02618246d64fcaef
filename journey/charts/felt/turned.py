"""What everybody in the room feels, turned: touchpoints one below the other, each with its whole name, the scores across.
For many touchpoints, whose names would not fit below each other's columns."""

from collections.abc import Sequence
from dataclasses import dataclass

from journey.charts.felt.discs import radius
from journey.charts.kit import canvas
from journey.charts.kit.canvas import Datum, LayeredChart, box_datum, rule_datum, shape_datum, text_datum
from journey.charts.kit.feelings import look_of, score
from journey.charts.kit.glyphs import circle, diamond, face
from journey.charts.kit.text_block import Box, block
from journey.charts.kit.tooltips import tooltips
from journey.live import Exercise, FeltSpread
from journey.model import Emotion, Language
from journey.palette import EMOTIONS, ink, readable, text_on
from journey.texts import choice, number, text

HEAD = 46.0
"""The room of the scores' faces and words."""
NAMES, ROW = 150.0, 36.0
"""The width of the names, and the height of a touchpoint, where the page may be narrow."""
WIDE_NAMES, WIDE_ROW = 340.0, 27.0
"""The same on a page that is wide for sure: a name has one line."""
_GAP, _RIGHT = 12, 6


@dataclass(frozen=True)
class _Rows:
    """Each scored touchpoint's place from above, in the exercise's order, and how high a row is."""

    places: dict[str, int]
    numbers: dict[str, int]
    high: float

    @property
    def bottom(self) -> float:
        return HEAD + len(self.places) * self.high

    def y_of(self, touchpoint: str) -> float:
        """The middle of a touchpoint's row."""
        return HEAD + (self.places[touchpoint] + 0.5) * self.high


def turned_felt_chart(
    spreads: Sequence[FeltSpread], exercise: Exercise, language: Language, *, dark: bool, wide: bool = False
) -> LayeredChart:
    """Draw the scores of the room, a row a touchpoint, a curve a persona. `wide`: for a page that is never narrow."""
    scored = {one.touchpoint for one in spreads}
    shown = {option.id: place for place, option in enumerate(exercise.options, 1) if option.id in scored}
    rows = _Rows({each: place for place, each in enumerate(shown)}, shown, WIDE_ROW if wide else ROW)
    personas = list(dict.fromkeys(one.persona for one in spreads))
    names = WIDE_NAMES if wide else NAMES
    across, told = canvas.shares(names + _GAP, _RIGHT), tooltips(language, d="charts.map.feeling")
    layers = [
        canvas.boxes(_shades(rows, dark), across=across),
        canvas.rules(_grid(rows, dark), across=across),
        *(canvas.bands(_band(spreads, rows, each), _hue(place, dark), across=across, fillOpacity=0.16,
                       interpolate="monotone")
          for place, each in enumerate(personas)),
        canvas.strokes([datum for place, each in enumerate(personas) for datum in _medians(spreads, rows, each, place, dark)],
                       across=across),
        canvas.shapes(_faces(dark), across=across),
        canvas.shapes(_discs(spreads, exercise, rows, language, dark=dark), told, across=across),
        canvas.shapes(_marks(spreads, rows, dark), across=across),
        canvas.texts([*_scale(language, dark), *_names(exercise, rows, names, language, dark),
                      *_counts(spreads, personas, rows, language)], across=across),
    ]  # fmt: skip
    return canvas.drawing(layers, rows.bottom + 4)


def x_of(value: float) -> float:
    """Where a score lies, as a share of the width."""
    return round((value + 2.5) / 5, 4)


def _hue(place: int, dark: bool) -> str:
    return look_of(place + 1, ink(dark).page)[0]


def _shades(rows: _Rows, dark: bool) -> list[Datum]:
    return [
        box_datum(Box(0, HEAD + place * rows.high, 1, rows.high), ink(dark).lane)
        for place in range(0, len(rows.places), 2)
    ]


def _grid(rows: _Rows, dark: bool) -> list[Datum]:
    return [
        rule_datum((x_of(each), HEAD), (x_of(each), rows.bottom), ink(dark).line, width=0.75 if each else 1.5)
        for each in Emotion
    ]


def _band(spreads: Sequence[FeltSpread], rows: _Rows, persona: str) -> list[Datum]:
    return [
        {"x": x_of(one.quartiles[0]), "X": x_of(one.quartiles[1]), "y": rows.y_of(one.touchpoint), "g": 0}
        for one in _of(spreads, persona, rows)
    ]


def _medians(spreads: Sequence[FeltSpread], rows: _Rows, persona: str, place: int, dark: bool) -> list[Datum]:
    return [
        {"x": x_of(one.median), "y": rows.y_of(one.touchpoint), "g": place, "n": turn, "s": _hue(place, dark), "w": 3,
         "d": "1,0"}
        for turn, one in enumerate(_of(spreads, persona, rows))
    ]  # fmt: skip


def _of(spreads: Sequence[FeltSpread], persona: str, rows: _Rows) -> list[FeltSpread]:
    own = [one for one in spreads if one.persona == persona]
    return sorted(own, key=lambda one: rows.places[one.touchpoint])


def _faces(dark: bool) -> list[Datum]:
    return [
        shape_datum(x_of(each), 12, face(each, 10), "transparent", stroke=ink(dark).quiet, width=1.5)
        for each in Emotion
    ]


def _aside(place: int, count: int, rows: _Rows) -> float:
    """How far the discs of a persona lie below the middle of a row, so that those of several do not hide each other."""
    return (place - (count - 1) / 2) * rows.high / 4 if count > 1 else 0.0


def _discs(
    spreads: Sequence[FeltSpread], exercise: Exercise, rows: _Rows, language: Language, *, dark: bool
) -> list[Datum]:  # fmt: skip
    words = {option.id: option.words for option in (*exercise.options, *exercise.personas)}
    personas = list(dict.fromkeys(one.persona for one in spreads))
    found = []
    for one in spreads:
        y = rows.y_of(one.touchpoint) + _aside(personas.index(one.persona), len(personas), rows)
        edge = _hue(personas.index(one.persona), dark) if one.persona else ink(dark).page
        for value, people in one.counts.items():
            if people:
                emotion = Emotion(value)
                told = {
                    "t": words[one.touchpoint] + (f" ({words[one.persona]})" if one.persona else ""),
                    "d": f"{score(emotion, language)}: {number(people, language)}",
                }
                disc = circle(radius(people, spreads, rows.high / 2 - 1))
                found.append(shape_datum(x_of(value), y, disc, EMOTIONS[emotion], stroke=edge, width=2, **told))
    return found


def _marks(spreads: Sequence[FeltSpread], rows: _Rows, dark: bool) -> list[Datum]:
    """The median where it lies between two scores, whose disc would not show it."""
    return [
        shape_datum(x_of(one.median), rows.y_of(one.touchpoint), diamond(6), ink(dark).text, stroke=ink(dark).page, width=1.5)
        for one in spreads if one.median != int(one.median)
    ]  # fmt: skip


def _counts(spreads: Sequence[FeltSpread], personas: list[str], rows: _Rows, language: Language) -> list[Datum]:
    """How many gave a score, on its disc."""
    found = []
    for one in spreads:
        y = rows.y_of(one.touchpoint) + _aside(personas.index(one.persona), len(personas), rows)
        for value, people in one.counts.items():
            if people:
                words = block(number(people, language), 0, y - 9, 40, size=14, bold=True)
                ground = readable(EMOTIONS[Emotion(value)], text_on(EMOTIONS[Emotion(value)]), 1)
                found.append({**text_datum(words, text_on(ground), align="center"), "x": x_of(value)})
    return found


def _scale(language: Language, dark: bool) -> list[Datum]:
    """The scores in words, which a narrow page has no room for."""
    return [
        {**text_datum(block(choice(each, language), 0, 24, 110, size=12, most=1), ink(dark).quiet, align="center", v=1),
         "x": x_of(each)}
        for each in Emotion
    ]  # fmt: skip


def _names(exercise: Exercise, rows: _Rows, width: float, language: Language, dark: bool) -> list[Datum]:
    """The touchpoints' names at the left, with their places in the exercise."""
    named = {option.id: option.words for option in exercise.options}
    size, most = (15, 1) if rows.high < ROW else (13, 2)
    found = []
    for each in rows.places:
        words = f"{rows.numbers[each]} {named[each] or text('charts.map.untitled', language)}"
        lines = block(words, 0, 0, width, size=size, most=most)
        placed = lines.moved(0, rows.y_of(each) - lines.height / 2)
        found.append({**text_datum(placed, ink(dark).text, align="right", o=-_GAP), "x": 0})
    return found
