"""A back-up of all workshops as one file, and its way back: what is in the file is seen before anything is done."""

from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

import streamlit as st

from journey.actions import by_owner
from journey.editing import copied
from journey.model import LINE_LIMIT
from journey.store import AlreadyExists, Standing, StoreError, read_backup
from ui.kit import download
from ui.kit.tables import table
from ui.state import session
from ui.state.words import many, moment, plain, safe, t

if TYPE_CHECKING:
    from journey.store import Backup, KeptWorkshop

_FILE = "backup-file"


def draw() -> None:
    """Folded: the file to take away, and the place for one that comes back."""
    with st.expander(t("backup.heading"), icon=":material/inventory_2:", key="backup"):
        away, back = st.columns(2, gap="large")
        with away:
            st.write(t("backup.help"))
            name = f"{t('backup.file_name')}-{date.today().isoformat()}.zip"
            download.file(
                t("backup.make"), session.store().backups.write, name, key="backup-make", icon=":material/download:"
            )
        with back:
            st.write(t("backup.back_help"))
            file = st.file_uploader(t("backup.choose"), type=["zip"], key=f"{_FILE}:{session.generation(_FILE)}")
            if file is not None:
                _offered(file.getvalue())


def _offered(data: bytes) -> None:
    try:
        with st.spinner(t("backup.reading")):
            backup = read_backup(data)
        standing = {kept.workshop.frame.id: session.store().backups.standing(kept) for kept in backup.workshops}
    except StoreError as error:
        st.error(t(error.key), icon=":material/error:")
        return
    st.caption(t("backup.made", when=moment(backup.made_at)))
    if backup.damaged:
        files = ", ".join(backup.damaged)
        st.warning(t("backup.damaged", files=plain(files)), icon=":material/broken_image:")
    st.html(_contents(backup, standing))
    by_standing = {
        one: [kept for kept in backup.workshops if standing[kept.workshop.frame.id] is one] for one in Standing
    }
    absent, other = by_standing[Standing.ABSENT], by_standing[Standing.OTHER]
    if not absent and not other:
        st.info(t("backup.nothing"), icon=":material/done_all:")
    if any(map(_has_owners, absent)):
        st.caption(t("backup.no_links"))
    if absent:
        st.button(
            many("backup.restore", len(absent)), key="backup-restore", type="primary", icon=":material/restore:",
            on_click=_restore, args=(absent, backup.people),
        )  # fmt: skip
    if other:
        st.button(
            many("backup.copy", len(other)), key="backup-copy", icon=":material/content_copy:", on_click=_copy,
            args=(other,),
        )  # fmt: skip


def _has_owners(kept: "KeptWorkshop") -> bool:
    """Whether people may have had links to their own actions in it."""
    return any(by_owner(kept.workshop.actions))


def _contents(backup: "Backup", standing: dict[str, Standing]) -> str:
    rows = [(_title(kept), safe(_state(kept, standing[kept.workshop.frame.id]))) for kept in backup.workshops]
    return table(many("backup.contents", len(rows)), (t("fields.frame.title"), t("backup.state")), rows, fits=True)


def _title(kept: "KeptWorkshop") -> str:
    title, when = kept.workshop.frame.title or t("frame.untitled"), t("start.changed", when=moment(kept.updated_at))
    beside = " · ".join([when, *([many("backup.rooms", len(kept.rooms))] if kept.rooms else [])])
    return f"{safe(title)}<br><span class='j-quiet' style='font-weight:400'>{safe(beside)}</span>"


def _state(kept: "KeptWorkshop", standing: Standing) -> str:
    absent = standing is Standing.ABSENT and kept.deleted_at
    return t("backup.absent_deleted" if absent else f"backup.standing.{standing.value}")


@session.telling
def _restore(kept: "list[KeptWorkshop]", people: dict[str, str]) -> None:
    restored = []
    for one in kept:
        with suppress(AlreadyExists):  # pressed twice, or somebody else was faster
            session.store().backups.restore(one, people)
            restored.append(one)
    _done(len(restored), *([t("backup.links_gone")] if any(map(_has_owners, restored)) else []))


@session.telling
def _copy(kept: "list[KeptWorkshop]") -> None:
    for one in kept:
        title = t("drawer.copy_of", name=one.workshop.frame.title or t("frame.untitled"))[:LINE_LIMIT]
        copy = copied(one.workshop, title=title)
        session.store().create(copy, session.current().browser)
        session.store().rooms.bring_back(copy.frame.id, one.rooms)
    _done(len(kept))


def _done(number: int, *more: str) -> None:
    session.renew(_FILE)
    st.toast(" ".join([many("backup.done", number), *more]), icon=":material/restore:")
