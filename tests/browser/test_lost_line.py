"""The page says when it has lost its server, and no longer once it is back."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from journey.model import Language
from journey.texts import text
from tests.browser import person, stored
from tests.browser.conftest import Trap, Visitor
from tests.browser.looked_at import violations
from tests.browser.profiles import wear_out
from tests.browser.walks.connection import Connection
from tools import prepared
from tools.app_server import AppServer
from tools.browser import wait_until_still

WORDS = "Ehrlich, pünktlich"
LONG = 10_000  # ms; longer than anybody waits for an answer
GIVEN_UP = 90_000  # ms; how long a run may say nothing


@pytest.fixture
def way(own_app: AppServer, trap: Trap) -> Iterator[Connection]:
    """Between the browser and the server."""
    with Connection(own_app.port) as way:
        yield way
    trap.console_errors[:] = [said for said in trap.console_errors if "ERR_" not in said]


@pytest.fixture
def goals(way: Connection, visitor: Visitor, own_app: AppServer, trap: Trap) -> Page:
    """The goals of an empty workshop, reached by that way, with a clock that tests turn on."""
    trap.expect("WebSocket", "Client Error")
    [workshop] = prepared.put(own_app.data, prepared.empty(Language.DE))
    page = visitor(replace(own_app, port=way.port), f"/goals?workshop={workshop}")
    wear_out(page)
    page.clock.install()
    person.refresh(page)
    return page


def test_a_lost_server_is_told_in_a_line_and_what_was_typed_is_saved_once_it_is_back(
    visitor: Visitor, own_app: AppServer, trap: Trap
) -> None:
    [workshop] = prepared.put(own_app.data, prepared.empty(Language.DE))
    page = visitor(own_app, f"/goals?workshop={workshop}", look="phone-dark")
    field = page.get_by_role("textbox", name="Werte des Unternehmens")
    field.click()
    field.type(WORDS)
    line = page.locator("#lost-line")
    expect(line).to_be_empty()
    own_app.kill()
    trap.expect("ERR_CONNECTION", "ERR_INCOMPLETE", "ERR_EMPTY", "WebSocket", "Client Error", "not responding")
    expect(line).to_have_text(text("frame.lost_line", Language.DE))
    with page.expect_event("requestfailed"):  # Streamlit asks once more, and would lay its dialog over the page
        pass
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(field).to_have_value(WORDS)
    assert [found for found in violations(page) if "lost-line" in found] == []
    own_app.start()
    expect(line).to_be_empty()
    wait_until_still(page)  # a page that finds another server loads itself anew
    expect(field).to_have_value(WORDS)
    field.press("Control+Enter")
    expect(page.get_by_role("button", name=text("frame.undo", Language.DE)).first).to_be_enabled()
    assert stored.workshop(own_app).frame.company_values == WORDS


def test_a_line_that_hangs_is_told_and_one_that_is_dead_is_given_up(
    way: Connection, goals: Page, own_app: AppServer
) -> None:
    page = goals
    line, field = page.locator("#lost-line"), page.get_by_role("textbox", name="Werte des Unternehmens")
    way.stall()
    field.fill(WORDS)
    field.press("Control+Enter")
    page.clock.fast_forward(LONG)
    page.clock.fast_forward(LONG)
    expect(line).to_have_text(text("frame.lost_line", Language.DE))
    way.flow()
    expect(line).to_be_empty()
    expect(page.get_by_role("button", name=text("frame.undo", Language.DE)).first).to_be_enabled()
    assert stored.workshop(own_app).frame.company_values == WORDS
    wait_until_still(page)  # a line that dies in the middle of a run is another test

    way.deaden()
    field.fill("Langsam, aber da")
    field.press("Control+Enter")
    with page.expect_event("websocket", timeout=GIVEN_UP):
        with page.expect_response("**/_stcore/health"):
            page.clock.fast_forward(LONG)
        expect(line).to_be_empty()
        # A look for news may have begun just before the line died: in the middle of a run a line is given up later.
        runs = page.locator(".stApp[data-test-script-state=running]").count()
        page.clock.fast_forward(GIVEN_UP if runs else LONG)
        page.clock.fast_forward(LONG)
    wait_until_still(page)
    expect(line).to_be_empty()
    expect(field).to_have_value("Langsam, aber da")
    page.clock.fast_forward(LONG)
    wait_until_still(page)
    assert stored.workshop(own_app).frame.company_values == "Langsam, aber da"


def test_a_line_that_is_dead_in_the_middle_of_a_run_is_given_up_too(
    way: Connection, goals: Page, own_app: AppServer
) -> None:
    page = goals
    way.deaden()
    # Streamlit's own sign that a run has begun and has not ended, as if its last message were lost.
    page.evaluate("document.querySelector('.stApp').dataset.testScriptState = 'running'")
    field = page.get_by_role("textbox", name="Werte des Unternehmens")
    field.fill(WORDS)
    field.press("Control+Enter")
    asked: list[str] = []
    page.on("websocket", lambda line: asked.append(line.url))
    for _ in range(4):  # forty seconds, in which a run may be at work
        with page.expect_response("**/_stcore/health"):
            page.clock.fast_forward(LONG)
    assert asked == []
    with page.expect_event("websocket", timeout=GIVEN_UP):
        page.clock.fast_forward(GIVEN_UP)
    wait_until_still(page)
    expect(field).to_have_value(WORDS)
    page.clock.fast_forward(LONG)
    wait_until_still(page)
    assert stored.workshop(own_app).frame.company_values == WORDS
