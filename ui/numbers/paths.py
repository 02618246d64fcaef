"""The ways that cases really took: as a flow, as their most frequent variants, and where they left the order."""

from typing import TYPE_CHECKING

import streamlit as st

from ui.kit import log_picture
from ui.kit.picture import drawing
from ui.numbers import detours, dropped_out, needs, relations_seen
from ui.state import event_log, session
from ui.state.words import t

if TYPE_CHECKING:
    from journey.charts import Flow
    from journey.numbers.log.paths import DirectlyFollows
    from journey.numbers.log.trail import Trail

_LEVELS = ("phases", "touchpoints")
_MOST = 12


def draw() -> None:
    """The flow at the top, then variants, detours, what follows a drop-out, and the drawn effects."""
    if not needs.log():
        return
    level = st.segmented_control(
        t("paths.level"), _LEVELS, default=_LEVELS[0], required=True, format_func=lambda one: t(f"paths.level_{one}"),
        key="paths-level", persist_state="session",
    )  # fmt: skip
    _flow(str(level))
    st.header(t("paths.variants"), anchor=False)
    _variants()
    st.header(t("paths.detours"), anchor=False)
    detours.draw()
    st.header(t("paths.dropped"), anchor=False)
    dropped_out.draw()
    st.header(t("paths.relations"), anchor=False)
    relations_seen.draw(graph("touchpoints"))


def trail(level: str) -> "Trail":
    """The log as a trail of phases or of touchpoints (their ids)."""
    from journey.numbers.log.trail import phase_trail, touchpoint_trail

    if level == "phases":
        return phase_trail(event_log.phased_log())
    return touchpoint_trail(event_log.coded_log(), event_log.matching().touchpoint_of)


def graph(level: str) -> "DirectlyFollows":
    """The directly-follows graph of phases or touchpoints."""
    from journey.numbers.log.paths import directly_follows
    from journey.numbers.log.trail import collapsed

    return event_log.answer(
        "graph", (level, event_log.touchpoint_matches()), lambda: directly_follows(collapsed(trail(level)))
    )


def _flow(level: str) -> None:
    from journey.charts import flow_alt, flow_chart, flow_layout

    asked, language = (level, event_log.version()), session.language()
    flow = event_log.answer("flow", asked, lambda: _flow_of(graph(level), level))
    log_picture.draw(
        "paths", asked, drawing(flow_chart, flow, language), lambda: flow_alt(flow, language),
        least=flow_layout(flow, language).narrowest,
    )  # fmt: skip


def _flow_of(found: "DirectlyFollows", level: str) -> "Flow":
    """The graph in the columns of the phases, from the entry to the exit."""
    from journey.charts import ENTRY, EXIT, Flow, FlowEdge, FlowNode

    model, workshop = session.model(), session.workshop()
    verdicts = relations_seen.verdicts(found) if level == "touchpoints" else {}
    nodes = []
    for node in found.nodes:
        card = workshop.touchpoint(node.label)
        column = model.index(card.phase if card else node.label)
        if column is not None:
            nodes.append(FlowNode(node.label, card.title if card else model.phase_name(node.label), column, node.cases))
    edges = [
        FlowEdge(edge.source, edge.target, edge.count, edge.median_seconds, verdicts.get((edge.source, edge.target)))
        for edge in found.edges
    ]
    edges += [FlowEdge(ENTRY, node.label, node.starts) for node in found.nodes if node.starts]
    edges += [FlowEdge(node.label, EXIT, node.ends) for node in found.nodes if node.ends]
    return Flow(tuple(nodes), tuple(edges), found.cases)


def _variants() -> None:
    from journey.charts import variants_alt, variants_chart
    from journey.numbers.log.variants import variants

    found = event_log.answer("variants", event_log.matches(), lambda: variants(trail("phases"), _MOST))
    names, language = event_log.phase_names(), session.language()
    log_picture.draw(
        "variants", event_log.matches(), drawing(variants_chart, found, names, language),
        lambda: variants_alt(found, names, language),
    )  # fmt: skip
