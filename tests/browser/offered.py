"""The files that a page offers, found by opening whatever can be opened there; each arrives and opens elsewhere."""

import csv
import json
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO, StringIO
from pathlib import Path
from xml.etree import ElementTree

from icalendar import Calendar
from markdown_it import MarkdownIt
from openpyxl import load_workbook
from PIL import Image
from playwright.sync_api import Locator, Page, expect
from pptx import Presentation
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from tests.browser import person
from tools.browser import wait_until_still

BUTTONS = '[data-testid="stDownloadButton"] button:visible'
MENU = '[data-testid="stPopover"] button[aria-expanded]:enabled:visible'
CLOSED = f'{MENU}[aria-expanded="false"]'


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
    """A picture on one page, or a report, a poster, sheets of paper."""
    assert any(len(page.extract_text().split()) > 3 for page in PdfReader(BytesIO(data)).pages)


def opens_as_xlsx(data: bytes) -> None:
    assert load_workbook(BytesIO(data)).sheetnames == CalamineWorkbook.from_filelike(BytesIO(data)).sheet_names


def opens_as_json(data: bytes) -> None:
    """A workshop, or what a live room said."""
    held = json.loads(data)
    assert held.get("touchpoints") or held["acts"]


def opens_as_ics(data: bytes) -> None:
    assert Calendar.from_ical(data).walk("VEVENT")


def opens_as_csv(data: bytes) -> None:
    words = data.decode("utf-8-sig")
    rows = list(csv.reader(StringIO(words), delimiter=max(";,", key=words.splitlines()[0].count)))
    assert len(rows) > 1
    assert {len(row) for row in rows} == {len(rows[0])}


def opens_as_zip(data: bytes) -> None:
    """A back-up, or a workshop's tables."""
    with zipfile.ZipFile(BytesIO(data)) as file:
        assert file.testzip() is None
        for name in file.namelist():
            assert file.read(name).startswith(b"\xef\xbb\xbf") if name.endswith(".csv") else json.loads(file.read(name))
        assert len(file.namelist()) > 1


def opens_as_pptx(data: bytes) -> None:
    assert len(Presentation(BytesIO(data)).slides) > 10


def opens_as_html(data: bytes) -> None:
    words = data.decode()
    assert words.startswith("<!doctype html>")
    assert words.count("<article") >= 20


def opens_as_md(data: bytes) -> None:
    assert sum(token.type == "heading_open" for token in MarkdownIt().parse(data.decode())) > 20


def opens_as_mmd(data: bytes) -> None:
    first, *lines = data.decode().splitlines()
    assert first == "journey"
    assert sum(line.startswith("    section ") for line in lines) > 4


OPENS: dict[str, Callable[[bytes], None]] = {
    ".png": opens_as_png, ".svg": opens_as_svg, ".pdf": opens_as_pdf,
    ".xlsx": opens_as_xlsx, ".json": opens_as_json, ".csv": opens_as_csv, ".zip": opens_as_zip, ".ics": opens_as_ics,
    ".pptx": opens_as_pptx, ".html": opens_as_html, ".md": opens_as_md, ".mmd": opens_as_mmd,
}  # fmt: skip


def keys_of(found: Locator) -> list[str]:
    """The keys of what is found, in its order."""
    keys: list[str] = found.evaluate_all(
        "all => all.map(node => [...node.closest('[class*=st-key-]').classList].find(name => name.includes('st-key-')))"
    )
    return keys


@dataclass
class Offered:
    """What the views of one walk offer: each file is taken once, and each menu opened once. The same menu stands on most
    pages, and the same one at every card of a page, where the next one holds nothing either."""

    taken: dict[str, str] = field(default_factory=dict)
    """The endings of the files by their buttons' keys."""
    opened: set[str] = field(default_factory=set)
    barren: set[str] = field(default_factory=set)

    def take(self, page: Page) -> None:
        """Take every file of a view that was not taken yet: those in sight, those in the folded parts, those in menus."""
        person.unfold(page)
        in_sight = self._take_from(page, 0)
        for key in keys_of(page.locator(CLOSED)):
            menu = page.locator(f'[class~="{key}"]').locator(MENU)
            called = menu.inner_text()
            if key in self.opened or called in self.barren:
                continue
            self.opened.add(key)
            menu.click()
            wait_until_still(page)
            if self._take_from(page, in_sight) == in_sight:
                self.barren.add(called)
            page.keyboard.press("Escape")
            expect(menu).to_have_attribute("aria-expanded", "false")
            wait_until_still(page)

    def _take_from(self, page: Page, start: int) -> int:
        """Take what is new from this button on; how many there are."""
        found = page.locator(BUTTONS)
        keys = keys_of(found)
        for place, key in enumerate(keys[start:], start):
            if key not in self.taken:
                self.taken[key] = _ending_of_an_opened(page, found.nth(place))
        return len(keys)


def _ending_of_an_opened(page: Page, button: Locator) -> str:
    with page.expect_download(timeout=30_000) as started:
        button.click()
    ending = Path(started.value.suggested_filename).suffix
    OPENS[ending](Path(started.value.path()).read_bytes())
    return ending
