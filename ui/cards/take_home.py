"""The take-home copy: the workshop out in every format, and an edited file back in."""

from functools import partial
from typing import Literal

import streamlit as st

from journey.model import Language, Workshop
from ui.cards import import_file
from ui.kit import download
from ui.state import session
from ui.state.words import t

_MENU = "take-home"
_ICONS = {"xlsx": ":material/table_view:", "json": ":material/data_object:"}


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
    documents(workshop, workshop, language, f"{prefix}export")
    st.divider()
    st.button(
        t("takehome.read_back"), key=f"{prefix}read-back", icon=":material/upload_file:", width="stretch",
        on_click=_read_back, args=(menu,),
    )  # fmt: skip


def documents(workshop: Workshop, titled: Workshop, language: Language, key: str, *, aside: bool = False) -> None:
    """A workshop in every format, in files named after `titled`, the usual format first. `aside`: something else is the
    main thing to do there."""
    from journey.exchange import FORMATS

    kind: Literal["primary", "secondary"] = "secondary" if aside else "primary"
    for ending, each in FORMATS.items():
        download.button(
            t(f"takehome.{ending}"), partial(each.write, workshop, language), titled, ending, mime=each.mime,
            key=f"{key}-{ending}", icon=_ICONS.get(ending, ":material/draft:"), kind=kind,
        )  # fmt: skip
        kind = "secondary"


def _read_back(menu: str) -> None:
    """An open menu would lie over the dialog. Streamlit tells and takes whether it is open only with `on_change`."""
    session.set_value(menu, False)
    import_file.ask()
