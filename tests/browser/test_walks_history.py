"""Somebody lost something and finds it; a version is kept, work goes on, and one goes back to it and forth again."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from journey.editing import change_of, put, remove, revise
from journey.model import Language, Workshop
from journey.store import open_store
from tests.browser import person, stored
from tests.browser.claims import inert
from tests.browser.conftest import Visitor
from tests.browser.looked_at import overhang, violations
from tests.ui.awkward import HTML, LONG_WORD, MARKDOWN, an_awkward_workshop
from tools import prepared
from tools.app_server import AppServer
from tools.browser import wait_until_still


@pytest.fixture
def workshop(own_app: AppServer) -> str:
    [found] = prepared.put(own_app.data, prepared.full(Language.DE))
    return found


def worked_on(server: AppServer, workshop_id: str) -> None:
    """Somebody renames a card, somebody else deletes it with all that hangs on it, and names the state before."""
    store = open_store(f"sqlite:///{server.data / 'workshops.sqlite3'}")
    try:
        opened = store.open(workshop_id)
        card = next(each for each in opened.workshop.touchpoints if each.id == opened.workshop.relations[0].source)
        renamed = change_of(put(opened.workshop, revise(card, title=MARKDOWN[:100], owner=HTML, place=LONG_WORD)))
        assert renamed is not None
        store.save(workshop_id, renamed, opened.versions, "anna")
        opened = store.caught_up(opened)
        deleted = change_of(remove(opened.workshop, card.id))
        assert deleted is not None
        store.save(workshop_id, deleted, opened.versions, "bert")
        store.past.keep_version(workshop_id, 1, f"{HTML} **Vormittag**", "anna")
        store.people.call("bert", LONG_WORD)
    finally:
        store.close()


def in_order(workshop: Workshop) -> tuple[object, ...]:
    return workshop.touchpoints, workshop.relations, workshop.citations, workshop.activities


def test_what_one_person_deleted_another_finds_and_brings_back(
    visitor: Visitor, own_app: AppServer, workshop: str
) -> None:
    before = stored.workshop(own_app)
    anna = visitor(own_app, f"/history?workshop={workshop}")
    expect(anna.get_by_text("Noch keine Änderung.")).to_be_visible()
    person.click(anna, "Ich heiße hier …")
    person.fill(anna, "Ihr Name für die anderen", "Anna")
    expect(anna.get_by_text("Die anderen lesen bei Ihren Änderungen: Anna")).to_be_visible()
    expect(anna.get_by_role("button", name="Ich heiße hier: Anna")).to_be_visible()
    person.go(anna, f"/touchpoints?workshop={workshop}")
    anna.get_by_role("button", name="Bearbeiten").first.click()
    wait_until_still(anna)
    drawer = anna.get_by_role("dialog")
    lost = drawer.get_by_label("Touchpoint", exact=True).input_value()
    person.click(drawer, "Löschen")
    expect(drawer).to_be_hidden()
    assert len(stored.workshop(own_app).relations) < len(before.relations)

    bert = visitor(own_app, f"/goals?workshop={workshop}")
    person.click(bert, "Verlauf", "link")
    person.choose(bert, "Karte", f"{lost} · Touchpoint (gelöscht)")
    entry = bert.locator(".st-key-change-1")
    expect(entry).to_contain_text("Anna")
    expect(entry).to_contain_text(f"Touchpoint „{lost}“ gelöscht (damit auch")
    entry.locator("summary").click()
    expect(entry.locator("del").first).to_be_visible()
    person.click(entry, "Zurückholen")
    person.click(bert.get_by_role("dialog"), "Zurückholen")
    expect(bert.get_by_role("dialog")).to_be_hidden()
    expect(bert.get_by_test_id("stToast")).to_contain_text("gelöscht (damit auch")
    assert in_order(stored.workshop(own_app)) == in_order(before)


def test_a_version_is_kept_gone_back_to_and_left_again(
    visitor: Visitor, own_app: AppServer, workshop: str, tmp_path: Path
) -> None:
    page = visitor(own_app, f"/history?workshop={workshop}", look="phone")
    person.click(page, "Version festhalten")
    person.fill(page, "Name der Version", "Nach dem Vormittag")
    person.click(page, "Festhalten")
    expect(page.get_by_label("Name der Version", exact=True)).to_be_hidden()
    noon = stored.workshop(own_app)
    person.go(page, f"/goals?workshop={workshop}")
    person.enter(page, "Titel", "Nachmittag")
    evening = stored.workshop(own_app)
    assert evening.frame.title == "Nachmittag"

    person.turn_to(page, "Verlauf")
    person.click(page.locator("[class*=st-key-version-mark]"), "Hierher zurück")
    dialog = page.get_by_role("dialog")
    expect(dialog.locator('[kind="primary"], [data-testid="stBaseButton-primary"]')).to_have_count(1)
    expect(dialog).to_contain_text("1 Karte ändert sich")
    file = person.download(dialog, "JSON-Datei", tmp_path)
    assert Workshop.from_json(file.read_bytes()) == noon
    person.click(dialog, "Hierher zurückgehen")
    expect(dialog).to_be_hidden()
    assert stored.workshop(own_app) == noon
    expect(page.get_by_text("Zurück zur Version „Nach dem Vormittag“").first).to_be_visible()
    person.click(page, "Rückgängig")
    assert stored.workshop(own_app) == evening

    mark = page.locator("[class*=st-key-version-mark]")
    person.click(mark, "Mehr")
    person.click(page, "Umbenennen", "menuitem")
    person.fill(page.get_by_role("dialog"), "Name der Version", "Mittag")
    person.click(page.get_by_role("dialog"), "Umbenennen")
    expect(mark).to_contain_text("Mittag")
    person.click(mark, "Mehr")
    person.click(page, "Löschen", "menuitem")
    expect(mark).to_be_hidden()
    person.click(page, "Wiederherstellen")
    expect(mark).to_contain_text("Mittag")


@pytest.mark.parametrize("look", ["desktop", "phone-dark"])
def test_list_and_dialogs_are_accessible_inert_and_no_wider_than_the_screen(
    visitor: Visitor, own_app: AppServer, look: str
) -> None:
    [workshop] = prepared.put(own_app.data, an_awkward_workshop())
    worked_on(own_app, workshop)
    page = visitor(own_app, f"/history?workshop={workshop}", look=look)
    for summary in page.locator("summary").all():
        summary.click()
    broken = [f"list: {each}" for each in violations(page)] + _unfit(page, "list")
    for number, act in ((1, "Zurücknehmen"), (2, "Zurückholen"), (1, "Hierher zurück")):
        person.click(page.locator(f".st-key-change-{number}"), act)
        expect(page.get_by_role("dialog")).to_be_visible()
        broken += [f"{number} {act}: {each}" for each in violations(page)] + _unfit(page, f"{number} {act}")
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_be_hidden()
    assert not broken, "\n".join(broken)


def _unfit(page: Page, where: str) -> list[str]:
    wide = overhang(page)
    return [f"{where}: {wide} px too wide"] * (wide > 0) + [f"{where}: {fault}" for fault in inert(page)]
