"""Priorities in a real browser: a mark is chosen and put elsewhere by mouse and by keyboard."""

from playwright.sync_api import expect

from journey.model import Language, Priority
from tests.browser import stored
from tests.browser.conftest import Visitor
from tools import prepared
from tools.app_server import AppServer
from tools.browser import wait_until_still


def test_a_mark_is_put_elsewhere_by_clicks_and_by_keys(own_app: AppServer, visitor: Visitor) -> None:
    [workshop] = prepared.put(own_app.data, prepared.full(Language.DE))

    def held() -> Priority:
        return next(one for one in stored.workshop(own_app).priorities if one.id == "prio-4")

    page = visitor(own_app, f"/analysis?lang=de&view-analysis=priorities&workshop={workshop}")
    wait_until_still(page)
    mark = page.locator('[data-at="rate"][data-of="prio-4"]')
    mark.click()
    expect(page.get_by_role("button", name="Karte öffnen")).to_be_visible()
    page.locator('[data-at="cell:2:5"]').click(position={"x": 12, "y": 12})
    wait_until_still(page)
    assert (held().value_customers, held().value_firm, held().effort) == (5, 5, 2)
    mark.focus()
    page.keyboard.press("Alt+ArrowRight")
    wait_until_still(page)
    assert held().effort == 3
    page.locator('[data-at="rate"][data-of="prio-4"]').focus()
    page.keyboard.press("1")
    wait_until_still(page)
    assert (held().value_customers, held().value_firm) == (1, 1)
