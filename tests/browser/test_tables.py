"""Rows of a table that are deleted: the ticked one goes, at once, and no other."""

import pytest
from playwright.sync_api import Page

from journey.model import Language
from tests import builders
from tests.browser import person, stored
from tests.browser.conftest import Visitor
from tests.browser.two_people import Answers
from tests.typed import there
from tools import prepared
from tools.app_server import AppServer

# What a page does that is at work: its frames come late.
LATE_FRAMES = """() => {
  const next = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (act) => setTimeout(() => next(act), 400);
}"""


@pytest.fixture
def table(own_app: AppServer, visitor: Visitor) -> Page:
    """A table of three touchpoints."""
    cards = [
        builders.a_touchpoint(title, rank=float(rank)) for rank, title in enumerate(("Flyer", "Newsletter", "Hotline"))
    ]
    [workshop] = prepared.put(own_app.data, prepared.empty(Language.DE).with_collection("touchpoints", cards))
    page = visitor(own_app, f"/touchpoints?workshop={workshop}&lang=de")
    person.pick(page, "Ansicht", "Tabelle")
    return page


def test_the_delete_key_works_right_after_a_tick_on_a_page_that_is_at_work(table: Page, own_app: AppServer) -> None:
    table.evaluate(LATE_FRAMES)
    person.delete_row(table.get_by_test_id("stDataFrame"), 1)
    assert _titles(own_app) == ["Flyer", "Hotline"]


def test_the_arrows_walk_right_after_a_click_on_a_page_that_is_at_work(table: Page, own_app: AppServer) -> None:
    table.evaluate(LATE_FRAMES)
    person.edit_cell(table.get_by_test_id("stDataFrame"), 1, "Tut", "liest")
    assert [card.doing for card in stored.workshop(own_app).touchpoints] == ["", "liest", ""]


def test_of_two_new_rows_the_ticked_one_goes_with_its_card(table: Page, own_app: AppServer) -> None:
    grid = table.get_by_test_id("stDataFrame")
    person.delete_row(grid, 0)
    person.add_last_row(grid, "Kassenbon")
    person.add_last_row(grid, "Rechnung")
    last = stored.workshop(own_app).touchpoints[3]
    person.delete_row(grid, 2)
    assert _titles(own_app) == ["Newsletter", "Hotline", "Rechnung"]
    assert there(stored.workshop(own_app).find(last.id)) == last


def test_a_row_that_is_deleted_before_the_table_is_drawn_anew_goes(table: Page, own_app: AppServer) -> None:
    answers, grid = Answers(table), table.get_by_test_id("stDataFrame")
    person.edit_cell(grid, 0, "Tut", "liest")
    table.locator(".st-key-frame-undo button").first.click()
    answers.hold_until("grid:touchpoints:2")
    person.tick_row(grid, 1)
    table.keyboard.press("Delete")
    answers.keep_until(lambda: _titles(own_app) == ["Flyer", "Hotline"])
    answers.flow()
    person.see_cell(grid, 1, "Touchpoint", "Hotline")


def _titles(server: AppServer) -> list[str]:
    return [card.title for card in stored.workshop(server).touchpoints]
