"""The map is worked on where it stands: by clicks, by the keyboard alone, on a screen of any width."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from journey.model import Language
from journey.phases import model_of
from tests.browser import person, stored
from tests.browser.conftest import Visitor
from tests.browser.looked_at import violations
from tools import prepared
from tools.app_server import AppServer
from tools.browser import wait_until_still

BEFORE_A_MARK = 60
"""Presses of Tab that are at most needed from the top of the page to the map."""


def window(page: Page) -> Locator:
    return page.locator(".st-key-spot")


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)
        wait_until_still(page)


def held(page: Page) -> list[str]:
    """What the keyboard is on: what of it, and of what."""
    found: list[str] = page.evaluate(
        "[document.activeElement.dataset.at ?? '', document.activeElement.dataset.of ?? '']"
    )
    return found


def titles(server: AppServer, phase: str) -> list[str]:
    cards = sorted(stored.workshop(server).touchpoints, key=lambda card: (card.rank, card.id))
    return [card.title for card in cards if card.phase == phase]


def test_a_map_is_made_scored_moved_and_corrected_by_the_keyboard_alone(visitor: Visitor, own_app: AppServer) -> None:
    [workshop] = prepared.put(own_app.data, prepared.empty(Language.DE))
    first, second = (phase.id for phase in model_of(prepared.empty(Language.DE), Language.DE).phases[:2])
    page = visitor(own_app, f"/journey-map?workshop={workshop}")
    for _ in range(BEFORE_A_MARK):
        page.keyboard.press("Tab")
        if held(page)[0]:
            break
    assert held(page) == ["add:touchpoints", first]
    press(page, "Enter")
    expect(window(page).locator("input").first).to_be_focused()
    typed = ["Plakat", "Schaufenster", "Schaufenster", "Anruf", "Besuch"]  # the same words again are another card
    for title in typed:
        page.keyboard.type(title)
        press(page, "Enter")
    assert titles(own_app, first) == typed
    press(page, "Escape")
    expect(window(page)).to_have_count(0)
    assert held(page) == ["add:touchpoints", first]
    while held(page)[0] != "touchpoints":
        press(page, "ArrowUp")
    last = held(page)[1]
    press(page, "5", "m", "Alt+ArrowUp")
    assert held(page) == ["touchpoints", last]
    press(page, "Alt+ArrowRight")
    assert held(page) == ["touchpoints", last]
    press(page, "Enter")
    expect(window(page).locator("input").first).to_be_focused()
    page.keyboard.type(" im Laden")
    press(page, "Enter", "Escape")
    card = next(card for card in stored.workshop(own_app).touchpoints if card.id == last)
    assert (card.emotion, card.moment_of_truth, card.phase) == (2, True, second)
    assert card.title.endswith(" im Laden")
    assert held(page) == ["touchpoints", last]


def test_common_acts_take_as_many_clicks_as_promised(visitor: Visitor, own_app: AppServer) -> None:
    [workshop] = prepared.put(own_app.data, prepared.full(Language.DE))
    card = stored.workshop(own_app).touchpoints[2]
    page = visitor(own_app, f"/journey-map?workshop={workshop}")

    def now() -> object:
        return next(each for each in stored.workshop(own_app).touchpoints if each.id == card.id)

    def mark(at: str, of: str = card.id) -> Locator:
        return page.locator(f"path[data-at='{at}'][data-of='{of}']").first

    other = "feel:-2" if card.emotion != -2 else "feel:2"
    mark(other).click()  # emotion: one click
    wait_until_still(page)
    assert getattr(now(), "emotion", None) == int(other.removeprefix("feel:"))
    person.click_mark(page, card.id)  # two clicks each: the card, and the act in its window
    person.click(window(page), "Wandlung realisieren", "radio")
    phases = {phase.name: phase.id for phase in model_of(stored.workshop(own_app), Language.DE).phases}
    assert getattr(now(), "phase", None) == phases["Wandlung realisieren"]
    window(page).get_by_text("Moment der Wahrheit").click()
    wait_until_still(page)
    assert getattr(now(), "moment_of_truth", None) is not card.moment_of_truth
    person.click(window(page), "Schmerzpunkt")
    expect(window(page).locator("textarea:focus")).to_be_editable()
    page.keyboard.type("Dauert zu lange")
    press(page, "Control+Enter")
    assert "Dauert zu lange" in str(getattr(now(), "pain_points", ""))
    person.click(window(page), "Chance")
    expect(window(page).locator("input:focus")).to_be_editable()
    page.keyboard.type("Rückruf anbieten")
    press(page, "Enter")
    assert "Rückruf anbieten" in {each.title for each in stored.workshop(own_app).opportunities}
    person.click(window(page), "Schließen")
    expect(window(page)).to_have_count(0)
    mark("add:touchpoints", phases["Interesse wecken"]).click()  # an own touchpoint: one click and Enter
    wait_until_still(page)
    expect(window(page).locator("input:focus")).to_be_editable()
    page.keyboard.type("Messestand")
    press(page, "Enter")
    assert "Messestand" in titles(own_app, phases["Interesse wecken"])


def test_the_map_is_as_it_was_left_after_a_look_at_another_view(visitor: Visitor, own_app: AppServer) -> None:
    """The picture itself stays in the page, out of sight, as long as the page is not left."""
    [workshop] = prepared.put(own_app.data, prepared.full(Language.DE))
    page = visitor(own_app, f"/journey-map?workshop={workshop}&view-map=funnel")
    stage, scroller = page.locator(".st-key-map-stage"), page.locator(".st-key-map-scroll")
    expect(stage).to_have_count(0)
    page.set_viewport_size({"width": 1920, "height": 900})
    wide = page.locator(".stMainBlockContainer").evaluate("page => page.clientWidth")
    _show_view(page, 0)
    scroller.evaluate("scroller => { scroller.scrollTop = 300; }")
    scroller.locator("svg.marks").evaluate("picture => { picture.dataset.seen = ''; }")
    _show_view(page, 1)
    expect(stage).to_be_hidden()
    assert page.locator(".stMainBlockContainer").evaluate("page => page.clientWidth") == wide
    before = stored.workshop(own_app)
    for key in ("x", "3", "m", "Delete"):
        page.keyboard.press(key)
    wait_until_still(page)
    assert stored.workshop(own_app) == before
    _show_view(page, 0)
    expect(scroller.locator("svg.marks[data-seen]")).to_be_visible()
    assert scroller.evaluate("scroller => scroller.scrollTop") == 300
    person.click_mark(page, before.touchpoints[0].id)
    page.keyboard.type("!")
    press(page, "Enter")
    assert stored.workshop(own_app).touchpoints[0].title == f"{before.touchpoints[0].title}!"
    _show_view(page, 1)
    page.get_by_role("link", name="1 Ziele").click()
    wait_until_still(page)
    page.go_back()
    wait_until_still(page)
    expect(page.locator(".st-key-view-map")).to_be_visible()
    expect(stage).to_have_count(0)


def test_what_the_picture_says_at_the_pointer_takes_no_click(visitor: Visitor, own_app: AppServer) -> None:
    workshop = prepared.full(Language.DE)
    [here] = prepared.put(own_app.data, workshop)
    page = visitor(own_app, f"/journey-map?workshop={here}")
    page.locator(f"path[data-at='add:touchpoints'][data-of='{workshop.touchpoints[0].phase}']").hover()
    said = page.locator("#vg-tooltip-element.visible")
    expect(said).to_be_visible()
    box = said.bounding_box()
    assert box
    middle = [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2]
    assert page.evaluate("([x, y]) => document.elementFromPoint(x, y).closest('svg.marks') !== null", middle)


def test_what_the_picture_says_at_the_pointer_is_not_in_the_way_of_the_small_window(
    visitor: Visitor, own_app: AppServer
) -> None:
    workshop = prepared.full(Language.DE)
    [here] = prepared.put(own_app.data, workshop)
    page = visitor(own_app, f"/journey-map?workshop={here}")
    page.locator(f"path[data-at='add:touchpoints'][data-of='{workshop.touchpoints[0].phase}']").click()
    page.locator(".st-key-spot").wait_for()
    wait_until_still(page)
    plus, said = page.locator("path[data-at='add:touchpoints']").last, page.locator("#vg-tooltip-element.visible")
    plus.hover()
    expect(said).to_have_count(1)
    expect(said).to_be_hidden()
    page.keyboard.press("Escape")
    expect(page.locator(".st-key-spot")).to_have_count(0)
    page.mouse.move(5, 5)
    plus.hover()
    expect(said).to_be_visible()


def _show_view(page: Page, place: int) -> None:
    page.locator(".st-key-view-map [role=radio]").nth(place).click()
    wait_until_still(page)


def test_what_is_typed_before_a_window_is_there_goes_into_its_field(visitor: Visitor, own_app: AppServer) -> None:
    [workshop] = prepared.put(own_app.data, prepared.full(Language.DE))
    page = visitor(own_app, f"/journey-map?workshop={workshop}")
    person.slowly(page)
    card = stored.workshop(own_app).touchpoints[0]
    page.locator(f"path[data-at='add:touchpoints'][data-of='{card.phase}']").click()
    page.keyboard.type("Messestaf")
    page.keyboard.press("Backspace")
    page.keyboard.type("nd")
    page.keyboard.press("Enter")
    wait_until_still(page)
    assert "Messestand" in titles(own_app, card.phase)
    press(page, "Escape")
    page.locator(f"path[data-at='touchpoints'][data-of='{card.id}']").first.press("Enter")
    page.keyboard.type(" und mehr")
    press(page, "Enter")
    assert f"{card.title} und mehr" in titles(own_app, card.phase)


def test_the_keyboard_is_back_where_a_window_was_opened_however_it_is_closed(
    visitor: Visitor, own_app: AppServer
) -> None:
    [workshop] = prepared.put(own_app.data, prepared.full(Language.DE))
    card = stored.workshop(own_app).touchpoints[0]
    page = visitor(own_app, f"/journey-map?workshop={workshop}")
    page.locator(f"path[data-at='add:doing'][data-of='{card.phase}']").focus()
    press(page, "Enter")
    expect(window(page)).to_be_visible()
    press(page, "Escape")
    expect(window(page)).to_have_count(0)
    assert held(page) == ["add:doing", card.phase]
    mark = page.locator(f"path[data-at='touchpoints'][data-of='{card.id}']").first
    person.click_mark(page, card.id)
    person.click(window(page), "Schließen")
    expect(mark).to_be_focused()
    person.open_mark(page, card.id, "Ganze Karte öffnen")
    press(page, "Escape")
    expect(page.get_by_role("dialog", name="Touchpoint")).to_be_hidden()
    expect(mark).to_be_focused()


def test_the_map_is_worked_on_beside_an_open_card(visitor: Visitor, own_app: AppServer) -> None:
    [workshop] = prepared.put(own_app.data, prepared.full(Language.DE))
    page = visitor(own_app, f"/journey-map?workshop={workshop}")
    first, second = (touchpoint.id for touchpoint in stored.workshop(own_app).touchpoints[:2])
    drawer = page.get_by_role("dialog", name="Touchpoint")
    person.open_mark(page, first, "Ganze Karte öffnen")
    title = drawer.get_by_label("Touchpoint", exact=True)
    expect(title).to_be_focused()
    title.fill("Schaufenster")
    page.keyboard.press("Tab")
    shown = page.locator(f"path[data-at='touchpoints'][data-of='{first}']").first
    expect(shown).to_have_attribute("aria-label", re.compile("Schaufenster"))  # the map follows by itself
    expect(title).to_have_value("Schaufenster")
    title.fill("Markise")  # it is left by a click on another card
    person.click_mark(page, second)
    expect(shown).to_have_attribute("aria-label", re.compile("Markise"))
    person.click(window(page), "Ganze Karte öffnen")
    expect(title).to_have_value(stored.workshop(own_app).touchpoints[1].title)
    assert stored.workshop(own_app).touchpoints[0].title == "Markise"
    page.keyboard.press("Escape")
    expect(drawer).to_be_hidden()
    expect(page.locator(f"path[data-at='touchpoints'][data-of='{second}']").first).to_be_focused()
    person.open_mark(page, second, "Ganze Karte öffnen")
    assert list(violations(page)) == []
    person.click(page, "3 Touchpoints", role="link")
    expect(drawer).to_be_hidden()


def test_the_map_fills_the_window_and_its_heads_stay_in_sight(visitor: Visitor, own_app: AppServer) -> None:
    [workshop] = prepared.put(own_app.data, prepared.full(Language.DE))
    page = visitor(own_app, "/goals")
    for width, height, chrome in ((1280, 720, 0.25), (1920, 1080, 0.15), (3840, 2160, 0.15)):
        page.set_viewport_size({"width": width, "height": height})
        person.go(page, f"/journey-map?workshop={workshop}")
        _fills_the_window_and_keeps_its_heads(page, height, chrome)


def _fills_the_window_and_keeps_its_heads(page: Page, height: int, chrome: float) -> None:
    scroller, picture = page.locator(".st-key-map-scroll"), page.locator(".st-key-map-scroll svg.marks")
    top = scroller.bounding_box()
    drawn = picture.bounding_box()
    assert top is not None
    assert drawn is not None
    assert top["y"] <= drawn["y"] <= chrome * height
    assert top["y"] + top["height"] <= height
    assert drawn["width"] >= 0.95 * top["width"]
    head = "[...document.querySelectorAll('.st-key-map-scroll svg.marks text')].find(t => t.textContent.startsWith('Interesse'))"
    before = page.evaluate(f"{head}.getBoundingClientRect().y")
    scroller.evaluate("scroller => { scroller.scrollTop = 300 }")
    page.evaluate("new Promise(requestAnimationFrame)")  # it is moved when the scrolling is told
    page.evaluate("new Promise(requestAnimationFrame)")
    assert page.evaluate(f"{head}.getBoundingClientRect().y") == pytest.approx(before, abs=2)


def middle(found: Locator) -> tuple[float, float, float]:
    """The middle of a box, and its height."""
    box = found.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, box["height"]


def test_cards_are_put_between_others_by_two_clicks_or_two_keys_and_several_at_once(
    visitor: Visitor, own_app: AppServer
) -> None:
    [workshop] = prepared.put(own_app.data, prepared.full(Language.DE))
    phase = model_of(prepared.full(Language.DE), Language.DE).phases[2].id
    before = titles(own_app, phase)
    ids = {card.title: card.id for card in stored.workshop(own_app).touchpoints}
    page = visitor(own_app, f"/journey-map?workshop={workshop}")

    def mark(title: str) -> Locator:
        return page.locator(f"path[data-at='touchpoints'][data-of='{ids[title]}']")

    first, second, third, *rest = before
    mark(first).click(modifiers=["Shift"])
    wait_until_still(page)
    x, y, height = middle(mark(second))
    page.mouse.click(x, y + height / 4)  # the lower half: behind it
    wait_until_still(page)
    assert titles(own_app, phase) == [second, first, third, *rest]
    mark(third).focus()
    press(page, "x", "ArrowUp", "Enter")
    assert titles(own_app, phase) == [second, third, first, *rest]
    for title in (first, second):
        mark(title).click(modifiers=["Shift"])
        wait_until_still(page)
    expect(page.locator("path[data-at='touchpoints'][data-taken]")).to_have_count(2)
    assert list(violations(page)) == []
    x, y, height = middle(page.locator("path[data-at='add:touchpoints']").first)
    page.mouse.click(x + 60, y + height)  # beside all marks: the end of the first phase
    wait_until_still(page)
    assert titles(own_app, phase) == [third, *rest]
    person.click(page, "Rückgängig")
    assert titles(own_app, phase) == [second, third, first, *rest]


def test_lanes_and_phases_fold_by_click_and_key(visitor: Visitor, own_app: AppServer) -> None:
    [workshop] = prepared.put(own_app.data, prepared.full(Language.DE))
    page = visitor(own_app, f"/journey-map?workshop={workshop}")
    lane = page.get_by_role("button", name="Zu- oder aufklappen: Handlungen", exact=True)
    page.locator("path[data-at='fold:doing']").click(position={"x": 60, "y": 20})
    wait_until_still(page)
    expect(lane).to_have_attribute("aria-expanded", "false")
    expect(page.locator("path[data-at='doing']")).to_have_count(0)
    lane.press("Enter")
    wait_until_still(page)
    expect(lane).to_have_attribute("aria-expanded", "true")
    assert held(page)[0] == "fold:doing"
    phase = page.locator("path[data-at='fold:phase']").first
    wide = (phase.bounding_box() or {"width": 0})["width"]
    phase.click()
    wait_until_still(page)
    assert (phase.bounding_box() or {"width": wide})["width"] < wide


@pytest.mark.parametrize("look", ["desktop", "dark"])
def test_the_window_at_a_mark_is_accessible(visitor: Visitor, own_app: AppServer, look: str) -> None:
    [workshop] = prepared.put(own_app.data, prepared.full(Language.DE))
    page = visitor(own_app, f"/journey-map?workshop={workshop}", look=look)
    person.click_mark(page, stored.workshop(own_app).touchpoints[0].id)
    expect(window(page)).to_be_visible()
    assert list(violations(page)) == []
    box = window(page).bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= (page.viewport_size or {"width": 0})["width"]
