"""The workshops of this store: search, open, rename, duplicate, delete with undo, erase for good."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from journey.editing import change_of, put, revise
from journey.model import LINE_LIMIT, TEXT_LIMIT
from journey.model import lines as lines_of
from journey.store import StoreError
from ui.cards.tag_pills import tagged
from ui.kit import delivery, lines
from ui.kit.rooms import named
from ui.start import erasing
from ui.start.erasing import LastDeleted
from ui.state import session
from ui.state.words import many, moment, plain, safe, t

if TYPE_CHECKING:
    from journey.store import WorkshopSummary

_SHOWN = 12


@dataclass
class _List:
    """Whether all workshops are shown."""

    whole: bool = False


def draw() -> None:
    """The list, newest first, with its search."""
    _deleted_notice()
    st.header(t("start.yours"), anchor=False)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.text_input(t("start.search"), key="search", placeholder=t("start.search"), label_visibility="collapsed",
                      type="search", icon=":material/search:", width=420)  # fmt: skip
        named("compare").link(label=t("compare.called"), icon=":material/compare_arrows:")
    every, search = session.store().workshops(), session.value("search") or ""
    found = tagged(session.store().workshops(search) if search else every, every, "tags")
    if not found:
        st.info(t("start.not_found"), icon=":material/search_off:")
    shown = found if session.of_tab(_List).whole else found[:_SHOWN]
    with st.grid("auto", min_column_width=320, gap="medium"):
        for listed in shown:
            _card(listed)
    if len(found) > len(shown):
        st.button(t("start.show_all", count=len(found)), on_click=_show_all)


def _show_all() -> None:
    session.of_tab(_List).whole = True


def _card(listed: "WorkshopSummary") -> None:
    card = st.container(border=True, height="stretch", key=f"workshop-{listed.id}")
    with card:
        st.html(_face(listed))
        st.space("stretch")
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            if st.button(t("start.open"), key=f"open:{listed.id}", type="primary", icon=":material/arrow_forward:"):
                session.open_workshop(listed.id)
                named("goals").go()
            picked = st.menu_button(
                t("start.more"), ("rename", "tags", "share", "duplicate", "delete", "erase"), key=f"more:{listed.id}", type="tertiary",
                format_func=lambda name: t(f"start.{name}"),
            )  # fmt: skip
    if picked == "rename":
        delivery.dialog(t("start.rename"), _rename)(listed)
    elif picked == "tags":
        delivery.dialog(t("start.tags"), _tag)(listed)
    elif picked == "erase":
        erasing.ask(listed)
    elif picked == "share":
        session.open_workshop(listed.id)
        named("people").go()
    elif picked:
        try:
            {"duplicate": _duplicate, "delete": _delete}[picked](listed)
        except StoreError as trouble:
            _tell(card, trouble)


def _face(listed: "WorkshopSummary") -> str:
    counts = " · ".join(
        many(f"start.count_{name}", count)
        for name, count in (("touchpoints", listed.touchpoints), ("personas", listed.personas), ("goals", listed.goals))
    )
    organisation = f"<p class='j-quiet'>{safe(listed.organisation)}</p>" if listed.organisation else ""
    changed = t("start.changed", when=moment(listed.updated_at))
    return (
        f"<div class='j-card'><h3>{safe(listed.title or t('frame.untitled'))}</h3>{organisation}"
        f"<p>{counts}</p>{_chips(listed)}<p class='j-quiet'>{changed}</p></div>"
    )


def _chips(listed: "WorkshopSummary") -> str:
    chips = " ".join(f"<span class='j-chip'>{safe(tag)}</span>" for tag in listed.tags)
    return f"<p>{chips}</p>" if chips else ""


def _tag(listed: "WorkshopSummary") -> None:
    key = f"new-tags:{listed.id}"
    tags = lines.entry(
        st.text_area, t("fields.frame.tags"), key, value="\n".join(listed.tags), max_chars=TEXT_LIMIT, help=t("goals.tags_help"),
        placeholder=t("goals.tags_hint"),
    )  # fmt: skip
    if st.button(t("start.tag_now"), type="primary", key="tag-now"):
        _revised(listed, "tags", "\n".join(listed.tags), tags, key)


def _rename(listed: "WorkshopSummary") -> None:
    key = f"new-title:{listed.id}"
    title = lines.entry(st.text_input, t("fields.frame.title"), key, value=listed.title, max_chars=LINE_LIMIT)
    if st.button(t("start.rename"), type="primary", key="rename-now"):
        _revised(listed, "title", listed.title, title, key)


@dataclass
class _Told:
    """What others made of a field meanwhile and this person was told, by the field's key."""

    values: dict[str, str] = field(default_factory=dict)


def _revised(listed: "WorkshopSummary", name: str, shown: str, typed: str, key: str) -> None:
    """Save what was typed into a dialog. Where others changed that meanwhile it is told first, and saved when asked again."""
    told = session.of_tab(_Told).values
    try:
        opened = session.store().open(listed.id)
        now = getattr(opened.workshop.frame, name)
        if replaces_others(now, told.get(key, shown), typed):
            told[key] = now
            theirs = plain(", ".join(lines_of(now)) or t("field.empty"))
            st.warning(t("start.meanwhile", theirs=theirs), icon=":material/group:")
            return
        change = change_of(put(opened.workshop, revise(opened.workshop.frame, **{name: typed})))
        if change:
            session.store().save(listed.id, change, opened.versions, session.current().browser)
            session.fold_in()
    except StoreError as trouble:
        _tell(st.container(), trouble)
        return
    told.pop(key, None)
    lines.used(key)
    st.rerun()


def replaces_others(now: str, shown: str, typed: str) -> bool:
    """Whether what was typed over the text that was `shown` would replace what somebody made of it meanwhile."""
    return _said(now) not in (_said(typed), _said(shown))


def _said(words: str) -> set[str]:
    """What a text says line by line, whatever its letters' case."""
    return {line.casefold() for line in lines_of(words)}


def _tell(place: DeltaGenerator, trouble: StoreError) -> None:
    place.error(t(trouble.key), icon=":material/error:")


def _duplicate(listed: "WorkshopSummary") -> None:
    title = t("drawer.copy_of", name=listed.title or t("frame.untitled"))[:LINE_LIMIT]
    session.store().duplicate(listed.id, title, session.current().browser)
    st.rerun()


def _delete(listed: "WorkshopSummary") -> None:
    session.store().delete(listed.id)
    session.close_workshop(listed.id)
    last = session.of_tab(LastDeleted)
    last.workshop, last.told = listed, False
    st.rerun()


def _deleted_notice() -> None:
    last = session.of_tab(LastDeleted)
    deleted = last.workshop
    if deleted:
        words = t("start.deleted", title=plain(deleted.title or t("frame.untitled")))
        if not last.told:  # the notice stands above the list, which a phone has scrolled away
            st.toast(f"{words} {t('start.deleted_above')}", icon=":material/delete:")
        last.told = True
        with st.container(border=True, horizontal=True, vertical_alignment="center", key="deleted"):
            st.markdown(words, width="stretch")
            st.button(
                t("start.undelete"), key="undelete", icon=":material/undo:", on_click=_restore, args=(deleted.id,)
            )


@session.telling
def _restore(workshop_id: str) -> None:
    session.store().restore(workshop_id)
    session.of_tab(LastDeleted).workshop = None
