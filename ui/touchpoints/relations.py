"""How the touchpoints act on each other: a form, a table and a picture."""

from dataclasses import dataclass

import streamlit as st

from journey.editing import next_rank, put
from journey.model import Relation, RelationKind, new_id
from ui.kit import columns, grid, picking
from ui.kit.nameable import names_of
from ui.state import session
from ui.state.words import apart, safe, t, word
from ui.touchpoints import relation_graph


@dataclass
class _Refused:
    """Why the last relation was not added, to be said once."""

    why: str = ""


def draw() -> None:
    """Add at the top, look in the middle, edit below."""
    touchpoints = session.workshop().touchpoints
    if len(touchpoints) < 2:
        st.info(t("relations.too_few"), icon=":material/hub:")
        return
    _form()
    if session.workshop().relations:
        _effects()
    else:
        st.info(t("relations.none"), icon=":material/hub:")
    st.caption(t("relations.table_help"))
    _table()


def _effects() -> None:
    """One touchpoint picked from a list, or all: as a graph, and in words where one was picked or there is no room."""
    titles = apart(names_of("touchpoints"))
    held = session.workshop().relations
    ends = {end for relation in held for end in (relation.source, relation.target)}
    focus = st.selectbox(
        t("relations.focus"), [one for one in titles if one in ends], index=None, format_func=lambda one: titles.get(one, one),
        key=session.own("relation-focus"), placeholder=t("relations.all"), width=420,
    )  # fmt: skip
    relation_graph.draw(focus)
    rows = "".join(
        f"<li>{safe(titles.get(one.source, ''))} <b>{safe(word(one.kind))}</b> → {safe(titles.get(one.target, ''))}</li>"
        for one in relation_graph.relations_of(focus)
    )
    with st.container(key="effects-picked" if focus else "effects-all"):
        st.html(f"<ul class='j-effects'>{rows}</ul>")


def _form() -> None:
    titles = apart(names_of("touchpoints"))
    with st.container(border=True, key="add-relation"):
        source, kind, target, button = st.columns([4, 3, 4, 2], vertical_alignment="bottom")
        with source:
            _pick("source", list(titles), titles)
        with kind:
            picking.select(t("fields.relations.kind"), RelationKind, word, "relation-kind")
        with target:
            _pick("target", list(titles), titles)
        with button:
            st.button(
                t("relations.add"),
                key="relation-add",
                type="primary",
                icon=":material/add:",
                on_click=_add,
                width="stretch",
            )
        refused = session.of_workshop(_Refused)
        if refused.why:
            st.warning(refused.why, icon=":material/info:")
        refused.why = ""


def _pick(side: str, options: list[str], titles: dict[str, str]) -> None:
    picking.select(
        t(f"fields.relations.{side}"), options, lambda one: titles.get(one, one), f"relation-{side}", index=None,
        placeholder=t("frame.choose"),
    )  # fmt: skip


def _add() -> None:
    source, target, kind = (picking.picked(f"relation-{name}") for name in ("source", "target", "kind"))
    if not source or not target or source == target:
        session.of_workshop(_Refused).why = t("relations.choose_two")
        return
    held = session.workshop().relations
    session.commit(
        put(session.workshop(), Relation(id=new_id(), rank=next_rank(held), source=source, target=target, kind=kind))
    )
    session.set_value("relation-source", target)
    session.set_value("relation-target", None)


def _table() -> None:
    kind = "relations"
    cells = {
        "source": columns.reference(kind, "source"),
        "kind": columns.choice(kind, "kind"),
        "target": columns.reference(kind, "target"),
        "next_customer": columns.flag(kind, "next_customer"),
        "note": columns.text(kind, "note", width="large"),
    }
    grid.draw(grid.Grid(kind, cells, needed=("source", "target")), alt=t("relations.table_alt"))
