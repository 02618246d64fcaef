"""Two people on one workshop, each in an own browser."""

import pytest
from playwright.sync_api import expect

from journey.model import Language
from tests.browser import person, stored
from tests.browser.conftest import Visitor
from tests.browser.two_people import SOON, clash
from tools import prepared
from tools.app_server import AppServer


@pytest.fixture
def workshop(own_app: AppServer) -> str:
    [found] = prepared.put(own_app.data, prepared.empty(Language.DE))
    return found


def test_different_cards_reach_the_other_person_without_disturbing_her_typing(
    visitor: Visitor, own_app: AppServer, workshop: str
) -> None:
    anna, bert = (visitor(own_app, f"/goals?workshop={workshop}") for _ in range(2))
    half_typed = anna.get_by_label("Organisation", exact=True)
    half_typed.press_sequentially("Backhaus No")
    entry = bert.get_by_label("Ziel hinzufügen").first
    entry.fill("Mehr Vorbestellungen")
    entry.press("Enter")
    expect(anna.get_by_role("heading", name="Mehr Vorbestellungen")).to_be_visible(timeout=SOON)
    assert half_typed.input_value() == "Backhaus No"
    half_typed.press_sequentially("rd")
    half_typed.press("Tab")
    expect(bert.locator(".j-name")).to_contain_text("Backhaus Nord", timeout=SOON)
    held = stored.workshop(own_app)
    assert (held.frame.organisation, held.goals[0].title) == ("Backhaus Nord", "Mehr Vorbestellungen")


@pytest.mark.parametrize(
    ("answer", "stands"),
    [("Meinen Stand übernehmen", "Berts Backhaus"), ("Gespeicherten Stand behalten", "Annas Backhaus")],
)
def test_who_saves_the_same_card_second_sees_both_values_and_decides(
    visitor: Visitor, own_app: AppServer, workshop: str, answer: str, stands: str
) -> None:
    anna, bert = (visitor(own_app, f"/goals?workshop={workshop}") for _ in range(2))
    clash(anna, bert)
    panel = bert.locator(".st-key-conflict-page")
    expect(panel.get_by_role("cell", name="Berts Backhaus")).to_be_visible()
    expect(panel.get_by_role("cell", name="Annas Backhaus")).to_be_visible()
    person.click(panel, answer)
    expect(panel).to_be_hidden()
    assert stored.workshop(own_app).frame.organisation == stands
    expect(bert.get_by_label("Organisation", exact=True)).to_have_value(stands)
    expect(anna.get_by_label("Organisation", exact=True)).to_have_value(stands, timeout=SOON)
