"""The page says when it has lost its server, and no longer once it is back."""

from playwright.sync_api import expect

from journey.model import Language
from journey.texts import text
from tests.browser import stored
from tests.browser.conftest import Trap, Visitor
from tests.browser.looked_at import violations
from tools import prepared
from tools.app_server import AppServer

WORDS = "Ehrlich, pünktlich"


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
    expect(line).to_be_empty(timeout=20_000)
    expect(field).to_have_value(WORDS)
    field.press("Control+Enter")
    expect(page.get_by_role("button", name=text("frame.undo", Language.DE)).first).to_be_enabled()
    assert stored.workshop(own_app).frame.company_values == WORDS
