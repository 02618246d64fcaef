"""The lines that make a card of what is typed, at the edges of what else happens on the page."""

from playwright.sync_api import expect

from journey.model import Language
from tests.browser import person, stored
from tests.browser.conftest import Visitor
from tools import prepared
from tools.app_server import AppServer
from tools.browser import wait_until_still


def test_a_card_goes_where_it_was_to_go_before_the_language_was_switched_and_escape_closes_what_a_line_made(
    visitor: Visitor, own_app: AppServer
) -> None:
    [workshop] = prepared.put(own_app.data, prepared.full(Language.DE))
    page = visitor(own_app, f"/journey-map?workshop={workshop}")
    person.choose(page, "Neue Karte in Phase", "Wandlung realisieren")
    page.locator(".st-key-language button").filter(has_text="EN").click()
    wait_until_still(page)
    line = page.locator(".st-key-map-add-opportunity input")
    line.fill("One click to order")
    line.press("Enter")
    wait_until_still(page)
    [made] = [each for each in stored.workshop(own_app).opportunities if each.title == "One click to order"]
    assert made.phase == "aida-plus.conversion"

    person.go(page, f"/personas?workshop={workshop}&lang=en")
    line = page.locator(".st-key-add-persona input")
    line.fill("Paula")
    line.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    wait_until_still(page)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(line).to_be_focused()
