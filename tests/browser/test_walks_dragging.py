"""The mouse carries cards of the map: before another card, to the end of a phase, and nowhere."""

import re

from playwright.sync_api import Locator, Page, expect

from journey.editing import revise
from journey.model import Language, Touchpoint
from tests.browser import person, stored
from tests.browser.conftest import Visitor
from tools import prepared
from tools.app_server import AppServer
from tools.browser import wait_until_still

CARD = '[data-at="touchpoints"][data-of="{}"]'


def _middle(mark: Locator, down: float = 0.5) -> tuple[float, float]:
    box = mark.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] * down


def _carried(page: Page, mark: Locator, to: tuple[float, float]) -> None:
    """Press the mouse on a mark and move it to a place of the window; it is still down."""
    page.mouse.move(*_middle(mark))
    page.mouse.down()
    page.mouse.move(*to, steps=5)


def test_a_card_lies_where_the_frame_stood_though_the_map_was_drawn_anew_meanwhile(
    own_app: AppServer, visitor: Visitor
) -> None:
    workshop = prepared.full(Language.DE)
    [here] = prepared.put(own_app.data, workshop)
    phases = list(dict.fromkeys(one.phase for one in workshop.touchpoints))
    carried, elsewhere = (next(one for one in workshop.touchpoints if one.phase == phase) for phase in phases[:2])
    page = visitor(own_app, f"/journey-map?lang=de&workshop={here}")
    wait_until_still(page)
    other = page.locator(CARD.format(elsewhere.id))
    _carried(page, page.locator(CARD.format(carried.id)), _middle(other, 0.2))

    stored.change(own_app, revise(elsewhere, title="Anders benannt"))
    expect(other).to_have_attribute("aria-label", re.compile("Anders benannt"))
    expect(page.locator(".j-lands.j-between")).to_be_visible()
    page.mouse.up()
    wait_until_still(page)
    assert {one.id: one.phase for one in stored.workshop(own_app).touchpoints}[carried.id] == elsewhere.phase


def test_a_card_is_carried_to_another_place_by_the_mouse(own_app: AppServer, visitor: Visitor) -> None:
    workshop = prepared.full(Language.DE)
    [here] = prepared.put(own_app.data, workshop)

    def held() -> dict[str, Touchpoint]:
        return {one.id: one for one in stored.workshop(own_app).touchpoints}

    phases = list(dict.fromkeys(one.phase for one in workshop.touchpoints))
    first, second = phases[:2]
    first_card = next(one.id for one in workshop.touchpoints if one.phase == first)
    second_card = next(one.id for one in workshop.touchpoints if one.phase == second)
    page = visitor(own_app, f"/journey-map?lang=de&workshop={here}")
    wait_until_still(page)
    card, other = (page.locator(CARD.format(one)) for one in (first_card, second_card))

    _carried(page, card, _middle(other, 0.2))
    expect(page.locator(".j-ghost")).to_have_text(held()[first_card].title)
    expect(page.locator(".j-lands.j-between")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".j-ghost")).to_have_count(0)
    page.mouse.up()
    wait_until_still(page)
    assert held()[first_card].phase == first
    expect(page.locator(".st-key-spot")).to_have_count(0)

    _carried(page, card, _middle(other, 0.2))
    page.mouse.up()
    wait_until_still(page)
    assert held()[first_card].phase == second
    assert held()[first_card].rank < held()[second_card].rank
    person.click(page, "Rückgängig")
    assert held()[first_card].phase == first

    plus = page.locator(f'[data-at="add:touchpoints"][data-of="{second}"]')
    other.focus()  # the press takes the focus from another mark
    _carried(page, card, _middle(plus))
    expect(page.locator(".j-lands:not(.j-between)")).to_be_visible()
    page.mouse.up()
    wait_until_still(page)
    assert held()[first_card].phase == second
    assert held()[first_card].rank > held()[second_card].rank
    card.click()
    expect(page.locator(".st-key-spot")).to_be_visible()
