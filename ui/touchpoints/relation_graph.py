"""The effect relations as a picture: phases from left to right, touchpoints below each other, arrows in the effect's
colour. The one place that knows streamlit-agraph."""

from html import escape
from textwrap import wrap

import streamlit as st
from streamlit_agraph import Config, Edge, Node, agraph

from journey.journey_map import journey_map
from journey.model import Channel, Relation, RelationKind
from journey.palette import CHANNELS, RELATIONS, text_on
from ui.kit import open_card
from ui.state import session
from ui.state.words import safe, t, word

_COLUMN, _ROW, _LETTERS = 330, 130, 17

_DASHES: dict[RelationKind, bool | list[int]] = {
    RelationKind.LEADS_TO: False,
    RelationKind.PREPARES: [14, 8],
    RelationKind.REMOVES_OBJECTION: [30, 6],
    RelationKind.REINFORCES: [3, 6],
    RelationKind.BLOCKS: [14, 8],
}
_CSS_LINES = {
    RelationKind.LEADS_TO: "solid",
    RelationKind.PREPARES: "dashed",
    RelationKind.REMOVES_OBJECTION: "dashed",
    RelationKind.REINFORCES: "dotted",
    RelationKind.BLOCKS: "dashed",
}


def draw(focus: str | None) -> None:
    """The graph, of the touchpoint `focus` and its neighbours or of all; a click opens the touchpoint's drawer. The same
    relations are in the list and in the table below, for the keyboard and for phones, which have no room for a graph."""
    nodes, edges, height = _shapes(focus)
    # The wheel scrolls the page; the hand moves the picture.
    config = Config(width=700, height=height, directed=True, physics=False, groups={}, interaction={"zoomView": False})
    # The picture has no key and keeps its last click: one that was heard makes it another picture, or nobody could click
    # the same touchpoint again.
    config.width = f"100.{'0' * session.generation('graph')}%"
    with st.container(key="graph"):
        st.html(_legend())
        words = safe(t("relations.alt", nodes=len(nodes), edges=len(edges)))
        st.html(f"<p class='j-quiet' tabindex='0'>{words}</p>")
        picked = agraph(nodes, edges, config)
    if picked:
        session.renew("graph")
        open_card.show(picked)
        st.rerun()


def _shapes(focus: str | None) -> tuple[list[Node], list[Edge], int]:
    """Nodes on a fixed grid (columns are phases), edges with their effect; the height in pixels."""
    relations = relations_of(focus)
    near = {end for relation in relations for end in (relation.source, relation.target)} | {focus}
    columns = []
    for column in journey_map(session.workshop(), session.model()).columns:
        feelings = [feeling for feeling in column.feelings if focus is None or feeling.id in near]
        if feelings:
            columns.append((column, feelings))
    nodes, across = [], {}
    for place, (column, feelings) in enumerate(columns):
        shift = _ROW / 2 if place % 2 else 0
        channels = {card.id: card.channel for cards in column.cells.values() for card in cards if card.channel}
        for down, feeling in enumerate(feelings):
            across[feeling.id] = place
            fill = CHANNELS[channels.get(feeling.id, Channel.OTHER)]
            nodes.append(_node(feeling.id, feeling.title, fill, place * _COLUMN, down * _ROW + shift))
    edges = [
        Edge(
            source=r.source, target=r.target, color=RELATIONS[r.kind], width=3, dashes=_DASHES[r.kind],
            smooth={"enabled": True, "type": "curvedCW", "roundness": 0.35 if across[r.source] == across[r.target] else 0.12},
        )
        for r in relations if r.source in across and r.target in across
    ]  # fmt: skip
    tallest = max((len(feelings) for _, feelings in columns), default=1)
    return nodes, edges, min(820, max(320, 92 * tallest + 60))


def relations_of(focus: str | None) -> tuple[Relation, ...]:
    """The effects of and on a touchpoint; all of them without one."""
    held = session.workshop().relations
    return tuple(one for one in held if focus is None or focus in (one.source, one.target))


def _node(entity_id: str, title: str, fill: str, x: float, y: float) -> Node:
    node = Node(
        id=entity_id, label=_label(title or t("frame.untitled")), shape="box", color=fill, x=x, y=y, fixed=True, margin=10,
        font={"color": text_on(fill), "size": 22, "face": "Source Sans, Segoe UI, Arial, sans-serif"},
        widthConstraint={"minimum": 180, "maximum": 180},
    )  # fmt: skip
    del node.title  # the package writes titles into the page as HTML and opens them as addresses
    return node


def _label(title: str) -> str:
    """At most three lines; the package does not wrap words that are too long."""
    lines = wrap(title, _LETTERS, break_long_words=True)
    return "\n".join(lines if len(lines) < 4 else [*lines[:2], f"{lines[2][: _LETTERS - 1]}…"])


def _legend() -> str:
    """Every effect with its colour and its line, so that neither has to be guessed."""
    marks = "".join(
        f"<span class='j-chip'><i style='border-top:4px {_CSS_LINES[kind]} {RELATIONS[kind]}'></i>"
        f"{escape(word(kind))}</span>"
        for kind in RelationKind
    )
    return f"<div class='j-legend'>{marks}</div>"
