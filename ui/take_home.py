"""The take-home copy: Excel and the document's own JSON out, and an edited file back in."""

from functools import partial

import streamlit as st

from journey.model import Language, Workshop
from ui import download, import_file, session
from ui.words import t


def menu() -> None:
    """The menu in the frame: export, read back."""
    workshop, language = session.workshop(), session.language()
    with st.popover(t("takehome.menu"), icon=":material/download:", key="take-home"):
        st.caption(t("takehome.help"))
        download.button(
            t("takehome.excel"), partial(_excel, workshop, language), workshop, "xlsx", key="export-excel",
            icon=":material/table_view:", kind="primary",
        )  # fmt: skip
        download.button(
            t("takehome.json"),
            partial(_json, workshop),
            workshop,
            "json",
            key="export-json",
            icon=":material/data_object:",
        )
        st.divider()
        if st.button(t("takehome.read_back"), key="read-back", icon=":material/upload_file:", width="stretch"):
            import_file.dialog()


def _excel(workshop: Workshop, language: Language) -> bytes:
    from journey.exchange import write_workbook

    return write_workbook(workshop, language)


def _json(workshop: Workshop) -> bytes:
    return workshop.to_json().encode()
