"""The take-home copy: the workshop out in every format, and an edited file back in."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Literal

import streamlit as st

from journey.live import RoomRecord
from journey.model import Language, Workshop
from ui.cards import import_file
from ui.kit import download
from ui.state import session, worked_out
from ui.state.words import safe, t

if TYPE_CHECKING:
    from journey.take_home import Format
    from journey.take_home.formats import Peek

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
    """A workshop in every format, in files named after `titled`, the usual format first. `aside`: something else is the
    main thing to do there. `rooms` gives the live rooms that go along, when the file is made."""
    from journey.take_home import FORMATS

    kind: Literal["primary", "secondary"] = "secondary" if aside else "primary"
    for ending, each in FORMATS.items():
        with st.container(horizontal=True, gap="small", key=f"format-{key}-{ending}"):
            download.button(
                t(f"takehome.{ending}"), partial(_written, each, workshop, language, rooms), titled, ending, mime=each.mime,
                key=f"{key}-{ending}", icon=_ICONS.get(ending.rpartition(".")[2], ":material/draft:"), kind=kind,
            )  # fmt: skip
            st.html(_about(each, workshop, language))
        kind = "secondary"


def _about(made: "Format", workshop: Workshop, language: Language) -> str:
    """What a format is good for, and the beginning of what its file says, to be unfolded."""
    said = f"<p>{safe(t(f'takehome.good_for.{made.ending}'))}</p>"
    if made.peek is None:
        return f"<div class='j-format'>{said}</div>"
    begun = _peek(made.ending, made.peek, workshop, language)
    summary = f"<summary>{safe(t('takehome.preview'))}</summary>"
    return f"<div class='j-format'>{said}<details>{summary}<pre tabindex='0'>{safe(begun)}</pre></details></div>"


def _peek(ending: str, peek: "Peek", workshop: Workshop, language: Language) -> str:
    """The beginning of a file; of the open workshop it is made once a version."""
    if workshop is not session.workshop():
        return peek(workshop, language)
    return worked_out.kept(f"peek-{ending}", (language,), lambda: peek(workshop, language))


def _written(
    made: "Format", workshop: Workshop, language: Language, rooms: Callable[[], Sequence[RoomRecord]]
) -> bytes:
    return made.write(workshop, language, rooms() if made.has_rooms else ())


def _read_back(menu: str) -> None:
    """An open menu would lie over the dialog. Streamlit tells and takes whether it is open only with `on_change`."""
    session.set_value(menu, False)
    import_file.ask()
