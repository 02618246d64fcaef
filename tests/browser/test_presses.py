"""A press is heard, and once: also on a choice where the one that was pressed before is out of sight by then, and on a page that
was busy as a timer fired."""

from collections.abc import Callable

from playwright.sync_api import Locator, expect

from journey.live import Agenda, AgendaItem
from journey.model import Language, new_id
from journey.store import Store
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


_BUSY = """() => setTimeout(() => {
  for (const began = performance.now(); performance.now() < began + 800;);
}, 0)"""
"""The page is at work for longer than it waits between two looks for news."""


def test_a_press_on_a_busy_page_counts_once(visitor: Visitor, own_app: AppServer, store: Store) -> None:
    [workshop] = prepared.put(own_app.data, prepared.full(Language.DE))
    items = tuple(AgendaItem(id=new_id(), title=f"Punkt {number}") for number in range(1, 9))
    room = store.rooms.open_room(workshop, agenda=Agenda(items=items))
    page = visitor(own_app, f"/projector?workshop={workshop}")
    for item in items[:4]:
        page.evaluate(_BUSY)
        page.keyboard.press("ArrowRight")
        wait_until_still(page)
        assert store.rooms.state(room.id).room.agenda.current == item.id
