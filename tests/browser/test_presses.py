"""A press on a choice is heard, also where the choice that was pressed before is out of sight by then."""

from collections.abc import Callable

from playwright.sync_api import Locator, expect

from journey.model import Language
from tests.browser.conftest import Visitor
from tools import prepared
from tools.app_server import AppServer
from tools.browser import wait_until_still


def test_a_view_that_is_scrolled_to_opens_at_the_first_press(visitor: Visitor, own_app: AppServer) -> None:
    [workshop] = prepared.put(own_app.data, prepared.full(Language.DE))
    page = visitor(own_app, f"/numbers?workshop={workshop}", look="phone")
    views = page.locator(".st-key-view-numbers [role=radio]")
    presses: tuple[Callable[[Locator], None], ...] = (Locator.tap, Locator.click)
    for press in presses:
        wait_until_still(page)
        press(views.first)
        expect(views.first).to_be_focused()
        page.keyboard.press("Tab")
        expect(views.first).not_to_be_focused()
        press(views.last)
        expect(views.last).to_have_attribute("aria-checked", "true")
