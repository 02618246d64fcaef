"""What the browser's own print command makes of a page."""

import pytest

from journey.model import Language
from tests.browser.conftest import Visitor
from tests.browser.looked_at import printed
from tools import prepared
from tools.app_server import AppServer

A3_LANDSCAPE = (1191, 842)


@pytest.mark.parametrize("content", ["full", "empty"])
def test_the_map_prints_on_one_sheet(visitor: Visitor, app: AppServer, content: str) -> None:
    made = (prepared.full if content == "full" else prepared.empty)(Language.DE)
    [workshop] = prepared.put(app.data, made)
    page = visitor(app, f"/journey-map?lang=de&workshop={workshop}")
    (sheet,) = printed(page)
    assert tuple(round(float(side)) for side in sheet.mediabox[2:]) == A3_LANDSCAPE
    words = _solid(sheet.extract_text())
    assert _solid(made.frame.title) in words
    assert "Chancen" in words  # the last lane
    assert _solid("Ein Klick auf eine Karte") not in words
    last = max(made.touchpoints, key=lambda card: card.rank, default=None)
    assert last is None or last.title.split()[0] in words


def _solid(words: str) -> str:
    """Without spaces: where letters are set apart, a reader of PDFs may see some."""
    return "".join(words.split())
