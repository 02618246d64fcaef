"""Setting and medium in a browser: former defaults are looked at and corrected with one click."""

from playwright.sync_api import expect

from journey.model import Setting, Workshop
from tests.browser import person, stored
from tests.browser.conftest import Visitor
from tests.builders import a_touchpoint, a_workshop
from tools import prepared
from tools.app_server import AppServer


def _former() -> Workshop:
    titles = ("Praxisschild", "Erstgespräch")
    former = {"setting": "online", "media": "digital"}
    return a_workshop(touchpoints=[a_touchpoint(title, rank=place, **former) for place, title in enumerate(titles)])


def test_former_defaults_are_looked_at_unticked_corrected_and_taken_back(visitor: Visitor, own_app: AppServer) -> None:
    [workshop] = prepared.put(own_app.data, _former())
    page = visitor(own_app, f"/touchpoints?workshop={workshop}", look="phone")
    line = page.get_by_text("2 Touchpoints stehen auf")
    expect(line).to_be_visible()
    person.click(page, "Ansehen und berichtigen")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("Online, Digital → Offline, Klassisch (aus Titel)")).to_be_visible()
    dialog.get_by_text("Erstgespräch").click()
    person.click(page, "Angekreuzte berichtigen")
    expect(dialog).to_be_hidden()
    expect(page.get_by_text("stehen auf")).to_be_hidden()
    assert [card.setting for card in stored.workshop(own_app).touchpoints] == [None, Setting.ONLINE]
    person.refresh(page)
    expect(page.get_by_text("stehen auf")).to_be_hidden()
    person.click(page, "Rückgängig")
    expect(page.get_by_text("2 Touchpoints stehen auf")).to_be_visible()
    assert [card.setting for card in stored.workshop(own_app).touchpoints] == [Setting.ONLINE, Setting.ONLINE]
