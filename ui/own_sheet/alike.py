"""Sheets of a file that are built alike: whether all of them are read, and what their names say."""

from typing import TYPE_CHECKING

import streamlit as st

from ui.cards import brought
from ui.own_sheet.corrections import key, plan
from ui.state import session
from ui.state.words import many, plain, t

if TYPE_CHECKING:
    from journey.exchange.own_sheets import SheetGrid, SheetReading

_MOST_NAMES = 12


def sheets() -> "tuple[SheetGrid, ...]":
    """The sheet that is looked at, and those of the file that are built like it."""
    from journey.exchange.own_sheets import alike

    here = brought.held()
    return alike(here.grids, here.place, plan())


def reading() -> "SheetReading":
    """What becomes of the sheet, or of all that are alike."""
    from journey.exchange.own_sheets import SheetNaming, read_alike, read_sheet

    here = brought.held()
    if here.all_alike and len(found := sheets()) > 1:
        return read_alike(found, plan(), brought.base(), session.language(), here.seed, naming=SheetNaming(here.naming))
    return read_sheet(here.grid, plan(), brought.base(), session.language(), here.seed)


def draw() -> None:
    """The choice, where there is more than one such sheet."""
    from journey.exchange.own_sheets import SheetNaming

    found, here = sheets(), brought.held()
    if len(found) < 2:
        return
    with st.container(border=True, horizontal=True, vertical_alignment="center", key="own-sheet-alike"):
        session.set_value(key("alike"), here.all_alike)
        st.toggle(many("own_sheet.alike", len(found)), key=key("alike"), on_change=_all_chosen, width="content")
        if here.all_alike:
            session.set_value(key("naming"), here.naming)
            st.selectbox(
                t("own_sheet.naming"), [each.value for each in SheetNaming], key=key("naming"), width=280,
                format_func=lambda each: t(f"own_sheet.naming_{each}"), on_change=_naming_chosen,
            )  # fmt: skip
            names = [each.name for each in found]
            more = " …" if len(names) > _MOST_NAMES else ""
            st.caption(plain(" · ".join(names[:_MOST_NAMES]) + more), width="stretch")


def _all_chosen() -> None:
    brought.held().all_alike = bool(session.value(key("alike")))


def _naming_chosen() -> None:
    brought.held().naming = str(session.value(key("naming")))
