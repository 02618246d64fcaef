"""The effects that the team drew between touchpoints, beside the steps that cases really took."""

from typing import TYPE_CHECKING

import streamlit as st

from journey.editing import next_rank, put
from journey.model import Relation, RelationKind, new_id
from ui.kit.tables import table
from ui.state import event_log, session
from ui.state.words import figure, many, safe, share, t

if TYPE_CHECKING:
    from journey.charts import Told
    from journey.numbers.log.paths import DirectlyFollows, Edge
    from journey.numbers.log.relations import AgainstRelations, DrawnRelation

_SHOWN = 8
_MARKS = {"contradicted": "↔", "unseen": "–", "confirmed": "✓"}


def draw(graph: "DirectlyFollows") -> None:
    """A row for each drawn effect, those that the log says nothing about folded away; then the frequent steps that nobody
    drew, ready to be drawn."""
    from journey.numbers.log.relations import RelationStanding

    workshop, found = session.workshop(), _found(graph)
    seen = [one for standing in _MARKS for one in found.of(RelationStanding(standing))]
    if seen:
        rows = (
            (
                _way(one),
                _told(one),
                figure(one.cases),
                "–" if one.share is None else share(one.share),
                figure(one.opposite),
            )
            for one in seen
        )
        head = [t(f"paths.{name}") for name in ("effect", "standing", "cases", "of_source", "opposite")]
        st.html(table(t("paths.relations"), head, rows))
    absent = found.of(RelationStanding.ABSENT)
    if absent:
        with st.expander(many("paths.absent", len(absent)), icon=":material/visibility_off:"):
            st.caption(t("paths.absent_help"))
            st.html("".join(f"<p>{_way(one)}</p>" for one in absent))
    if not found.drawn:
        st.caption(t("paths.no_relations"))
    known = [edge for edge in found.missing if workshop.touchpoint(edge.source) and workshop.touchpoint(edge.target)]
    if known:
        st.subheader(t("paths.missing"), anchor=False)
        for edge in known[:_SHOWN]:
            words, button = st.columns([4, 1], vertical_alignment="center")
            words.html(f"{_way(edge)} <span class='j-quiet'>({figure(edge.cases)})</span>")
            key = f"draw-effect:{edge.source}:{edge.target}"
            button.button(t("paths.draw"), key=key, icon=":material/add:", on_click=_add, args=(edge,))


def _told(one: "DrawnRelation") -> str:
    """What the log says about a drawn effect: taken as often the other way round, or by very few, it is not confirmed."""
    from journey.numbers.log.relations import MISSING_CASES

    if one.standing.value == "confirmed" and one.cases < MISSING_CASES:
        return t("paths.standing_few")
    if one.standing.value == "confirmed" and one.opposite >= one.cases:
        return f"↔ {t('paths.standing_both')}"
    return f"{_MARKS[one.standing]} {t(f'paths.standing_{one.standing}')}"


def verdicts(graph: "DirectlyFollows") -> "dict[tuple[str, str], Told]":
    """What the log says about each way, for the picture: of those that the team drew, and of frequent ones that it did
    not draw."""
    from journey.charts import Told

    found = _found(graph)
    known = {one.value for one in Told}
    ways = {(one.source, one.target): Told(one.standing.value) for one in found.drawn if one.standing.value in known}
    return ways | {(edge.source, edge.target): Told.MISSING for edge in found.missing}


def _found(graph: "DirectlyFollows") -> "AgainstRelations":
    from journey.numbers.log.relations import against_relations

    drawn = tuple(
        (one.source, one.target)
        for one in session.workshop().relations
        if not one.next_customer and one.kind is not RelationKind.BLOCKS
    )
    asked = (drawn, event_log.touchpoint_matches())
    return event_log.answer("relations", asked, lambda: against_relations(graph, drawn))


def _way(one: "DrawnRelation | Edge") -> str:
    return f"{_title(one.source)} → {_title(one.target)}"


def _title(card: str) -> str:
    touchpoint = session.workshop().touchpoint(card)
    return safe(touchpoint.title if touchpoint else t("frame.unknown"))


def _add(edge: "Edge") -> None:
    workshop = session.workshop()
    fresh = Relation(id=new_id(), rank=next_rank(workshop.relations), source=edge.source, target=edge.target)
    session.commit(put(workshop, fresh))
