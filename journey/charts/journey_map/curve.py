"""The emotion lane of the journey map: the curve, its faces, and the touchpoints' numbers beside them."""

from journey.charts.journey_map.layout import SAMPLE, Layout, PlacedPoint
from journey.charts.kit import canvas
from journey.charts.kit.canvas import Datum, shape_datum, text_datum
from journey.charts.kit.feelings import look_of, score
from journey.charts.kit.glyphs import circle, face
from journey.charts.kit.text_block import block
from journey.journey_map import LANES, Lane
from journey.model import Emotion, Language
from journey.palette import EMOTIONS, PRIMARY, ink, readable, text_on
from journey.texts import text


def curve(layout: Layout, dark: bool) -> list[canvas.MarkLayer]:
    """The line through the scored points with a faint area to the zero line; it breaks where nobody scored."""
    zero = next((y for emotion, y in layout.gridlines if emotion is Emotion.NEUTRAL), 0.0)
    data: list[Datum] = [
        {"x": round(point.x, 1), "y": point.y, "Y": zero, "g": point.run}
        for point in layout.points
        if point.feeling.emotion is not None
    ]
    if not data:
        return []
    hue = readable(PRIMARY["dark" if dark else "light"], ink(dark).lane, 3)
    return [canvas.area(data, hue, fillOpacity=0.12), canvas.curve(data, hue, strokeWidth=2.5)]


def beside(layout: Layout, dark: bool) -> list[canvas.MarkLayer]:
    """The curves of single personas, each in a colour and a dash of its own, with its name above."""
    layers: list[canvas.MarkLayer] = []
    for place, placed in enumerate(layout.curves):
        colour, dash = look_of(place, ink(dark).lane)
        sample = [(placed.name.x - SAMPLE - 6, placed.name.y + 8, -1), (placed.name.x - 6, placed.name.y + 8, -1)]
        data: list[Datum] = [{"x": round(x, 1), "y": y, "g": run} for x, y, run in (*sample, *placed.points)]
        layers.append(canvas.curve(data, colour, strokeWidth=2, strokeDash=list(dash)))
    discs = [
        shape_datum(x, y, circle(3), look_of(place, ink(dark).lane)[0])
        for place, placed in enumerate(layout.curves)
        for x, y, _ in placed.points
    ]
    names = [text_datum(placed.name, look_of(place, ink(dark).lane)[0]) for place, placed in enumerate(layout.curves)]
    return [*layers, canvas.shapes(discs), canvas.texts(names)] if layers else []


def points(layout: Layout, language: Language, dark: bool) -> list[Datum]:
    """A disc in the score's colour for each touchpoint; a small hollow one where nobody scored."""
    neutral = ink(dark)
    found = []
    for point in layout.points:
        emotion = point.feeling.emotion
        fill = neutral.lane if emotion is None else EMOTIONS[emotion]
        edge = neutral.quiet if emotion is None else readable(fill, neutral.lane, 3)
        radius = min(5, point.radius) if emotion is None else point.radius
        told = {
            "t": point.feeling.title or text("charts.map.untitled", language),
            "l": LANES[Lane.EMOTION].words(language),
            "d": score(emotion, language),
        }
        disc = shape_datum(
            point.x,
            point.y,
            circle(radius),
            fill,
            stroke=edge,
            width=1.5,
            id=point.feeling.id,
            at=Lane.EMOTION.value,
            **told,
        )
        found.append(disc)
    return found


def faces(layout: Layout) -> list[Datum]:
    """Eyes and mouths for the points that are large enough."""
    return [
        shape_datum(
            point.x, point.y, face(emotion, point.radius), "transparent", stroke=text_on(EMOTIONS[emotion]), width=1.5
        )
        for point in layout.points
        if (emotion := point.feeling.emotion) is not None and point.radius >= 7
    ]


def numbers(layout: Layout, dark: bool) -> list[Datum]:
    """The touchpoints' numbers, on the side of the curve that faces away from the zero line."""
    roomy = [point for point in layout.points if point.radius >= 6]
    return [_number(point, ink(dark).quiet) for point in roomy]


def _number(point: PlacedPoint, colour: str) -> Datum:
    below = (point.feeling.emotion or 0) < 0
    y = point.y + point.radius + 2 if below else point.y - point.radius - 17
    return text_datum(block(str(point.number), point.x - 20, y, 40, size=12, bold=True), colour, align="center")
