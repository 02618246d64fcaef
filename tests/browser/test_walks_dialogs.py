"""Open dialogs obey the rules of WCAG 2.2 like the pages below them, in light and dark."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from journey.editing import revise
from journey.model import Language
from tests.browser import person
from tests.browser.conftest import Visitor
from tests.browser.looked_at import violations
from tests.browser.two_people import undo_clash
from tools import prepared
from tools.app_server import AppServer
from tools.browser import wait_until_still

LOOKS = ("desktop", "dark")


@pytest.fixture
def filled(own_app: AppServer) -> str:
    [workshop] = prepared.put(own_app.data, prepared.full(Language.DE))
    return workshop


@pytest.mark.parametrize("look", LOOKS)
def test_drawer_model_switch_and_import_preview_are_accessible(
    visitor: Visitor, own_app: AppServer, filled: str, tmp_path: Path, look: str
) -> None:
    page = visitor(own_app, f"/touchpoints?workshop={filled}", look=look)
    page.get_by_role("button", name="Bearbeiten").first.click()
    wait_until_still(page)
    broken = [f"drawer: {each}" for each in violations(page)]
    person.click(page.get_by_role("dialog"), "Fertig")
    expect(page.get_by_role("dialog")).to_be_hidden()

    person.take_home(page)
    person.click(page, "Datei einlesen …")
    person.upload(page.get_by_role("dialog"), "Excel-Mappe oder JSON-Datei", changed(tmp_path))
    expect(page.get_by_role("button", name="Änderungen übernehmen")).to_be_visible()
    broken += [f"import: {each}" for each in violations(page)]

    person.go(page, f"/goals?workshop={filled}")
    page.get_by_text("Anderes Modell wählen").click()
    wait_until_still(page)
    page.get_by_role("button", name="Wählen", exact=True).first.click()
    expect(page.get_by_role("button", name="Zu „")).to_be_visible()
    wait_until_still(page)
    broken += [f"switch: {each}" for each in violations(page)]
    assert not broken, "\n".join(broken)


def changed(folder: Path) -> Path:
    """The sample as a file, with one card changed."""
    workshop = prepared.full(Language.DE)
    first, *rest = workshop.touchpoints
    path = folder / "geändert.json"
    path.write_text(workshop.with_collection("touchpoints", [revise(first, title="Geändert"), *rest]).to_json())
    return path


@pytest.mark.parametrize("look", LOOKS)
def test_the_conflict_panel_is_accessible(visitor: Visitor, own_app: AppServer, filled: str, look: str) -> None:
    anna = visitor(own_app, f"/goals?workshop={filled}")
    bert = visitor(own_app, f"/goals?workshop={filled}", look=look)
    undo_clash(anna, bert)
    expect(bert.locator(".st-key-conflict-page")).to_be_visible()
    broken = list(violations(bert))
    assert not broken, "\n".join(broken)
