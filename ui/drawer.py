"""The drawer at the right edge, where a clicked card is edited. One at a time; it stays open over reruns until closed."""

import streamlit as st

from journey.editing import kind_of, put, remove, reordered, revise
from journey.model import Entity, Touchpoint, in_order, new_id
from ui import citations, conflict, critic, forms, history_filter, session
from ui.words import field_name, t

_TITLES = ("title", "name")


def open_card(entity_id: str) -> None:
    """Ask for the drawer of an entity; it opens at the end of this run (see `show`)."""
    session.current().shelf["drawer"] = entity_id


def is_open() -> str | None:
    """The id of the card in the drawer; None also when the card is gone."""
    asked, opened = session.current().shelf.get("drawer"), session.current().opened
    return asked if asked and opened and opened.workshop.find(asked) else None


def show() -> None:
    """Draw the drawer if a card was asked for. Called once, at the end of every page."""
    entity = session.workshop().find(is_open() or "")
    if entity is None:
        session.current().shelf.pop("drawer", None)
        return
    st.dialog(t(f"drawer.{kind_of(entity)}"), width="medium", position="right", on_dismiss=_closed)(_card)(entity.id)


def _closed() -> None:
    session.current().shelf.pop("drawer", None)
    session.renew("map")


def _card(entity_id: str) -> None:
    entity = session.workshop().find(entity_id)
    if entity is None:
        st.info(t("drawer.gone"))
        return
    kind = kind_of(entity)
    conflict.panel("drawer")
    critic.marks(entity.id)
    forms.draw(kind, entity, "drawer")
    if kind in {"personas", "touchpoints", "goals"}:
        citations.editor(entity, "drawer")
    if isinstance(entity, Touchpoint):
        _order(entity)
    _actions(kind, entity)


def _order(touchpoint: Touchpoint) -> None:
    """Earlier or later among the touchpoints of its phase."""
    here = [t_.id for t_ in in_order(t_ for t_ in session.workshop().touchpoints if t_.phase == touchpoint.phase)]
    place = here.index(touchpoint.id)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(t("drawer.order", place=place + 1, count=len(here)))
        for step, name, icon in ((-1, "earlier", "arrow_back"), (1, "later", "arrow_forward")):
            st.button(
                t(f"drawer.{name}"), key=f"drawer:{name}", icon=f":material/{icon}:", type="tertiary",
                disabled=not 0 <= place + step < len(here), on_click=_move, args=(touchpoint.id, here, place + step),
            )  # fmt: skip


def _move(entity_id: str, here: list[str], place: int) -> None:
    rest = [other for other in here if other != entity_id]
    session.commit(reordered(session.workshop(), "touchpoints", [*rest[:place], entity_id, *rest[place:]]))


def _actions(kind: str, entity: Entity) -> None:
    st.divider()
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        if st.button(t("drawer.done"), key="drawer:done", type="primary", icon=":material/check:"):
            _closed()
            st.rerun()
        with st.container(horizontal=True, width="content"):
            if st.button(t("history.page.of_card"), key="drawer:history", icon=":material/history:"):
                _closed()
                history_filter.of_card(entity.id)
            if st.button(t("drawer.duplicate"), key="drawer:duplicate", icon=":material/content_copy:"):
                open_card(_duplicate(kind, entity))
                session.renew("map")  # or the card that is still selected there would open again
                st.rerun()
            if st.button(
                t("drawer.delete"), key="drawer:delete", icon=":material/delete:", help=t("drawer.delete_help")
            ):
                session.commit(remove(session.workshop(), entity.id))
                _closed()
                st.rerun()


def _duplicate(kind: str, entity: Entity) -> str:
    fresh = new_id()
    named = next((field for field in _TITLES if field in type(entity).model_fields), None)
    changes: dict[str, object] = {"id": fresh, "rank": entity.rank + 0.001}
    if named and kind != "frame":
        changes[named] = t("drawer.copy_of", name=getattr(entity, named) or field_name(kind, named))[:200]
    session.commit(put(session.workshop(), revise(entity, **changes)))
    return fresh
