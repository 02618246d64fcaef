"""What becomes of a sheet: the new cards, what could not be placed, and the button that takes them over."""

from collections import Counter
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from journey.editing import FROM_SHEET, applied, change_of, kind_of
from journey.history import counted
from journey.model import Entity, Workshop
from journey.store import AlreadyExists, StoreError
from ui.cards import brought, import_file
from ui.kit.rooms import named
from ui.kit.tables import table
from ui.own_sheet import alike
from ui.own_sheet.corrections import plan
from ui.state import session
from ui.state.words import figure, many, safe, t

if TYPE_CHECKING:
    from journey.exchange.own_sheets import SheetReading

_SHOWN = 100


def draw(reading: "SheetReading") -> None:
    """The cards that are new and what is left over, with the button between."""
    if not reading.cards:
        st.info(t("own_sheet.nothing"), icon=":material/help:")
    else:
        _take_over(reading)
    if reading.problems:
        import_file.problems(reading.problems, "own_sheet.left")
    if reading.cards:
        st.subheader(t("own_sheet.preview"), anchor=False)
        st.html(_cards(reading))
        if len(reading.cards) > _SHOWN:
            st.caption(t("own_sheet.more", count=figure(len(reading.cards) - _SHOWN)))


def _take_over(reading: "SheetReading") -> None:
    kinds = Counter(kind_of(card) for card in reading.cards)
    with st.container(border=True, horizontal=True, vertical_alignment="center", key="own-sheet-take"):
        words = f"<strong>{safe(counted(kinds, session.language()))}</strong>"
        st.html(
            f"<div class='j-card'><p>{words}<br><span class='j-quiet'>{safe(t('own_sheet.can_undo'))}</span></p></div>"
        )
        name = many("own_sheet.take", len(reading.cards)) if brought.held().into_open else t("own_sheet.new_workshop")
        st.button(name, key="own-sheet-apply", type="primary", icon=":material/check:", on_click=_apply)


@session.to_its_end
def _apply() -> None:
    """Take the cards over as one change; begun again, it finds them there and adds nothing."""
    from journey.exchange.own_sheets import plan_to_json

    here = brought.held()
    reading = alike.reading()
    try:
        if not here.into_open:
            _begin(brought.base())
        session.commit(reading.edits(session.workshop()), FROM_SHEET)
        session.store().sheet_plans.keep(session.current().browser, here.kind, plan_to_json(plan()))
    except StoreError as trouble:
        session.current().trouble = trouble
        return
    here.is_done = session.current().trouble is None and session.here().conflict is None


def _begin(workshop: Workshop) -> None:
    with suppress(AlreadyExists):
        session.store().create(workshop, session.current().browser)
    session.open_workshop(workshop.frame.id)


def go_on() -> None:
    """To where the new cards are seen."""
    room = {"personas": "personas", "goals": "goals"}.get(plan().kind, "map")
    brought.let_go()
    named(room).go()


def _cards(reading: "SheetReading") -> str:
    """Each new card with its phase and what it says."""
    from journey.exchange import differences

    before, first = brought.base(), replace(reading, cards=reading.cards[:_SHOWN])
    change = change_of(first.edits(before))
    after = applied(before, change) if change else before
    held: dict[str, Entity] = {card.id: card for card in first.cards}
    rows = []
    for one in differences(before, after, session.language()):
        card = held.get(one.id)
        if card is not None:
            said = [field for field in one.fields if field.new and _is_said(card, field.field)]
            phase = next((field.new for field in one.fields if field.field == "phase"), "")
            words = "<br>".join(f"<b>{safe(field.word)}</b>: {safe(field.new)}" for field in said)
            rows.append((safe(one.title(session.language())), safe(phase), words))
    head = (t("own_sheet.card"), t("own_sheet.phase"), t("own_sheet.about"))
    return table(t("own_sheet.preview"), head, rows)


def _is_said(card: Entity, field: str) -> bool:
    """Whether a card says something in a field that is neither its name nor what every new card says."""
    if field in ("rank", "phase", *card.said_by):
        return False
    return bool(getattr(card, field) != type(card).model_fields[field].get_default())
