"""The take-home copy: Excel and the document's own JSON out, and an edited file back in."""

from functools import partial

import streamlit as st

from journey.model import Language, Workshop
from ui.cards import import_file
from ui.kit import download
from ui.state import session
from ui.state.words import t

_MENU = "take-home"


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
    """A workshop as an Excel workbook and as a document of its own, in files named after `titled`. `aside`: something
    else is the main thing to do there."""
    download.button(
        t("takehome.excel"), partial(_excel, workshop, language), titled, "xlsx", key=f"{key}-excel",
        icon=":material/table_view:", kind="secondary" if aside else "primary",
    )  # fmt: skip
    download.button(
        t("takehome.json"), partial(_json, workshop), titled, "json", key=f"{key}-json", icon=":material/data_object:"
    )


def _read_back(menu: str) -> None:
    """An open menu would lie over the dialog. Streamlit tells and takes whether it is open only with `on_change`."""
    session.set_value(menu, False)
    import_file.ask()


def _excel(workshop: Workshop, language: Language) -> bytes:
    from journey.exchange import write_workbook

    return write_workbook(workshop, language)


def _json(workshop: Workshop) -> bytes:
    return workshop.to_json().encode()
