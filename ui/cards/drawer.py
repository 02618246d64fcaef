"""The drawer at the right edge, where a clicked card is edited while the page beside it can be used. One at a time; it
stays open over reruns and refreshes until it is closed or its page is left. It is a part of the page that runs alone: the
page follows a moment after something was saved in it."""

import random
from collections.abc import Callable
from time import monotonic

import streamlit as st

from journey.editing import Edit, kind_of, put, remove, revise, shifted
from journey.model import Entity, Touchpoint, in_order, new_id
from ui.cards import citations, critic, forms
from ui.kit import conflict, controlled, delivery, gone, keeper, open_card, panel, sought_history
from ui.state import session, shown
from ui.state.words import field_name, plain, t

_TITLES = ("title", "name")
_POLL_SECONDS = 3.0
_REST_SECONDS = 0.6


def show(look_out: Callable[[], None]) -> None:
    """Draw the drawer, with a card in it if one was asked for. Called once, above every page: so it stands at the same
    place of it, whatever the page shows. `look_out` looks every few seconds for what others did; while a card is open that
    waits. It belongs to the drawer because a click that draws the drawer alone ends every look-out of the page (Streamlit
    1.67)."""
    open_card.stay()
    gone.tell()
    delivery.fragment(_drawer, key=keeper.DRAWER)(look_out)


def _drawer(look_out: Callable[[], None]) -> None:
    keeper.begin(keeper.DRAWER)
    controlled.begin(keeper.DRAWER)
    card = session.here().card
    if card is None:
        delivery.fragment(look_out, run_every=_every_few_seconds())()
        return
    with st.container(key=keeper.DRAWER):
        _head(card)
        _card(card)
    if shown.is_outdated():
        delivery.fragment(_follow, run_every=_REST_SECONDS)(monotonic())


def _every_few_seconds() -> float:
    """Spread, so that the tabs of a room do not ask all at once."""
    return _POLL_SECONDS + random.random()  # noqa: S311 - no secret


def _follow(saved: float) -> None:
    """The page shows what was saved in the drawer, once somebody rests."""
    if monotonic() - saved >= _REST_SECONDS:
        st.rerun()


def _head(entity_id: str) -> None:
    entity = session.workshop().find(entity_id)
    called = t(f"drawer.{kind_of(entity)}") if entity else t("drawer.gone")
    with st.container(horizontal=True, vertical_alignment="center", key="drawer-head"):
        st.subheader(called, anchor=False)
        st.button(
            t("drawer.close"), key="drawer:close", icon=":material/close:", help=t("drawer.close"), on_click=_close
        )
    panel.stand(keeper.DRAWER, label=called, shows=entity_id, shuts="drawer:close")
    if entity:
        with st.container():
            delivery.fragment(_news, run_every=_every_few_seconds())(entity_id)


def _close() -> None:
    """Close the drawer, by whichever way: what its fields hold is saved first. Where something cannot be saved the drawer
    stays, and the field says why."""
    if not controlled.settle(keeper.DRAWER):
        return
    open_card.close()
    session.fold_in()
    if shown.is_outdated():
        st.rerun()


def _news(entity_id: str) -> None:
    """What others did to this card meanwhile: a line, until this person takes it over."""
    opened = session.current().opened
    if opened is None or not session.is_behind():
        return
    theirs = [one for one in session.news() if any(_concerns(edit, entity_id) for edit in one.change.edits)]
    if theirs:
        with st.container(border=True, horizontal=True, vertical_alignment="center", key="drawer-news"):
            who = session.name_of_browser(theirs[-1].author)
            st.markdown(t("drawer.changed_by", who=plain(who)), width="stretch")
            st.button(t("drawer.take_over"), key="drawer:take-over", icon=":material/sync:", on_click=_take_over)


def _concerns(edit: Edit, entity_id: str) -> bool:
    """Whether an edit is of a card or of something that names it, such as a citation."""
    sides = (side for side in (edit.before, edit.after) if side is not None)
    return edit.id == entity_id or any(value == entity_id for side in sides for _, value in side)


def _take_over() -> None:
    session.fold_in()
    st.rerun(scope=keeper.DRAWER)


def _card(entity_id: str) -> None:
    conflict.begin()
    entity = session.workshop().find(entity_id)
    conflict.panel("drawer")
    if entity is None:
        st.info(t("drawer.gone"))
        _done_button()
        return
    kind = kind_of(entity)
    critic.marks(entity.id)
    forms.draw(kind, entity, "drawer", asked=open_card.asked_field())
    if kind in {"personas", "touchpoints", "goals"}:
        citations.editor(entity, "drawer")
    if isinstance(entity, Touchpoint):
        _order(entity)
    _actions(kind, entity)
    keeper.draw(keeper.DRAWER, controlled.outdated)


def _done_button() -> None:
    st.button(t("drawer.done"), key="drawer:done", type="primary", icon=":material/check:", on_click=_close)


def _order(touchpoint: Touchpoint) -> None:
    """Earlier or later among the touchpoints of its phase."""
    here = [t_.id for t_ in in_order(t_ for t_ in session.workshop().touchpoints if t_.phase == touchpoint.phase)]
    place = here.index(touchpoint.id)
    with st.container(horizontal=True, vertical_alignment="center", key="drawer-order"):
        st.caption(t("drawer.order", place=place + 1, count=len(here)))
        for step, name, icon in ((-1, "earlier", "arrow_back"), (1, "later", "arrow_forward")):
            st.button(
                t(f"drawer.{name}"), key=f"drawer:{name}", icon=f":material/{icon}:", type="tertiary",
                disabled=not 0 <= place + step < len(here), on_click=_move, args=(touchpoint, step),
            )  # fmt: skip


def _move(touchpoint: Touchpoint, step: int) -> None:
    session.commit(shifted(session.workshop(), touchpoint, step))


def _actions(kind: str, entity: Entity) -> None:
    st.divider()
    with st.container(horizontal=True, horizontal_alignment="distribute", key="drawer-acts"):
        _done_button()
        with st.container(horizontal=True, width="content"):
            st.button(
                t("history.page.of_card"), key="drawer:history", icon=":material/history:", on_click=_to_history,
                args=(entity.id,),
            )  # fmt: skip
            st.button(
                t("drawer.duplicate"), key="drawer:duplicate", icon=":material/content_copy:", on_click=_duplicated,
                args=(kind, entity.id),
            )  # fmt: skip
            st.button(
                t("drawer.delete"), key="drawer:delete", icon=":material/delete:", help=t("drawer.delete_help"),
                on_click=_deleted, args=(entity.id,),
            )  # fmt: skip


def _to_history(entity_id: str) -> None:
    _close()
    if open_card.is_open() is None:
        sought_history.of_card(entity_id)


def _duplicated(kind: str, entity_id: str) -> None:
    entity = session.workshop().find(entity_id) if controlled.settle(keeper.DRAWER) else None
    if entity is not None:
        open_card.show(_duplicate(kind, entity))
        st.rerun()


def _deleted(entity_id: str) -> None:
    """Delete the card; what was being typed into it is saved before, so that undo brings it back whole."""
    controlled.settle(keeper.DRAWER)
    gone.delete(remove(session.workshop(), entity_id))
    open_card.close()
    st.rerun()


def _duplicate(kind: str, entity: Entity) -> str:
    fresh = new_id()
    named = next((field for field in _TITLES if field in type(entity).model_fields), None)
    changes: dict[str, object] = {"id": fresh, "rank": entity.rank + 0.001}
    if named and kind != "frame":
        changes[named] = t("drawer.copy_of", name=getattr(entity, named) or field_name(kind, named))[:200]
    session.commit(put(session.workshop(), revise(entity, **changes)))
    return fresh
