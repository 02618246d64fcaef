"""Workbooks edited by hand: read as far as possible, and everything unusual is told with its place."""

import re
from datetime import date, datetime
from functools import partial
from typing import Any

import pytest

from journey.exchange import ProblemSeverity, read_workbook, write_workbook
from journey.model import (
    Ask,
    Channel,
    Emotion,
    FindingAnswer,
    Language,
    MapState,
    RelationKind,
    Verdict,
    Workshop,
    Zone,
)
from tests.builders import (
    a_campaign,
    a_citation,
    a_count,
    a_frame,
    a_goal,
    a_persona,
    a_phase_note,
    a_relation,
    a_source,
    a_touchpoint,
    a_workshop,
    an_opportunity,
    an_own_model,
)
from tests.exchange.hands import by_hand, column, edited, headed, keys, patched, with_results, write


def _full() -> Workshop:
    return a_workshop(
        models=[an_own_model(id="m1")],
        phase_notes=[a_phase_note(id="n1", content="Checkliste")],
        goals=[a_goal("Mehr Bestellungen", id="g1", rank=1), a_goal("Weniger Fragen", id="g2", rank=2)],
        sources=[a_source("Umfrage", id="s1")],
        personas=[a_persona("Alma", id="p1", rank=1), a_persona("Bert", id="p2", rank=2)],
        touchpoints=[
            a_touchpoint("Newsletter", id="t1", rank=1, owner="Anna", emotion=1),
            a_touchpoint("Shop", id="t2", rank=2, channel=Channel.ONLINE_SHOP),
            a_touchpoint("Kasse", id="t3", rank=3, emotion=-2),
        ],
        relations=[a_relation("t1", "t2", id="r1", rank=1), a_relation("t2", "t3", id="r2", rank=2)],
        campaigns=[a_campaign(id="k1")],
        counts=[a_count(100, id="c1")],
        opportunities=[an_opportunity(id="o1", touchpoint="t3")],
        citations=[a_citation("t1", "s1", id="z1", field="doing")],
    )


def test_a_row_added_below_the_table_becomes_a_card_behind_the_others() -> None:
    def add(book: Any) -> None:
        write(book["Touchpoints"], 5, Touchpoint="Anruf", Phase="Wandlung realisieren", Kanal="Telefon", Gefühl=2)

    reading = edited(_full(), add)
    new = reading.workshop.touchpoints[-1]
    assert (new.title, new.phase, new.channel, new.emotion) == ("Anruf", "aida-plus.conversion", Channel.PHONE, 2)
    assert new.rank > 3
    assert reading.problems == ()


def test_a_row_inserted_between_others_stands_between_them_and_moves_nothing() -> None:
    def insert(book: Any) -> None:
        book["Touchpoints"].insert_rows(3)
        write(book["Touchpoints"], 3, Touchpoint="Anruf", Phase="Interesse wecken")

    reading = edited(_full(), insert)
    assert [t.title for t in reading.workshop.touchpoints] == ["Newsletter", "Anruf", "Shop", "Kasse"]
    assert [t.rank for t in reading.workshop.touchpoints] == [1, 1.5, 2, 3]
    assert reading.problems == ()


def test_a_removed_row_is_a_removed_card_and_what_names_it_is_told() -> None:
    reading = edited(_full(), lambda book: book["Touchpoints"].delete_rows(4), base=_full())
    assert [t.id for t in reading.workshop.touchpoints] == ["t1", "t2"]
    gone = [p for p in reading.problems if p.key == "gone"]
    assert {(p.sheet, p.row) for p in gone} == {("Wirkungen", 3), ("Chancen", 2)}


def test_an_emptied_row_counts_as_removed() -> None:
    def empty(book: Any) -> None:
        sheet = book["Ziele"]
        for cell in sheet[2]:
            if cell.column not in (column(sheet, "ID"), column(sheet, "Position")):
                cell.value = None

    reading = edited(_full(), empty)
    assert [goal.id for goal in reading.workshop.goals] == ["g2"]
    assert keys(reading) == ["emptied_row"]


def test_rows_in_another_order_are_another_order_with_as_few_new_ranks_as_possible() -> None:
    def move(book: Any) -> None:
        sheet = book["Touchpoints"]
        last = [cell.value for cell in sheet[4]]
        sheet.delete_rows(4)
        sheet.insert_rows(2)
        for place, value in enumerate(last, start=1):
            sheet.cell(2, place).value = value

    reading = edited(_full(), move, base=_full())
    assert [(t.id, t.rank) for t in reading.workshop.touchpoints] == [("t3", 0), ("t1", 1), ("t2", 2)]
    assert keys(reading) == ["reordered"]


def test_positions_typed_into_rows_that_stay_are_taken_as_they_are() -> None:
    reading = edited(_full(), lambda book: write(book["Touchpoints"], 4, Position=0.5), base=_full())
    assert [t.id for t in reading.workshop.touchpoints] == ["t3", "t1", "t2"]
    assert reading.problems == ()


@pytest.mark.parametrize("typed", ["Email & Newsletter", "e-mail & newsletter", " E-Mail  & Newsletter ", "email"])
def test_choices_are_understood_in_either_language_case_and_spacing(typed: str) -> None:
    reading = edited(_full(), lambda book: write(book["Touchpoints"], 2, Kanal=typed.replace("Email &", "E-mail &")))
    assert reading.workshop.touchpoints[0].channel is Channel.EMAIL
    assert reading.problems == ()


def test_words_of_the_other_language_are_understood_in_every_kind_of_column() -> None:
    def translate(book: Any) -> None:
        headed(book["Touchpoints"], 2, {"Phase": "advocacy", "Zustand": "to-be", "Moment der Wahrheit": "yes"})
        headed(book["Touchpoints"], 3, {"Gefühl": "very good", "Wichtig für": "bert\nALMA"})
        headed(book["Wirkungen"], 2, {"Wirkung": "Removes objection", "Beim nächsten Kunden": True})
        headed(book["Kampagnen"], 2, {"Was wird verlangt": "main offer"})
        headed(book["Belege"], 2, {"Karte": "touchpoint: shop", "Aussage": "thinks"})
        headed(book["Eigene Phasenmodelle"], 2, {"Lage zum Kauf": "after purchase"})

    workshop = edited(_full(), translate).workshop
    first, second, _ = workshop.touchpoints
    assert (first.phase, first.state, first.moment_of_truth) == ("aida-plus.advocacy", MapState.TO_BE, True)
    assert (second.emotion, second.personas) == (Emotion.VERY_GOOD, ("p2", "p1"))
    relation = workshop.relations[0]
    assert (relation.kind, relation.next_customer) == (RelationKind.REMOVES_OBJECTION, True)
    assert workshop.campaigns[0].ask is Ask.MAIN_PRICE
    assert (workshop.citations[0].card, workshop.citations[0].field) == ("t2", "thinking")
    assert workshop.models[0].phases[0].zone is Zone.AFTER


@pytest.mark.parametrize(
    ("typed", "language", "day"),
    [
        ("24.12.2026", Language.DE, date(2026, 12, 24)),
        ("4.5.26", Language.DE, date(2026, 5, 4)),
        ("2026-12-24", Language.DE, date(2026, 12, 24)),
        ("24. Dezember 2026", Language.DE, date(2026, 12, 24)),
        ("3. März 2027", Language.DE, date(2027, 3, 3)),
        ("December 24, 2026", Language.EN, date(2026, 12, 24)),
        ("24 Dec 2026", Language.EN, date(2026, 12, 24)),
        ("12/24/2026", Language.EN, date(2026, 12, 24)),
        ("24/12/2026", Language.EN, date(2026, 12, 24)),
        (datetime(2026, 12, 24), Language.EN, date(2026, 12, 24)),
        (46380, Language.EN, date(2026, 12, 24)),
    ],
)
def test_dates_are_understood_as_people_type_them(typed: Any, language: Language, day: date) -> None:
    def write_date(book: Any) -> None:
        sheet = book["Ziele" if language is Language.DE else "Goals"]
        cell = sheet.cell(2, column(sheet, "Bis wann" if language is Language.DE else "Due"))
        cell.value = typed
        if not isinstance(typed, datetime):
            cell.number_format = "General"

    reading = edited(_full(), write_date, language)
    assert reading.workshop.goals[0].due == day
    assert all(p.severity is ProblemSeverity.NOTE for p in reading.problems)


@pytest.mark.parametrize(
    ("typed", "language", "number"),
    [
        ("2,5", Language.DE, 2.5),
        ("1.234,5", Language.DE, 1234.5),
        ("1.234", Language.DE, 1234.0),
        ("1,234.5", Language.EN, 1234.5),
        ("1.234", Language.EN, 1.234),
        ("−3", Language.EN, -3.0),
        ("12 %", Language.DE, 12.0),
        ("1.000.000 €", Language.DE, 1_000_000.0),
    ],
)
def test_numbers_typed_as_text_are_understood_and_said_so(typed: str, language: Language, number: float) -> None:
    def write_number(book: Any) -> None:
        sheet = book["Ziele" if language is Language.DE else "Goals"]
        sheet.cell(2, column(sheet, "Zielwert" if language is Language.DE else "Target")).value = typed

    reading = edited(_full(), write_number, language)
    assert reading.workshop.goals[0].target == number
    assert keys(reading) == ["number_from_text"]


def test_values_that_fit_nowhere_keep_what_was_there_and_name_their_place() -> None:
    def spoil(book: Any) -> None:
        headed(book["Touchpoints"], 2, {"Kanal": "Brieftaube", "Gefühl": 7, "Phase": "Mittagspause"})
        headed(book["Chancen"], 2, {"Wirkung (1–5)": 9})
        headed(book["Zählungen"], 2, {"Anzahl": "viele"})

    base = _full()
    reading = edited(base, spoil, base=base)
    assert reading.workshop == base
    told = {(p.sheet, p.row, p.column, p.key, p.done) for p in reading.problems}
    assert told == {
        ("Touchpoints", 2, "Kanal", "unknown_choice", "kept"),
        ("Touchpoints", 2, "Gefühl", "unknown_choice", "kept"),
        ("Touchpoints", 2, "Phase", "unknown_name", "kept"),
        ("Chancen", 2, "Wirkung (1–5)", "out_of_range", "kept"),
        ("Zählungen", 2, "Anzahl", "not_a_number", "kept"),
    }
    assert all(p.severity is ProblemSeverity.ERROR for p in reading.problems)


def test_a_deleted_column_keeps_what_was_there_or_falls_back_to_nothing() -> None:
    def delete(book: Any) -> None:
        sheet = book["Touchpoints"]
        sheet.delete_cols(column(sheet, "Verantwortlich"))

    base = _full()
    kept = edited(base, delete, base=base)
    assert kept.workshop == base
    assert [(p.key, p.sheet, p.column, p.done) for p in kept.problems] == [
        ("no_column", "Touchpoints", "Verantwortlich", "kept")
    ]
    assert edited(base, delete).workshop.touchpoints[0].owner == ""


@pytest.mark.parametrize("sheet", ["Ziele", "Personas", "Touchpoints", "Wirkungen", "Zählungen", "Belege"])
def test_without_the_column_of_ids_cards_are_known_by_what_they_are_called(sheet: str) -> None:
    base = _full()
    reading = edited(base, lambda book: book[sheet].delete_cols(column(book[sheet], "ID")), base=base)
    assert reading.workshop == base


def test_columns_in_another_order_and_of_ones_own_do_no_harm() -> None:
    def shuffle(book: Any) -> None:
        sheet = book["Personas"]
        sheet.move_range(f"B1:B{sheet.max_row}", cols=30)
        sheet.cell(1, 30).value = "Meine Notizen"
        sheet.cell(2, 30).value = "nur für mich"

    base = _full()
    reading = edited(base, shuffle)
    assert reading.workshop == base
    assert [(p.key, p.column) for p in reading.problems] == [("foreign_column", "Meine Notizen")]


def test_a_renamed_sheet_and_one_moved_down_are_recognised_by_their_headers() -> None:
    def rename(book: Any) -> None:
        for sheet in book.worksheets:
            sheet.title = f"Tabelle {book.index(sheet) + 1}"
        book["Tabelle 6"].insert_rows(1, 3)
        book["Tabelle 6"].cell(1, 1).value = "Unsere Kontaktpunkte"

    base = _full()
    reading = edited(base, rename)
    assert reading.workshop == base
    told = [(p.key, p.row) for p in reading.problems]
    assert told == [*[("unknown_sheet", 0)] * 4, ("above_table", 1)], "map and charts are not known by their headers"


def test_a_missing_sheet_keeps_what_was_there_or_is_empty() -> None:
    def delete(book: Any) -> None:
        del book["Personas"]
        del book["Workshop"]

    base = a_workshop(frame=a_frame(title="Reise"), personas=[a_persona(id="p1")])
    reading = edited(base, delete, base=base)
    assert reading.workshop == base
    assert set(keys(reading)) == {"no_sheet", "no_cover"}
    alone = edited(base, delete).workshop
    assert (alone.personas, alone.frame.title) == ((), "")


def test_a_renamed_card_keeps_what_refers_to_it() -> None:
    reading = edited(_full(), lambda book: write(book["Touchpoints"], 2, Touchpoint="Rundbrief"))
    assert reading.workshop.touchpoints[0].title == "Rundbrief"
    assert reading.workshop.relations[0].source == "t1"
    assert reading.workshop.citations[0].card == "t1"
    assert reading.problems == ()


def test_a_name_that_several_cards_share_is_asked_about() -> None:
    base = a_workshop(
        touchpoints=[a_touchpoint("Shop", id="t1"), a_touchpoint("Shop", id="t2")],
        relations=[a_relation("t1", "t2", id="r1")],
    )
    reading = edited(base, lambda book: write(book["Wirkungen"], 2, Auf="shop"), base=base)
    assert [(p.key, p.sheet, p.row, p.column) for p in reading.problems] == [("ambiguous", "Wirkungen", 2, "Auf")]
    assert reading.workshop == base


def test_a_copied_row_becomes_a_new_card() -> None:
    def copy(book: Any) -> None:
        sheet = book["Ziele"]
        for cell in sheet[2]:
            sheet.cell(4, cell.column).value = cell.value

    reading = edited(_full(), copy)
    assert [goal.title for goal in reading.workshop.goals].count("Mehr Bestellungen") == 2
    assert len({goal.id for goal in reading.workshop.goals}) == 3
    assert "double_id" in keys(reading)


def _formulas(book: Any) -> None:
    """(openpyxl saves no values with its formulas.)"""
    write(book["Ziele"], 2, Zielwert="=2+3", Kennzahl='="Kon"&"version"')


def test_a_formula_without_a_stored_result_takes_nothing_and_is_told() -> None:
    reading = edited(_full(), _formulas)
    assert (reading.workshop.goals[0].target, reading.workshop.goals[0].metric) == (None, "")
    assert [(p.key, p.row, p.column, p.done) for p in reading.problems] == [
        ("no_result", 2, "Kennzahl", "left_out"),
        ("no_result", 2, "Zielwert", "left_out"),
    ]


def test_a_formula_without_a_stored_result_leaves_what_was_there() -> None:
    goal = a_goal("Mehr Bestellungen", id="g1", metric="Quote", target=12.0)
    base = a_workshop(goals=[goal])
    reading = edited(base, _formulas, base=base)
    assert reading.workshop == base
    assert [(p.key, p.done) for p in reading.problems] == [("no_result", "kept")] * 2


def test_a_formula_with_a_stored_result_gives_it_and_is_told() -> None:
    base = a_workshop(goals=[a_goal(id="g1", target=12.0)])
    data = patched(
        by_hand(write_workbook(base, Language.DE), lambda book: write(book["Ziele"], 2, Zielwert="=2+3")),
        "Ziele",
        partial(with_results, result=5),
    )
    reading = read_workbook(data, Language.DE, base)
    assert reading.workshop.goals[0].target == 5
    assert [(p.key, p.column) for p in reading.problems] == [("formula", "Zielwert")]


def test_a_formula_of_which_nothing_is_taken_is_not_called_taken() -> None:
    def compute(book: Any) -> None:
        write(book["Ziele"], 2, Zielwert="=1/0")
        write(book["Ziele"], 4, Ziel="Summe", Zielwert="=SUM(F2:F3)")

    def stored(xml: str) -> str:
        return re.sub(
            r"<c r=\"F2\"([^>]*)>(<f>[^<]*)</f><v ?(/>|></v>)",
            r'<c r="F2"\1 t="e">\2</f><v>#DIV/0!</v>',
            with_results(xml, 5).replace("<f>1/0</f><v>5</v>", "<f>1/0</f><v></v>"),
        )

    data = patched(by_hand(write_workbook(_full(), Language.DE), compute), "Ziele", stored)
    reading = read_workbook(data, Language.DE, _full())
    assert reading.workshop == _full()
    assert keys(reading) == ["total_row", "error_value"]


def test_a_formula_that_gives_nought_because_nobody_calculated_it_takes_nothing() -> None:
    """XlsxWriter writes 0 for every formula and asks spreadsheets to calculate when they open the file."""
    base = a_workshop(goals=[a_goal(id="g1", target=12.0)])
    data = patched(
        write_workbook(base, Language.DE),
        "Ziele",
        lambda xml: re.sub(r"(<c r=\"F2\"[^>]*>)<v>12</v>", r"\1<f>2+3</f><v>0</v>", xml),
    )
    reading = read_workbook(data, Language.DE, base)
    assert reading.workshop.goals[0].target == 12
    assert keys(reading) == ["no_result"]


def test_merged_cells_are_told() -> None:
    reading = edited(_full(), lambda book: book["Ziele"].merge_cells("A2:A3"))
    assert [(p.key, p.sheet) for p in reading.problems] == [("merged", "Ziele")]
    assert [goal.title for goal in reading.workshop.goals] == ["Mehr Bestellungen", ""]


def test_errors_in_cells_are_told() -> None:
    def spoil(book: Any) -> None:
        sheet = book["Ziele"]
        sheet.cell(2, column(sheet, "Kennzahl")).value = "#N/A"
        sheet.cell(2, column(sheet, "Kennzahl")).data_type = "e"

    reading = edited(_full(), spoil)
    assert [(p.key, p.column) for p in reading.problems] == [("error_value", "Kennzahl")]


def test_a_text_that_is_too_long_is_cut_and_told() -> None:
    reading = edited(_full(), lambda book: write(book["Ziele"], 2, Notiz="ä" * 6_000, Ziel="b" * 300))
    goal = reading.workshop.goals[0]
    assert (len(goal.note), len(goal.title)) == (5_000, 200)
    assert [(p.key, p.done) for p in reading.problems] == [("too_long", "cut")] * 2


def test_a_period_that_excel_made_a_date_is_text_again() -> None:
    reading = edited(_full(), lambda book: write(book["Zählungen"], 2, Zeitraum=datetime(2026, 7, 1)))
    assert reading.workshop.counts[0].period == "2026-07-01"
    assert keys(reading) == ["date_as_text"]


def test_the_frame_is_edited_on_the_cover() -> None:
    def edit(book: Any) -> None:
        cover = book["Workshop"]
        rows = {cover.cell(row, 2).value: row for row in range(1, 20)}
        cover.cell(rows["Titel"], 3).value = "Neuer Titel"
        cover.cell(rows["Phasenmodell"], 3).value = "Our way"
        cover.cell(rows["Umfang"], 3).value = "digital contacts only"
        cover.cell(rows["Bekannte Marke"], 3).value = "ja"

    frame = edited(_full(), edit).workshop.frame
    assert (frame.id, frame.title, frame.phase_model, frame.well_known_brand) == ("workshop", "Neuer Titel", "m1", True)


def test_cards_stay_in_their_phases_when_the_model_is_changed_on_the_cover() -> None:
    def edit(book: Any) -> None:
        cover = book["Workshop"]
        row = next(row for row in range(1, 20) if cover.cell(row, 2).value == "Phasenmodell")
        cover.cell(row, 3).value = "Our way"

    base = _full()
    assert [t.phase for t in edited(base, edit).workshop.touchpoints] == [t.phase for t in base.touchpoints]


def test_a_phase_added_to_an_own_model_and_one_taken_away() -> None:
    def add(book: Any) -> None:
        headed(book["Eigene Phasenmodelle"], 5, {"Name des Modells": "Our way", "Phase": "Stay"})

    model = edited(_full(), add).workshop.models[0]
    assert (model.id, [phase.name for phase in model.phases]) == ("m1", ["See", "Try", "Buy", "Stay"])
    base = _full()
    reading = edited(base, lambda book: book["Eigene Phasenmodelle"].delete_rows(2), base=base)
    assert [(p.key, p.done) for p in reading.problems] == [("phase_count", "kept")]
    assert reading.workshop.models == base.models


def test_a_new_own_model_is_made_of_rows_with_its_name() -> None:
    def add(book: Any) -> None:
        for row, name in enumerate(["Suchen", "Finden", "Bleiben"], start=5):
            headed(book["Eigene Phasenmodelle"], row, {"Name des Modells": "Kurz", "Phase": name})

    models = edited(_full(), add).workshop.models
    assert [(m.name, len(m.phases)) for m in models] == [("Our way", 3), ("Kurz", 3)]


def test_an_english_workbook_is_read_with_a_german_interface_and_the_other_way() -> None:
    workshop = _full()
    assert read_workbook(write_workbook(workshop, Language.EN), Language.DE).workshop == workshop
    headers_only = by_hand(write_workbook(workshop, Language.EN), lambda book: book.__delitem__("Lists"))
    assert read_workbook(headers_only, Language.DE).workshop == workshop


def test_messages_name_their_place_in_the_readers_language() -> None:
    reading = edited(_full(), lambda book: write(book["Touchpoints"], 2, Kanal="Brieftaube"))
    problem = reading.problems[0]
    assert problem.where(Language.DE) == "Touchpoints, Zeile 2, Kanal"
    assert problem.message(Language.DE) == "„Brieftaube“ steht nicht zur Auswahl. Die Angabe wurde nicht übernommen."
    assert problem.message(Language.EN) == "“Brieftaube” is not among the choices. The value was not taken over."


def test_a_file_of_another_workshop_says_so() -> None:
    other = a_workshop(frame=a_frame(id="elsewhere"))
    assert keys(edited(_full(), lambda _book: None, base=other))[0] == "other_workshop"


def test_a_workbook_from_when_findings_had_another_german_word_is_still_read() -> None:
    answer = FindingAnswer(id="a1", rule="jump", subject="Herbst", verdict=Verdict.ACCEPTED)
    base = a_workshop(
        answers=[answer], sources=[a_source("Umfrage", id="s1")], citations=[a_citation("a1", "s1", id="z")]
    )

    def as_before(book: Any) -> None:
        book["Antworten auf Hinweise"].title = "Antworten auf Befunde"
        write(book["Belege"], 2, Karte="Antwort auf Befund: [a1]")

    reading = edited(base, as_before)
    assert (reading.workshop.answers, reading.workshop.citations[0].card) == ((answer,), "a1")
    assert reading.problems == ()


def test_a_cover_behind_a_column_of_numbers_is_read() -> None:
    """As pandas writes a sheet, with the numbers of the rows before them."""

    def number(book: Any) -> None:
        cover = book["Workshop"]
        cover.insert_cols(1)
        for row in range(1, cover.max_row + 1):
            cover.cell(row, 1).value = row - 1

    base = a_workshop(frame=a_frame(title="Weg", end_action="Kauf"))
    reading = edited(base, number)
    assert (reading.workshop, reading.problems) == (base, ())


@pytest.mark.parametrize("header", ["Touchpoint *", "Touchpoint:", "Touchpoint\n(Pflicht)", "Touchpoint [Text]*"])
def test_a_header_with_a_remark_is_its_column_s(header: str) -> None:
    def edit(book: Any) -> None:
        book["Touchpoints"]["A1"], book["Touchpoints"]["A2"] = header, "Rundbrief"

    reading = edited(_full(), edit, base=_full())
    assert (reading.workshop.touchpoints[0].title, reading.problems) == ("Rundbrief", ())


def test_a_header_with_a_remark_takes_no_column_from_the_plain_one() -> None:
    def edit(book: Any) -> None:
        sheet = book["Touchpoints"]
        sheet.insert_cols(1)
        sheet["A1"], sheet["A2"] = "Touchpoint (alt)", "Mailing"

    reading = edited(_full(), edit, base=_full())
    assert reading.workshop == _full()
    assert [(p.key, p.column) for p in reading.problems] == [("foreign_column", "Touchpoint (alt)")]
