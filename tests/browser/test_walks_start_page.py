"""The start page: samples, and what one does with workshops as a whole."""

import pytest
from playwright.sync_api import Locator, Page, expect

from journey.model import Language
from journey.palette import DARK, LIGHT
from tests.browser import person, stored
from tests.browser.conftest import Visitor
from tools import prepared
from tools.app_server import AppServer
from tools.browser import wait_until_still


def card(page: Page, title: str) -> Locator:
    heading = page.get_by_role("heading", name=title, exact=True)
    return page.locator("[class*='st-key-workshop-']").filter(has=heading)


def more(page: Page, title: str, act: str) -> None:
    card(page, title).get_by_role("button", name="Mehr").click()
    page.get_by_role("menuitem", name=act, exact=True).or_(page.get_by_role("option", name=act, exact=True)).click()
    wait_until_still(page)


def open_sample(page: Page) -> None:
    page.get_by_role("button", name="Beispiel öffnen").first.click()
    expect(page.get_by_role("heading", name="Ziele setzen")).to_be_visible()
    wait_until_still(page)


def test_a_sample_opens_with_one_click_and_is_a_workshop_of_its_own(visitor: Visitor, own_app: AppServer) -> None:
    page = visitor(own_app)
    open_sample(page)
    person.turn_to(page, "Workshops")
    open_sample(page)
    first, second = stored.workshops(own_app)
    assert first.frame.id != second.frame.id
    assert first.touchpoints == prepared.full(Language.DE).touchpoints


def test_workshops_are_searched_renamed_duplicated_deleted_and_restored(visitor: Visitor, own_app: AppServer) -> None:
    prepared.put(own_app.data, prepared.full(Language.DE), prepared.empty(Language.DE))
    page = visitor(own_app)
    title = "Unser erster Workshop"
    person.enter(page, "Titel, Organisation oder Schlagwort suchen", "ERSTER")
    expect(page.locator("[class*='st-key-workshop-']")).to_have_count(1)

    more(page, title, "Umbenennen")
    person.fill(page.get_by_role("dialog"), "Titel", "Unser erster Tag")
    person.click(page.get_by_role("dialog"), "Umbenennen")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(card(page, "Unser erster Tag")).to_be_visible()

    more(page, "Unser erster Tag", "Duplizieren")
    expect(card(page, "Unser erster Tag (Kopie)")).to_be_visible()

    more(page, "Unser erster Tag", "Löschen")
    expect(card(page, "Unser erster Tag")).to_have_count(0)
    assert "Unser erster Tag" not in [each.frame.title for each in stored.workshops(own_app)]
    person.click(page, "Wiederherstellen")
    expect(card(page, "Unser erster Tag")).to_be_visible()
    assert len(stored.workshops(own_app)) == 3


@pytest.mark.parametrize("address", ["/", "/check"])
def test_without_a_workshop_too_a_page_follows_a_system_that_turns_dark(
    visitor: Visitor, own_app: AppServer, address: str
) -> None:
    page = visitor(own_app, address)
    root = page.locator(":root")
    expect(root).to_have_css("--j-text", LIGHT.text)
    page.emulate_media(color_scheme="dark")
    expect(root).to_have_css("--j-text", DARK.text)
