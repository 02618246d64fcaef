"""The page: bring a sheet, or see and put right how the one that was brought is understood."""

import streamlit as st

from ui.cards import brought
from ui.kit import beginning
from ui.own_sheet import alike, bringing, corrections, fields, outcome, sheet_view
from ui.state import session
from ui.state.words import many, plain, t


def draw() -> None:
    """One or the other."""
    here = brought.held()
    if here.is_done:
        outcome.go_on()
    brought.look_again()
    here = brought.held()
    with beginning.here():
        if here.plan is None or not here.grids:
            bringing.draw()
        else:
            _understood()


def _understood() -> None:
    from journey.exchange.own_sheets import SheetShape

    here = brought.held()
    grid, plan, model = here.grid, corrections.plan(), brought.model()
    reading = alike.reading()
    _which()
    alike.draw()
    sheet, choices = st.columns([7, 3], gap="large")
    with sheet:
        st.header(t("own_sheet.seen"), anchor=False)
        sheet_view.draw(grid, reading, model)
    with choices:
        corrections.draw(grid)
    if reading.unplaced and not plan.own_model:
        st.warning(many("own_sheet.unplaced", len(reading.unplaced)), icon=":material/signpost:")
    with st.expander(t("own_sheet.phases"), icon=":material/view_column:", expanded=here.asks_for_phases):
        corrections.phases(grid, model)
    in_rows = plan.shape is SheetShape.ROWS
    with st.expander(t("own_sheet.fields_rows" if in_rows else "own_sheet.fields_matrix"), icon=":material/rule:"):
        fields.draw(grid)
    st.header(t("own_sheet.result"), anchor=False)
    outcome.draw(reading)


def _which() -> None:
    """The file, its sheets, and the way to another one."""
    here = brought.held()
    several = len(here.grids) > 1
    with st.container(horizontal=True, vertical_alignment="bottom" if several else "center"):
        if several:
            key = f"own-sheet-sheet:{session.generation('own-sheet')}"
            session.set_value(key, here.place)
            st.selectbox(
                t("own_sheet.sheet"), range(len(here.grids)), key=key, width=320, on_change=_sheet_chosen, args=(key,),
                format_func=lambda place: here.grids[place].name or str(place + 1),
            )  # fmt: skip
        else:
            st.markdown(f"**{plain(here.grid.name or here.name)}**", width="content")
        st.button(t("own_sheet.again"), key="own-sheet-again", icon=":material/undo:", on_click=brought.let_go)
    if here.is_remembered:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(f":material/history: {t('own_sheet.remembered')}", width="content")
            st.button(t("own_sheet.anew"), key="own-sheet-anew", type="tertiary", on_click=_anew)


def _sheet_chosen(key: str) -> None:
    here, place = brought.held(), int(session.value(key) or 0)
    if here.all_alike and here.grids[place] in alike.sheets():
        brought.show(place)
    else:
        here.all_alike = False
        brought.look_at(place)


def _anew() -> None:
    brought.look_at(brought.held().place, anew=True)
