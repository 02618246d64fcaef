"""What everybody in the room feels: at each touchpoint a disc for every score, larger the more people gave
it; the middle half as a band, the medians as a curve."""

from collections.abc import Sequence

from journey.charts.felt.discs import radius
from journey.charts.felt.turned import turned_felt_chart
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

TOP, STEP, NAMES = 26.0, 62.0, 62.0
"""Where the best score lies, from one score to the next, and the room of the names below."""
BOTTOM = TOP + 4 * STEP + 34
_LEFT, _RIGHT = (30, 118), 8
_ROOM = canvas.PRINTED - 126
LARGEST = 22.0
NARROWEST = 66
"""Where touchpoints have less room than this the picture is turned."""


def is_turned(spreads: Sequence[FeltSpread]) -> bool:
    """Whether so many touchpoints were scored that their names stand at the left."""
    return _ROOM / max(1, len({one.touchpoint for one in spreads})) - 6 < NARROWEST


def felt_chart(
    spreads: Sequence[FeltSpread], exercise: Exercise, language: Language, *, dark: bool, wide: bool = False
) -> LayeredChart:
    """Draw the scores of the room, a column a touchpoint, a curve a persona; turned, with a row a touchpoint, where the
    columns have no room for names. `wide`: for a page that is never narrow."""
    if is_turned(spreads):
        return turned_felt_chart(spreads, exercise, language, dark=dark, wide=wide)
    columns = columns_of(spreads, exercise)
    personas = list(dict.fromkeys(one.persona for one in spreads))
    across, told = canvas.shares(_LEFT, _RIGHT), tooltips(language, d="charts.map.feeling")
    layers = [
        canvas.boxes(_shades(len(columns), dark), across=across),
        canvas.rules(_grid(dark), across=across),
        *(canvas.area(_band(spreads, columns, each), _hue(place, dark), across=across, fillOpacity=0.16)
          for place, each in enumerate(personas)),
        *(canvas.curve(_medians(spreads, columns, each), _hue(place, dark), across=across, strokeWidth=3)
          for place, each in enumerate(personas)),
        canvas.shapes(_scale(dark), across=across, xOffset=-18),
        canvas.shapes(_discs(spreads, exercise, columns, language, dark=dark), told, across=across),
        canvas.shapes(_marks(spreads, columns, dark), across=across),
        canvas.texts([*_words(columns, exercise, language, dark), *_counts(spreads, columns, personas, language)],
                     across=across),
    ]  # fmt: skip
    return canvas.drawing(layers, BOTTOM + NAMES)


def columns_of(spreads: Sequence[FeltSpread], exercise: Exercise) -> dict[str, float]:
    """Where each scored touchpoint stands, as a share of the width, in the exercise's order."""
    scored = {one.touchpoint for one in spreads}
    shown = [option.id for option in exercise.options if option.id in scored]
    return {each: (place + 0.5) / len(shown) for place, each in enumerate(shown)}


def y_of(value: float) -> float:
    """The height of a score."""
    return TOP + (2 - value) * STEP


def hues_of(spreads: Sequence[FeltSpread], *, dark: bool) -> dict[str, str]:
    """The colour of each persona's curve and of the edges of its discs, by id; none of the common score."""
    personas = dict.fromkeys(one.persona for one in spreads)
    return {each: _hue(place, dark) for place, each in enumerate(personas) if each}


def _hue(place: int, dark: bool) -> str:
    return look_of(place + 1, ink(dark).page)[0]


def _shades(count: int, dark: bool) -> list[Datum]:
    return [
        box_datum(Box(place / count, TOP - 26, 1 / count, BOTTOM - TOP + 26), ink(dark).lane)
        for place in range(0, count, 2)
    ]


def _grid(dark: bool) -> list[Datum]:
    return [
        rule_datum((0, y_of(each)), (1, y_of(each)), ink(dark).line, width=0.75 if each else 1.5) for each in Emotion
    ]


def _band(spreads: Sequence[FeltSpread], columns: dict[str, float], persona: str) -> list[Datum]:
    own = [one for one in spreads if one.persona == persona]
    return [
        {"x": round(columns[one.touchpoint], 4), "y": y_of(one.quartiles[1]), "Y": y_of(one.quartiles[0]), "g": 0}
        for one in own
    ]


def _medians(spreads: Sequence[FeltSpread], columns: dict[str, float], persona: str) -> list[Datum]:
    own = [one for one in spreads if one.persona == persona]
    return [{"x": round(columns[one.touchpoint], 4), "y": y_of(one.median), "g": 0} for one in own]


def _scale(dark: bool) -> list[Datum]:
    return [
        shape_datum(0, y_of(each), face(each, 10), "transparent", stroke=ink(dark).quiet, width=1.5) for each in Emotion
    ]


def _aside(place: int, count: int, columns: int) -> float:
    """How far the discs of a persona lie beside the middle of a column, so that those of several do not hide each other."""
    return (place - (count - 1) / 2) * min(0.5 / columns, 0.04) if count > 1 else 0.0


def _discs(
    spreads: Sequence[FeltSpread], exercise: Exercise, columns: dict[str, float], language: Language, *, dark: bool
) -> list[Datum]:  # fmt: skip
    words = {option.id: option.words for option in (*exercise.options, *exercise.personas)}
    personas = list(dict.fromkeys(one.persona for one in spreads))
    largest, found = min(LARGEST, _ROOM / len(columns) / 2 - 2), []
    for one in spreads:
        place = personas.index(one.persona)
        x = columns[one.touchpoint] + _aside(place, len(personas), len(columns))
        edge = _hue(place, dark) if one.persona else ink(dark).page
        for value, people in one.counts.items():
            if people:
                emotion = Emotion(value)
                told = {
                    "t": words[one.touchpoint] + (f" ({words[one.persona]})" if one.persona else ""),
                    "d": f"{score(emotion, language)}: {number(people, language)}",
                }
                disc = circle(radius(people, spreads, largest))
                found.append(shape_datum(x, y_of(value), disc, EMOTIONS[emotion], stroke=edge, width=2, **told))
    return found


def _marks(spreads: Sequence[FeltSpread], columns: dict[str, float], dark: bool) -> list[Datum]:
    """The median where it lies between two scores, whose disc would not show it."""
    between = [one for one in spreads if one.median != int(one.median)]
    return [
        shape_datum(
            columns[one.touchpoint], y_of(one.median), diamond(7), ink(dark).text, stroke=ink(dark).page, width=1.5
        )
        for one in between
    ]


def _counts(
    spreads: Sequence[FeltSpread], columns: dict[str, float], personas: list[str], language: Language
) -> list[Datum]:
    """How many gave a score, on its disc."""
    found = []
    for one in spreads:
        x = columns[one.touchpoint] + _aside(personas.index(one.persona), len(personas), len(columns))
        for value, people in one.counts.items():
            if people:
                words = block(number(people, language), 0, y_of(value) - 9, 40, size=14, bold=True)
                ground = readable(EMOTIONS[Emotion(value)], text_on(EMOTIONS[Emotion(value)]), 1)
                found.append({**text_datum(words, text_on(ground), align="center"), "x": round(x, 4)})
    return found


def _words(columns: dict[str, float], exercise: Exercise, language: Language, dark: bool) -> list[Datum]:
    scale = [
        {**text_datum(block(choice(each, language), 0, y_of(each) - 8, 84, size=12, most=1), ink(dark).quiet,
                      align="right", o=-34, v=1), "x": 0}
        for each in Emotion
    ]  # fmt: skip
    named = {option.id: option.words for option in exercise.options}
    room = _ROOM / len(columns) - 6
    names = []
    for each, x in columns.items():
        words = named[each] or text("charts.map.untitled", language)
        words_here = block(words, 0, BOTTOM + 6, room, size=14, most=3)
        names.append({**text_datum(words_here, ink(dark).text, align="center"), "x": round(x, 4)})
    return [*scale, *names]
