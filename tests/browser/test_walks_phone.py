"""The app on a phone, 390 pixels wide."""

from playwright.sync_api import Locator, Page, expect

from journey.model import Language
from tests.browser import person, stored
from tests.browser.conftest import Visitor
from tests.browser.looked_at import overhang, violations
from tests.browser.profiles import wear_out
from tools import prepared
from tools.app_server import AppServer
from tools.browser import wait_until_still

THUMB = 44  # px of what is hit by a finger
READABLE = 16  # px; below it a phone enlarges the page when somebody types
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


def _unfolded(page: Page) -> list[str]:
    """The phases that show their cards."""
    return page.locator(".j-way details[open] summary b").all_inner_texts()


def _swipe(page: Page, over: Locator, right: int) -> None:
    """Draw a finger over something, so many pixels to the right."""
    box = over.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    wear_out(page)
    hand = page.context.new_cdp_session(page)
    for kind, at in (("touchStart", [x]), ("touchMove", [x + right / 2]), ("touchMove", [x + right]), ("touchEnd", [])):
        hand.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": one, "y": y} for one in at]})
    wait_until_still(page)


def _small(found: Locator) -> list[str]:
    small: list[str] = found.evaluate_all(
        "(all, thumb) => all.filter(one => one.getBoundingClientRect().height < thumb).map(one => one.outerHTML)", THUMB
    )
    return small


def test_the_map_is_a_list_of_phases_for_a_thumb(visitor: Visitor, own_app: AppServer) -> None:
    [workshop] = prepared.put(own_app.data, prepared.full(Language.DE))
    page = visitor(own_app, f"/journey-map?workshop={workshop}", look="phone")
    expect(page.locator(".j-way summary")).to_have_count(7)
    assert _unfolded(page) == []
    third = page.locator(".j-way summary").nth(2)
    third.tap()
    assert _unfolded(page) == ["Informationen beschaffen"]
    _swipe(page, third, -200)
    assert _unfolded(page) == ["Kaufanreiz auslösen"]
    page.keyboard.press("ArrowLeft")
    assert _unfolded(page) == ["Informationen beschaffen"]
    offered = page.locator(".j-way :is(summary, button):visible, .st-key-map-filters button:visible")
    assert _small(offered) == []
    assert list(violations(page)) == []
    assert overhang(page) <= 0
    page.locator(".j-way details[open] [data-at='add:touchpoints']").tap()
    wait_until_still(page)
    assert _small(page.locator(".st-key-spot button:visible")) == []
    sizes = page.locator("input:visible").evaluate_all(
        "all => all.map(one => parseFloat(getComputedStyle(one).fontSize))"
    )
    assert min(sizes) >= READABLE
    page.keyboard.type("Plakat")
    page.keyboard.press("Enter")
    wait_until_still(page)
    assert _unfolded(page) == ["Informationen beschaffen"]
    page.keyboard.press("Escape")
    wait_until_still(page)
    page.get_by_role("button", name="Plakat").tap()
    wait_until_still(page)
    person.fill(page.get_by_role("dialog"), "Touchpoint", "Plakat am Bahnhof")
    person.click(page.get_by_role("dialog"), "Fertig")
    assert "Plakat am Bahnhof" in {card.title for card in stored.workshop(own_app).touchpoints}
    assert _unfolded(page) == ["Informationen beschaffen"]


def test_the_whole_map_stays_within_reach_of_a_phone(visitor: Visitor, own_app: AppServer) -> None:
    [workshop] = prepared.put(own_app.data, prepared.full(Language.DE))
    page = visitor(own_app, f"/journey-map?workshop={workshop}", look="phone")
    person.pick(page, "Form der Map", "Ganze Map")
    person.click_mark(page, stored.workshop(own_app).touchpoints[0].id)
    window = page.locator(".st-key-spot")
    expect(window).to_be_visible()
    assert list(violations(page)) == []
    box = window.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
