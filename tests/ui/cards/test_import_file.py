"""The take-home copy read back into the open workshop: seen first, applied as one change that can be undone."""

from io import BytesIO

import pytest
from openpyxl import load_workbook
from streamlit.testing.v1 import AppTest

from journey.exchange import write_workbook
from journey.model import Language, Workshop
from journey.texts import text
from tests.builders import a_frame, a_goal, a_persona, a_workshop
from tests.ui.app import kept, keys, markdown, opened, pressed, run, sample, seen, store, stored, unfolded
from tests.ui.awkward import HTML, MARKDOWN
from ui.cards.import_file import ImportAsked
from ui.kit.download import file_name

DE, EN = Language.DE, Language.EN


def _read_back(tab: AppTest, name: str, data: bytes) -> AppTest:
    pressed(unfolded(tab, "take-home"), "read-back")
    _asked(tab).file_uploader[0].upload(name, data)
    return run(tab)


def _applied(tab: AppTest) -> AppTest:
    return pressed(_asked(tab), "import-apply")


def _asked(tab: AppTest) -> AppTest:
    """The tab with its dialog asked for again: the test runner knows no run of the dialog alone."""
    tab.session_state["session"].part(ImportAsked).now = True
    return tab


def _retitled(data: bytes, old: str, new: str) -> bytes:
    """The workbook with every cell that says `old` saying `new`, as a hand would change it."""
    book = load_workbook(BytesIO(data))
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value == old:
                    cell.value = new
    changed = BytesIO()
    book.save(changed)
    return changed.getvalue()


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("ending", ["xlsx", "json"])
def test_an_export_read_back_changes_nothing(ending: str, language: Language) -> None:
    workshop_id = sample("b2b-software-de")
    held = kept(workshop_id)
    data = write_workbook(held, language) if ending == "xlsx" else held.to_json().encode()
    tab = _read_back(opened(workshop_id, "map", language), f"copy.{ending}", data)
    assert text("import.same", language) in seen(tab)
    assert "import-apply" not in keys(tab)
    assert store().sequence(workshop_id) == 0


def test_an_edited_workbook_shows_its_changes_and_applies_them_as_one() -> None:
    workshop_id = stored(a_workshop(goals=[a_goal("Mehr Umsatz")], personas=[a_persona("Alma", segment="Familien")]))
    before = kept(workshop_id)
    data = _retitled(write_workbook(before, DE), "Mehr Umsatz", "Mehr Anfragen")
    data = _retitled(data, "Familien", "Paare")
    tab = _read_back(opened(workshop_id), "edited.xlsx", data)
    assert {"Mehr Umsatz", "Mehr Anfragen", "Familien", "Paare"} <= set(seen(tab).split("\n"))
    assert kept(workshop_id) == before
    _applied(tab)
    assert (kept(workshop_id).goals[0].title, kept(workshop_id).personas[0].segment) == ("Mehr Anfragen", "Paare")
    assert store().sequence(workshop_id) == 1
    assert text("history.label.import", DE, count=2) in tab.button(key="frame:undo").help.replace("\u2060", "")
    pressed(tab, "frame:undo")
    assert kept(workshop_id) == before


def test_cards_that_the_file_lacks_are_deleted_and_said_to_be() -> None:
    workshop_id = stored(a_workshop(goals=[a_goal("Bleibt"), a_goal("Geht")]))
    held = kept(workshop_id)
    without = held.with_collection("goals", [goal for goal in held.goals if goal.title == "Bleibt"])
    tab = _read_back(opened(workshop_id), "less.json", without.to_json().encode())
    assert any("Geht" in line for line in seen(tab).split("\n"))
    _applied(tab)
    assert [goal.title for goal in kept(workshop_id).goals] == ["Bleibt"]


def test_another_workshop_s_file_leaves_the_workshop_its_own_address() -> None:
    workshop_id = stored(a_workshop(goals=[a_goal()]))
    other = a_workshop(frame=a_frame(id="elsewhere", title="Von woanders"))
    tab = _read_back(opened(workshop_id), "other.xlsx", write_workbook(other, DE))
    _applied(tab)
    assert kept(workshop_id).frame.title == "Von woanders"
    assert tab.query_params["workshop"] == workshop_id


@pytest.mark.parametrize(
    ("name", "data"), [("x.xlsx", b""), ("x.xlsx", b"not a workbook"), ("x.json", b"{}"), ("x.json", b"[1, 2")]
)
def test_what_cannot_be_read_is_refused_in_words(name: str, data: bytes) -> None:
    workshop_id = stored(a_workshop())
    tab = _read_back(opened(workshop_id, language=EN), name, data)
    assert len(tab.error) == 1
    assert "import-apply" not in keys(tab)
    assert store().sequence(workshop_id) == 0


def test_nothing_in_a_file_takes_effect_in_the_preview() -> None:
    workshop_id = stored(a_workshop(goals=[a_goal("Mehr Umsatz", id="g")]))
    held = kept(workshop_id)
    typed = held.with_collection("goals", [a_goal(HTML, id="g", metric=MARKDOWN), a_goal(MARKDOWN)])
    tab = _read_back(opened(workshop_id), "typed.json", typed.to_json().encode())
    assert "<b id=mark" not in "\n".join(node.value for node in tab.html)
    assert [words for words in markdown(tab) if "**bold**" in words or "<b id" in words] == []


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Journey 2026", "Journey-2026.xlsx"),
        ("Größe & Co: <b>/..\\", "Größe-Co-b.xlsx"),
        (
            "Planungssoftware für Social Media: vom ersten Lesen bis zur Empfehlung",
            "Planungssoftware-für-Social-Media-vom-ersten-Lesen-bis-zur.xlsx",
        ),
        ("", "workshop.xlsx"),
        ("../../plan/2026", "plan2026.xlsx"),
        ("!?*", "workshop.xlsx"),
        ("x" * 200, "x" * 60 + ".xlsx"),
    ],
)
def test_a_file_is_named_after_the_workshop_as_every_system_takes_it(title: str, name: str) -> None:
    workshop: Workshop = a_workshop(frame=a_frame(title=title))
    assert file_name(workshop, "xlsx") == name
