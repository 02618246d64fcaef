"""The presenter's view on a second screen: it follows the first one, obeys keys, and can be read from the back of the room."""

import pytest
from playwright.sync_api import Page, expect

from journey.model import Language
from tests.browser import person
from tests.browser.conftest import Visitor
from tests.browser.looked_at import violations
from tools import prepared
from tools.app_server import AppServer
from tools.browser import wait_until_still

BESIDE = 24  # px of the window that are no picture
LETTERS = 20  # px on a screen 1080 px high
ROUNDING = 0.01  # px

_LETTERS = """() => [...document.querySelectorAll('.st-key-presenter-stage svg text')]
  .filter((words) => words.textContent.trim() && words.getBoundingClientRect().width)
  .map((words) => [parseFloat(getComputedStyle(words).fontSize) * (words.currentCSSZoom ?? 1), words.textContent])"""

_OVERHANG = """() => {
  const page = document.querySelector('[data-testid=stMain]'), picture = document.querySelector('.st-key-presenter-stage svg.marks');
  const { right, bottom } = picture.getBoundingClientRect();
  return Math.max(page.scrollHeight - page.clientHeight, page.scrollWidth - page.clientWidth, right - innerWidth, bottom - innerHeight);
}"""


_BROKEN_WORDS = """() => [...document.querySelectorAll('.j-heat span')].flatMap((words) => {
  const text = words.firstChild, range = document.createRange();
  return [...text.data.matchAll(/\\S+/g)].filter((word) => {
    range.setStart(text, word.index);
    range.setEnd(text, word.index + word[0].length);
    return range.getClientRects().length > 1;
  }).map(String);
})"""


@pytest.fixture
def workshop(own_app: AppServer) -> str:
    [found] = prepared.put(own_app.data, prepared.full(Language.DE))
    return found


def _of_size(page: Page, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.wait_for_function("room => document.cookie.includes(`journey_window=${room}x`)", arg=width - BESIDE)
    wait_until_still(page)


def _press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)
        wait_until_still(page)


def _at(page: Page) -> str:
    """What of the address says what is shown."""
    parts = dict(part.split("=") for part in page.url.partition("?")[2].split("&"))
    return f"{parts.get('view-presenter', 'map')} {parts.get('part', '')}".strip()


def _wait_to_be_at(page: Page, place: str) -> None:
    page.wait_for_url(lambda _: _at(page) == place, timeout=60_000)


def _to_the_first_phase(page: Page) -> None:
    while _at(page).startswith("map 0") or _at(page) == "map":
        _press(page, "ArrowRight")


def _letters_below(page: Page, least: float) -> list[tuple[float, str]]:
    found: list[tuple[float, str]] = page.evaluate(_LETTERS)
    assert found
    return [(size, words) for size, words in found if size < least - ROUNDING]


def test_it_is_opened_from_the_line_in_a_window_of_its_own_and_follows(
    visitor: Visitor, own_app: AppServer, workshop: str
) -> None:
    page = visitor(own_app, f"/journey-map?workshop={workshop}")
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Präsentieren").click()
    screen = opened.value
    wait_until_still(screen)
    assert workshop in screen.url
    _to_the_first_phase(screen)
    expect(screen.locator(".j-name")).to_contain_text("Phase 1 von 7: Interesse wecken")
    words = screen.locator(".st-key-presenter-stage svg text")
    expect(words.filter(has_text="LinkedIn")).not_to_have_count(0)
    page.locator("path[data-at=touchpoints]").first.click()
    wait_until_still(page)
    for title in ("Plakat", "Litfaßsäule", "Schaufenster"):
        field = page.locator(".st-key-spot-field input, .st-key-spot-field textarea").first
        field.fill(title)
        field.press("Tab")
        expect(words.filter(has_text=title)).to_have_count(1)
        wait_until_still(page)
    wait_until_still(screen)
    assert _at(screen) == "map 1"


def test_keys_lead_through_the_phases_and_views_and_a_link_to_the_map(
    visitor: Visitor, own_app: AppServer, workshop: str
) -> None:
    page = visitor(own_app, f"/presenter?workshop={workshop}")
    assert _at(page) == "map"
    _press(page, "ArrowRight")
    assert _at(page) == "map 0.2"
    _to_the_first_phase(page)
    assert _at(page) == "map 1"
    _press(page, "PageDown", " ")
    assert _at(page) in {"map 2", "map 3", "map 2.2"}
    _press(page, "Home")
    assert _at(page) == "map"
    _press(page, "2")
    assert _at(page) == "curve"
    _press(page, "ArrowRight")
    assert _at(page) == "funnel"
    _press(page, "PageUp", "ArrowLeft")
    assert _at(page).startswith("map 7")
    _press(page, "4", "ArrowRight", "ArrowRight")
    assert _at(page) == "findings 2"
    expect(page.get_by_role("heading", level=3)).to_be_visible()
    page.reload()
    wait_until_still(page)
    assert _at(page) == "findings 2"
    expect(page.locator(".j-name")).to_contain_text("Hinweis 2 von")
    person.click(page, "Zur Map", "link")
    expect(page.locator("[aria-current=step]")).to_have_text("4 Map")


def test_keys_of_buttons_and_fields_stay_theirs(visitor: Visitor, own_app: AppServer, workshop: str) -> None:
    page = visitor(own_app, f"/presenter?workshop={workshop}")
    _press(page, "?")
    told = page.get_by_role("dialog")
    expect(told).to_contain_text("nächste Phase")
    assert list(violations(page)) == []
    told.get_by_text("Auch 1 bis 4 und ? sind Tasten").click()
    wait_until_still(page)
    _press(page, "ArrowRight")
    assert _at(page) == "map"
    _press(page, "Escape", "2")
    assert _at(page) == "map"
    _press(page, "ArrowRight")
    assert _at(page) == "map 0.2"


@pytest.mark.parametrize(("screen", "letters"), [((1920, 1080), (LETTERS, LETTERS)), ((1280, 720), (15, 13))])
def test_every_phase_and_chart_can_be_read_and_nothing_scrolls(
    visitor: Visitor, own_app: AppServer, workshop: str, screen: tuple[int, int], letters: tuple[float, float]
) -> None:
    on_map, on_charts = letters
    page = visitor(own_app, f"/presenter?workshop={workshop}")
    _of_size(page, *screen)
    shown = 0
    while _at(page).startswith("map"):
        assert _letters_below(page, on_map) == [], _at(page)
        assert page.evaluate(_OVERHANG) <= 0, _at(page)
        shown += 1
        _press(page, "ArrowRight")
    assert shown >= 9
    for view in ("curve", "funnel"):
        assert _at(page) == view
        assert _letters_below(page, on_charts) == [], view
        assert page.evaluate(_OVERHANG) <= 0, view
        _press(page, "ArrowRight")
    assert _at(page) == "findings"
    assert page.evaluate(_BROKEN_WORDS) == []


def test_keys_in_haste_turn_as_many_slides_on_a_slow_machine(
    visitor: Visitor, own_app: AppServer, workshop: str
) -> None:
    page = visitor(own_app, f"/presenter?workshop={workshop}")
    seen = [_at(page)]
    for _ in range(7):
        _press(page, "ArrowRight")
        seen.append(_at(page))
    page = visitor(own_app, f"/presenter?workshop={workshop}")
    person.slowly(page, 3)
    for keys, there in ((["ArrowRight"] * 5, 5), (["ArrowRight"] * 2, 7), (["ArrowLeft"] * 3, 4)):
        for key in keys:
            page.keyboard.press(key)
        _wait_to_be_at(page, seen[there])
        wait_until_still(page)
        assert _at(page) == seen[there]
