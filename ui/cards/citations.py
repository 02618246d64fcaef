"""Evidence: which statements of a card rest on which source."""

import streamlit as st

from journey.editing import kind_of, next_rank, put, remove
from journey.model import Citation, Entity, Source, new_id
from journey.texts import has
from ui.cards.folds import folded
from ui.kit import picking
from ui.state import session
from ui.state.words import apart, field_name, safe, t, word

_STATEMENTS = {
    "goals": ("baseline", "target"),
    "personas": ("share", "demographics", "career_level", "quote", "goals", "motives", "pains", "values", "channels"),
    "touchpoints": ("emotion", "doing", "thinking", "asking", "pain_points", "content", "measurability"),
}


def editor(entity: Entity, place: str) -> None:
    """The citations of a card, and a row to add one."""
    kind = kind_of(entity)
    cited = [citation for citation in session.workshop().citations if citation.card == entity.id]
    with folded(t("citations.heading"), f"{place}-fold:{entity.id}:citations", held=names(entity.id)) as is_open:
        if is_open:
            for citation in cited:
                _row(kind, citation, place)
            if not cited:
                st.caption(t("citations.none"))
            _add(kind, entity, place)


def names(entity_id: str) -> tuple[str, ...]:
    """The sources that a card rests on, each once, as people read them."""
    held = session.workshop()
    found = (held.find(citation.source) for citation in held.citations if citation.card == entity_id)
    return tuple(dict.fromkeys(source_name(source) for source in found if isinstance(source, Source)))


def source_name(source: Source) -> str:
    """A source as people read it: its title, or its kind when it has none."""
    return source.title or word(source.kind)


def _row(kind: str, citation: Citation, place: str) -> None:
    source = session.workshop().find(citation.source)
    name = source_name(source) if isinstance(source, Source) else t("citations.gone")
    statement = _statement(kind, citation.field)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.html(f"<span><b>{safe(statement)}</b> · {safe(name)}</span>", width="stretch")
        st.button(
            t("citations.remove"), key=f"{place}:uncite:{citation.id}", icon=":material/close:", type="tertiary",
            on_click=_remove, args=(citation.id,),
        )  # fmt: skip


def _statement(kind: str, field: str) -> str:
    """A field as people read it; one that no card has is shown as it stands in the document."""
    if not field:
        return t("citations.whole_card")
    return field_name(kind, field) if has(f"fields.{kind}.{field}", session.language()) else field


def _add(kind: str, entity: Entity, place: str) -> None:
    sources = {source.id: source for source in session.workshop().sources}
    names = apart({source_id: source_name(source) for source_id, source in sources.items()})
    statement_key, source_key = f"{place}:statement:{entity.id}", f"{place}:source:{entity.id}"
    statement, source, button = st.columns([3, 3, 2], vertical_alignment="bottom")
    with statement:
        picking.select(
            t("fields.citations.field"), ("", *_STATEMENTS[kind]),
            lambda field: field_name(kind, field) if field else t("citations.whole_card"), statement_key,
        )  # fmt: skip
    with source:
        picking.select(
            t("fields.citations.source"), sources, names.__getitem__, source_key, index=None,
            placeholder=t("frame.choose"), disabled=not sources,
            help=None if sources else t("citations.no_sources"),
        )  # fmt: skip
    with button:
        st.button(
            t("citations.add"), key=f"{place}:cite:{entity.id}", on_click=_cite, disabled=not sources,
            args=(entity.id, statement_key, source_key), width="stretch",
        )  # fmt: skip


def _cite(card: str, statement_key: str, source_key: str) -> None:
    source = picking.picked(source_key)
    if source:
        rank = next_rank(session.workshop().citations)
        field = picking.picked(statement_key) or ""
        session.commit(put(session.workshop(), Citation(id=new_id(), rank=rank, card=card, field=field, source=source)))


def _remove(citation: str) -> None:
    session.commit(remove(session.workshop(), citation))
