"""Which ways the flow shows, in sentences for people who hear a page instead of seeing it."""

from collections.abc import Iterable

from journey.charts.flow.chart import way_words
from journey.charts.flow.graph import Flow, FlowEdge, Told, drawn_edges
from journey.charts.kit.wording import counted, counted_cases
from journey.model import Language
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
