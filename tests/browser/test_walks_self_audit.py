"""The self-audit in a browser: every part begins at its beginning; without a workshop on a phone, from the door to paper."""

from io import BytesIO
from itertools import cycle

import pytest
from playwright.sync_api import Locator, Page, PdfMargins, expect
from pypdf import PdfReader

from journey.model import Language
from journey.phases import model_of
from tests.browser import person
from tests.browser.conftest import Visitor
from tests.browser.looked_at import printed, violations
from tools import prepared
from tools.app_server import AppServer

THUMB = 44  # px
MARGIN = 40  # px below the line on top in which a beginning may lie


def _stands_at_the_top(page: Page, words: str) -> None:
    """A heading lies right below the line on top, or as far up as a short page goes, at once or soon; the keyboard goes on
    from there."""
    heading = page.locator(".st-key-part-begins").get_by_text(words, exact=True)
    expect(heading).to_be_in_viewport()
    line = page.locator(".st-key-line").bounding_box() or {"y": 0, "height": 0}
    page.wait_for_function(
        "([top, margin]) => { const at = document.querySelector('.st-key-part-begins').getBoundingClientRect().top;"
        " const main = document.querySelector('[data-testid=stMain]');"
        " const short = main.scrollTop + main.clientHeight >= main.scrollHeight - 1;"
        " return at >= top - 1 && (at <= top + margin || short) }",
        arg=[line["y"] + line["height"], MARGIN],
    )
    assert page.evaluate("document.activeElement.classList.contains('st-key-part-begins')")


@pytest.mark.parametrize("look", ["desktop", "phone"])
def test_next_opens_every_part_at_its_beginning(visitor: Visitor, own_app: AppServer, look: str) -> None:
    empty = prepared.empty(Language.DE)
    [workshop] = prepared.put(own_app.data, empty)
    page = visitor(own_app, f"/self-audit?workshop={workshop}", look=look)
    for phase in model_of(empty, Language.DE).phases:
        person.click(page, "Weiter")
        _stands_at_the_top(page, phase.name)
    person.click(page, "Zum Ergebnis")
    _stands_at_the_top(page, "Beantworten Sie zuerst einige Fragen. Dann steht hier, wie es um jede Phase steht.")


def test_an_answer_does_not_move_the_page(visitor: Visitor, own_app: AppServer) -> None:
    [workshop] = prepared.put(own_app.data, prepared.empty(Language.DE))
    page = visitor(own_app, f"/self-audit?workshop={workshop}", look="phone")
    person.click(page, "Weiter")
    last = page.get_by_role("radio", name="Teilweise").last.or_(page.get_by_text("Teilweise", exact=True).last).last
    last.scroll_into_view_if_needed()
    before = page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop")
    last.click()
    person._still(page)
    expect(page.get_by_text("1/5")).to_be_attached()
    after = page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop")
    assert abs(after - before) < MARGIN < before


def test_an_owner_answers_on_the_phone_leaves_comes_back_and_prints(visitor: Visitor, own_app: AppServer) -> None:
    page = visitor(own_app, "/?lang=de", look="phone")
    person.click(page, "Fragen beantworten")
    for answer in ("Nein", "Teilweise"):
        person.click(page, answer)
    how_far = page.get_by_text("Frage 3 von 31 · Von Ihnen hören")
    expect(how_far).to_be_visible()
    line, said = page.locator(".st-key-line").bounding_box(), how_far.bounding_box()
    assert line
    assert said
    assert said["y"] >= line["y"] + line["height"], "how far one is lies below the line on top"
    tapped = page.locator(".stMain button:visible, .st-key-own-audit-way-out a")
    assert [box for box in map(_height, tapped.all()) if box < THUMB] == []
    expect(tapped.last).to_be_in_viewport()
    assert list(violations(page)) == []
    own_app.kill()
    own_app.start()
    person.refresh(page)
    person.click(page, "Zur Startseite", role="link")
    person.click(page, "Weitermachen: 2 von 31 beantwortet")
    expect(page.get_by_text("Frage 3 von 31 · Von Ihnen hören")).to_be_visible()
    person.click(page, "Ergebnis", role="radio")
    page.evaluate("window.print = () => { window.onPaper = document.querySelector('.j-paper').textContent }")
    page.get_by_label("Name Ihrer Firma").fill("Bäckerei Ähre")
    person.click(page, "Drucken")
    page.wait_for_function("window.onPaper")
    today = page.evaluate("new Date().toLocaleDateString('de-DE', {day: '2-digit', month: '2-digit', year: 'numeric'})")
    assert page.evaluate("window.onPaper") == f"Bäckerei ÄhreSelbst-Audit vom {today}"
    assert list(violations(page)) == []
    (sheet,) = printed(page)
    words = "".join(sheet.extract_text().split())
    assert "BäckereiÄhre" in words
    assert "Waszuerstzutunist" in words
    assert "Workshopdarausmachen" not in words


def test_an_audit_that_is_answered_whole_prints_on_one_page(visitor: Visitor, own_app: AppServer) -> None:
    page = visitor(own_app, "/check", look="phone")
    answers = page.locator(".st-key-own-audit-answers")
    for answer in cycle(("Ja", "Nein", "Teilweise", "Weiß ich nicht")):
        if not answers.is_visible():
            break
        person.click(answers, answer)
    expect(page.get_by_text("Das lohnt sich herauszufinden")).to_be_visible()
    broken = "points => points.filter(one => one.getClientRects().length > 1).map(one => one.textContent)"
    assert page.locator(".j-stages > li > .j-quiet").evaluate_all(broken) == []
    edges = PdfMargins(top="10mm", bottom="10mm", left="10mm", right="10mm")
    assert len(PdfReader(BytesIO(page.pdf(format="A4", margin=edges))).pages) == 1


def _height(button: Locator) -> float:
    return (button.bounding_box() or {"height": 0.0})["height"]
