"""The take-home copy: Excel and the document's own JSON out, and an edited file back in."""

import re
from functools import partial

import streamlit as st

from journey.model import Language, Workshop
from ui import import_file, session
from ui.words import t

_MENU = "take-home"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def menu() -> None:
    """The menu in the frame: export, read back."""
    workshop, language = session.workshop(), session.language()
    with st.popover(t("takehome.menu"), icon=":material/download:", key=_MENU, on_change="rerun"):
        st.caption(t("takehome.help"))
        st.download_button(
            t("takehome.excel"), data=partial(_excel, workshop, language), file_name=file_name(workshop, "xlsx"), mime=XLSX,
            key="export-excel", icon=":material/table_view:", on_click="ignore", width="stretch", type="primary",
        )  # fmt: skip
        st.download_button(
            t("takehome.json"), data=partial(_json, workshop), file_name=file_name(workshop, "json"),
            mime="application/json", key="export-json", icon=":material/data_object:", on_click="ignore", width="stretch",
        )  # fmt: skip
        st.divider()
        if st.button(
            t("takehome.read_back"), key="read-back", icon=":material/upload_file:", width="stretch", on_click=_close
        ):
            import_file.dialog()


def _close() -> None:
    """An open menu would lie over the dialog. Streamlit tells and takes whether it is open only with `on_change`."""
    session.set_value(_MENU, False)


def file_name(workshop: Workshop, ending: str) -> str:
    """A file name from the workshop's title that every system takes."""
    title = re.sub(r"[^\w\- ]+", "", workshop.frame.title).strip()[:60] or "workshop"
    return f"{title.replace(' ', '-')}.{ending}"


def _excel(workshop: Workshop, language: Language) -> bytes:
    from journey.exchange import write_workbook

    return write_workbook(workshop, language)


def _json(workshop: Workshop) -> bytes:
    return workshop.to_json().encode()
