"""What the frame around every page promises: one's own language, and everything can be taken back."""

from playwright.sync_api import Page, expect

from journey.model import Language
from tests.browser import person, stored
from tests.browser.conftest import Trap, Visitor
from tools import prepared
from tools.app_server import AppServer


def organisations(page: Page) -> str:
    return page.get_by_label("Organisation", exact=True).input_value()


def test_undo_and_redo_name_the_change_and_outlive_refresh_and_restart(
    visitor: Visitor, own_app: AppServer, trap: Trap
) -> None:
    [workshop] = prepared.put(own_app.data, prepared.empty(Language.DE))
    page = visitor(own_app, f"/goals?workshop={workshop}")
    person.fill(page, "Organisation", "Backhaus Nord")
    person.fill(page, "Organisation", "Backhaus Süd")

    page.get_by_role("button", name="Rückgängig").hover()
    expect(page.get_by_role("tooltip")).to_contain_text("Backhaus Nord → Backhaus Süd")
    person.click(page, "Rückgängig")
    expect(page.get_by_test_id("stToast")).to_contain_text("Backhaus Süd")
    assert organisations(page) == "Backhaus Nord"
    person.click(page, "Wiederholen")
    assert organisations(page) == "Backhaus Süd"

    person.refresh(page)
    person.click(page, "Rückgängig")
    assert organisations(page) == "Backhaus Nord"

    own_app.kill()
    own_app.start()
    person.refresh(page)
    person.click(page, "Rückgängig")
    assert organisations(page) == ""
    person.click(page, "Wiederholen")
    assert stored.workshop(own_app).frame.organisation == "Backhaus Nord"
    trap.console_errors.clear()  # the browser complains about the connection that we cut


def view(page: Page) -> str:
    """The chosen one of a page's views."""
    return page.locator("[class*=st-key-view-] [aria-checked=true]").inner_text()


def test_a_refresh_keeps_the_view_and_a_link_leads_to_it(visitor: Visitor, own_app: AppServer) -> None:
    [workshop] = prepared.put(own_app.data, prepared.full(Language.DE))
    page = visitor(own_app, f"/journey-map?workshop={workshop}&lang=de")
    person.pick(page, "Ansicht", "Kampagnen")
    person.refresh(page)
    assert view(page) == "Kampagnen"
    link = page.url.removeprefix(own_app.url)
    person.click(page, "5 Analyse", "link")
    person.click(page, "4 Map", "link")
    assert view(page) == "Kampagnen"
    assert view(visitor(own_app, link)) == "Kampagnen"
    assert "view-map=campaigns" in link
    person.pick(page, "Sprache", "EN")
    person.refresh(page)
    assert view(page) == "Campaigns"
    assert "view-map=campaigns" in page.url
    for words in ("Kampagnen", "Campaigns"):  # as links said it before
        person.go(page, f"/journey-map?workshop={workshop}&lang=de&view-map={words}")
        assert view(page) == "Kampagnen"
        assert "view-map=campaigns" in page.url
        person.go(page, f"/journey-map?workshop={workshop}&lang=de&view-map=Elsewhere")
        assert view(page) == "Journey-Map"
    person.go(page, f"/numbers?workshop={workshop}&lang=de&view-real_numbers=Wege")
    assert view(page) == "Wege"
    assert "real_numbers" not in page.url
