"""The line on top: what it says, and that keyboard and screen reader find everything in it. How high it is on each page is
asked where every view is visited."""

import pytest
from playwright.sync_api import Locator, expect

from journey.model import Language
from tests.browser import person
from tests.browser.claims import low_line
from tests.browser.conftest import Visitor
from tests.browser.looked_at import violations
from tools import prepared
from tools.app_server import AppServer
from tools.browser import wait_until_still
from ui.kit.rooms import ROOMS

THUMB = 44  # px of what is hit by a finger


@pytest.fixture
def workshop(own_app: AppServer) -> str:
    [workshop] = prepared.put(own_app.data, prepared.full(Language.DE))
    return workshop


def _box(found: Locator) -> dict[str, float]:
    box = found.bounding_box()
    assert box is not None
    return {"x": box["x"], "y": box["y"], "width": box["width"], "height": box["height"]}


def test_the_line_stays_while_the_page_is_scrolled(visitor: Visitor, own_app: AppServer, workshop: str) -> None:
    page = visitor(own_app, f"/goals?workshop={workshop}")
    way_on = page.get_by_role("link", name="Weiter: Personas")
    way_on.scroll_into_view_if_needed()
    expect(way_on).to_be_in_viewport()
    assert _box(page.locator(".st-key-line"))["y"] >= 0
    expect(page.locator(".j-name")).to_be_in_viewport()
    assert list(low_line(page, 1920)) == []


def test_what_the_line_offers_on_a_phone_fits_a_thumb(visitor: Visitor, own_app: AppServer, workshop: str) -> None:
    page = visitor(own_app, f"/journey-map?workshop={workshop}", look="phone")
    offered = page.locator(".st-key-line button:visible, .st-key-line a:visible, .st-key-view-map button")
    assert _small(offered) == []
    page.locator("[class*=st-key-menu-] button:visible").click()
    wait_until_still(page)
    menu = page.get_by_role("dialog", name="Menü")
    expect(menu.get_by_role("link")).to_have_count(len(ROOMS) - 1)
    expect(menu.locator("[aria-current=step]")).to_have_text("4 Map")
    assert _small(menu.get_by_role("link")) == []
    assert list(violations(page)) == []
    page.keyboard.press("Escape")
    page.locator("[class*=st-key-rest-] button:visible").click()
    wait_until_still(page)
    rest = page.get_by_role("dialog", name="Mehr")
    expect(rest.get_by_role("button", name="Wiederholen")).to_be_visible()
    expect(rest.get_by_role("button", name="Excel-Mappe")).to_be_visible()
    assert _small(rest.get_by_role("button")) == []
    person.pick(rest, "Sprache", "EN")
    expect(page.locator(".st-key-line .j-here")).to_have_text("4 Map")
    assert page.evaluate("document.documentElement.lang") == "en"


def _small(keys: Locator) -> list[str]:
    found: list[str] = keys.evaluate_all(
        "(keys, thumb) => keys.filter(key => key.getBoundingClientRect().height < thumb).map(key => key.textContent)",
        THUMB,
    )
    return found


def test_the_mark_of_the_step_opens_its_rule(visitor: Visitor, own_app: AppServer, workshop: str) -> None:
    page = visitor(own_app, f"/analysis?workshop={workshop}")
    here = page.locator("[aria-current=step]")
    expect(here).to_have_text("5 Analyse")
    page.locator(".st-key-here").click(position={"x": 80, "y": 20})
    rule = page.get_by_role("dialog", name="Wann gilt Schritt 5 als fertig?")
    expect(rule).to_contain_text("Schritt 5 gilt als fertig, wenn")
    expect(rule).to_contain_text("Es fehlt noch")
    wait_until_still(page)
    assert list(violations(page)) == []


def test_the_keyboard_reaches_everything_in_the_line(visitor: Visitor, own_app: AppServer, workshop: str) -> None:
    page = visitor(own_app, f"/goals?workshop={workshop}")
    person.fill(page, "Organisation", "Backhaus Nord")
    page.locator("[class*=st-key-menu-] button:visible").focus()
    reached = []
    for _ in range(12):
        reached.append(str(page.evaluate("document.activeElement.innerText.split('\\n').at(-1)")))
        page.keyboard.press("Tab")
    assert reached == [
        "Menü", "Wann gilt Schritt 1 als fertig?", "2 Personas", "3 Touchpoints", "4 Map", "5 Analyse",
        "Rückgängig", "Verlauf", "Live-Raum", "Präsentieren", "Mitnehmen", "DE",
    ]  # fmt: skip
    page.get_by_role("link", name="3 Touchpoints").press("Enter")
    wait_until_still(page)
    expect(page.locator("[aria-current=step]")).to_have_text("3 Touchpoints")


def test_what_waits_for_a_long_run_stays_as_it_is_and_one_bar_says_so(visitor: Visitor, own_app: AppServer) -> None:
    page = visitor(own_app)
    opacity = page.get_by_test_id("stElementContainer").first.evaluate(
        """element => {
          element.dataset.stale = 'true';
          element.getAnimations().forEach(animation => animation.finish());
          return getComputedStyle(element).opacity;
        }"""
    )
    assert opacity == "1"
    bar = page.get_by_test_id("stApp").evaluate_handle(
        """app => {
          app.dataset.testScriptState = 'running';
          return app.getAnimations({ subtree: true }).find(each => each.effect.pseudoElement === '::before');
        }"""
    )
    seen = """(animation, milliseconds) => {
      animation.currentTime = milliseconds;
      return getComputedStyle(document.querySelector('[data-testid=stApp]'), '::before').opacity;
    }"""
    assert [bar.evaluate(seen, milliseconds) for milliseconds in (600, 800)] == ["0", "1"]
