"""Rows that are no cards: totals, headers pasted again, remarks and legends are told and never taken."""

from functools import partial
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from journey.exchange import Reading, read_workbook, write_workbook
from journey.model import Language, Workshop
from tests.builders import a_count, a_goal, a_persona, a_touchpoint, a_workshop
from tests.exchange.hands import by_hand, edited, headed, keys, of_strangers, patched, with_results


def _base() -> Workshop:
    return a_workshop(
        personas=[a_persona("Alma", id="p1", share=45, rank=1), a_persona("Bert", id="p2", share=55, rank=2)],
        touchpoints=[a_touchpoint("Plakat", id="t1", rank=1), a_touchpoint("Kasse", id="t2", rank=2)],
        goals=[a_goal("Mehr", id="g1", baseline=10, target=20, unit="%", rank=1)],
        counts=[a_count(100, id="c1")],
    )


def _below(sheet: str, row: int, cells: dict[str, Any], base: Workshop | None = None) -> Reading:
    return edited(_base(), lambda book: headed(book[sheet], row, cells), base=base)


LABELS = ["Summe:", "GESAMT", "Ergebnis", "Total", "Ø", "Durchschnitt", "Grand Total", "Anzahl: "]


def _forms(label: str) -> list[dict[str, Any]]:
    """The ways in which people type a row of totals."""
    return [{"Name": label, "Anteil in %": 100}, {"Name": label}, {"Segment": label, "Anteil in %": 100}]


def _no_personas(rows: dict[int, dict[str, Any]]) -> None:
    def type_below(book: Any) -> None:
        for row, cells in rows.items():
            headed(book["Personas"], row, cells)

    by_now = by_hand(write_workbook(_base(), Language.DE), type_below)
    for base in (None, _base()):
        reading = read_workbook(by_now, Language.DE, base)
        assert reading.workshop == _base()
        assert [(p.key, p.sheet, p.row) for p in reading.problems] == [("total_row", "Personas", row) for row in rows]


@pytest.mark.parametrize("row", [4, 6])
def test_a_typed_total_is_no_persona_right_below_the_table_or_apart(row: int) -> None:
    for cells in _forms("Summe"):
        _no_personas({row: cells})


@pytest.mark.parametrize("label", LABELS)
def test_a_typed_total_is_no_persona_whatever_it_is_called(label: str) -> None:
    _no_personas(dict(enumerate(_forms(label), start=4)))


def test_a_total_made_of_formulas_is_no_card_whatever_it_is_called() -> None:
    for cells in ({"Name": "Summe Anteile", "Anteil in %": "=SUM(C2:C3)"}, {"Anteil in %": "=SUM(C2:C3)"}):
        reading = _below("Personas", 4, cells)
        assert [p.name for p in reading.workshop.personas] == ["Alma", "Bert"]
        assert "total_row" in keys(reading)


def test_a_total_of_counts_is_no_count() -> None:
    for cells in ({"Phase": "Summe", "Anzahl": 100}, {"Anzahl": 100}):
        reading = _below("Zählungen", 3, cells)
        assert (reading.workshop, keys(reading)) == (_base(), ["total_row"])


def test_the_total_row_of_an_excel_table_is_no_card_with_or_without_its_mark() -> None:
    def total(book: Any) -> None:
        sheet = book["Personas"]
        headed(sheet, 4, {"Name": "Ergebnis", "ID": "=SUBTOTAL(103,N2:N3)"})
        sheet.tables["journey_personas"].ref = "A1:N4"
        sheet.tables["journey_personas"].totalsRowCount = 1

    reading = edited(_base(), total)
    assert (reading.workshop, "total_row" in keys(reading)) == (_base(), True)
    counted = patched(
        by_hand(write_workbook(_base(), Language.DE), total),
        "Personas",
        partial(with_results, result=2),
    )
    assert read_workbook(counted, Language.DE).workshop == _base()


def test_the_total_row_of_an_excel_table_is_no_card_whatever_it_is_called() -> None:
    def total(book: Any) -> None:
        sheet = book["Personas"]
        headed(sheet, 4, {"Name": "Alle zusammen", "Segment": "im Mai", "ID": 2})
        sheet.tables["journey_personas"].ref = "A1:N4"
        sheet.tables["journey_personas"].totalsRowCount = 1

    reading = edited(_base(), total)
    assert (reading.workshop, keys(reading)) == (_base(), ["total_row"])


def test_cards_that_are_called_like_totals_are_cards() -> None:
    assert _below("Personas", 2, {"Name": "Total"}).workshop.personas[0].name == "Total", "a row with its id"
    goal = _below("Ziele", 3, {"Ziel": "Gesamtumsatz", "Ausgangswert": 10, "Zielwert": 20})
    assert [g.title for g in goal.workshop.goals] == ["Mehr", "Gesamtumsatz"]
    named = {"Touchpoint": "Total", "Phase": "Interesse wecken"}
    assert [t.title for t in _below("Touchpoints", 4, named).workshop.touchpoints] == ["Plakat", "Kasse", "Total"]


@pytest.mark.parametrize("language", Language)
def test_a_header_pasted_again_is_no_card_and_the_rows_below_are(language: Language) -> None:
    sheet = "Personas"
    headers = [c.value for c in _first_row(write_workbook(_base(), language), sheet)]

    def paste(book: Any) -> None:
        for place, header in enumerate(headers, start=1):
            book[sheet].cell(5, place).value = header
        book[sheet].cell(6, 1).value = "Cem"

    reading = edited(_base(), paste)
    assert [p.name for p in reading.workshop.personas] == ["Alma", "Bert", "Cem"]
    assert [(p.key, p.row) for p in reading.problems] == [("header_again", 5)]


def _first_row(data: bytes, sheet: str) -> Any:
    return openpyxl.load_workbook(BytesIO(data))[sheet][1]


def test_rows_below_a_header_in_another_order_are_read_by_it() -> None:
    def paste(book: Any) -> None:
        rows: list[list[object]] = [["Segment", "Anteil in %", "Name"], ["Profis", 12, "Cem"]]
        for number, row in enumerate(rows, start=5):
            for place, value in enumerate(row, start=1):
                book["Personas"].cell(number, place).value = value

    cem = edited(_base(), paste).workshop.personas[-1]
    assert (cem.name, cem.segment, cem.share) == ("Cem", "Profis", 12)


@pytest.mark.parametrize(
    "cells",
    [
        {"Ziel": "Hinweis: Werte sind geschätzt"},
        {"Ziel": "* ohne Filialen"},
        {"Ziel": "Stand März 2026"},
        {"Ziel": "Legende:"},
        {"Ziel": "rot = überfällig"},
        {"Ziel": "Diese Ziele hat die Runde im Mai beschlossen, sie gelten bis Ende des Jahres."},
        {"Notiz": "bitte bis Freitag prüfen"},
    ],
)
def test_remarks_right_below_the_table_are_no_cards(cells: dict[str, str]) -> None:
    reading = _below("Ziele", 3, cells)
    assert (reading.workshop, keys(reading)) == (_base(), ["remark"])
    assert next(iter(cells.values()))[:40] in reading.problems[0].message(Language.DE)


def test_a_legend_below_an_empty_row_is_no_card_line_by_line() -> None:
    def legend(book: Any) -> None:
        for row, cells in enumerate([("Farben",), ("rot", "dringend"), ("grün", "erledigt")], start=5):
            for place, value in enumerate(cells, start=1):
                book["Touchpoints"].cell(row, place).value = value

    reading = edited(_base(), legend, base=_base())
    assert (reading.workshop, keys(reading)) == (_base(), ["remark"] * 3)


def test_a_heading_across_merged_cells_is_no_card() -> None:
    def heading(book: Any) -> None:
        book["Ziele"].cell(3, 1).value = "Zweites Halbjahr"
        book["Ziele"].merge_cells("A3:F3")

    reading = edited(_base(), heading)
    assert reading.workshop == _base()
    assert "remark" in keys(reading)


def test_new_cards_below_the_table_are_still_cards() -> None:
    assert _below("Ziele", 3, {"Ziel": "Weniger Fragen"}).workshop.goals[-1].title == "Weniger Fragen"
    apart = _below("Ziele", 4, {"Ziel": "Weniger Fragen", "Zielwert": 3, "Art": "Eigenes Ziel"})
    assert apart.workshop.goals[-1].target == 3
    card = _below("Touchpoints", 6, {"Touchpoint": "Anruf", "Phase": "Wandlung realisieren", "Kanal": "Telefon"})
    assert (card.workshop.touchpoints[-1].title, card.problems) == ("Anruf", ())


def test_rows_between_others_are_cards_wherever_rows_are_empty() -> None:
    def spread(book: Any) -> None:
        book["Ziele"].insert_rows(2, 2)
        headed(book["Ziele"], 2, {"Ziel": "Zuerst"})

    assert [goal.title for goal in edited(_base(), spread).workshop.goals] == ["Zuerst", "Mehr"]


def test_blocks_of_a_foreign_list_are_all_read() -> None:
    data = of_strangers(
        ["Touchpoint", "Phase", "Kanal"],
        ["Plakat", "Interesse wecken", "Print"],
        [],
        ["Kasse", "Wandlung realisieren", "Filiale"],
        ["Summe", None, None],
    )
    reading = read_workbook(data, Language.DE)
    assert [t.title for t in reading.workshop.touchpoints] == ["Plakat", "Kasse"]
    assert "total_row" in keys(reading)


def test_rows_of_formulas_that_wait_for_input_are_no_cards() -> None:
    def prepare(book: Any) -> None:
        for row in (4, 5):
            headed(book["Personas"], row, {"Name": f'=IF(B{row}="","",B{row})', "Anteil in %": "=1-1"})

    reading = edited(_base(), prepare)
    assert [p.name for p in reading.workshop.personas] == ["Alma", "Bert"]


def test_a_formula_that_gives_an_id_gives_none() -> None:
    sheet = patched(
        by_hand(write_workbook(_base(), Language.DE), lambda b: headed(b["Ziele"], 3, {"Ziel": "Neu", "ID": "=1+1"})),
        "Ziele",
        partial(with_results, result=2),
    )
    new = read_workbook(sheet, Language.DE).workshop.goals[-1]
    assert (new.title, len(new.id)) == ("Neu", 26)


@pytest.mark.parametrize(
    ("sheet", "row", "cells"),
    [
        ("Touchpoints", 3, {"Phase": "Interesse wecken Anzahl", "Kanal künftig": 1}),
        ("Touchpoints", 3, {"Phase": "Interesse wecken Ergebnis"}),
        ("Zählungen", 3, {"Phase": "Interesse wecken Summe", "Anzahl": 100}),
        ("Personas", 4, {"Name": "Gesamt (n=2)", "Anteil in %": 100}),
        ("Personas", 4, {"Name": "Summe Anteile", "Anteil in %": 100}),
        ("Personas", 4, {"Name": "Schnitt aller", "Anteil in %": 50}),
    ],
)
def test_totals_below_groups_and_ones_that_add_up_are_no_cards(sheet: str, row: int, cells: dict[str, Any]) -> None:
    def insert(book: Any) -> None:
        book[sheet].insert_rows(row)
        headed(book[sheet], row, cells)

    reading = edited(_base(), insert, base=_base())
    assert (reading.workshop, keys(reading)) == (_base(), ["total_row"])


def test_totals_below_the_groups_of_a_foreign_list_are_no_cards() -> None:
    rows: list[list[object]] = [
        ["Touchpoint", "Phase", "Kanal"],
        ["Plakat", "Interesse wecken", "Print"],
        [None, "Interesse wecken Anzahl", 1],
    ]
    reading = read_workbook(of_strangers(*rows), Language.DE)
    assert [t.title for t in reading.workshop.touchpoints] == ["Plakat"]
    assert "total_row" in keys(reading)


@pytest.mark.parametrize(
    ("sheet", "cells"),
    [
        ("Touchpoints", ["Interesse wecken"]),
        ("Touchpoints", ["— Vor dem Kauf —"]),
        ("Ziele", ["-----", "-----"]),
        ("Ziele", ["1", "2", "3", "4"]),
        ("Ziele", [1, 2, 3]),
    ],
)
def test_headings_between_cards_lines_and_numbers_of_columns_are_no_cards(sheet: str, cells: list[object]) -> None:
    def insert(book: Any) -> None:
        book[sheet].insert_rows(2)
        for place, value in enumerate(cells, start=1):
            book[sheet].cell(2, place).value = value

    reading = edited(_base(), insert, base=_base())
    assert (reading.workshop, keys(reading)) == (_base(), ["remark"])


def test_cards_that_add_up_or_begin_with_a_dash_are_cards() -> None:
    person = _below("Personas", 4, {"Name": "Cem", "Anteil in %": 100})
    assert person.workshop.personas[-1].name == "Cem"
    goal = _below("Ziele", 3, {"Ziel": "- Weniger Fragen", "Zielwert": 3})
    assert goal.workshop.goals[-1].title == "- Weniger Fragen"
