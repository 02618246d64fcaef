"""Versions that somebody named: set one, see them all, rename and delete them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime

import streamlit as st

from journey.store import NamedVersion, StoreError
from ui.history import dialogs
from ui.history.wording import Caller, caller
from ui.kit import delivery, lines
from ui.state import session
from ui.state.words import many, moment, plain, safe, t

_LENGTH = 120
_ASKED, _NAME = "keep-version", "version-name"


@dataclass
class Deleted:
    """The version that this tab deleted last."""

    version: NamedVersion | None = None


@dataclass
class _Told:
    """What others called a version meanwhile and this person was told, by its id."""

    names: dict[str, str] = field(default_factory=dict)


def bar(beside: Callable[[], None]) -> None:
    """The buttons above the list: set a version, and what stands beside it."""
    with st.container(horizontal=True, key="history-bar"):
        with st.popover(t("history.page.keep"), icon=":material/flag:", key=_ASKED, type="primary", on_change="rerun"):
            lines.entry(
                st.text_input, t("history.page.version_name"), _NAME, max_chars=_LENGTH,
                placeholder=t("history.page.version_hint"),
            )  # fmt: skip
            st.caption(t("history.page.keep_help"))
            st.button(
                t("history.page.keep_now"), key="keep-now", type="primary", icon=":material/flag:", on_click=_keep
            )
        beside()
    _deleted_notice()


def overview() -> None:
    """All versions, to be found without turning pages."""
    versions = session.store().past.versions(session.workshop().frame.id)
    if versions:
        with st.expander(many("history.page.versions", len(versions)), icon=":material/flag:", key="versions"):
            called = caller()
            for version in versions:
                row(version, called, "shelf")


def row(version: NamedVersion, called: Caller, place: str) -> None:
    """A version with what can be done with it."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"version-{place}-{version.id}"):
        who = t("history.page.version_by", who=called(version.author), when=moment(version.at), number=version.sequence)
        st.html(
            f"<div class='j-entry j-mark'><p><b>⚑ {safe(version.name)}</b></p><p class='j-quiet'>{safe(who)}</p></div>",
            width="stretch",
        )
        with st.container(horizontal=True, width="content", gap="xsmall", key=f"version-acts-{place}-{version.id}"):
            st.button(t("history.page.look"), key=f"{place}:look:{version.id}", icon=":material/visibility:", type="tertiary",
                      on_click=dialogs.ask, args=("state", version.sequence, version.id))  # fmt: skip
            st.button(t("history.page.go_back"), key=f"{place}:go-back:{version.id}", icon=":material/history:",
                      type="tertiary", disabled=version.sequence == dialogs.latest(),
                      on_click=dialogs.ask, args=("state", version.sequence, version.id))  # fmt: skip
            picked = st.menu_button(t("start.more"), ("rename", "delete"), key=f"{place}:more:{version.id}", type="tertiary",
                                    format_func=lambda name: t(f"start.{name}"))  # fmt: skip
    if picked == "rename":
        delivery.dialog(t("history.page.rename_version"), _rename)(version)
    elif picked == "delete":
        session.store().past.delete_version(version.id)
        session.of_workshop(Deleted).version = version
        st.rerun()


@session.telling
def _keep() -> None:
    session_now, opened = session.current(), session.current().opened
    if opened is None:
        return
    name = (session.value(_NAME) or "").strip() or t("history.page.version_of", when=moment(datetime.now(UTC)))
    kept = session.store().past.keep_version(opened.workshop.frame.id, opened.sequence, name, session_now.browser)
    lines.used(_NAME)
    session.set_value(_NAME, "")
    session.set_value(_ASKED, False)  # Streamlit takes whether a popover is open only with `on_change`
    st.toast(plain(t("history.page.kept", name=kept.name)), icon=":material/flag:")


def _rename(version: NamedVersion) -> None:
    lines.entry(
        st.text_input, t("history.page.version_name"), f"new-name:{version.id}", value=version.name, max_chars=_LENGTH
    )
    if st.button(t("start.rename"), type="primary", key="rename-version") and _renamed(version):
        st.rerun()


def _renamed(version: NamedVersion) -> bool:
    """Save the name that was typed, once it is asked for again where others gave the version another one meanwhile."""
    typed, told = (session.value(f"new-name:{version.id}") or "").strip(), session.of_workshop(_Told).names
    try:
        versions = session.store().past.versions(session.workshop().frame.id)
        if theirs := name_of_others(versions, version, typed, told.get(version.id)):
            told[version.id] = theirs
            st.warning(t("start.meanwhile", theirs=plain(theirs)), icon=":material/group:")
            return False
        if typed:
            session.store().past.rename_version(version.id, typed)
    except StoreError as trouble:
        st.error(t(trouble.key), icon=":material/error:")
        return False
    told.pop(version.id, None)
    lines.used(f"new-name:{version.id}")
    return True


def name_of_others(versions: Iterable[NamedVersion], shown: NamedVersion, typed: str, told: str | None) -> str | None:
    """What a version is called by now, where others gave it another name than was `shown`, and the person was not `told`."""
    now = next((each.name for each in versions if each.id == shown.id), shown.name)
    return None if now in (shown.name, typed, told) else now


def _deleted_notice() -> None:
    deleted = session.of_workshop(Deleted).version
    if deleted:
        with st.container(border=True, horizontal=True, vertical_alignment="center", key="deleted-version"):
            st.markdown(t("history.page.version_deleted", name=plain(deleted.name)), width="stretch")
            st.button(
                t("start.undelete"),
                key="undelete-version",
                icon=":material/undo:",
                on_click=_restore,
                args=(deleted.id,),
            )


@session.telling
def _restore(version_id: str) -> None:
    session.store().past.restore_version(version_id)
    session.of_workshop(Deleted).version = None
