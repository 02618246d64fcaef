"""Priorities in a real browser: a mark is chosen and put elsewhere by mouse (clicked and dragged) and by keyboard."""

import re

from playwright.sync_api import Locator, Page, expect

from journey.editing import revise
from journey.model import Language, Priority
from tests.browser import person, stored
from tests.browser.conftest import Visitor
from tools import prepared
from tools.app_server import AppServer
from tools.browser import wait_until_still

SIDES = (("x", "width"), ("y", "height"))
GROUND = """() => [...document.querySelectorAll('.st-key-priorities-stage svg.marks path')]
  .find(one => one.__data__?.datum?.ground).getBoundingClientRect().toJSON()"""


def _held_over(page: Page, mark: Locator, cell: tuple[float, float]) -> None:
    """Take a mark to a point of the plane, in cells from its upper left corner; the mouse is still down."""
    box, at = page.evaluate(GROUND), mark.bounding_box()
    assert at
    page.mouse.move(at["x"] + at["width"] / 2, at["y"] + at["height"] / 2)
    page.mouse.down()
    x, y = (box[side] + box[size] / 5 * place for (side, size), place in zip(SIDES, cell, strict=True))
    page.mouse.move(x, y, steps=6)


def _dragged(page: Page, mark: Locator, cell: tuple[float, float]) -> None:
    _held_over(page, mark, cell)
    page.mouse.up()
    wait_until_still(page)


def test_a_mark_is_put_elsewhere_by_clicks_drags_and_keys(own_app: AppServer, visitor: Visitor) -> None:
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
    _dragged(page, mark, (4.5, 0.5))
    assert (held().value_customers, held().value_firm, held().effort) == (5, 5, 5)
    person.click(page, "Rückgängig")
    assert (held().value_customers, held().effort) == (5, 2)
    _dragged(page, mark, (9, 9))
    assert (held().value_customers, held().effort) == (5, 2), "beside the plane nothing is put"
    mark.focus()
    page.keyboard.press("Alt+ArrowRight")
    wait_until_still(page)
    assert held().effort == 3
    page.locator('[data-at="rate"][data-of="prio-4"]').focus()
    page.keyboard.press("1")
    wait_until_still(page)
    assert (held().value_customers, held().value_firm) == (1, 1)


def test_a_mark_falls_where_its_frame_stood_though_the_plane_was_drawn_anew_meanwhile(
    own_app: AppServer, visitor: Visitor
) -> None:
    [workshop] = prepared.put(own_app.data, prepared.full(Language.DE))
    first, second = (one for one in stored.workshop(own_app).priorities if one.id in {"prio-4", "prio-5"})
    page = visitor(own_app, f"/analysis?lang=de&view-analysis=priorities&workshop={workshop}")
    wait_until_still(page)
    marks = [page.locator(f'[data-at="rate"][data-of="{one.id}"]') for one in (first, second)]
    drawn = marks[0].element_handle()
    assert drawn
    _held_over(page, marks[0], (4.5, 0.5))

    stored.change(own_app, revise(second, value_customers=1, value_firm=1, effort=1))
    drawn.wait_for_element_state("hidden", timeout=60_000)
    expect(page.locator(".j-drop")).to_be_visible()
    expect(marks[0]).to_have_attribute("style", re.compile("translate"))
    page.mouse.up()
    wait_until_still(page)
    held = {one.id: one for one in stored.workshop(own_app).priorities}
    assert (held[first.id].value_customers, held[first.id].effort) == (5, 5)
    assert held[second.id].effort == 1
