"""The emotion curve alone: everyone's line through the touchpoints, and one for each persona that feels differently."""

from collections.abc import Mapping

from journey.charts.emotion import differences
from journey.charts.emotion.layout import EVERYONE, EmotionCurve, Stretch, called, curve_lines, stretches
from journey.charts.kit import canvas
from journey.charts.kit.canvas import Datum, LayeredChart, box_datum, rule_datum, shape_datum, text_datum
from journey.charts.kit.feelings import score
from journey.charts.kit.glyphs import circle, face
from journey.charts.kit.text_block import Box, block
from journey.charts.kit.tooltips import tooltips
from journey.journey_map import Feeling, JourneyMap, MapColumn
from journey.model import Emotion, Language
from journey.palette import EMOTIONS, ink, phase_colour, readable, text_on
from journey.texts import choice, text

TOP, STEP = 66, 44
BOTTOM = TOP + 34 + 4 * STEP + 54
MOST_NUMBERED = 25
"""With more touchpoints than this their numbers would touch on a phone."""
NAMES = 120
"""Room for the lines' names at the right; on a narrow page less."""
ROOM = canvas.PRINTED - 118 - NAMES
"""How many of a printed page's pixels the phases share."""
_LEFT, _RIGHT = (28, 118), (76, NAMES)
NAMED_APART = 17


def emotion_curve_chart(
    curves: Mapping[str, JourneyMap],
    language: Language,
    *,
    dark: bool,
    common: str = "",
    changes: Mapping[str, int] | None = None,
) -> LayeredChart:
    """Draw the curves of maps by persona name; the name "" is everyone's, or what `common` calls it. A click selects a
    touchpoint's id under `canvas.SELECTION`. `changes` says by how much touchpoints (ids) feel better or worse than on an
    earlier map, which is one of the others: it is written below them, and joins the two points."""
    lines = curve_lines(curves, dark)
    names = called(lines, curves, text("charts.curve.everyone", language), common)
    is_named = len(lines) > 1 or (bool(common) and len(curves) > 1)
    across = canvas.shares(_LEFT, _RIGHT if is_named else 6)
    told = tooltips(language, d="charts.map.feeling")
    way = stretches(curves)
    phases = {found: _phase(stretch.column, language) for stretch in way for found in stretch.touchpoints}
    layers = [
        canvas.boxes(_bands(way, dark), across=across),
        canvas.rules([*_grid(dark), *(differences.joined(lines, changes, _y, dark) if changes else ())], across=across),
        *(canvas.curve(_run(line), line.colour, across=across, strokeWidth=3 if line.name == EVERYONE else 2,
                       strokeDash=list(line.dash)) for line in lines),
        canvas.shapes(_scale_faces(dark), across=across, xOffset=-18),
        canvas.shapes(_discs(lines, phases, names, language, dark), told, across=across, cursor="pointer"),
        canvas.shapes(_faces(lines), across=across),
        canvas.texts([*_words(way, language, dark), *_marks(lines, language, dark), *(_names(lines, names) if is_named else ()),
                      *(differences.written(lines, changes, BOTTOM, dark) if changes else ())], across=across),
    ]  # fmt: skip
    height = BOTTOM + (differences.HEIGHT if changes else 0)
    return canvas.drawing(layers, height, clicks=len(layers) - 3)


def _y(emotion: int) -> float:
    return TOP + 34 + (2 - emotion) * STEP


def _bands(way: tuple[Stretch, ...], dark: bool) -> list[Datum]:
    heads = [
        box_datum(Box(s.start + 0.001, 2, s.end - s.start - 0.002, 6), phase_colour(s.column.position), radius=3)
        for s in way
    ]
    shades = [box_datum(Box(s.start, TOP, s.end - s.start, BOTTOM - TOP - 26), ink(dark).lane) for s in way[::2]]
    return [*shades, *heads]


def _grid(dark: bool) -> list[Datum]:
    return [
        rule_datum((0, _y(emotion)), (1, _y(emotion)), ink(dark).line, width=1.5 if emotion == 0 else 0.75)
        for emotion in Emotion
    ]  # fmt: skip


def _run(line: EmotionCurve) -> list[Datum]:
    """The scored points; the line breaks where nobody scored."""
    run, data = 0, []
    for x, feeling in line.points:
        if feeling.emotion is None:
            run += 1
        else:
            data.append({"x": round(x, 4), "y": _y(feeling.emotion), "g": run})
    return data


def _discs(
    lines: tuple[EmotionCurve, ...], phases: Mapping[str, str], names: Mapping[str, str], language: Language, dark: bool
) -> list[Datum]:
    found = []
    for line in reversed(lines):
        radius = _radius(line) if line.name == EVERYONE else min(6, _radius(line))
        for x, feeling, emotion in line.scored:
            told = {
                "t": feeling.title or text("charts.map.untitled", language),
                "d": f"{score(emotion, language)} · {names[line.name]} · {phases[feeling.id]}",
            }
            fill = EMOTIONS[emotion]
            edge = readable(fill, ink(dark).page, 3) if line.name == EVERYONE else line.colour
            found.append(shape_datum(x, _y(emotion), circle(radius), fill, stroke=edge, width=2, id=feeling.id, **told))
    return found


def _radius(line: EmotionCurve) -> float:
    return max(4.0, min(11.0, ROOM / max(1, len(line.points)) / 2 - 1))


def _faces(lines: tuple[EmotionCurve, ...]) -> list[Datum]:
    """Faces on everyone's points where they are large enough."""
    on_points = [
        (x, _y(emotion), _radius(line), emotion)
        for line in lines
        if line.name == EVERYONE and _radius(line) >= 7
        for x, _, emotion in line.scored
    ]
    return [
        shape_datum(x, y, face(emotion, radius), "transparent", stroke=text_on(EMOTIONS[emotion]), width=1.5)
        for x, y, radius, emotion in on_points
    ]


def _scale_faces(dark: bool) -> list[Datum]:
    """The scale's faces, left of the first gridline's end."""
    return [
        shape_datum(0, _y(emotion), face(emotion, 10), "transparent", stroke=ink(dark).quiet, width=1.5)
        for emotion in Emotion
    ]


def _words(way: tuple[Stretch, ...], language: Language, dark: bool) -> list[Datum]:
    neutral = ink(dark)
    scale = [
        text_datum(block(choice(emotion, language), 0, _y(emotion) - 8, 84, size=12, most=1), neutral.quiet,
                   align="right", o=-34, v=1)
        for emotion in Emotion
    ]  # fmt: skip
    for datum in scale:
        datum["x"] = 0
    names = [
        {**text_datum(block(_phase(s.column, language), 0, 14, max(40, (s.end - s.start) * ROOM - 8), size=12, bold=True, most=3),
                      neutral.text), "x": round(s.start, 4), "v": 1}
        for s in way
    ]  # fmt: skip
    return [*scale, *names]


def _phase(column: MapColumn, language: Language) -> str:
    return column.name or text("charts.map.without_phase", language)


def _marks(lines: tuple[EmotionCurve, ...], language: Language, dark: bool) -> list[Datum]:
    """The touchpoints' numbers below, and the titles of the first high and the first low of everyone's curve."""
    common = next((line for line in lines if line.name == EVERYONE), None)
    if common is None or not common.scored:
        return []
    points = common.scored
    low, high = (choose(points, key=lambda point: point[2]) for choose in (min, max))
    found = [_mark(high, _y(high[2]) - 31, language, dark)] if high[2] > 0 else []
    if low[2] < 0:
        found.append(_mark(low, _y(low[2]) + 13, language, dark))
    count = len(common.points)
    numbers = [
        {
            **text_datum(block(str(place), 0, BOTTOM - 20, 40, size=12), ink(dark).quiet, align="center"),
            "x": round(x, 4),
        }
        for place, (x, _) in enumerate(common.points, 1)
        if count <= MOST_NUMBERED
    ]
    return [*found, *numbers]


def _mark(point: tuple[float, Feeling, Emotion], y: float, language: Language, dark: bool) -> Datum:
    x, feeling, _ = point
    title = feeling.title or text("charts.map.untitled", language)
    align, nudge = ("left", -8) if x < 0.3 else ("right", 8) if x > 0.7 else ("center", 0)
    return {**text_datum(block(title, 0, y, 230, size=13, bold=True, most=1), ink(dark).text, align=align),
            "x": round(x, 4), "o": nudge}  # fmt: skip


def _names(lines: tuple[EmotionCurve, ...], names: Mapping[str, str]) -> list[Datum]:
    """Each line's name beside its last point, pushed apart where they would touch; one alone has room for more words."""
    most = 1 if len(lines) > 1 else 4
    ends = sorted((_y(line.scored[-1][2]), place) for place, line in enumerate(lines) if line.scored)
    found, free = [], 0.0
    for y, place in ends:
        at = max(y, free)
        free = at + NAMED_APART
        line = lines[place]
        words = block(names[line.name], 0, at - 8, NAMES - 16, size=13, bold=True, most=most)
        found.append({**text_datum(words, line.colour), "x": 1, "o": 12, "u": 0.17})
    return found
