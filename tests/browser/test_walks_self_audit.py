"""The self-audit in a browser: every part begins at its beginning."""

import pytest
from playwright.sync_api import Page, expect

from journey.model import Language
from journey.phases import model_of
from tests.browser import person
from tests.browser.conftest import Visitor
from tools import prepared
from tools.app_server import AppServer

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
