"""A press is heard, and once: also on a choice where the one that was pressed before is out of sight by then, on a page that was
busy as a timer fired, and where somebody presses again because nothing has happened yet."""

from collections.abc import Callable
from time import monotonic, sleep

import pytest
from playwright.sync_api import Locator, Page, expect

from journey.live import Agenda, AgendaItem
from journey.model import Language, new_id
from journey.store import Store
from tests.browser import person
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


_SOON = 60  # s


def _pressed_again_before_the_answer(page: Page, button: Locator, done: Callable[[], object]) -> None:
    """Press twice at one place: the second time once the server has done what it was asked for, and before a slow page shows it."""
    button.scroll_into_view_if_needed()
    box = button.bounding_box()
    assert box
    at, before = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2), done()
    person.slowly(page)
    page.mouse.click(*at)
    latest = monotonic() + _SOON
    while done() == before:
        assert monotonic() < latest
        sleep(0.02)
    page.mouse.click(*at)
    wait_until_still(page)


@pytest.mark.parametrize("key", ["create", "sample-b2b-software-de"])
def test_a_button_that_is_pressed_again_makes_one_workshop(
    visitor: Visitor, own_app: AppServer, store: Store, key: str
) -> None:
    page = visitor(own_app)
    _pressed_again_before_the_answer(page, page.locator(f".st-key-{key} button"), lambda: len(store.workshops()))
    assert len(store.workshops()) == 1
    expect(page.locator("[aria-current=step]")).to_be_visible()


def test_a_room_and_a_copy_are_made_once_and_undo_counts_each_press(
    visitor: Visitor, own_app: AppServer, store: Store
) -> None:
    [workshop] = prepared.put(own_app.data, prepared.full(Language.DE))

    def count(kind: str) -> int:
        return len(store.open(workshop).workshop.collection(kind))

    points = count("touchpoints")
    page = visitor(own_app, f"/live-room?workshop={workshop}")
    opens = page.locator(".st-key-room-open button")
    _pressed_again_before_the_answer(page, opens, lambda: len(store.rooms.of_workshop(workshop)))
    assert len(store.rooms.of_workshop(workshop)) == 1

    card = store.open(workshop).workshop.touchpoints[0].id
    page = visitor(own_app, f"/touchpoints?workshop={workshop}&card={card}")
    copies = page.locator(".st-key-drawer-duplicate button")
    _pressed_again_before_the_answer(page, copies, lambda: count("touchpoints"))
    assert count("touchpoints") == points + 1

    copies.click()
    wait_until_still(page)
    assert count("touchpoints") == points + 2
    undo = page.get_by_role("button", name="Rückgängig", exact=True)
    _pressed_again_before_the_answer(page, undo, lambda: count("touchpoints"))
    assert count("touchpoints") == points
