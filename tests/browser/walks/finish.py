"""The end of a walk: everybody leaves the fields, and store, screens and workbook must say the same."""

from pathlib import Path

from playwright.sync_api import expect

from journey.exchange import read_document
from journey.model import Language
from journey.texts import text
from tests.browser import person as hands
from tests.browser.walks import adapter
from tests.browser.walks.acts.act import HAND, run
from tests.browser.walks.acts.together import Look, Settle
from tests.browser.walks.acts.typing import Close, Leave
from tests.browser.walks.adapter import title_of
from tests.browser.walks.model import Lost, compare
from tests.browser.walks.stage import Person, Stage


def finish(stage: Stage, *, exports: bool) -> None:
    """Leave all fields, close all cards, answer all questions; then compare everything."""
    here = [person for person in stage.people.values() if person.page is not None]
    for person in here:
        for act in (
            Leave(person.name, "Tab"),
            Settle(person.name, mine=False),
            Close(person.name, adapter.WAYS[0], HAND),
        ):
            if act.possible(stage):
                run(stage, act)
    stage.tell("both look at what they have")
    for person in here:
        told = list(stage.told)
        run(stage, Look(person.name))
        stage.told = told
        compare(stage.expected, stage.now())
        stage.shows_what_is_held(person)
        _table_agrees(stage, person)
    if exports and here:
        _workbook_agrees(stage, here[0])


def _table_agrees(stage: Stage, person: Person) -> None:
    seen = person.table()
    if seen is None or "title" not in seen[1] or not stage.expected.collection(seen[0]):
        return
    table = person.screen.get_by_test_id("stDataFrame")
    hands.to_top(table)
    column = text(f"fields.{seen[0]}.title", person.language)
    expect(table.locator("th[aria-colindex]").first).to_be_attached()
    held = [title_of(card) for card in stage.expected.collection(seen[0])]
    rows = min(len(held), 3)
    shown = [hands.cell_text(table, row, column) for row in range(rows)]
    if shown != held[:rows]:
        raise Lost("old table", f"{person.name}'s table of {seen[0]} begins with {shown} instead of {held[:rows]}")


def _workbook_agrees(stage: Stage, person: Person) -> None:
    page = person.screen
    hands.take_home(page)
    with page.expect_download() as started:
        page.get_by_role("button", name=text("takehome.xlsx", person.language), exact=True).click()
    data = Path(started.value.path()).read_bytes()
    page.keyboard.press("Escape")
    reading = read_document(data, "walk.xlsx", Language.DE, stage.expected)
    compare(stage.expected, reading.workshop)
