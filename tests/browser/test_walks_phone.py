"""The app on a phone, 390 pixels wide."""

from playwright.sync_api import Page, expect

from journey.model import Language
from tests.browser import person
from tests.browser.conftest import Visitor
from tools import prepared
from tools.app_server import AppServer
from tools.screenshots import VIEWS, open_view

STEPS = {
    "Personas": "Personas entwickeln",
    "Touchpoints": "Touchpoints und Kanäle finden",
    "Map": "Map und Funnel darstellen",
    "Analyse": "Journey analysieren",
}


def overhang(page: Page) -> int:
    """How many pixels the page as a whole is wider than the screen."""
    return int(
        page.evaluate(
            "Math.max(...['html', '[data-testid=stMain]'].map(name => document.querySelector(name))"
            ".map(element => element.scrollWidth - element.clientWidth))"
        )
    )


def test_no_page_scrolls_sideways_as_a_whole(visitor: Visitor, own_app: AppServer) -> None:
    [workshop] = prepared.put(own_app.data, prepared.full(Language.DE))
    page = visitor(own_app, look="phone")
    wide = {}
    for name, view in VIEWS.items():
        open_view(page, own_app.url, view, f"lang=de&workshop={workshop}")
        wide[name] = overhang(page)
    assert {name: pixels for name, pixels in wide.items() if pixels > 0} == {}


def test_a_phone_walks_through_the_steps_and_finds_the_page_list(visitor: Visitor, own_app: AppServer) -> None:
    [workshop] = prepared.put(own_app.data, prepared.full(Language.DE))
    page = visitor(own_app, f"/goals?workshop={workshop}", look="phone")
    for step, heading in STEPS.items():
        person.click(page, f"Weiter: {step}", "link")
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
    person.click(page, "Zurück: Map", "link")
    person.turn_to(page, "1 Ziele")
    expect(page.get_by_role("heading", name="Ziele setzen")).to_be_visible()
