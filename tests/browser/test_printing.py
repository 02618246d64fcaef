"""What the browser's own print command makes of a page."""

import pypdfium2
import pytest

from journey.model import Language
from tests.browser import person
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


def test_another_view_prints_as_itself_after_a_look_at_the_map(visitor: Visitor, app: AppServer) -> None:
    """The map's picture is still in the page then, out of sight."""
    [workshop] = prepared.put(app.data, prepared.full(Language.DE))
    page = visitor(app, f"/journey-map?lang=de&workshop={workshop}")
    person.pick(page, "Ansicht", "Funnel")
    (sheet,) = printed(page)
    assert float(sheet.mediabox[2]) < A3_LANDSCAPE[0] / 2 + 20
    words = _solid(sheet.extract_text())
    assert _solid("Funnel") in words
    assert _solid(prepared.full(Language.DE).touchpoints[0].title) not in words


@pytest.mark.parametrize(
    ("view", "read", "pressed"),
    [
        ("view-analysis=actions", ["Maßnahmen", "Preisrechner auf die Website stellen"], ["Bearbeiten", "Weiterführen", "Prioritäten"]),
        ("view-analysis=findings", ["Hinweise", "Fünf Minuten beim Chef"], ["Annehmen", "Auf der Map zeigen", "Maßnahmen"]),
    ],
)  # fmt: skip
def test_what_a_hand_would_press_is_not_on_paper(
    visitor: Visitor, app: AppServer, view: str, read: list[str], pressed: list[str]
) -> None:
    [workshop] = prepared.put(app.data, prepared.full(Language.DE))
    page = visitor(app, f"/analysis?{view}&lang=de&workshop={workshop}")
    words = _solid("".join(sheet.extract_text() for sheet in printed(page)))
    assert [each for each in read if _solid(each) not in words] == []
    assert [each for each in pressed if _solid(each) in words] == []


@pytest.mark.parametrize("view", ["numbers?view-numbers=funnel", "analysis?view-analysis=priorities"])
def test_a_page_ends_where_its_last_words_do(visitor: Visitor, app: AppServer, view: str) -> None:
    """What follows them, be it a few pixels, is an empty sheet where it falls on the next one."""
    [workshop] = prepared.put(app.data, prepared.full(Language.DE))
    page = visitor(app, f"/{view}&lang=de&workshop={workshop}")
    taken = page.locator('[class*="st-key-picture-"] button:visible')
    taken.first.wait_for()
    page.emulate_media(media="print")
    assert page.evaluate(_BEHIND_THE_LAST_WORDS) < 1
    assert taken.count() == 0


@pytest.mark.parametrize(
    ("view", "backgrounds"),
    [("goals?", False), ("goals?", True), ("journey-map?", True), ("touchpoints?view-touchpoints=table", True)],
)
def test_a_dark_page_is_dark_on_white_paper(visitor: Visitor, app: AppServer, view: str, backgrounds: bool) -> None:
    [workshop] = prepared.put(app.data, prepared.full(Language.DE))
    page = visitor(app, f"/{view}&lang=de&workshop={workshop}", look="dark")
    document = pypdfium2.PdfDocument(page.pdf(print_background=backgrounds))
    shades = document[0].render(grayscale=True).to_pil().histogram()
    document.close()
    assert sum(shades[200:]) > 0.9 * sum(shades)
    assert sum(shades[:100]) > 500


_BEHIND_THE_LAST_WORDS = """() => {
  const main = document.querySelector('.stMainBlockContainer');
  const bottoms = [...main.querySelectorAll('p, li, h2, h3, svg, canvas, img, button, a')].map(one => one.closest('.stElementContainer'))
    .filter(one => one && one.getBoundingClientRect().height > 1).map(one => one.getBoundingClientRect().bottom);
  return main.getBoundingClientRect().bottom - Math.max(...bottoms);
}"""


def _solid(words: str) -> str:
    """Without spaces: where letters are set apart, a reader of PDFs may see some."""
    return "".join(words.split())
