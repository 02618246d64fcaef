"""Which card a row, a name or a citation means: ids first, then what names meant when the workbook was written."""

from typing import Any

import pytest

from journey.exchange import read_workbook, write_workbook
from journey.model import Channel, Emotion, Language, PersonaEmotion, Workshop
from tests.builders import (
    a_citation,
    a_frame,
    a_goal,
    a_persona,
    a_relation,
    a_source,
    a_touchpoint,
    a_workshop,
    an_opportunity,
    an_own_model,
)
from tests.exchange.hands import by_hand, column, edited, headed, keys

FIRST, SECOND = "aida-plus.awareness", "aida-plus.favorability"


def _base() -> Workshop:
    return a_workshop(
        goals=[a_goal("Mehr", id="g1", rank=1), a_goal("Weniger", id="g2", rank=2)],
        personas=[a_persona("Alma", id="p1", rank=1), a_persona("Bert", id="p2", rank=2)],
        touchpoints=[
            a_touchpoint("Plakat", id="t1", rank=1, phase=FIRST, personas=["p1"]),
            a_touchpoint("Kasse", id="t2", rank=2, phase=SECOND, personas=["p1", "p2"], emotion=Emotion.BAD),
        ],
        relations=[a_relation("t1", "t2", id="r1", rank=1)],
        opportunities=[an_opportunity(id="o1", touchpoint="t2")],
        sources=[a_source("Umfrage", id="s1")],
        citations=[
            a_citation("t2", "s1", id="c1", field="emotion", rank=1),
            a_citation("g1", "s1", id="c2", field="metric", rank=2),
        ],
    )


def _rename(sheet: str, **titles: str) -> Any:
    def edit(book: Any) -> None:
        place = column(book[sheet], "ID")
        for row in range(2, book[sheet].max_row + 1):
            if (entity_id := book[sheet].cell(row, place).value) in titles:
                book[sheet].cell(row, 1).value = titles[entity_id]

    return edit


@pytest.mark.parametrize("base", [None, _base()])
def test_references_of_untouched_rows_stay_when_two_cards_swap_their_titles(base: Workshop | None) -> None:
    reading = edited(_base(), _rename("Touchpoints", t1="Kasse", t2="Plakat"), base=base)
    workshop = reading.workshop
    assert [t.title for t in workshop.touchpoints] == ["Kasse", "Plakat"]
    assert (workshop.relations, workshop.opportunities, workshop.citations) == (
        _base().relations,
        _base().opportunities,
        _base().citations,
    )
    assert reading.problems == ()


@pytest.mark.parametrize("base", [None, _base()])
@pytest.mark.parametrize(("sheet", "renamed"), [("Touchpoints", "t1"), ("Personas", "p1"), ("Ziele", "g1")])
def test_references_stay_when_a_card_is_renamed_and_a_new_one_takes_its_old_title(
    sheet: str, renamed: str, base: Workshop | None
) -> None:
    def edit(book: Any) -> None:
        old = book[sheet]["A2"].value
        _rename(sheet, **{renamed: f"{old} (alt)"})(book)
        book[sheet].cell(4, 1).value = old
        if sheet == "Touchpoints":
            headed(book[sheet], 4, {"Phase": book[sheet]["B2"].value})

    workshop = edited(_base(), edit, base=base).workshop
    assert len(workshop.collection({"Ziele": "goals"}.get(sheet, sheet.lower()))) == 3
    assert workshop.relations == _base().relations
    assert workshop.citations == _base().citations
    assert [t.personas for t in workshop.touchpoints[:2]] == [("p1",), ("p1", "p2")]


def test_a_new_row_means_the_titles_that_stand_there_now() -> None:
    def edit(book: Any) -> None:
        _rename("Touchpoints", t1="Kasse", t2="Plakat")(book)
        headed(book["Wirkungen"], 3, {"Von": "Kasse", "Auf": "Plakat"})

    new = edited(_base(), edit, base=_base()).workshop.relations[-1]
    assert (new.source, new.target) == ("t1", "t2")


def test_a_row_that_was_changed_to_a_title_with_two_meanings_is_asked_about() -> None:
    base = _base().exchanged({"touchpoints": [*_base().touchpoints, a_touchpoint("App", id="t3", phase=FIRST, rank=3)]})

    def edit(book: Any) -> None:
        _rename("Touchpoints", t2="App", t3="Kasse")(book)
        headed(book["Wirkungen"], 2, {"Von": "App"})

    reading = edited(base, edit, base=base)
    assert reading.workshop.relations == base.relations
    assert [(p.key, p.sheet, p.column, p.done) for p in reading.problems] == [("ambiguous", "Wirkungen", "Von", "kept")]


def test_feelings_of_personas_stay_with_them_when_their_names_are_swapped() -> None:
    own = PersonaEmotion(persona="p1", emotion=Emotion.GOOD)
    base = a_workshop(personas=_base().personas, touchpoints=[a_touchpoint("Plakat", id="t1", persona_emotions=(own,))])
    reading = edited(base, _rename("Personas", p1="Bert", p2="Alma"), base=base)
    assert reading.workshop.touchpoints == base.touchpoints


@pytest.mark.parametrize("base", [None, _base()])
def test_a_deleted_card_takes_what_cannot_stand_without_it_along_and_that_is_told(base: Workshop | None) -> None:
    reading = edited(_base(), lambda book: book["Touchpoints"].delete_rows(3), base=base)
    workshop = reading.workshop
    assert [citation.id for citation in workshop.citations] == ["c2"]
    assert workshop.relations == ()
    assert workshop.opportunities[0].touchpoint is None
    assert {(p.key, p.sheet, p.done) for p in reading.problems} == {
        ("gone", "Wirkungen", "dropped"),
        ("gone", "Belege", "dropped"),
        ("gone", "Chancen", "left_out"),
    }


def test_a_deleted_persona_leaves_lists_and_the_others_stay_in_them() -> None:
    reading = edited(_base(), lambda book: book["Personas"].delete_rows(2), base=_base())
    assert [t.personas for t in reading.workshop.touchpoints] == [(), ("p2",)]
    assert set(keys(reading)) == {"gone"}


def test_a_statement_that_names_no_field_leaves_what_was_there() -> None:
    reading = edited(_base(), lambda book: headed(book["Belege"], 2, {"Aussage": "Mondphase"}), base=_base())
    assert reading.workshop == _base()
    assert [(p.key, p.column, p.done) for p in reading.problems] == [("unknown_choice", "Aussage", "kept")]


def test_a_cleared_id_is_matched_by_its_title_and_asked_about() -> None:
    reading = edited(_base(), lambda book: headed(book["Touchpoints"], 2, {"ID": None}), base=_base())
    assert reading.workshop == _base()
    assert [(p.key, p.row) for p in reading.problems] == [("known_by_title", 2)]


def test_an_id_that_nobody_knows_is_matched_by_its_title_and_asked_about() -> None:
    reading = edited(_base(), lambda book: headed(book["Touchpoints"], 2, {"ID": "zzz"}), base=_base())
    assert reading.workshop == _base()
    assert [(p.key, p.row) for p in reading.problems] == [("known_by_title", 2)]


def test_ids_of_another_workshop_stay_even_where_titles_are_the_same() -> None:
    other = a_workshop(frame=a_frame(id="elsewhere"), goals=[a_goal("Mehr", id="x1")])
    assert [goal.id for goal in edited(other, lambda _book: None, base=_base()).workshop.goals] == ["x1"]


def test_a_copy_whose_id_was_cleared_is_a_new_card() -> None:
    def copy(book: Any) -> None:
        for cell in book["Ziele"][2]:
            book["Ziele"].cell(4, cell.column).value = None if cell.value == "g1" else cell.value

    reading = edited(_base(), copy, base=_base())
    assert [goal.title for goal in reading.workshop.goals].count("Mehr") == 2
    assert len(reading.workshop.goals) == 3


def test_where_ids_are_gone_titles_that_several_share_are_asked_about() -> None:
    base = a_workshop(goals=[a_goal("Mehr", id="g1", rank=1), a_goal("Mehr", id="g2", rank=2)])
    reading = edited(base, lambda book: book["Ziele"].delete_cols(column(book["Ziele"], "ID")), base=base)
    assert reading.workshop == base
    assert "several_called_so" in keys(reading)


def test_where_ids_are_gone_a_title_that_may_be_new_or_renamed_is_asked_about() -> None:
    def edit(book: Any) -> None:
        book["Ziele"].delete_cols(column(book["Ziele"], "ID"))
        book["Ziele"]["A2"] = "Viel mehr"

    reading = edited(_base(), edit, base=_base())
    assert [(p.key, p.row) for p in reading.problems if p.row] == [("new_or_renamed", 2), ("gone", 3)]


@pytest.mark.parametrize(
    "typed",
    [
        "Alma, Bert",
        "Alma und Bert",
        "Alma / Bert",
        "Alma & Bert",
        "alma;bert",
        "Alma\nBert",
        "Bert, Alma",
        "- Alma\n- Bert",
        "Alma + Bert",
        "Alma and Bert",
    ],
)
def test_lists_are_understood_with_other_marks_than_semicolons(typed: str) -> None:
    reading = edited(_base(), lambda book: headed(book["Touchpoints"], 2, {"Wichtig für": typed}), base=_base())
    assert set(reading.workshop.touchpoints[0].personas) == {"p1", "p2"}
    assert reading.problems == ()


def test_names_that_hold_such_marks_are_found_whole() -> None:
    people = [a_persona("Alma, die Erste", id="p1"), a_persona("Bert & Söhne", id="p2"), a_persona("Alma", id="p3")]
    base = a_workshop(personas=people, touchpoints=[a_touchpoint(id="t1")])
    typed = "Alma, die Erste, Bert & Söhne, Alma"
    reading = edited(base, lambda book: headed(book["Touchpoints"], 2, {"Wichtig für": typed}), base=base)
    assert reading.workshop.touchpoints[0].personas == ("p1", "p2", "p3")


@pytest.mark.parametrize(
    ("typed", "personas"),
    [
        ("Brigitte", ("p1", "p2")),
        ("Alma; Brigitte", ("p1", "p2")),
        ("Alma, Brigitte", ("p1", "p2")),
        ("???", ("p1", "p2")),
    ],
)
def test_a_list_that_is_not_understood_empties_nothing(typed: str, personas: tuple[str, ...]) -> None:
    reading = edited(_base(), lambda book: headed(book["Touchpoints"], 3, {"Wichtig für": typed}), base=_base())
    assert reading.workshop.touchpoints[1].personas == personas
    assert {(p.key, p.column, p.done) for p in reading.problems} == {("unknown_name", "Wichtig für", "kept")}


def test_a_list_of_channels_that_is_half_understood_keeps_what_was_there() -> None:
    base = a_workshop(personas=[a_persona(id="p1", channels=[Channel.PHONE])])
    reading = edited(
        base,
        lambda book: headed(book["Personas"], 2, {"Bevorzugte Kanäle": "E-Mail & Newsletter; Rauchzeichen"}),
        base=base,
    )
    assert reading.workshop.personas[0].channels == (Channel.PHONE, Channel.EMAIL)


def test_names_of_the_open_workshop_count_as_known() -> None:
    renamed = [a_touchpoint("Aushang", id="t1", rank=1, phase=FIRST, personas=["p1"]), _base().touchpoints[1]]
    people = [a_persona("Alma K.", id="p1", rank=1), _base().personas[1]]
    now = _base().exchanged({"touchpoints": renamed, "personas": people})

    def edit(book: Any) -> None:
        headed(book["Wirkungen"], 2, {"Auf": "Aushang", "Von": "Kasse"})
        headed(book["Touchpoints"], 3, {"Wichtig für": "Alma K."})

    reading = read_workbook(by_hand(write_workbook(_base(), Language.DE), edit), Language.DE, now)
    assert (reading.workshop.relations[0].source, reading.workshop.relations[0].target) == ("t2", "t1")
    assert reading.workshop.touchpoints[1].personas == ("p1",)
    assert reading.problems == ()


def test_phases_that_were_renamed_in_the_open_workshop_count_as_known() -> None:
    old = a_workshop(
        frame=a_frame(phase_model="m1"),
        models=[an_own_model(id="m1")],
        touchpoints=[a_touchpoint(id="t1", phase="own.0")],
    )
    model = old.models[0]
    entry = model.phases[1].model_copy(update={"name": "Entdecken"})
    now = old.exchanged({"models": [model.model_copy(update={"phases": (model.phases[0], entry, model.phases[2])})]})

    def edit(book: Any) -> None:
        del book["Eigene Phasenmodelle"]
        headed(book["Touchpoints"], 2, {"Phase": "Entdecken"})

    reading = read_workbook(by_hand(write_workbook(old, Language.DE), edit), Language.DE, now)
    assert reading.workshop.touchpoints[0].phase == entry.id


def _copy(sheet: Any, source: int, target: int) -> None:
    for cell in sheet[source]:
        sheet.cell(target, cell.column).value = cell.value


@pytest.mark.parametrize("base", [None, _base()])
def test_a_copy_above_its_card_is_the_new_one(base: Workshop | None) -> None:
    def copy(book: Any) -> None:
        book["Touchpoints"].insert_rows(2)
        _copy(book["Touchpoints"], 3, 2)
        book["Touchpoints"]["A2"] = "Plakat am Bahnhof"

    reading = edited(_base(), copy, base=base)
    new, *others = reading.workshop.touchpoints
    assert (new.title, others, reading.workshop.relations) == (
        "Plakat am Bahnhof",
        list(_base().touchpoints),
        _base().relations,
    )
    assert [(p.key, p.row) for p in reading.problems] == [("double_id", 2)]


@pytest.mark.parametrize("ids", [("t1", "t1"), (1, 2)])
def test_ids_that_were_filled_down_or_counted_are_told_and_the_cards_stay(ids: tuple[object, object]) -> None:
    def fill(book: Any) -> None:
        for row, entity_id in enumerate(ids, start=2):
            headed(book["Touchpoints"], row, {"ID": entity_id})

    reading = edited(_base(), fill, base=_base())
    assert reading.workshop == _base()
    assert set(keys(reading)) == {"known_by_title"}


@pytest.mark.parametrize("emptied", [True, False])
def test_phases_whose_ids_are_gone_are_known_by_their_names(emptied: bool) -> None:
    base = a_workshop(
        frame=a_frame(phase_model="m1"),
        models=[an_own_model(id="m1")],
        touchpoints=[a_touchpoint(id="t1", phase="own.1")],
    )

    def edit(book: Any) -> None:
        del book["Touchpoints"]
        sheet = book["Eigene Phasenmodelle"]
        if emptied:
            headed(sheet, 3, {"Phasen-ID": None})
        else:
            sheet.delete_cols(column(sheet, "Phasen-ID"))

    reading = edited(base, edit, base=base)
    assert reading.workshop == base


def test_a_renamed_model_without_its_id_is_known_by_its_phases() -> None:
    base = a_workshop(frame=a_frame(phase_model="m1"), models=[an_own_model(id="m1")])

    def edit(book: Any) -> None:
        sheet = book["Eigene Phasenmodelle"]
        sheet.delete_cols(column(sheet, "ID"))
        for row in (2, 3, 4):
            headed(sheet, row, {"Name des Modells": "Anders"})

    (model,) = edited(base, edit, base=base).workshop.models
    assert (model.id, model.name, model.phases) == ("m1", "Anders", base.models[0].phases)


def test_rows_sorted_without_their_ids_are_the_cards_that_they_say() -> None:
    base = _base().exchanged(
        {"touchpoints": [t.model_copy(update={"owner": t.id, "place": t.title}) for t in _base().touchpoints]}
    )

    def sort(book: Any) -> None:
        sheet = book["Touchpoints"]
        for cell in sheet[2]:
            if sheet.cell(1, cell.column).value not in ("ID", "Position"):
                other = sheet.cell(3, cell.column)
                cell.value, other.value = other.value, cell.value

    reading = edited(base, sort, base=base)
    assert {card.id: card.title for card in reading.workshop.touchpoints} == {"t1": "Plakat", "t2": "Kasse"}
    assert [card.id for card in reading.workshop.touchpoints] == ["t2", "t1"]
    assert (reading.workshop.relations, reading.workshop.opportunities) == (base.relations, base.opportunities)
    assert [(p.key, p.row) for p in reading.problems if p.key == "sorted_apart"] == [
        ("sorted_apart", 2),
        ("sorted_apart", 3),
    ]
