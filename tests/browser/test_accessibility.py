"""No page breaks a rule of WCAG 2.2 A or AA that axe-core can see, in light and dark, on a desk and on a phone."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from journey.model import Language
from tests.browser.conftest import Visitor
from tools import prepared
from tools.app_server import AppServer
from tools.screenshots import VIEWS, open_view, shown_whole

_RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "resultTypes": ["violations"]}

# What Streamlit itself does and the app cannot change: rule and the part of the page where it is accepted.
_STREAMLITS_OWN: dict[str, str] = {}


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[AppServer, str]]:
    data = tmp_path_factory.mktemp("furnished") / "data"
    [workshop] = prepared.put(data, prepared.full(Language.DE))
    with AppServer(data) as server:
        yield server, workshop


def violations(page: Page) -> list[str]:
    """Each broken rule with the elements that break it, apart from what is Streamlit's own."""
    found = Axe().run(page, options=_RULES).response["violations"]
    return [
        f"{rule['id']}: {node['target']} {node['html'][:160]} {[check['message'] for check in node['any']]}"
        for rule in found
        for node in rule["nodes"]
        if not (rule["id"] in _STREAMLITS_OWN and _STREAMLITS_OWN[rule["id"]] in node["html"])
    ]


@pytest.mark.parametrize("look", ["desktop", "dark", "phone"])
def test_no_page_breaks_an_accessibility_rule(visitor: Visitor, furnished: tuple[AppServer, str], look: str) -> None:
    server, workshop = furnished
    page = visitor(server, look=look)
    broken = []
    for name, view in VIEWS.items():
        open_view(page, server.url, view, f"lang=de&workshop={workshop}")
        with shown_whole(page):
            broken += [f"{name}: {violation}" for violation in violations(page)]
    assert not broken, "\n".join(broken)
