"""What participants type is shown as typed: it becomes no element of the page, and calls nobody."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser import person
from tests.browser.conftest import Visitor
from tests.ui.awkward import HTML, MARKDOWN, an_awkward_workshop
from tools import prepared
from tools.app_server import AppServer, Starter
from tools.browser import wait_until_still
from tools.screenshots import VIEWS, open_view


@pytest.fixture(scope="module")
def awkward(starter: Starter, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[AppServer, str]]:
    data = tmp_path_factory.mktemp("awkward") / "data"
    [workshop] = prepared.put(data, an_awkward_workshop())
    with AppServer(data, starter=starter) as server:
        yield server, workshop


def inert(page: Page) -> bool:
    """No typed tag is an element of the page or its frames, and no picture or link leads away."""
    pages = "[document, ...[...document.querySelectorAll('iframe')].map(f => f.contentDocument)].filter(Boolean)"
    typed = '#mark, #m, [src*="elsewhere.example"], [href*="elsewhere.example"]'
    return bool(page.evaluate(f"{pages}.every(d => d.querySelectorAll('{typed}').length === 0)"))


@pytest.mark.long
def test_nothing_typed_takes_effect_on_any_page(visitor: Visitor, awkward: tuple[AppServer, str]) -> None:
    server, workshop = awkward
    page = visitor(server)
    for name, view in VIEWS.items():
        open_view(page, server.url, view, f"lang=de&workshop={workshop}")
        assert inert(page), name
        if name.startswith("presenter"):  # its line has no room for the organisation
            expect(page.locator(".j-name")).to_contain_text(HTML)
        elif name not in ("start", "models", "models-crosswalk", "projector", "own_audit", "own_audit-result"):
            expect(page.locator(".j-name")).to_contain_text(HTML)
            expect(page.locator(".j-name")).to_contain_text(MARKDOWN)


@pytest.mark.parametrize("path", ["/goals", "/personas", "/touchpoints"])
def test_nothing_typed_takes_effect_in_a_drawer(visitor: Visitor, awkward: tuple[AppServer, str], path: str) -> None:
    server, workshop = awkward
    page = visitor(server, f"{path}?workshop={workshop}")
    for place in range(min(2, page.get_by_role("button", name="Bearbeiten").count())):
        page.get_by_role("button", name="Bearbeiten").nth(place).click()
        wait_until_still(page)
        assert inert(page)
        person.click(page.get_by_role("dialog"), "Fertig")
        expect(page.get_by_role("dialog")).to_be_hidden()


def test_nothing_typed_takes_effect_in_the_dialogs(visitor: Visitor, awkward: tuple[AppServer, str]) -> None:
    server, workshop = awkward
    page = visitor(server, f"/goals?workshop={workshop}")
    page.get_by_text("Anderes Modell wählen").click()
    page.get_by_role("button", name="Wählen", exact=True).first.click()
    wait_until_still(page)
    assert inert(page)
