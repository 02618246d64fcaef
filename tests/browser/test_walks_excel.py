"""The take-home workbook: out, changed by hand, back in with its differences shown, and over to another machine."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from playwright.sync_api import Page, expect

from journey.model import Language, Measurability, Workshop
from tests.browser import person, stored
from tests.browser.conftest import Visitor
from tools import prepared
from tools.app_server import AppServer, Starter
from tools.browser import wait_until_still

CHOOSE = "Excel-Mappe oder JSON-Datei"


@pytest.fixture
def filled(own_app: AppServer) -> str:
    """The id of the large sample in the test's own app."""
    [workshop] = prepared.put(own_app.data, prepared.full(Language.DE))
    return workshop


@pytest.fixture
def second_app(tmp_path: Path, starter: Starter) -> Iterator[AppServer]:
    with AppServer(tmp_path / "second", starter=starter) as server:
        yield server


def export(page: Page, folder: Path) -> Path:
    person.take_home(page)
    path = person.download(page, "Excel-Mappe", folder)
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("stPopoverBody")).to_have_count(0)  # else the next click closes the menu
    wait_until_still(page)
    return path


def read_back(page: Page, path: Path) -> None:
    person.take_home(page)
    person.click(page, "Datei einlesen …")
    person.upload(page.get_by_role("dialog"), CHOOSE, path)


def column(sheet: Worksheet, header: str) -> tuple[int, int]:
    """Row of the headers and the column of one of them."""
    cell = next(cell for row in sheet.iter_rows(max_row=10) for cell in row if cell.value == header)
    return cell.row, cell.column


def edit_by_hand(path: Path) -> None:
    """Rename the first touchpoint, choose in English, delete the last row, and add one without id."""
    book = load_workbook(path)
    sheet = book["Touchpoints"]
    head, title = column(sheet, "Touchpoint")
    _, phase = column(sheet, "Phase")
    _, measurability = column(sheet, "Messbarkeit")
    last = max(row for row in range(head + 1, sheet.max_row + 1) if sheet.cell(row, title).value)
    sheet.cell(head + 1, title).value = "Von Hand umbenannt"
    sheet.cell(head + 1, measurability).value = "Hardly measurable"
    for cell in sheet[last]:
        cell.value = None
    sheet.cell(last + 1, title).value = "Von Hand ergänzt"
    sheet.cell(last + 1, phase).value = sheet.cell(head + 1, phase).value
    book.save(path)


def same(workshop: Workshop, frame_id: str) -> str:
    return workshop.with_frame(workshop.frame.model_copy(update={"id": frame_id})).to_json()


def test_a_workbook_changed_by_hand_comes_back_and_can_be_taken_back_as_a_whole(
    visitor: Visitor, own_app: AppServer, filled: str, tmp_path: Path
) -> None:
    page = visitor(own_app, f"/touchpoints?workshop={filled}")
    before = stored.workshop(own_app)
    path = export(page, tmp_path)
    edit_by_hand(path)
    read_back(page, path)
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("Von Hand umbenannt").first).to_be_visible()
    expect(dialog.get_by_text("Von Hand ergänzt").first).to_be_visible()
    assert stored.workshop(own_app) == before

    person.click(dialog, "Änderungen übernehmen")
    expect(dialog).to_be_hidden()
    after = stored.workshop(own_app)
    first = after.touchpoint(before.touchpoints[0].id)
    assert first is not None
    assert (first.title, first.measurability) == ("Von Hand umbenannt", Measurability.HARDLY)
    assert after.touchpoint(before.touchpoints[-1].id) is None
    assert [each.title for each in after.touchpoints if before.touchpoint(each.id) is None] == ["Von Hand ergänzt"]

    person.click(page, "Rückgängig")
    assert stored.workshop(own_app) == before


def test_a_workbook_opens_on_another_machine_as_the_same_workshop(
    visitor: Visitor, own_app: AppServer, second_app: AppServer, filled: str, tmp_path: Path
) -> None:
    path = export(visitor(own_app, f"/goals?workshop={filled}"), tmp_path)
    page = visitor(second_app)
    person.upload(page, CHOOSE, path)
    expect(page.get_by_text("Alles gelesen, ohne Auffälligkeiten.")).to_be_visible()
    person.click(page, "Als neuen Workshop öffnen")
    expect(page.get_by_role("heading", name="Ziele setzen")).to_be_visible()
    assert same(stored.workshop(second_app), filled) == same(stored.workshop(own_app), filled)


def test_a_cut_off_workbook_is_refused_in_words_and_changes_nothing(
    visitor: Visitor, own_app: AppServer, filled: str, tmp_path: Path
) -> None:
    page = visitor(own_app, f"/goals?workshop={filled}")
    before = stored.workshop(own_app)
    path = export(page, tmp_path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    read_back(page, path)
    expect(page.get_by_role("dialog").get_by_text("Die Datei ist beschädigt oder unvollständig.")).to_be_visible()
    expect(page.get_by_role("button", name="Änderungen übernehmen")).to_have_count(0)
    assert stored.workshop(own_app) == before


@pytest.mark.parametrize("look", ["desktop", "phone"])
def test_nothing_lies_over_the_dialog_that_lists_what_would_change(
    visitor: Visitor, own_app: AppServer, tmp_path: Path, look: str
) -> None:
    [workshop] = prepared.put(own_app.data, prepared.empty(Language.DE))
    path = tmp_path / "full.json"
    path.write_text(prepared.full(Language.DE).to_json(), "utf-8")
    page = visitor(own_app, f"/goals?workshop={workshop}", look=look)
    read_back(page, path)
    expect(page.get_by_role("dialog").get_by_text("Karten ändern sich")).to_be_visible()
    expect(page.get_by_test_id("stPopoverBody")).to_have_count(0)
    page.keyboard.press("Escape")
    wait_until_still(page)
    person.take_home(page)
    expect(page.get_by_role("button", name="JSON-Datei")).to_be_visible()
