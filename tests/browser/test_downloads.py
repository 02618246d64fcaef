"""Every file that the app offers arrives and opens elsewhere. The buttons are found by walking through all views and
opening whatever can be opened there."""

import csv
import json
import zipfile
from collections.abc import Callable, Iterator
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


def offered(page: Page, seen: set[str], barren: set[str]) -> Iterator[tuple[str, Locator]]:
    """The download buttons in sight, then those in each expander, and in each popover that no page before had: the same
    menu stands on most of them. One that is called like another in which there was nothing to download stays closed."""
    yield from ((key_of(button), button) for button in page.locator(BUTTONS).all())
    while (closed := page.locator(CLOSED[1])).count():
        closed.first.click()
        wait_until_still(page)
    yield from ((key_of(button), button) for button in page.locator(BUTTONS).all())
    popovers = [(key_of(popover), popover) for popover in page.locator(CLOSED[0]).all()]
    new = [popover for name, popover in popovers if name not in seen]
    seen.update(name for name, _ in popovers)
    before = page.locator(BUTTONS).count()
    for popover in new:
        called = popover.inner_text()
        if called in barren:
            continue
        popover.click()
        wait_until_still(page)
        if page.locator(BUTTONS).count() == before:
            barren.add(called)
        yield from ((key_of(button), button) for button in page.locator(BUTTONS).all())
        page.keyboard.press("Escape")
        wait_until_still(page)


@pytest.mark.parametrize("language", list(Language), ids=[one.value for one in Language])
def test_every_file_arrives_and_opens(visitor: Visitor, app: AppServer, language: Language) -> None:
    [workshop] = prepared.put(app.data, prepared.full(language))
    page = visitor(app, language=language.value)
    opened: dict[str, str] = {}
    menus: set[str] = set()
    barren: set[str] = set()
    for view in VIEWS.values():
        open_view(page, app.url, view, f"lang={language.value}&workshop={workshop}")
        for key, button in offered(page, menus, barren):
            if key not in opened:
                with page.expect_download(timeout=30_000) as started:
                    button.click()
                ending = Path(started.value.suggested_filename).suffix
                OPENS[ending](Path(started.value.path()).read_bytes())
                opened[key] = ending
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
