"""The German app speaks German where Streamlit itself would speak English, and changes nothing that people typed."""

import pytest
from playwright.sync_api import Page, expect

from journey.model import Language, Workshop
from tests.browser import person
from tests.browser.conftest import Visitor
from tools import prepared
from tools.app_server import AppServer
from tools.browser import wait_until_still
from ui.shell.framework_words import places

ENGLISH = ("Upload", "Select all", "Fullscreen", "Search", "Open", "25MB per file")
"""Words of the framework that people may well type."""


def _named_like_the_framework() -> Workshop:
    sample = prepared.full(Language.DE)
    people = [each.model_copy(update={"name": ENGLISH[place]}) for place, each in enumerate(sample.personas)]
    cards = [
        each.model_copy(update={"title": ENGLISH[place % len(ENGLISH)]})
        for place, each in enumerate(sample.touchpoints)
    ]
    frame = sample.frame.model_copy(update={"title": "Fullscreen", "organisation": "Upload"})
    return sample.model_copy(update={"personas": tuple(people), "touchpoints": tuple(cards), "frame": frame})


def _english_now(page: Page) -> list[str]:
    """What stands at the framework's places and is still one of its English words."""
    left: list[str] = page.evaluate(
        """places => places.flatMap(({ at, part, words }) => [...document.querySelectorAll(at)].flatMap((element) => {
            const said = part === 'text'
                ? [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data.trim())
                : [element.getAttribute(part)];
            return said.filter((one) => one in words && words[one] !== one);
        }))""",
        places(),
    )
    return left


@pytest.fixture
def odd(own_app: AppServer) -> str:
    """The id of a workshop whose people named everything like Streamlit's buttons."""
    [workshop] = prepared.put(own_app.data, _named_like_the_framework())
    return workshop


def test_a_file_is_asked_for_in_german_and_the_switch_turns_it_back(visitor: Visitor, own_app: AppServer) -> None:
    page = visitor(own_app)
    field = page.get_by_test_id("stFileUploader").filter(has_text="XLSX")
    expect(field.get_by_text("Hochladen", exact=True)).to_be_visible()
    expect(field.get_by_text("höchstens 25\u00a0MB je Datei")).to_be_visible()
    assert _english_now(page) == []
    person.pick(page, "Sprache", "EN")
    expect(field.get_by_text("Upload", exact=True)).to_be_visible()
    expect(field.get_by_text("25MB per file")).to_be_visible()
    person.pick(page, "Language", "DE")
    expect(field.get_by_text("Hochladen", exact=True)).to_be_visible()


def test_lists_dialogs_tables_and_charts_speak_german(visitor: Visitor, own_app: AppServer, odd: str) -> None:
    page = visitor(own_app, f"/personas?workshop={odd}")
    page.get_by_role("button", name="Bearbeiten").first.click()
    wait_until_still(page)
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("button", name="Schließen", exact=True)).to_be_visible()
    choice = dialog.get_by_role("combobox").first
    choice.scroll_into_view_if_needed()  # a list closes when its page scrolls
    wait_until_still(page)
    choice.click()
    expect(page.get_by_role("option", name="Alle auswählen")).to_be_visible()
    choice.fill("zzz")
    expect(page.get_by_text("Keine Treffer")).to_be_visible()
    assert _english_now(page) == []

    person.go(page, f"/touchpoints?workshop={odd}")
    person.pick(page, "Ansicht", "Tabelle")
    table = page.get_by_test_id("stDataFrame").first
    table.hover()
    wide = page.get_by_test_id("stElementToolbarButton").last.get_by_role("button")
    wide.hover()
    expect(page.get_by_test_id("stTooltipContent").get_by_text("Vollbild")).to_be_visible()
    assert _english_now(page) == []


def test_cards_that_are_called_like_buttons_keep_their_names(visitor: Visitor, own_app: AppServer, odd: str) -> None:
    page = visitor(own_app, f"/personas?workshop={odd}")
    heading = page.locator(".j-name")
    expect(heading).to_contain_text("Fullscreen")
    expect(heading).to_contain_text("Upload")
    names = page.locator(".j-persona h3")
    assert names.all_inner_texts() == list(ENGLISH[:4])

    person.go(page, f"/touchpoints?workshop={odd}")
    named = page.get_by_role("button", name="Upload").or_(page.get_by_text("Upload", exact=True))
    assert named.count() >= 1
    assert page.get_by_text("Hochladen").count() == 0

    person.pick(page, "Ansicht", "Wirkungen")
    choice = page.get_by_role("combobox", name="Von", exact=True)
    choice.click()
    expect(page.get_by_role("option", name="Search").first).to_be_visible()
    assert page.get_by_role("option", name="Suchen").count() == 0
