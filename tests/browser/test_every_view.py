"""Every view of every page, on a desk in light and dark and on a phone: no rule of WCAG 2.2 A or AA is broken that axe-core
can see, headings leave no level out, nothing makes a phone scroll sideways, its content begins soon, no sheet comes empty
out of the printer, and every file that is offered arrives and opens elsewhere.

Each is asked in one language: dark is English, and there the files are taken. What files say in which language is asked
without a browser (tests/take_home/test_every_format.py, tests/charts/files)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

import pytest
from playwright.sync_api import Page

from journey.model import Language
from tests.browser.conftest import Visitor
from tests.browser.looked_at import COLOURS, crowded_in_the_line, empty_sheets, overhang, violations
from tests.browser.offered import OPENS, Offered
from tools import prepared
from tools.app_server import AppServer
from tools.browser import wait_until_still
from tools.screenshots import VIEWS, open_view, shown_whole

Check = Callable[[Page], Iterator[str]]

BEGINS = 160  # px above the content on a phone
PARTS = 2
"""Of the walk, so that several can be under way at once; each goes from page to page, since a page's views are cheaply
reached from each other."""


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
    for number in empty_sheets(page):
        yield f"sheet {number} is empty"
    wait_until_still(page)


CHECKS: dict[str, tuple[Check, ...]] = {
    "desktop": (_headed, _accessible, _printable), "phone": (_soon, _narrow, _accessible),
}  # fmt: skip

Furnished = tuple[AppServer, dict[Language, str]]


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Furnished]:
    """A server with a full workshop in each language."""
    data = tmp_path_factory.mktemp("furnished") / "data"
    workshops = dict(zip(Language, prepared.put(data, *map(prepared.full, Language), met=True), strict=True))
    with AppServer(data) as server:
        yield server, workshops


def _walked(
    page: Page, furnished: Furnished, language: Language, checks: tuple[Check, ...], views: Iterable[str]
) -> str:
    """Every fault with the views that have it, a line each."""
    server, workshops = furnished
    faults: defaultdict[str, list[str]] = defaultdict(list)
    for name in views:
        open_view(page, server.url, VIEWS[name], f"lang={language}&workshop={workshops[language]}")
        for check in checks:
            for fault in check(page):
                faults[fault].append(name)
    return "\n".join(f"{fault} (on {', '.join(views)})" for fault, views in faults.items())


@pytest.mark.long
@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("look", CHECKS)
def test_every_view_is_accessible_prints_and_fits_a_phone(
    visitor: Visitor, furnished: Furnished, look: str, part: int
) -> None:
    page = visitor(furnished[0], look=look)
    begin, end = (len(VIEWS) * n // PARTS for n in (part, part + 1))
    faults = _walked(page, furnished, Language.DE, CHECKS[look], [*VIEWS][begin:end])
    assert not faults, faults


@pytest.mark.long
def test_every_view_can_be_read_in_the_dark_and_every_file_of_it_arrives_and_opens(
    visitor: Visitor, furnished: Furnished
) -> None:
    page, offered = visitor(furnished[0], look="dark", language="en"), Offered()

    def files_arrive(page: Page) -> Iterator[str]:
        offered.take(page)
        yield from ()

    faults = _walked(page, furnished, Language.EN, (_coloured, files_arrive), VIEWS)
    assert not faults, faults
    charts = {key.rsplit("-", 1)[0] for key, ending in offered.taken.items() if ending == ".png"}
    assert set(offered.taken.values()) == set(OPENS)
    assert len(charts) >= 9
    assert [chart for chart in charts if not {f"{chart}-svg", f"{chart}-pdf"} <= offered.taken.keys()] == []
