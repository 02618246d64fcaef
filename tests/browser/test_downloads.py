"""Every file that the app offers arrives and opens elsewhere. The buttons are found by walking through all views and
opening whatever can be opened there."""

import csv
import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO, StringIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook
from PIL import Image
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from journey.model import Language
from tests.browser.conftest import Visitor
from tools import prepared
from tools.app_server import AppServer
from tools.browser import wait_until_still
from tools.screenshots import VIEWS, open_view

BUTTONS = '[data-testid="stDownloadButton"] button:visible'
CLOSED = (
    '[data-testid="stPopover"] button[aria-expanded="false"]:visible',
    '[data-testid="stExpander"] details:not([open]) > summary:visible',
)


def opens_as_png(data: bytes) -> None:
    image = Image.open(BytesIO(data))
    image.load()
    assert image.format == "PNG"
    assert len(image.convert("L").getcolors(1 << 16) or ()) > 10


def opens_as_svg(data: bytes) -> None:
    root = ElementTree.fromstring(data.decode())
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert len(list(root.iter("{http://www.w3.org/2000/svg}text"))) > 3


def opens_as_pdf(data: bytes) -> None:
    (page,) = PdfReader(BytesIO(data)).pages
    assert len(page.extract_text().split()) > 3


def opens_as_xlsx(data: bytes) -> None:
    assert load_workbook(BytesIO(data)).sheetnames == CalamineWorkbook.from_filelike(BytesIO(data)).sheet_names


def opens_as_json(data: bytes) -> None:
    assert json.loads(data)["touchpoints"]


def opens_as_csv(data: bytes) -> None:
    rows = list(csv.reader(StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert len(rows) > 1
    assert {len(row) for row in rows} == {len(rows[0])}


def opens_as_zip(data: bytes) -> None:
    with zipfile.ZipFile(BytesIO(data)) as file:
        assert file.testzip() is None
        assert all(json.loads(file.read(name)) for name in file.namelist())
        assert len(file.namelist()) > 1


OPENS: dict[str, Callable[[bytes], None]] = {
    ".png": opens_as_png, ".svg": opens_as_svg, ".pdf": opens_as_pdf,
    ".xlsx": opens_as_xlsx, ".json": opens_as_json, ".csv": opens_as_csv, ".zip": opens_as_zip,
}  # fmt: skip


def key_of(button: Locator) -> str:
    key: str = button.evaluate(
        "node => [...node.closest('[class*=st-key-]').classList].find(name => name.includes('st-key-'))"
    )
    return key


Found = dict[str, set[str]]
"""The views where something can be downloaded, each with the keys of the popovers that hold it."""


def offered(page: Page, opens: Callable[[Locator, str], bool]) -> Iterator[tuple[str, str, Locator]]:
    """The download buttons of a view, each with its key and that of the popover that holds it: those in sight, those in the
    folded parts, and those in each popover that `opens` says yes to, by itself and its key."""
    while (closed := page.locator(CLOSED[1])).count():
        closed.first.click()
        wait_until_still(page)
    in_sight = page.locator(BUTTONS).all()
    yield from (("", key_of(button), button) for button in in_sight)
    for name, popover in [(key_of(popover), popover) for popover in page.locator(CLOSED[0]).all()]:
        if opens(popover, name):
            popover.click()
            wait_until_still(page)
            yield from ((name, key_of(button), button) for button in page.locator(BUTTONS).all()[len(in_sight) :])
            page.keyboard.press("Escape")
            wait_until_still(page)


@dataclass
class New:
    """Popovers that were not opened yet: the same menu stands on most pages, and the same one at every card of a page, where
    the next one holds nothing either."""

    called: dict[str, str] = field(default_factory=dict)
    barren: set[str] = field(default_factory=set)

    def __call__(self, popover: Locator, name: str) -> bool:
        called = popover.inner_text()
        if name in self.called or called in self.barren:
            return False
        self.called[name] = called
        self.barren.add(called)
        return True

    def holds(self, name: str) -> None:
        """There was something to download in this popover, and may be in others that are called so."""
        self.barren.discard(self.called.get(name, ""))


def is_among(names: set[str], _: Locator, name: str) -> bool:
    return name in names


def downloaded(page: Page, server: AppServer, language: Language, found: Found | None) -> tuple[dict[str, str], Found]:
    """Click every download once; the endings of the files by the buttons' keys, and where they were found. Without `found`
    everything is opened that can be opened."""
    [workshop] = prepared.put(server.data, prepared.full(language))
    opened: dict[str, str] = {}
    where: Found = {}
    new = New()
    for name in VIEWS if found is None else found:
        open_view(page, server.url, VIEWS[name], f"lang={language.value}&workshop={workshop}")
        opens = new if found is None else partial(is_among, found[name])
        for popover, key, button in offered(page, opens):
            where.setdefault(name, set()).add(popover)
            new.holds(popover)
            if key not in opened:
                with page.expect_download(timeout=30_000) as started:
                    button.click()
                ending = Path(started.value.suggested_filename).suffix
                OPENS[ending](Path(started.value.path()).read_bytes())
                opened[key] = ending
    return opened, where


def test_every_file_arrives_and_opens(visitor: Visitor, app: AppServer) -> None:
    """In English those are clicked that were found in German."""
    found: Found | None = None
    for language in Language:
        opened, found = downloaded(visitor(app, language=language.value), app, language, found)
        charts = {key.rsplit("-", 1)[0] for key, ending in opened.items() if ending == ".png"}
        assert set(opened.values()) == set(OPENS)
        assert len(charts) >= 9
        assert sum(ending in {".png", ".svg", ".pdf"} for ending in opened.values()) == 3 * len(charts)


SAID = {
    "de": ("wird erstellt …", "Die Datei ließ sich nicht erstellen"),
    "en": ("is being made …", "could not be made"),
}
AFTER = "(node, part) => getComputedStyle(node, part).content"


@pytest.fixture(scope="module")
def downloads(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppServer]:
    script = Path(__file__).with_name("download_app.py")
    with AppServer(tmp_path_factory.mktemp("downloads") / "data", script=script) as server:
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
        assert making in slow.locator("p").evaluate(AFTER, "::after")
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
