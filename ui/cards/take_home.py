"""The take-home copy: the workshop out in every format, and an edited file back in."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Literal

import streamlit as st

from journey.live import RoomRecord
from journey.model import Language, Workshop
from ui.cards import import_file, previews
from ui.kit import delivery, download
from ui.state import session
from ui.state.words import safe, t

if TYPE_CHECKING:
    from journey.take_home import Format

_MENU = "take-home"
_ICONS = {
    "xlsx": ":material/table_view:",
    "pptx": ":material/co_present:",
    "html": ":material/web:",
    "zip": ":material/folder_zip:",
    "md": ":material/article:",
    "mmd": ":material/account_tree:",
    "pdf": ":material/picture_as_pdf:",
    "json": ":material/data_object:",
}


def menu() -> None:
    """The menu in the line on top: export, read back."""
    words = t("takehome.menu")
    asked = st.popover(words, icon=":material/download:", type="tertiary", key=_MENU, on_change="rerun", help=words)
    if asked.open:
        with asked:
            choices(_MENU)


def choices(menu: str, prefix: str = "") -> None:
    """What can be taken home, and the way back in, in the menu with this key. `prefix`: of the keys, where another menu
    has the same."""
    workshop, language = session.workshop(), session.language()
    st.caption(t("takehome.help"))
    rooms = partial(session.store().rooms.records, workshop.frame.id)
    documents(workshop, workshop, language, f"{prefix}export", rooms=rooms)
    st.divider()
    st.button(
        t("takehome.read_back"), key=f"{prefix}read-back", icon=":material/upload_file:", width="stretch",
        on_click=_read_back, args=(menu,),
    )  # fmt: skip


def documents(
    workshop: Workshop,
    titled: Workshop,
    language: Language,
    key: str,
    *,
    aside: bool = False,
    rooms: Callable[[], Sequence[RoomRecord]] = tuple,
) -> None:
    """A workshop in every format, in files named after `titled`, shelf by shelf, the usual format first. `aside`: something
    else is the main thing to do there. `rooms` gives the live rooms that go along, when the file is made."""
    from journey.take_home import FORMATS

    kind: Literal["primary", "secondary"] = "secondary" if aside else "primary"
    with st.container(key=f"formats-{key}", gap="small"):
        for shelf, on_it in groupby(FORMATS.values(), key=attrgetter("shelf")):
            st.html(f"<p class='j-shelf'>{safe(t(f'takehome.shelf.{shelf}'))}</p>")
            for row, same in groupby(on_it, key=attrgetter("row")):
                formats = list(same)
                with st.container(gap="xxsmall", key=f"take-{key}-{row}"):
                    several = "s" if len(formats) > 1 else ""
                    with st.container(horizontal=True, gap="small", key=f"format{several}-{key}-{row}"):
                        for each in formats:
                            download.button(
                                t(f"takehome.{each.ending}"), partial(_written, each, workshop, language, rooms), titled,
                                each.ending, mime=each.mime, key=f"{key}-{each.ending}", kind=kind,
                                icon=None if several else _ICONS.get(each.ending.rpartition(".")[2], ":material/draft:"),
                            )  # fmt: skip
                            kind = "secondary"
                        st.html(f"<p class='j-format'>{safe(t(f'takehome.good_for.{row}'))}</p>")
                    with st.container(key=f"look-{key}-{row}"):
                        delivery.fragment(previews.preview)(formats[-1], workshop, language, f"{key}-look-{row}", rooms)


def _written(
    made: "Format", workshop: Workshop, language: Language, rooms: Callable[[], Sequence[RoomRecord]]
) -> bytes:
    return made.write(workshop, language, rooms() if made.has_rooms else ())


def _read_back(menu: str) -> None:
    """An open menu would lie over the dialog. Streamlit tells and takes whether it is open only with `on_change`."""
    session.set_value(menu, False)
    import_file.ask()
