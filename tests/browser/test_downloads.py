"""A download button tells what becomes of its file. That every file arrives and opens elsewhere, `test_every_view.py` says."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visitor
from tools.app_server import AppServer, Starter
from tools.browser import wait_until_still

SAID = {
    "de": ("wird erstellt …", "Die Datei ließ sich nicht erstellen"),
    "en": ("is being made …", "could not be made"),
}
AFTER = "(node, part) => getComputedStyle(node, part).content"


@pytest.fixture(scope="module")
def downloads(starter: Starter, tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppServer]:
    script = Path(__file__).with_name("download_app.py")
    with AppServer(tmp_path_factory.mktemp("downloads") / "data", script=script, starter=starter) as server:
        yield server


@pytest.mark.parametrize("language", SAID)
def test_a_button_says_that_a_file_is_in_the_making_and_that_one_failed(
    visitor: Visitor, downloads: AppServer, language: str
) -> None:
    page = visitor(downloads, language=language)
    making, failed = SAID[language]
    slow = page.get_by_role("button", name="Slow")
    with page.expect_download():
        slow.click()
        expect(slow).to_be_disabled()
        assert making in slow.evaluate(AFTER, "::after")
    expect(slow).to_be_enabled()
    page.get_by_role("button", name="Broken").click()
    error = page.get_by_test_id("stDownloadButtonError")
    expect(error).to_be_visible()
    assert failed in error.evaluate(AFTER, "::after")


def test_a_toast_from_a_part_of_a_page_leaves_the_page_its_style_sheet(visitor: Visitor, downloads: AppServer) -> None:
    """Not about downloads, but their page is a small one that has the style sheet."""
    page = visitor(downloads)
    ink = "getComputedStyle(document.documentElement).getPropertyValue('--j-text')"
    before = page.evaluate(ink)
    page.get_by_role("button", name="Toast").click()
    expect(page.get_by_test_id("stToast")).to_be_visible()
    wait_until_still(page)
    assert before
    assert page.evaluate(ink) == before
