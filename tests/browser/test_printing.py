"""What the browser's own print command makes of a page."""

from io import BytesIO

import pytest
from playwright.sync_api import Page
from pypdf import PageObject, PdfReader

from journey.model import Language
from tests.browser.conftest import Visitor
from tools import prepared
from tools.app_server import AppServer
from tools.browser import wait_until_still
from tools.screenshots import VIEWS, open_view

A3_LANDSCAPE = (1191, 842)


def printed(page: Page) -> list[PageObject]:
    return list(PdfReader(BytesIO(page.pdf(prefer_css_page_size=True, print_background=True))).pages)


@pytest.mark.parametrize("content", ["full", "empty"])
def test_the_map_prints_on_one_sheet(visitor: Visitor, app: AppServer, content: str) -> None:
    made = (prepared.full if content == "full" else prepared.empty)(Language.DE)
    [workshop] = prepared.put(app.data, made)
    page = visitor(app, f"/journey-map?lang=de&workshop={workshop}")
    (sheet,) = printed(page)
    assert tuple(round(float(side)) for side in sheet.mediabox[2:]) == A3_LANDSCAPE
    words = " ".join(sheet.extract_text().split())
    assert made.frame.title in words
    assert "Chancen" in words  # the last lane
    assert "Ein Klick auf eine Karte" not in words
    last = max(made.touchpoints, key=lambda card: card.rank, default=None)
    assert last is None or last.title.split()[0] in words


def test_no_view_prints_an_empty_sheet(visitor: Visitor, app: AppServer) -> None:
    [workshop] = prepared.put(app.data, prepared.full(Language.DE))
    page = visitor(app)
    for name, view in VIEWS.items():
        if not view.log:
            open_view(page, app.url, view, f"lang=de&workshop={workshop}")
            assert all(len(sheet.extract_text()) > 20 or sheet.images for sheet in printed(page)), name
            wait_until_still(page)
