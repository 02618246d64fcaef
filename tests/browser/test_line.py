"""The line on top: how high it is, what it says, and that keyboard and screen reader find everything in it."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from journey.model import Language
from tests.browser import person, stored
from tests.browser.conftest import Visitor
from tests.browser.looked_at import crowded_in_the_line, violations
from tools import prepared
from tools.app_server import AppServer
from tools.browser import wait_until_still
from ui.kit.rooms import ROOMS

FRAMED = [room for room in ROOMS if room.framed]
HIGHEST = 96  # px of the line at a desk
THUMB = 44  # px of what is hit by a finger


@pytest.fixture
def workshop(own_app: AppServer) -> str:
    [workshop] = prepared.put(own_app.data, prepared.full(Language.DE))
    return workshop


def _box(found: Locator) -> dict[str, float]:
    box = found.bounding_box()
    assert box is not None
    return {"x": box["x"], "y": box["y"], "width": box["width"], "height": box["height"]}


def _of_width(page: Page, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    wait_until_still(page)


def _is_low_and_holds_everything(page: Page, *widths: int) -> None:
    for width in widths:
        _of_width(page, width, 768)
        line = _box(page.locator(".st-key-line"))
        assert line["y"] >= 0
        assert line["y"] + line["height"] <= HIGHEST
        assert crowded_in_the_line(page) == []
        assert _box(page.locator(".j-name"))["width"] >= 100


@pytest.mark.long
def test_one_low_line_holds_everything_at_a_desk_and_its_language_switch_keeps_page_workshop_and_content(
    visitor: Visitor, own_app: AppServer, workshop: str
) -> None:
    page = visitor(own_app, f"/?lang=de&workshop={workshop}")
    names = set()
    for place, room in enumerate(FRAMED):
        person.go(page, f"/{room.path}?lang=de&workshop={workshop}")
        _is_low_and_holds_everything(page, 1280, 1024)
        switched = [("Sprache", "en"), ("Language", "de")]
        for switch, code in switched if place == 0 else switched[:1]:
            person.pick(page, switch, code.upper())
            assert page.evaluate("document.documentElement.lang") == code
            assert urlsplit(page.url).path == f"/{room.path}"
            assert workshop in page.url
            assert f"lang={code}" in page.url
            if not room.knows_none:
                names.add(page.locator(".j-name").inner_text())
            if code == "en":
                _is_low_and_holds_everything(page, 1024)
    _is_low_and_holds_everything(page, 1920)
    assert len(names) == 1
    assert stored.workshop(own_app).touchpoints == prepared.full(Language.DE).touchpoints


def test_the_line_stays_while_the_page_is_scrolled(visitor: Visitor, own_app: AppServer, workshop: str) -> None:
    page = visitor(own_app, f"/goals?workshop={workshop}")
    way_on = page.get_by_role("link", name="Weiter: Personas")
    way_on.scroll_into_view_if_needed()
    expect(way_on).to_be_in_viewport()
    assert _box(page.locator(".st-key-line"))["y"] >= 0
    expect(page.locator(".j-name")).to_be_in_viewport()


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


def test_who_wants_less_motion_sees_no_slow_fading_while_the_page_works(visitor: Visitor, own_app: AppServer) -> None:
    page = visitor(own_app)
    container = page.get_by_test_id("stElementContainer").first
    moves = container.evaluate(
        """element => {
          element.dataset.stale = 'true';
          const { transitionDuration, transitionDelay } = getComputedStyle(element);
          return [transitionDuration, transitionDelay];
        }"""
    )
    assert moves == ["0s", "1.5s"]
