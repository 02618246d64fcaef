"""The course of a funnel over periods as a picture: a strip for each phase, with bands of plausible rates."""

from collections.abc import Sequence

from journey.charts.kit import canvas
from journey.charts.kit.canvas import Datum, LayeredChart, dashes, rule_datum, shape_datum, text_datum
from journey.charts.kit.events import event_key, event_lines, event_numbers, event_rules
from journey.charts.kit.glyphs import circle
from journey.charts.kit.text_block import block
from journey.charts.kit.text_fit import measure
from journey.charts.kit.tooltips import tooltips
from journey.charts.kit.wording import counted_cases, rate, spread
from journey.charts.trend.layout import PLOT, Measure, Period, Strip, TrendPoint, strips, x
from journey.charts.trend.period_names import period_names, shown_places
from journey.model import Language
from journey.palette import ink, mixed, phase_colour, readable
from journey.rounds import PlacedEvent
from journey.texts import number, percent, text

NARROWEST, RIGHT = 44, 8
"""Room for the scale's figures at the left, at least, and for half a point at the right."""
AXIS = 240
"""The width of a phone's strip, which the periods' names share."""


def trend_chart(
    periods: Sequence[Period],
    language: Language,
    *,
    dark: bool,
    what: Measure = Measure.RATES,
    happened: Sequence[PlacedEvent] = (),
) -> LayeredChart:
    """Draw the step rates (with 95 % bands) or the counts of periods, oldest first, one strip for each phase. Periods that
    are not told whole yet have hollow points and dashed lines, those with too few cases small points; neither is a headline.
    What `happened` meanwhile is a dotted line through every strip."""
    found, height = strips(periods, what)
    names = period_names([period.name for period in periods], language)
    told = tooltips(language)
    left = max([NARROWEST, *(measure(end, 12) + 14 for strip in found for end in _ends(strip, what, language))])
    across = canvas.shares(round(left), RIGHT)
    count = len(periods)
    note: list[Datum] = []
    if any(not point.complete or point.few_cases for strip in found for point in strip.points):
        words = block(text("charts.trend.note", language), 0, height + 2, 330, size=13, most=2)
        note, height = [text_datum(words, ink(dark).quiet, o=-left)], height + words.height + 6
    lines = event_lines(x(each.place, count) for each in happened) if found else ()
    if lines:
        key, height = event_key([each.event for each in happened], height + 6, language, dark, left=left)
        note += key
    layers = [
        canvas.rules([rule for strip in found for rule in (
            *_grid(strip, dark), *event_rules(lines, strip.top, strip.top + PLOT, dark))], across=across),
        canvas.flows([datum for strip in found for datum in _band(strip, count, dark)], across=across,
                     interpolate="linear"),
        canvas.strokes([datum for strip in found for datum in _line(strip, count, dark)], across=across, strokeCap="round"),
        canvas.shapes([_dot(strip, point, names, what, language, dark=dark) for strip in found for point in strip.points],
                      told, across=across),
        canvas.texts([*(datum for strip in found for datum in _words(strip, names, what, language, dark=dark, left=left)),
                      *(datum for strip in found for datum in event_numbers(lines, strip.top + 1, dark)), *note],
                     across=across),
    ]  # fmt: skip
    return canvas.drawing(layers, height)


def value_words(point: TrendPoint, what: Measure, language: Language) -> str:
    """A point's value, with its interval."""
    if what is Measure.COUNTS:
        return counted_cases(round(point.value), language)
    shown = rate(point.value, language)
    return f"{shown} ({spread(point.interval, language)})" if point.interval else shown


def _grid(strip: Strip, dark: bool) -> list[Datum]:
    colour = ink(dark).line
    return [
        rule_datum((0, strip.y(value)), (1, strip.y(value)), colour, width=1 if value == strip.low else 0.75)
        for value in (strip.low, (strip.low + strip.high) / 2, strip.high)
    ]


def _band(strip: Strip, count: int, dark: bool) -> list[Datum]:
    fill = mixed(_colour(strip, dark), ink(dark).page, 0.78 if dark else 0.82)
    return [
        {"x": round(x(point.place, count), 4), "y": round(strip.y(point.interval.high), 1),
         "Y": round(strip.y(point.interval.low), 1), "f": fill, "g": f"{strip.position}-{run}"}
        for run, points in enumerate(strip.runs)
        for point in points
        if point.interval
    ]  # fmt: skip


def _line(strip: Strip, count: int, dark: bool) -> list[Datum]:
    """The line through each run; what leads to a period that is not over is dashed."""
    found: list[Datum] = []
    for run, points in enumerate(strip.runs):
        over = [point for point in points if point.complete]
        running = [point for point in points if not point.complete]
        for kind, part in (("over", over), ("running", [*over[-1:], *running] if running else [])):
            style = {
                "s": _colour(strip, dark),
                "w": 2,
                "d": dashes(() if kind == "over" else (4, 5)),
                "g": f"{strip.position}-{run}-{kind}",
            }
            found += [
                {"x": round(x(point.place, count), 4), "y": round(strip.y(point.value), 1), "n": point.place, **style}
                for point in part
            ]
    return found


def _dot(
    strip: Strip, point: TrendPoint, names: Sequence[str], what: Measure, language: Language, *, dark: bool
) -> Datum:
    colour = _colour(strip, dark)
    said = [value_words(point, what, language)]
    if not point.complete:
        said.append(text("charts.trend.running", language))
    if point.few_cases:
        said.append(text("charts.funnel.few", language))
    told = f"{names[point.place]}: {' · '.join(said)}"
    place = (x(point.place, len(names)), strip.y(point.value))
    fill = colour if point.complete else ink(dark).page
    return shape_datum(
        *place, circle(2.5 if point.few_cases else 4), fill, stroke=colour, width=2, t=strip.phase, d=told
    )


def _words(
    strip: Strip, names: Sequence[str], what: Measure, language: Language, *, dark: bool, left: float
) -> list[Datum]:
    neutral = ink(dark)
    found = [text_datum(strip.name, neutral.text, o=-left)]
    if latest := _latest(strip, names, what, language):
        words = block(latest, 0, strip.name.y, 135, size=15, bold=strip.last is not None, most=1)
        colour = neutral.text if strip.last else neutral.quiet
        found.append({**text_datum(words, colour, align="right"), "x": 1, "o": RIGHT})
    for value, shown in zip((strip.low, strip.high), _ends(strip, what, language), strict=True):
        label = block(shown, 0, strip.y(value) - 8, left, size=12, most=1)
        found.append({**text_datum(label, neutral.quiet, align="right"), "x": 0, "o": -8})
    places = shown_places(len(names))
    for place in places:
        align = "center" if len(names) == 1 else {0: "left", len(names) - 1: "right"}.get(place, "center")
        label = block(names[place], 0, strip.top + PLOT + 4, AXIS / len(places) - 6, size=12, most=1)
        nudge = {"left": -4, "right": 4}.get(align, 0)
        found.append({**text_datum(label, neutral.quiet, align=align), "x": round(x(place, len(names)), 4), "o": nudge})
    return found


def _latest(strip: Strip, names: Sequence[str], what: Measure, language: Language) -> str:
    """The newest value that can be judged, with its period where newer ones cannot; "" while no period is over."""
    if strip.last is None:
        return text("charts.funnel.few", language) if any(point.few_cases for point in strip.points) else ""
    shown = number(strip.last.value, language) if what is Measure.COUNTS else rate(strip.last.value, language)
    if strip.last.place == len(names) - 1:
        return text("charts.trend.latest", language, value=shown)
    return text("charts.trend.latest_at", language, value=shown, period=names[strip.last.place])


def _ends(strip: Strip, what: Measure, language: Language) -> tuple[str, str]:
    """The words for both ends of a strip's scale."""
    if what is Measure.COUNTS:
        return number(strip.low, language), number(strip.high, language)
    whole = all(round(end * 100, 6).is_integer() for end in (strip.low, strip.high))
    low, high = (percent(end, language, 0 if whole else 1) for end in (strip.low, strip.high))
    return low, high


def _colour(strip: Strip, dark: bool) -> str:
    return readable(phase_colour(strip.position), ink(dark).page, 3)
