"""What the courses over time show, in sentences for people who hear a page instead of seeing it."""

from collections.abc import Sequence
from dataclasses import replace

from journey.charts.kit.events import event_words
from journey.charts.trend.chart import value_words
from journey.charts.trend.layout import Measure, Period, strips
from journey.charts.trend.period_names import period_names
from journey.model import Language
from journey.rounds import PlacedEvent
from journey.texts import text


def trend_alt(
    periods: Sequence[Period],
    language: Language,
    *,
    what: Measure = Measure.RATES,
    happened: Sequence[PlacedEvent] = (),
) -> str:
    """For each phase the first and the newest value that is told whole by enough cases, and the range in between; what
    happened."""
    found, _ = strips(periods, what)
    if not found:
        return text("charts.alt.trend_empty", language)
    names = period_names([period.name for period in periods], language)
    told = [text("charts.alt.trend", language, count=len(periods), first=names[0], last=names[-1])]
    for strip in found:
        points = [point for point in strip.points if point.complete and not point.few_cases]
        if not points:
            told.append(text("charts.alt.trend_few", language, name=strip.phase))
            continue
        lowest, highest = (choose(points, key=lambda point: point.value) for choose in (min, max))
        values = {"start": points[0], "end": points[-1], "low": lowest, "high": highest}
        shown = {key: value_words(replace(point, interval=None), what, language) for key, point in values.items()}
        told.append(text("charts.alt.trend_phase", language, name=strip.phase, **shown))
    if happened:
        events = "; ".join(event_words(each.event, language) for each in happened)
        told.append(text("charts.alt.happened", language, events=events))
    return " ".join(told)
