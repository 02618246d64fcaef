"""Every view of every page, on a desk in light and dark and on a phone: no rule of WCAG 2.2 A or AA is broken that axe-core
can see, nothing makes a phone scroll sideways, and no sheet comes empty out of the printer."""

from collections import defaultdict
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page

from journey.model import Language
from tests.browser.conftest import Visitor
from tests.browser.looked_at import COLOURS, overhang, printed, violations
from tools import prepared
from tools.app_server import AppServer
from tools.browser import wait_until_still
from tools.screenshots import VIEWS, open_view, shown_whole

Check = Callable[[Page], Iterator[str]]


def _accessible(page: Page) -> Iterator[str]:
    with shown_whole(page):
        yield from violations(page)


def _coloured(page: Page) -> Iterator[str]:
    with shown_whole(page):
        yield from violations(page, COLOURS)


def _narrow(page: Page) -> Iterator[str]:
    if overhang(page) > 0:
        yield "the page scrolls sideways"


def _printable(page: Page) -> Iterator[str]:
    for number, sheet in enumerate(printed(page), 1):
        if len(sheet.extract_text()) <= 20 and not sheet.images:
            yield f"sheet {number} is empty"
    wait_until_still(page)


CHECKS: dict[str, tuple[Check, ...]] = {
    "desktop": (_accessible, _printable), "dark": (_coloured,), "phone": (_narrow, _accessible),
}  # fmt: skip


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[AppServer, str]]:
    data = tmp_path_factory.mktemp("furnished") / "data"
    [workshop] = prepared.put(data, prepared.full(Language.DE))
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
