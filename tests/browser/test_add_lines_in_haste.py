"""Who types faster than the server answers gets each card once, in the order of the typing."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from journey.model import Language
from journey.phases import model_of
from tests.browser import stored
from tests.browser.conftest import Trap, Visitor
from tests.browser.walks.connection import Connection
from tools import prepared
from tools.app_server import AppServer
from tools.browser import wait_until_still


@pytest.fixture
def way(own_app: AppServer, trap: Trap) -> Iterator[Connection]:
    """Between the browser and the server."""
    with Connection(own_app.port) as way:
        yield way
    trap.console_errors[:] = [said for said in trap.console_errors if "ERR_" not in said]


def _entered(page: Page, *titles: str) -> None:
    for title in titles:
        page.keyboard.type(title)
        page.keyboard.press("Enter")


def test_words_that_follow_before_the_answer_are_cards_too_however_the_line_is_left(
    way: Connection, own_app: AppServer, visitor: Visitor
) -> None:
    [workshop] = prepared.put(own_app.data, prepared.empty(Language.DE))
    page = visitor(replace(own_app, port=way.port), f"/journey-map?lang=de&workshop={workshop}")
    page.locator(".st-key-map-add-touchpoint input").click()
    way.stall()
    hasty = ["Plakat", "Schaufenster", "Schaufenster", "Schaufenster", "Anruf"]
    _entered(page, *hasty)
    page.keyboard.type("Besuch")
    way.flow()
    wait_until_still(page)
    page.keyboard.press("Enter")
    page.locator(".st-key-map-add-touchpoint input:placeholder-shown").wait_for()
    made = sorted(stored.workshop(own_app).touchpoints, key=lambda card: card.rank)
    assert [card.title for card in made] == [*hasty, "Besuch"]

    pluses, window = page.locator("path[data-at='add:touchpoints']"), page.locator(".st-key-spot")
    pluses.first.click()
    for titles in (("Brief", "Messe"), ("Karte", "Zettel")):
        expect(window.locator("input")).to_be_focused()
        wait_until_still(page)
        way.stall()
        _entered(page, titles[0])
        page.keyboard.type(titles[1])
        if titles[0] == "Brief":
            pluses.nth(1).click()
        else:
            page.keyboard.press("Escape")
        way.flow()
        wait_until_still(page)
    expect(window).to_have_count(0)
    wait_until_still(page)
    phases = [phase.id for phase in model_of(prepared.empty(Language.DE), Language.DE).phases[:2]]
    where = {card.title: card.phase for card in stored.workshop(own_app).touchpoints}
    assert [where[title] for title in ("Brief", "Messe", "Karte", "Zettel")] == [phases[0]] * 2 + [phases[1]] * 2
