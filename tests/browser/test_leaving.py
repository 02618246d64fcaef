"""Whoever leaves in the middle of a word has it saved: by the browser's back button, a link, another address, a closed tab."""

import re

from playwright.sync_api import Page, expect

from journey.editing import revise
from journey.model import Language
from tests.browser import person, stored
from tests.browser.conftest import Visitor
from tests.browser.profiles import wear_out
from tools import prepared
from tools.app_server import AppServer
from tools.browser import wait_until_still


def test_a_page_that_is_left_in_the_middle_of_a_word_has_saved_it(own_app: AppServer, visitor: Visitor) -> None:
    [workshop] = prepared.put(own_app.data, prepared.full(Language.DE))
    page = visitor(own_app, f"/journey-map?lang=de&workshop={workshop}")
    person.click(page.locator(".st-key-line"), "Ziele", role="link", exact=False)
    field = page.get_by_role("textbox", name="Werte des Unternehmens")
    field.click()
    field.press_sequentially("Ehrlich", delay=5)
    person.stop_time(page)  # the button waits for a second
    page.go_back()
    page.wait_for_url("**/journey-map?**")
    wait_until_still(page)
    assert stored.workshop(own_app).frame.company_values.endswith("Ehrlich")
    page.go_forward()
    wait_until_still(page)
    expect(field).to_have_value(stored.workshop(own_app).frame.company_values)

    other = page.context.new_page()
    field.click()
    field.press_sequentially(" und pünktlich", delay=5)
    page.close()
    other.goto(f"{own_app.url}/goals?lang=de&workshop={workshop}")
    wait_until_still(other)
    expect(other.get_by_role("textbox", name="Werte des Unternehmens")).to_have_value("Ehrlich und pünktlich")


def test_back_leads_from_an_open_card_to_the_page_before(own_app: AppServer, visitor: Visitor) -> None:
    [workshop] = prepared.put(own_app.data, prepared.full(Language.DE))
    page = visitor(own_app, f"/goals?lang=de&workshop={workshop}")
    person.click(page.locator(".st-key-line"), "Personas", role="link", exact=False)
    page.get_by_role("button", name="Bearbeiten").first.click()
    expect(page.get_by_role("dialog", name="Persona")).to_be_visible()
    wait_until_still(page)
    assert "card=" in page.url
    page.go_back()
    page.wait_for_url("**/goals?**")
    wait_until_still(page)
    expect(page.get_by_role("dialog", name="Persona")).to_be_hidden()
    page.go_forward()
    page.wait_for_url("**/personas?**")


def test_what_a_closed_window_has_saved_is_nothing_unsaved_when_it_is_opened_again(
    own_app: AppServer, visitor: Visitor
) -> None:
    [workshop] = prepared.put(own_app.data, prepared.full(Language.DE))
    card = stored.workshop(own_app).touchpoints[0]
    page = visitor(own_app, f"/journey-map?lang=de&workshop={workshop}")
    window = page.locator(".st-key-spot")
    person.click_mark(page, card.id)
    window.locator("input").first.fill("Mein Name dafür")
    person.click(window, "Schließen")
    expect(window).to_have_count(0)
    mark = page.locator(f"path[data-at='touchpoints'][data-of='{card.id}']").first
    expect(mark).to_have_attribute("aria-label", re.compile("Mein Name dafür"))
    stored.change(own_app, revise(stored.workshop(own_app).touchpoints[0], title="Anders benannt"))
    expect(mark).to_have_attribute("aria-label", re.compile("Anders benannt"))
    person.click_mark(page, card.id)
    expect(window.locator("input").first).to_have_value("Anders benannt")
    assert page.evaluate("Object.keys(sessionStorage).filter((key) => key.startsWith('journey:'))") == []


def test_an_address_that_is_typed_in_the_middle_of_a_word_saves_it(own_app: AppServer, visitor: Visitor) -> None:
    [workshop] = prepared.put(own_app.data, prepared.full(Language.DE))
    page = visitor(own_app, f"/goals?lang=de&workshop={workshop}")
    _whose_timers_die(page)
    field = page.get_by_role("textbox", name="Werte des Unternehmens")
    field.click()
    field.press_sequentially("Ehrlich", delay=5)
    person.go(page, f"/touchpoints?lang=de&workshop={workshop}&view-touchpoints=table")
    assert stored.workshop(own_app).frame.company_values.endswith("Ehrlich")

    _begin_in_a_cell(page, "prüft")
    person.refresh(page)
    assert stored.workshop(own_app).touchpoints[0].doing == "prüft"


def test_a_link_out_of_an_open_cell_leads_away_and_the_cell_is_saved(own_app: AppServer, visitor: Visitor) -> None:
    [workshop] = prepared.put(own_app.data, prepared.full(Language.DE))
    page = visitor(own_app, f"/touchpoints?lang=de&workshop={workshop}")
    person.pick(page, "Ansicht", "Tabelle")
    _begin_in_a_cell(page, "prüft")
    page.get_by_role("link", name="Weiter: Map").click()
    page.wait_for_url("**/journey-map?**")
    wait_until_still(page)
    assert page.url.split("?")[0].endswith("/journey-map")
    assert stored.workshop(own_app).touchpoints[0].doing == "prüft"

    page.go_back()
    page.wait_for_url("**/touchpoints?**")
    wait_until_still(page)
    _begin_in_a_cell(page, "liest")
    page.go_back()
    expect(page.locator("[data-testid=stDataFrame]")).to_have_count(0)
    wait_until_still(page)
    assert stored.workshop(own_app).touchpoints[0].doing == "liest"


def _whose_timers_die(page: Page) -> None:
    """A browser that is quick to leave the page: no timer that is set on the way out fires."""
    wear_out(page)
    page.add_init_script("addEventListener('beforeunload', () => { window.setTimeout = () => 0 })")
    person.refresh(page)


def _begin_in_a_cell(page: Page, text: str) -> None:
    table = page.locator("[data-testid=stDataFrame]")
    person.go_to_cell(table, 0, "Tut")
    page.keyboard.press(text[0])
    expect(page.locator("#portal textarea")).to_be_focused()
    page.keyboard.type(text[1:], delay=30)
