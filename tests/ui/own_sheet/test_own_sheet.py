"""A stranger's sheet on its page: seen first, put right, taken over as one change, and read alike the next time."""

from io import BytesIO

import openpyxl
from streamlit.testing.v1 import AppTest

from journey.model import Language
from journey.texts import text
from tests.builders import a_frame, a_touchpoint, a_workshop
from tests.exchange.hands import of_strangers
from tests.ui.app import html, kept, keys, on_page, opened, pressed, run, seen, started, store, stored, unfolded
from tests.ui.awkward import HTML, MARKDOWN
from ui.cards.brought import BroughtSheet
from ui.cards.import_file import ImportAsked

DE, EN = Language.DE, Language.EN
AWARENESS, CONVERSION = "aida-plus.awareness", "aida-plus.conversion"
MATRIX = (
    ["Phase", "Aufmerksamkeit", "Anprobe", "Kauf"],
    ["Kontaktpunkte", "Plakat\nAnzeige", "Laden", "Kasse"],
    ["Gefühle", 4, 5, 1],
    ["Schmerzpunkte", "zu laut", None, "Schlange"],
    ["Wetter", "gut", None, None],
)


def _brought(tab: AppTest, name: str, data: bytes) -> AppTest:
    on_page(tab, "own_sheet")
    tab.file_uploader[0].upload(name, data)
    return run(run(tab))


def asked_again(tab: AppTest) -> AppTest:
    """The tab with the dialog for files asked for again: the test runner knows no run of the dialog alone."""
    tab.session_state["session"].part(ImportAsked).now = True
    return tab


def _chosen(tab: AppTest, label: str, value: object) -> AppTest:
    box = next(each for each in tab.selectbox if each.label.replace("\u2060", "") == label)
    box.set_value(value)
    return run(tab)


def test_a_matrix_is_seen_first_put_right_taken_over_as_one_change_and_taken_back() -> None:
    workshop_id = stored(a_workshop(touchpoints=[a_touchpoint("Alt", id="old")]))
    before = kept(workshop_id)
    tab = _brought(opened(workshop_id), "karte.xlsx", of_strangers(*MATRIX))
    assert text("own_sheet.unplaced.one", DE, count="1") in seen(tab)
    assert "Die Reihe „Wetter“ füllt kein Feld" in seen(tab)
    assert "<td class='left'>gut" in html(tab)
    assert kept(workshop_id) == before
    _chosen(tab, "Anprobe", "aida-plus.consideration")
    _chosen(tab, "5: Wetter", "phase_notes.note")
    assert "Wetter" not in [line for line in seen(tab).split("\n") if "füllt kein Feld" in line]
    pressed(tab, "own-sheet-apply")
    after = kept(workshop_id)
    assert {(card.title, card.phase, card.emotion) for card in after.touchpoints if card.id != "old"} == {
        ("Plakat", AWARENESS, 1), ("Anzeige", AWARENESS, 1), ("Laden", "aida-plus.consideration", 2),
        ("Kasse", CONVERSION, -2),
    }  # fmt: skip
    assert [note.note for note in after.phase_notes] == ["gut"]
    assert store().sequence(workshop_id) == 1
    assert text("history.label.sheet", DE, count="5") in tab.button(key="frame:undo").help.replace("\u2060", "")
    pressed(tab, "frame:undo")
    assert kept(workshop_id) == before


def test_the_next_sheet_of_this_kind_is_read_as_this_one_was() -> None:
    first, second = stored(a_workshop()), stored(a_workshop())
    tab = _brought(opened(first), "karte.xlsx", of_strangers(*MATRIX))
    _chosen(tab, "Anprobe", "aida-plus.consideration")
    _chosen(tab, "5: Wetter", "phase_notes.note")
    pressed(tab, "own-sheet-apply")
    browser = tab.session_state["session"].browser
    again = opened(second)
    again.session_state["session"].browser = browser
    _brought(again, "neue.xlsx", of_strangers(*MATRIX[:1], ["Kontaktpunkte", "Radio", "Anruf", None], *MATRIX[2:]))
    assert any(text("own_sheet.remembered", DE) in caption.value for caption in again.caption)
    assert "own-sheet-apply" in keys(again)
    pressed(again, "own-sheet-apply")
    assert {(card.title, card.phase) for card in kept(second).touchpoints} >= {
        ("Radio", AWARENESS), ("Anruf", "aida-plus.consideration"),
    }  # fmt: skip
    assert [note.note for note in kept(second).phase_notes] == ["gut"]


def test_a_new_workshop_begins_with_the_phases_of_the_sheet() -> None:
    tab = run(started(EN))
    before = {each.id for each in store().workshops()}
    _brought(tab, "Our map.xlsx", of_strangers(*MATRIX, sheet="Our map"))
    pressed(tab, "own-sheet-apply")
    [made] = [each.id for each in store().workshops() if each.id not in before]
    workshop = kept(made)
    [model] = workshop.models
    assert [phase.name for phase in model.phases] == ["Aufmerksamkeit", "Anprobe", "Kauf"]
    assert (workshop.frame.title, workshop.frame.phase_model) == ("Our map", model.id)
    assert {card.phase for card in workshop.touchpoints} == {phase.id for phase in model.phases}
    pressed(tab, "frame:undo")
    assert kept(made).touchpoints == ()


def test_a_pasted_list_is_read_and_another_shape_can_be_chosen() -> None:
    workshop_id = stored(a_workshop())
    tab = on_page(opened(workshop_id, language=EN), "own_sheet")
    tab.text_area[0].set_value("Touchpoint\tPhase\nPoster\tAwareness\nCheckout\tPurchase")
    pressed(tab, "own-sheet-read")
    _chosen(tab, text("own_sheet.kind", EN), "opportunities")
    pressed(tab, "own-sheet-apply")
    assert [(idea.title, idea.phase) for idea in kept(workshop_id).opportunities] == [
        ("Poster", AWARENESS), ("Checkout", CONVERSION),
    ]  # fmt: skip


def test_cards_in_columns_are_put_right_like_cards_in_rows() -> None:
    workshop_id = stored(a_workshop())
    tab = on_page(opened(workshop_id, language=EN), "own_sheet")
    tab.text_area[0].set_value("x\tAda\tBea\nAge\t30\t40\nPets\tcat\tdog")
    pressed(tab, "own-sheet-read")
    next(each for each in tab.radio if each.label == text("own_sheet.shape", EN)).set_value(
        text("own_sheet.shape_columns", EN)
    )
    _chosen(run(tab), text("own_sheet.kind_columns", EN), "personas")
    _chosen(tab, text("own_sheet.head_rows", EN), 0)
    _chosen(tab, text("own_sheet.field_of", EN, name="1", heading="x"), "personas.name")
    _chosen(tab, text("own_sheet.field_of", EN, name="3", heading="Pets"), "personas.demographics")
    pressed(tab, "own-sheet-apply")
    assert [each.name for each in kept(workshop_id).personas] == ["Ada", "Bea"]
    assert "cat" in kept(workshop_id).personas[0].demographics


def test_phases_without_lanes_say_so_and_can_be_given_names() -> None:
    workshop_id = stored(a_workshop())
    tab = on_page(opened(workshop_id, language=EN), "own_sheet")
    tab.text_area[0].set_value("Awareness\tPurchase\nPoster\tCheckout")
    pressed(tab, "own-sheet-read")
    label = text("own_sheet.labels_matrix", EN)
    box = next(each for each in tab.selectbox if each.label == label)
    assert (box.value, box.options[0]) == (-1, text("own_sheet.no_labels", EN))
    _chosen(_chosen(tab, label, 0), label, -1)
    pressed(tab, "own-sheet-apply")
    assert {(card.title, card.phase) for card in kept(workshop_id).touchpoints} == {
        ("Poster", AWARENESS), ("Checkout", CONVERSION),
    }  # fmt: skip


def test_sheets_that_are_alike_are_read_together_and_taken_back_together() -> None:
    workshop_id = stored(a_workshop())
    book = openpyxl.Workbook()
    for place, (name, title) in enumerate((("Alma", "Plakat"), ("Bert", "Rundfunk"))):
        sheet = book.create_sheet(name, place)
        for row in (["Phase", "Touchpoint"], ["Awareness", title], ["Purchase", "Checkout"]):
            sheet.append(row)
    target = BytesIO()
    book.save(target)
    tab = _brought(opened(workshop_id, language=EN), "personas.xlsx", target.getvalue())
    assert "Rundfunk" not in seen(tab)
    tab.toggle[-1].set_value(True)
    run(tab)
    _chosen(tab, text("own_sheet.naming", EN), "persona")
    assert "Rundfunk" in seen(tab)
    pressed(tab, "own-sheet-apply")
    after = kept(workshop_id)
    assert [persona.name for persona in after.personas] == ["Alma", "Bert"]
    assert [card.title for card in after.touchpoints] == ["Plakat", "Checkout", "Rundfunk", "Checkout"]
    assert store().sequence(workshop_id) == 1
    pressed(tab, "frame:undo")
    assert kept(workshop_id).touchpoints == ()


def test_nothing_on_a_sheet_takes_effect() -> None:
    workshop_id = stored(a_workshop())
    rows = (["Phase", "Touchpoint", MARKDOWN], ["Awareness", HTML, "x"], [HTML, MARKDOWN, "y"])
    tab = _brought(opened(workshop_id), "typed.xlsx", of_strangers(*rows, sheet="_b_ $x$ <u>"))
    assert "<b id=mark" not in html(tab)
    assert "own-sheet-apply" in keys(tab)
    assert [node.value for node in tab.markdown if "**bold**" in node.value or "[x](y)" in node.value] == []


def test_what_is_no_sheet_is_refused_in_words() -> None:
    tab = on_page(opened(stored(a_workshop()), language=EN), "own_sheet")
    tab.file_uploader[0].upload("x.txt", b"%PDF-")
    run(tab)
    assert [error.value for error in tab.error] == [text("exchange.unreadable.no_sheet", EN).replace(".", "\\.")]
    assert tab.session_state["session"].part(BroughtSheet).plan is None


def test_a_stranger_s_sheet_that_is_read_back_or_opened_leads_here() -> None:
    workshop_id = stored(a_workshop())
    tab = pressed(unfolded(opened(workshop_id), "take-home"), "read-back")
    asked_again(tab).file_uploader[0].upload("karte.csv", b"Phase;Kontaktpunkt\nKauf;Kasse\n")
    run(tab)
    assert text("import.foreign", DE) in seen(tab)
    pressed(asked_again(tab), "read-back-foreign")
    assert "Kasse" in html(on_page(tab, "own_sheet"))
    begun = run(started())
    begun.file_uploader[0].upload("karte.xlsx", of_strangers(*MATRIX))
    run(begun)
    assert text("import.misnamed", DE, ending="", kind="").split(";")[0][:20] not in seen(begun)
    pressed(begun, "open-file-foreign")
    assert "Schlange" in html(on_page(begun, "own_sheet"))


def test_a_sheet_that_waits_is_looked_at_anew_when_another_workshop_is_open() -> None:
    first = stored(a_workshop())
    second = stored(a_workshop(frame=a_frame(phase_model="five-phases")))
    tab = _brought(opened(first), "karte.csv", b"Phase;Kontaktpunkt\nKauf;Kasse\n")
    tab.query_params["workshop"] = second
    pressed(run(tab), "own-sheet-apply")
    assert [card.phase for card in kept(second).touchpoints] == ["five-phases.purchase"]
    assert kept(first).touchpoints == ()


def test_a_text_that_is_called_a_workbook_is_called_what_it_is_and_read() -> None:
    begun = run(started())
    begun.file_uploader[0].upload("karte.xlsx", b"Phase;Kontaktpunkt\nKauf;Kasse\n")
    run(begun)
    told = text("import.misnamed", DE, ending=".xlsx", kind=text("import.kind_table", DE))
    assert told in seen(begun).replace("\\", "").replace("\u2060", "")
    pressed(begun, "open-file-foreign")
    assert "Kasse" in html(on_page(begun, "own_sheet"))


TASKS = "Maßnahme;Wer;Fällig am;Status\n" + "".join(
    f"T{n};{'Anna' if n % 2 else 'Ben'};0{n}.03.2026;offen\n" for n in range(1, 9)
)


def test_orders_that_are_opened_like_a_map_are_sent_to_the_numbers() -> None:
    rows = "".join(f"{n},2026-01-{n:02},k{n % 3}@x.org,10.00\n" for n in range(1, 9))
    for content, is_log in (
        ("Order ID,Order Date,Customer Email,Total\n" + rows, True),
        (TASKS, False),
    ):
        begun = run(started())
        begun.file_uploader[0].upload("orders.csv", content.encode())
        run(begun)
        assert (text("import.is_log", DE) in seen(begun)) == is_log
