"""The app on a phone, 390 pixels wide."""

from playwright.sync_api import expect

from journey.model import Language
from tests.browser import person
from tests.browser.conftest import Visitor
from tools import prepared
from tools.app_server import AppServer

STEPS = {
    "Personas": "Personas entwickeln",
    "Touchpoints": "Touchpoints und Kanäle finden",
    "Map": "Map und Funnel darstellen",
    "Analyse": "Journey analysieren",
}


def test_a_phone_walks_through_the_steps_and_finds_the_page_list(visitor: Visitor, own_app: AppServer) -> None:
    [workshop] = prepared.put(own_app.data, prepared.full(Language.DE))
    page = visitor(own_app, f"/goals?workshop={workshop}", look="phone")
    for step, heading in STEPS.items():
        person.click(page, f"Weiter: {step}", "link")
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
    person.click(page, "Zurück: Map", "link")
    person.turn_to(page, "1 Ziele")
    expect(page.get_by_role("heading", name="Ziele setzen")).to_be_visible()
