"""What the charts of an event log show, in sentences for people who hear a page instead of seeing it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from journey.charts.channels_chart import channel_name, channel_rows, range_words
from journey.charts.flow import Flow, FlowEdge, Told, drawn_edges
from journey.charts.flow_chart import way_words
from journey.charts.period_names import period_names
from journey.charts.trend_chart import value_words
from journey.charts.trend_layout import Measure, Period, strips
from journey.charts.variants_chart import summary, way
from journey.charts.waiting_chart import waiting_lines
from journey.charts.wording import cases_of, counted, counted_cases, short_rate
from journey.model import Language
from journey.numbers.log.attribution import Attribution
from journey.numbers.log.variants import Variants
from journey.numbers.log.waiting import Waiting
from journey.texts import text

MOST_NAMED = 5


def flow_alt(flow: Flow, language: Language) -> str:
    """How many cases there are, the most frequent ways onward and back, and what the log says about drawn relations."""
    edges = drawn_edges(flow, len(flow.edges)).edges
    column = flow.column_of
    taken = [edge for edge in edges if edge.count]
    onward = [edge for edge in taken if column[edge.target] > column[edge.source]]
    back = [edge for edge in taken if column[edge.target] <= column[edge.source]]
    sentences = [text("charts.alt.flow", language, cases=counted_cases(flow.cases, language))]
    for key, found in (("onward", onward), ("back", back)):
        if found:
            sentences.append(text(f"charts.alt.flow_{key}", language, ways=_ways(found[:MOST_NAMED], flow, language)))
    for told in (Told.MISSING, Told.CONTRADICTED, Told.UNSEEN):
        if marked := [edge for edge in edges if edge.told is told]:
            kind = text(f"charts.flow.told.{told.value}", language)
            ways = "; ".join(way_words(edge, flow, language) for edge in marked)
            sentences.append(f"{kind[:1].upper()}{kind[1:]}: {ways}.")
    return " ".join(sentences)


def _ways(edges: Iterable[FlowEdge], flow: Flow, language: Language) -> str:
    return "; ".join(
        f"{way_words(edge, flow, language)} {counted('flow.times', edge.count, language)}" for edge in edges
    )


def trend_alt(periods: Sequence[Period], language: Language, *, what: Measure = Measure.RATES) -> str:
    """For each phase the first and the newest value of a period that is over, and the range in between."""
    found, _ = strips(periods, what)
    if not found:
        return text("charts.alt.trend_empty", language)
    names = period_names([period.name for period in periods], language)
    told = [text("charts.alt.trend", language, count=len(periods), first=names[0], last=names[-1])]
    for strip in found:
        points = [point for point in strip.points if point.complete] or list(strip.points)
        lowest, highest = (choose(points, key=lambda point: point.value) for choose in (min, max))
        values = {"start": points[0], "end": points[-1], "low": lowest, "high": highest}
        shown = {key: value_words(replace(point, interval=None), what, language) for key, point in values.items()}
        told.append(text("charts.alt.trend_phase", language, name=strip.phase, **shown))
    return " ".join(told)


def waiting_alt(found: Waiting, names: Mapping[str, str], language: Language) -> str:
    """The stuck phase, then for each phase its open cases, how long they have waited and how long it usually takes."""
    told = [text("charts.alt.waiting", language)]
    if found.stuck:
        told.append(text("charts.alt.waiting_stuck", language, name=names[found.stuck.phase]))
    for phase in found.phases:
        cases = counted("waiting.open", phase.cases, language)
        lines = " ".join(f"{line.removesuffix('.')}." for line in waiting_lines(phase, language))
        told.append(text("charts.alt.waiting_phase", language, name=names[phase.phase], cases=cases, lines=lines))
    return " ".join(told)


def channels_alt(found: Sequence[Attribution], language: Language) -> str:
    """For each channel the shares that the models give it, and that none of them proves a cause."""
    many = "charts.alt.channels_model" if len(found) == 1 else "charts.alt.channels_models"
    told = [text("charts.alt.channels", language, models=text(many, language, count=len(found)))]
    names = [text(f"charts.channels.{one.model.value}", language) for one in found]
    for row in channel_rows(found):
        shares = (short_rate(share or 0.0, language) for share in row.shares)
        models = ", ".join(f"{name} {share}" for name, share in zip(names, shares, strict=True))
        name, span = channel_name(row, language), range_words(row, language)
        told.append(text("charts.alt.channel", language, name=name, range=span, models=models) + ".")
    return " ".join([*told, text("charts.channels.not_causal", language)])


def variants_alt(found: Variants, names: Mapping[str, str], language: Language) -> str:
    """How many ways there are, then the most frequent ones."""
    told = [
        text("charts.alt.variant", language, way=way(one, names), measured=cases_of(one.cases, one.share, language))
        for one in found.most[:MOST_NAMED]
    ]
    return " ".join([summary(found, language), *told])
