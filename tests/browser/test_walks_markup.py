"""What participants type is hostile: it is shown as typed, runs nothing, and calls nobody."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from journey.model import Workshop
from tests.browser import person
from tests.browser.conftest import Visitor
from tests.ui.hostile import HTML, MARKDOWN, a_hostile_workshop
from tools import prepared
from tools.app_server import AppServer
from tools.browser import wait_until_still
from tools.screenshots import VIEWS, open_view

ATTACK = "<img src=x onerror=PWN=1><script>PWN=2</script>"


def armed(workshop: Workshop) -> Workshop:
    """The hostile workshop with a payload that leaves a mark in the browser where it runs."""
    return Workshop.from_json(workshop.to_json().replace(HTML, ATTACK))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[AppServer, str]]:
    data = tmp_path_factory.mktemp("hostile") / "data"
    [workshop] = prepared.put(data, armed(a_hostile_workshop()))
    with AppServer(data) as server:
        yield server, workshop


def unharmed(page: Page) -> bool:
    """Nothing ran in the page or its frames, and no picture or link leads away."""
    mark = "[...document.querySelectorAll('iframe')].map(f => f.contentWindow.PWN).concat(window.PWN).every(m => !m)"
    away = 'document.querySelectorAll(\'[src*="evil.example"], [href*="evil.example"]\').length === 0'
    return bool(page.evaluate(f"{mark} && {away}"))


def test_nothing_typed_takes_effect_on_any_page(visitor: Visitor, hostile: tuple[AppServer, str]) -> None:
    server, workshop = hostile
    page = visitor(server)
    for name, view in VIEWS.items():
        open_view(page, server.url, view, f"lang=de&workshop={workshop}")
        assert unharmed(page), name
        if name not in ("start", "models", "models-crosswalk"):
            expect(page.locator(".j-name")).to_contain_text(ATTACK)
            expect(page.locator(".j-name")).to_contain_text(MARKDOWN)


@pytest.mark.parametrize("path", ["/goals", "/personas", "/touchpoints"])
def test_nothing_typed_takes_effect_in_a_drawer(visitor: Visitor, hostile: tuple[AppServer, str], path: str) -> None:
    server, workshop = hostile
    page = visitor(server, f"{path}?workshop={workshop}")
    for place in range(min(2, page.get_by_role("button", name="Bearbeiten").count())):
        page.get_by_role("button", name="Bearbeiten").nth(place).click()
        wait_until_still(page)
        assert unharmed(page)
        person.click(page.get_by_role("dialog"), "Fertig")
        expect(page.get_by_role("dialog")).to_be_hidden()


def test_nothing_typed_takes_effect_in_the_dialogs(visitor: Visitor, hostile: tuple[AppServer, str]) -> None:
    server, workshop = hostile
    page = visitor(server, f"/goals?workshop={workshop}")
    page.get_by_text("Anderes Modell wählen").click()
    page.get_by_role("button", name="Wählen", exact=True).first.click()
    wait_until_still(page)
    assert unharmed(page)
