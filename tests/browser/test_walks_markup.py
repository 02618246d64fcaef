"""What participants type is shown as typed: it becomes no element of the page, and calls nobody."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser import person
from tests.browser.claims import inert
from tests.browser.conftest import Visitor
from tests.ui.awkward import HTML, an_awkward_workshop
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


def test_no_phase_of_markup_takes_effect(visitor: Visitor, awkward: tuple[AppServer, str]) -> None:
    """What else is typed is asked of every view in `test_every_view.py`."""
    server, workshop = awkward
    page = visitor(server)
    for name in ("map", "map-funnel", "analysis-curve", "models", "models-own", "presenter", "presenter-funnel"):
        open_view(page, server.url, VIEWS[name], f"lang=de&workshop={workshop}")
        assert list(inert(page)) == [], name
        if name != "models":
            expect(page.locator(".j-name"), name).to_contain_text(HTML)


@pytest.mark.parametrize("path", ["/goals", "/personas", "/touchpoints"])
def test_nothing_typed_takes_effect_in_a_drawer(visitor: Visitor, awkward: tuple[AppServer, str], path: str) -> None:
    server, workshop = awkward
    page = visitor(server, f"{path}?workshop={workshop}")
    for place in range(min(2, page.get_by_role("button", name="Bearbeiten").count())):
        page.get_by_role("button", name="Bearbeiten").nth(place).click()
        wait_until_still(page)
        assert list(inert(page)) == []
        person.click(page.get_by_role("dialog"), "Fertig")
        expect(page.get_by_role("dialog")).to_be_hidden()


def test_nothing_typed_takes_effect_in_the_dialogs(visitor: Visitor, awkward: tuple[AppServer, str]) -> None:
    server, workshop = awkward
    page = visitor(server, f"/goals?workshop={workshop}")
    page.get_by_text("Anderes Modell wählen").click()
    page.get_by_role("button", name="Wählen", exact=True).first.click()
    wait_until_still(page)
    assert list(inert(page)) == []
