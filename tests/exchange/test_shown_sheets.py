"""Sheets of a small map: what is empty and not for everybody is hidden, named on the cover, and comes back filled."""

from io import BytesIO
from typing import Any

import openpyxl
import pytest

from journey.exchange import write_workbook
from journey.exchange.layout.tables import TABLES
from journey.model import Language, Workshop
from journey.samples import load_sample
from journey.texts import text
from tests.builders import a_friction, a_touchpoint, a_workshop
from tests.exchange.hands import edited, headed

SMALL = a_workshop(touchpoints=[a_touchpoint("Kasse")])


def _book(workshop: Workshop, language: Language = Language.DE) -> Any:
    return openpyxl.load_workbook(BytesIO(write_workbook(workshop, language)))


def _seen(book: Any) -> set[str]:
    return {sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"}


def _name(kind: str, language: Language = Language.DE) -> str:
    return text(f"fields.plural.{kind}", language)


def test_a_small_map_has_few_sheets_and_each_that_is_filled_is_seen() -> None:
    assert len(_seen(_book(SMALL))) <= 11
    assert {_name(kind) for kind in ("goals", "personas", "touchpoints", "counts", "actions")} <= _seen(_book(SMALL))
    assert _name("frictions") not in _seen(_book(SMALL))
    filled = SMALL.with_collection("frictions", [a_friction()])
    assert _name("frictions") in _seen(_book(filled))


@pytest.mark.parametrize("language", Language)
def test_the_cover_leads_to_what_is_seen_and_names_what_is_hidden(language: Language) -> None:
    book = _book(load_sample("b2b-software-de"), language)
    cover = book.worksheets[0]
    linked = {cell.value for row in cover.iter_rows() for cell in row if cell.hyperlink}
    said = {cell.value for row in cover.iter_rows() for cell in row}
    assert linked <= _seen(book)
    tables = {sheet.name(language) for sheet in TABLES}
    assert tables <= said
    assert tables - _seen(book) == tables - linked
    assert text("exchange.cover.how_hidden", language) in said


def test_what_is_typed_into_a_hidden_sheet_comes_back() -> None:
    def happened(book: Any) -> None:
        sheet = book[_name("events")]
        sheet.sheet_state = "visible"
        headed(sheet, 2, {text("fields.events.title", Language.DE): "Neuer Preis"})

    found = edited(SMALL, happened, base=SMALL).workshop
    assert found
    assert [each.title for each in found.events] == ["Neuer Preis"]
