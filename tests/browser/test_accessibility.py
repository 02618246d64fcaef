"""No page breaks a rule of WCAG 2.2 A or AA that axe-core can see, in light and dark, on a desk and on a phone."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from journey.model import Language
from tests.browser.conftest import Visitor
from tools import prepared
from tools.app_server import AppServer
from tools.screenshots import VIEWS, open_view, shown_whole

_RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "resultTypes": ["violations"]}
_COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"]}
"""All that another theme can change."""

# What Streamlit itself does and the app cannot change: rule and the part of the page where it is accepted.
_STREAMLITS_OWN: dict[str, str] = {}


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[AppServer, str]]:
    data = tmp_path_factory.mktemp("furnished") / "data"
    [workshop] = prepared.put(data, prepared.full(Language.DE))
    with AppServer(data) as server:
        yield server, workshop


def violations(page: Page, rules: Mapping[str, object] = _RULES) -> Iterator[str]:
    """Each broken rule with the element that breaks it, apart from what is Streamlit's own."""
    for rule in Axe().run(page, options=dict(rules)).response["violations"]:
        for node in rule["nodes"]:
            if _STREAMLITS_OWN.get(rule["id"], "\0") not in node["html"]:
                said = "; ".join(check["message"] for check in [*node["any"], *node["all"], *node["none"]])
                yield f"{rule['id']} at {node['target'][0][-60:]}: {node['html'][:80]} {said}"


@pytest.mark.parametrize("look", ["desktop", "dark", "phone"])
def test_no_page_breaks_an_accessibility_rule(visitor: Visitor, furnished: tuple[AppServer, str], look: str) -> None:
    server, workshop = furnished
    page = visitor(server, look=look)
    broken: defaultdict[str, list[str]] = defaultdict(list)
    for name, view in VIEWS.items():
        open_view(page, server.url, view, f"lang=de&workshop={workshop}")
        with shown_whole(page):
            for violation in violations(page, _COLOURS if look == "dark" else _RULES):
                broken[violation].append(name)
    told = "\n".join(f"{violation} (on {', '.join(pages)})" for violation, pages in broken.items())
    assert not told, told
