"""The evidence sources: where the team's knowledge comes from."""

import streamlit as st

from journey.editing import next_rank
from journey.model import EvidenceKind, Source, new_id
from ui.cards import citations
from ui.kit import open_card
from ui.kit.lines import add_line
from ui.state import session
from ui.state.words import day, figure, many, safe, t, word

_ICONS = {
    EvidenceKind.SURVEY: "ballot",
    EvidenceKind.FEEDBACK: "forum",
    EvidenceKind.CRM: "contacts",
    EvidenceKind.TOOL: "monitoring",
    EvidenceKind.INTERVIEW: "record_voice_over",
    EvidenceKind.ASSUMPTION: "help",
}


def board() -> None:
    """All sources with how often they are cited, and a line to add one."""
    st.caption(t("personas.sources_help"))
    sources = session.workshop().sources
    if not sources:
        st.info(t("personas.no_sources"), icon=":material/fact_check:")
    with st.grid("auto", min_column_width=300, gap="small"):
        for source in sources:
            _card(source)
    add_line("personas.add_source", "add-source", _source)


def _card(source: Source) -> None:
    cited = sum(citation.source == source.id for citation in session.workshop().citations)
    facts = [word(source.kind)]
    if source.sample_size is not None:
        facts.append(t("personas.sample", count=figure(source.sample_size)))
    if source.collected:
        facts.append(day(source.collected))
    with st.container(border=True, height="stretch", key=f"source-{source.id}"):
        st.html(
            f"<div class='j-card'><b>{safe(citations.source_name(source))}</b><br>"
            f"<span class='j-quiet'>{safe(' · '.join(facts))}<br>{many('personas.cited', cited)}</span></div>"
        )
        st.button(
            t("frame.edit"), key=f"edit:{source.id}", icon=f":material/{_ICONS[source.kind]}:", type="tertiary",
            on_click=open_card.clicked, args=(source.id,),
        )  # fmt: skip


def _source(title: str) -> Source:
    return Source(id=new_id(), rank=next_rank(session.workshop().sources), title=title)
