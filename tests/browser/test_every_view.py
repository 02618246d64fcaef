"""Every view of every page, on a desk in light and dark and on a phone: no rule of WCAG 2.2 A or AA is broken that axe-core
can see, headings leave no level out, nothing makes a phone scroll sideways, its content begins soon, and no sheet comes
empty out of the printer."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from playwright.sync_api import Page

from journey.model import Language
from tests.browser.conftest import Visitor
from tests.browser.looked_at import COLOURS, crowded_in_the_line, overhang, printed, violations
from tools import prepared
from tools.app_server import AppServer
from tools.browser import wait_until_still
from tools.screenshots import VIEWS, open_view, shown_whole

Check = Callable[[Page], Iterator[str]]

BEGINS = 160  # px above the content on a phone


def _accessible(page: Page) -> Iterator[str]:
    with shown_whole(page):
        yield from violations(page)


def _coloured(page: Page) -> Iterator[str]:
    with shown_whole(page):
        yield from violations(page, COLOURS)


def _narrow(page: Page) -> Iterator[str]:
    if overhang(page) > 0:
        yield "the page scrolls sideways"


def _soon(page: Page) -> Iterator[str]:
    if page.locator(".st-key-projector").count():  # it has no line, and is for a wall
        return
    above = page.locator(".st-key-map-filters, [class*=st-key-view-], .st-key-line").last.bounding_box()
    if above and above["y"] + above["height"] > BEGINS:
        yield "the content begins late"
    for words in crowded_in_the_line(page):
        yield f"{words} is cut off in the line, or lies over something"


def _headed(page: Page) -> Iterator[str]:
    levels: list[int] = page.evaluate(
        "[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(each => Number(each.tagName[1]))"
    )
    if levels[0] != 1 or levels.count(1) != 1 or any(b - a > 1 for a, b in pairwise(levels)):
        yield f"the levels of the headings are {levels}"


def _printable(page: Page) -> Iterator[str]:
    for number, sheet in enumerate(printed(page), 1):
        if len(sheet.extract_text()) <= 20 and not sheet.images:
            yield f"sheet {number} is empty"
    wait_until_still(page)


CHECKS: dict[str, tuple[Check, ...]] = {
    "desktop": (_headed, _accessible, _printable), "dark": (_coloured,), "phone": (_soon, _narrow, _accessible),
}  # fmt: skip


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[AppServer, str]]:
    data = tmp_path_factory.mktemp("furnished") / "data"
    [workshop] = prepared.put(data, prepared.full(Language.DE), met=True)
    with AppServer(data) as server:
        yield server, workshop


@pytest.mark.parametrize("look", CHECKS)
def test_every_view_is_accessible_fits_and_prints(
    visitor: Visitor, furnished: tuple[AppServer, str], look: str
) -> None:
    server, workshop = furnished
    page = visitor(server, look=look)
    faults: defaultdict[str, list[str]] = defaultdict(list)
    for name, view in VIEWS.items():
        open_view(page, server.url, view, f"lang=de&workshop={workshop}")
        for check in CHECKS[look]:
            for fault in check(page):
                faults[fault].append(name)
    told = "\n".join(f"{fault} (on {', '.join(views)})" for fault, views in faults.items())
    assert not told, told
