"""Nothing in a workbook is passed over in silence: merged cells, comments, columns without a header, contradictions."""

from functools import partial
from typing import Any

import pytest
from openpyxl.comments import Comment

from journey.exchange import read_workbook, write_workbook
from journey.model import Emotion, Language, PersonaEmotion, Workshop, Zone
from tests.builders import (
    a_citation,
    a_frame,
    a_goal,
    a_persona,
    a_relation,
    a_source,
    a_touchpoint,
    a_workshop,
    an_own_model,
)
from tests.exchange.bad_files import repacked
from tests.exchange.hands import by_hand, edited, headed, keys, patched

FIRST, SECOND = "aida-plus.awareness", "aida-plus.favorability"


def _base() -> Workshop:
    return a_workshop(
        goals=[a_goal("Mehr", id="g1", rank=1, note="alt"), a_goal("Weniger", id="g2", rank=2)],
        touchpoints=[
            a_touchpoint("Plakat", id="t1", rank=1, phase=SECOND, owner="Anna", place="Bahnhof"),
            a_touchpoint("Kasse", id="t2", rank=2, phase=SECOND, owner="Bert"),
            a_touchpoint("App", id="t3", rank=3, phase=SECOND),
        ],
        relations=[a_relation("t1", "t2", id="r1")],
    )


@pytest.mark.parametrize("base", [None, _base()])
def test_a_phase_merged_over_rows_holds_for_all_of_them(base: Workshop | None) -> None:
    reading = edited(_base(), lambda book: book["Touchpoints"].merge_cells("B2:B4"), base=base)
    assert reading.workshop == _base()
    assert keys(reading) == ["merged"]


def test_any_other_value_merged_over_rows_holds_for_all_of_them() -> None:
    def merge(book: Any) -> None:
        sheet = book["Touchpoints"]
        place = next(cell.column for cell in sheet[1] if cell.value == "Verantwortlich")
        sheet.merge_cells(start_row=2, end_row=4, start_column=place, end_column=place)

    assert [t.owner for t in edited(_base(), merge).workshop.touchpoints] == ["Anna", "Anna", "Anna"]


def _merge(cells: str, book: Any) -> None:
    book["Touchpoints"].merge_cells(cells)


def test_merged_titles_and_columns_empty_nothing() -> None:
    for cells in ("A2:A3", "B2:D2", "A2:C4"):
        reading = edited(_base(), partial(_merge, cells), base=_base())
        assert [t.title for t in reading.workshop.touchpoints] == ["Plakat", "Kasse", "App"], cells
        assert [t.phase for t in reading.workshop.touchpoints] == [SECOND] * 3, cells
        assert reading.workshop.touchpoints[0].place == "Bahnhof", cells
        assert "merged" in keys(reading)


def test_text_under_merged_cells_is_told() -> None:
    def under(xml: str) -> str:
        return xml.replace("</sheetData>", '</sheetData><mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>')

    data = patched(write_workbook(_base(), Language.DE), "Ziele", under)
    reading = read_workbook(data, Language.DE, _base())
    assert reading.workshop == _base()
    hidden = next(p for p in reading.problems if p.key == "under_merged")
    assert (hidden.row, hidden.column, dict(hidden.values)["value"]) == (3, "Ziel", "Weniger")


def test_text_in_columns_without_a_header_is_told_once_a_column() -> None:
    def insert(book: Any) -> None:
        sheet = book["Touchpoints"]
        sheet.insert_cols(4)
        sheet["D2"], sheet["D4"] = "bitte prüfen", "auch"
        sheet.cell(3, sheet.max_column + 2).value = 7

    reading = edited(_base(), insert)
    assert reading.workshop == _base()
    assert [(p.key, p.row, p.column) for p in reading.problems] == [
        ("nameless_column", 2, "D"),
        ("nameless_column", 3, "AB"),
    ]
    assert "bitte prüfen" in reading.problems[0].message(Language.DE)
    assert "2" in reading.problems[0].message(Language.EN)


def test_a_comment_becomes_the_note_of_the_card_in_whose_row_it_stands() -> None:
    def remark(book: Any) -> None:
        book["Ziele"]["A2"].comment = Comment("Stimmt das noch?", "Kim")
        book["Ziele"]["B3"].comment = Comment("Kim:\nJa.", "Kim")
        book["Wirkungen"]["A2"].comment = Comment("fraglich", "")

    data = by_hand(write_workbook(_base(), Language.DE), remark)
    reading = read_workbook(data, Language.DE, _base())
    assert [goal.note for goal in reading.workshop.goals] == ["alt\nKim: Stimmt das noch?", "Kim:\nJa."]
    assert reading.workshop.relations[0].note == "fraglich"
    assert [(p.key, p.sheet, p.row, p.done) for p in reading.problems] == [
        ("comment", "Ziele", 2, "as_note"),
        ("comment", "Ziele", 3, "as_note"),
        ("comment", "Wirkungen", 2, "as_note"),
    ]
    again = read_workbook(data, Language.DE, reading.workshop)
    assert again.workshop == reading.workshop


def test_comments_that_have_no_note_to_go_to_are_told_with_their_text() -> None:
    def remark(book: Any) -> None:
        book["Touchpoints"]["C3"].comment = Comment("Welcher Kanal?", "Kim")
        book["Ziele"]["A1"].comment = Comment("Kopf", "Kim")
        book["Karte"]["B6"].comment = Comment("schön", "Kim")
        book["Workshop"]["C5"].comment = Comment("Titel?", "Kim")
        book["Eigene Phasenmodelle"]["A1"].comment = Comment("leer", "Kim")

    reading = edited(_base(), remark, base=_base())
    assert reading.workshop == _base()
    told = {(p.sheet, dict(p.values)["cell"], p.done) for p in reading.problems if p.key == "comment"}
    assert told == {
        ("Touchpoints", "C3", "by_hand"),
        ("Ziele", "A1", "left_out"),
        ("Karte", "B6", "left_out"),
        ("Workshop", "C5", "left_out"),
        ("Eigene Phasenmodelle", "A1", "left_out"),
    }
    assert any("Welcher Kanal?" in p.message(Language.DE) for p in reading.problems)


def _on_the_map(reading: Any) -> set[tuple[str, str, str]]:
    told = [p for p in reading.problems if p.key.startswith("map_")]
    assert all(p.done == "map_only" and p.sheet == "Karte" for p in told)
    return {(p.key, dict(p.values)["cell"], dict(p.values)["value"]) for p in told}


def test_what_somebody_wrote_on_the_map_or_took_from_it_is_told_with_its_cell() -> None:
    places: list[str] = []

    def edit(book: Any) -> None:
        sheet = book["Karte"]
        cells = {str(cell.value).split("\n")[0]: cell for row in sheet for cell in row}
        places.extend(cells[words].coordinate for words in ("Plakat", "Kasse"))
        cells["Plakat"].value, cells["Kasse"].value, sheet["B30"] = None, "Kasse am Ausgang", "Idee: Abholung"

    reading = edited(_base(), edit, base=_base())
    assert reading.workshop == _base()
    assert _on_the_map(reading) == {
        ("map_gone", places[0], "Plakat Anderer Kanal"),
        ("map_edit", places[1], "Kasse am Ausgang"),
        ("map_edit", "B30", "Idee: Abholung"),
    }
    assert all("Tabellen" in p.message(Language.DE) for p in reading.problems if p.key.startswith("map_"))
    assert any(f"Cell {places[1]} " in p.message(Language.EN) for p in reading.problems)


def test_what_somebody_wrote_on_the_map_as_it_shall_be_is_told_of_that_sheet() -> None:
    cards = [a_touchpoint("Kasse", id="t0", future_emotion=1), a_touchpoint("Plakat", id="t1", rank=2)]
    base = _base().model_copy(update={"touchpoints": tuple(cards)})
    assert edited(base, lambda _: None, base=base).problems == ()
    reading = edited(base, lambda book: book["Karte künftig"].__setitem__("B30", "Idee: Abholung"), base=base)
    assert reading.workshop == base
    assert [(p.key, p.sheet, p.done) for p in reading.problems] == [("map_edit", "Karte künftig", "map_only")]


def test_a_map_whose_rows_only_moved_and_one_of_another_workshop_s_state_tell_nothing() -> None:
    later = _base().model_copy(update={"touchpoints": (a_touchpoint("Anderes", id="t9", phase=SECOND),)})
    moved = edited(_base(), lambda book: book["Karte"].insert_rows(3), base=later)
    assert _on_the_map(moved) == set()
    rows = edited(_base(), lambda book: headed(book["Touchpoints"], 2, {"Touchpoint": "Banner"}), base=_base())
    assert rows.workshop.touchpoints[0].title == "Banner"
    assert _on_the_map(rows) == set()


_STAND_IN = """[Threadkommentar]

Ihre Version von Excel gestattet Ihnen das Lesen dieses Threadkommentars; jegliche Bearbeitungen daran werden jedoch \
entfernt, wenn die Datei in einer neueren Version von Excel geöffnet wird.

Kommentar:
    Stimmt das noch?"""
_THREAD = (
    '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
    '<threadedComment ref="A2" personId="{P}" id="{1}"><text>Stimmt das noch?</text></threadedComment>'
    '<threadedComment ref="A2" personId="{P}" id="{2}" parentId="{1}"><text>Ja.</text></threadedComment>'
    "</ThreadedComments>"
)
_PEOPLE = '<personList xmlns="x"><person displayName="Kim" id="{P}"/></personList>'
_LINK = (
    '<Relationship Id="rId90" Type="http://schemas.microsoft.com/office/2017/10/relationships/{kind}" Target="{part}"/>'
)


def _threaded() -> bytes:
    """As Excel 365 writes a thread: beside the comment that stands in for it."""
    data = by_hand(
        write_workbook(_base(), Language.DE),
        lambda book: setattr(book["Ziele"]["A2"], "comment", Comment(f"{_STAND_IN}\nAntwort:\n    Ja.", "tc={1}")),
    )

    def link(name: str, part: bytes) -> bytes:
        if name == "xl/worksheets/_rels/sheet3.xml.rels":
            entry = _LINK.format(kind="threadedComment", part="/xl/threadedComments/threadedComment1.xml")
        elif name == "xl/_rels/workbook.xml.rels":
            entry = _LINK.format(kind="person", part="/xl/persons/person.xml")
        else:
            return part
        return part.replace(b"</Relationships>", entry.encode() + b"</Relationships>")

    added = {
        "xl__threadedComments__threadedComment1_dot_xml": _THREAD.encode(),
        "xl__persons__person_dot_xml": _PEOPLE.encode(),
    }
    return repacked(data, link, **added)


def test_a_thread_is_taken_with_its_answers_and_not_twice() -> None:
    reading = read_workbook(_threaded(), Language.DE, _base())
    assert reading.workshop.goals[0].note == "alt\nKim: Stimmt das noch?\nKim: Ja."
    assert keys(reading) == ["comment", "comment"]


def test_a_thread_that_another_program_made_a_comment_of_is_its_text() -> None:
    reading = edited(_base(), lambda book: setattr(book["Ziele"]["A3"], "comment", Comment(_STAND_IN, "tc={1}")))
    assert reading.workshop.goals[1].note == "Stimmt das noch?"


def _own() -> Workshop:
    return a_workshop(
        models=[an_own_model(id="m1", rank=1), an_own_model(id="m2", rank=2).model_copy(update={"name": "Zweites"})]
    )


@pytest.mark.parametrize("row", [2, 3, 4])
@pytest.mark.parametrize("base", [None, _own()])
def test_a_model_renamed_in_one_of_its_rows_is_renamed_and_told(row: int, base: Workshop | None) -> None:
    reading = edited(
        _own(), lambda book: headed(book["Eigene Phasenmodelle"], row, {"Name des Modells": "Anders"}), base=base
    )
    assert [model.name for model in reading.workshop.models] == ["Anders", "Zweites"]
    assert keys(reading) == ["model_names"]


def test_a_model_moved_in_one_of_its_rows_is_moved_and_told() -> None:
    reading = edited(_own(), lambda book: headed(book["Eigene Phasenmodelle"], 3, {"Position": 5}), base=_own())
    assert "model_ranks" in keys(reading)


def test_phases_that_changed_their_order_and_rows_that_are_mixed_are_told() -> None:
    def swap(book: Any) -> None:
        sheet = book["Eigene Phasenmodelle"]
        for cell in sheet[4]:
            other = sheet.cell(5, cell.column)
            cell.value, other.value = other.value, cell.value

    reading = edited(_own(), swap, base=_own())
    assert reading.workshop.models == _own().models, "each model still has its phases in their order"
    assert "model_scattered" in keys(reading)

    def turn(book: Any) -> None:
        sheet = book["Eigene Phasenmodelle"]
        for cell in sheet[2]:
            other = sheet.cell(3, cell.column)
            cell.value, other.value = other.value, cell.value

    turned = edited(_own(), turn, base=_own())
    assert [phase.name for phase in turned.workshop.models[0].phases] == ["Try", "See", "Buy"]
    assert keys(turned) == ["phases_reordered"]


def test_an_unknown_zone_of_a_phase_leaves_the_one_before() -> None:
    model = an_own_model(id="m1")
    phases = tuple(phase.model_copy(update={"zone": Zone.AFTER}) for phase in model.phases)
    base = a_workshop(models=[model.model_copy(update={"phases": phases})])
    reading = edited(
        base, lambda book: headed(book["Eigene Phasenmodelle"], 2, {"Lage zum Kauf": "irgendwo"}), base=base
    )
    assert reading.workshop == base
    assert [(p.key, p.done) for p in reading.problems] == [("unknown_choice", "kept")]


def test_what_stands_above_a_table_or_beside_the_frame_is_told() -> None:
    def write_beside(book: Any) -> None:
        book["Ziele"].insert_rows(1)
        book["Ziele"]["A1"] = "Stand Mai"
        book["Workshop"]["D5"] = "bitte kürzen"

    reading = edited(_base(), write_beside)
    assert reading.workshop == _base()
    assert {(p.key, p.sheet, p.row) for p in reading.problems} == {
        ("above_table", "Ziele", 1),
        ("beside_value", "Workshop", 5),
    }


def test_a_new_card_with_an_unknown_phase_stands_beside_the_phases_and_never_in_the_first() -> None:
    def add(book: Any) -> None:
        headed(book["Touchpoints"], 5, {"Touchpoint": "Anruf", "Phase": "Mittagspause"})
        headed(book["Touchpoints"], 6, {"Touchpoint": "Brief", "Kanal": "Telefon"})
        headed(book["Zählungen"], 2, {"Phase": "Mittagspause", "Anzahl": 3})

    reading = edited(_base(), add)
    assert [t.phase for t in reading.workshop.touchpoints[3:]] == ["unknown.mittagspause", "unknown"]
    assert reading.workshop.counts == ()
    assert [(p.key, p.row, p.done) for p in reading.problems] == [
        ("unknown_name", 5, "elsewhere"),
        ("no_phase", 6, "elsewhere"),
        ("unknown_name", 2, "skipped"),
    ]
    again = read_workbook(write_workbook(reading.workshop, Language.DE), Language.DE)
    assert (again.workshop, again.problems) == (reading.workshop, ())


def test_a_frame_is_edited_with_its_names_in_the_open_workshop() -> None:
    base = a_workshop(frame=a_frame(phase_model="m1"), models=[an_own_model(id="m1")])
    assert edited(base, lambda _book: None, base=base).workshop == base


def test_an_emptied_cell_that_no_card_goes_without_keeps_what_was_there_and_is_told() -> None:
    reading = edited(_base(), lambda book: headed(book["Wirkungen"], 2, {"Von": None}), base=_base())
    assert reading.workshop == _base()
    assert [(p.key, p.row, p.column, p.done) for p in reading.problems] == [("needed", 2, "Von", "kept")]


@pytest.mark.parametrize("base", [None, a_workshop(frame=a_frame(title="Weg", end_action="Kauf"))])
def test_a_column_inserted_into_the_cover_empties_nothing(base: Workshop | None) -> None:
    written = a_workshop(frame=a_frame(title="Weg", end_action="Kauf"))
    reading = edited(written, lambda book: book["Workshop"].insert_cols(3), base=base)
    assert (reading.workshop, reading.problems) == (written, ())


def test_a_row_of_the_cover_that_is_missing_or_called_otherwise_is_told() -> None:
    base = a_workshop(frame=a_frame(title="Weg"))

    def rename(book: Any) -> None:
        cover = book["Workshop"]
        rows = {cover.cell(row, 2).value: row for row in range(1, 20)}
        cover.cell(rows["Titel"], 2).value = "Überschrift"
        cover.delete_rows(rows["Währung"])

    reading = edited(base, rename, base=base)
    assert reading.workshop == base
    assert {(p.key, p.column, p.done) for p in reading.problems} == {
        ("no_row", "Titel", "kept"),
        ("no_row", "Währung", "kept"),
    }


def _cited() -> Workshop:
    felt = (PersonaEmotion(persona="p1", emotion=Emotion.BAD), PersonaEmotion(persona="p2", emotion=Emotion.GOOD))
    return a_workshop(
        personas=[a_persona("Alma", id="p1", rank=1), a_persona("Bert", id="p2", rank=2)],
        touchpoints=[
            a_touchpoint("Plakat", id="t1", rank=1, phase=FIRST, personas=("p1",), persona_emotions=felt),
            a_touchpoint("Kasse", id="t2", rank=2, phase=SECOND, personas=("p9",)),
        ],
        relations=[a_relation("t1", "t2", id="r1", rank=1)],
        sources=[a_source("Umfrage", id="s1", rank=1)],
        citations=[a_citation("t2", "s1", field="emotion", id="c1", rank=1)],
    )


@pytest.mark.parametrize(
    ("sheet", "column"),
    [("Touchpoints", "Wichtig für"), ("Touchpoints", "Phase"), ("Wirkungen", "Auf"), ("Belege", "Karte"), ("Belege", "Quelle"), ("Belege", "Aussage")],
)  # fmt: skip
def test_an_id_in_brackets_that_nothing_has_is_told_and_what_was_there_stays(sheet: str, column: str) -> None:
    base = _cited()
    reading = edited(base, lambda book: headed(book[sheet], 2, {column: "[x9]"}), base=base)
    assert reading.workshop == base
    assert [(p.column, p.done) for p in reading.problems] == [(column, "kept")]


@pytest.mark.parametrize("base", [None, _cited()])
def test_an_id_that_the_open_workshop_names_too_is_taken(base: Workshop | None) -> None:
    reading = edited(_cited(), lambda _book: None, base=base)
    assert (reading.workshop, reading.problems) == (_cited(), ())


def test_of_a_persona_with_two_feelings_what_was_there_stays() -> None:
    base = _cited()

    def feel(book: Any) -> None:
        headed(book["Touchpoints"], 2, {"Gefühl je Persona": "Alma: +1; Bert: +2; Alma: -2"})

    reading = edited(base, feel, base=base)
    felt = {own.persona: int(own.emotion) for own in reading.workshop.touchpoints[0].persona_emotions}
    assert felt == {"p1": -1, "p2": 2}
    assert [(p.key, p.column, p.done) for p in reading.problems] == [("felt_twice", "Gefühl je Persona", "kept")]
