"""The web page in a real browser whose network is cut: it runs, folds, filters and prints, and nothing else runs in it."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from pypdf import PdfReader

from journey.model import Language, Workshop
from journey.samples import load_sample
from journey.take_home.web_page import write_page
from tests.browser.looked_at import violations
from tests.builders import a_frame, a_workshop
from tests.strategies import NASTY
from tests.take_home.extremes import hostile, sixty
from tools.browser import LOOKS, chromium, visit


@pytest.fixture(scope="module")
def offline() -> Iterator[BrowserContext]:
    with chromium() as browser:
        context = visit(browser, LOOKS["desktop"], "de")
        context.set_offline(True)
        yield context


def opened(context: BrowserContext, workshop: Workshop, folder: Path) -> Page:
    """A page of a workshop, from a file. What it asks for elsewhere and what it complains about fails the test."""
    path = folder / "page.html"
    path.write_bytes(write_page(workshop, Language.DE))
    page = context.new_page()
    page.on(
        "request", lambda request: pytest.fail(request.url) if not request.url.startswith(("file:", "data:")) else None
    )
    page.on("console", lambda message: pytest.fail(message.text))
    page.goto(path.as_uri())
    return page


class _Looker(HTMLParser):
    """What in a page could run or be fetched."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts, self.addresses, self.handlers, self.styles = 0, set[str](), list[str](), list[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.scripts += tag == "script"
        for name, value in attrs:
            if name in ("src", "href", "action", "data", "srcset"):
                self.addresses.add(value or "")
            self.handlers += [name] if name.startswith("on") else []
            self.styles += [value or ""] if name == "style" else []


@pytest.mark.parametrize("workshop", [load_sample("b2b-software-en"), hostile(), a_workshop(frame=a_frame(title=""))])
def test_nothing_is_referred_to_outside_and_hostile_text_stays_text(workshop: Workshop) -> None:
    looked = _Looker()
    looked.feed(write_page(workshop, Language.EN).decode())
    assert looked.scripts == 1
    assert (looked.handlers, looked.styles) == ([], [])
    assert {
        address
        for address in looked.addresses
        if not address.startswith(("#", "data:image/webp;", "data:image/svg+xml;"))
    } == set()


@pytest.mark.browser
def test_a_card_opens_phases_and_lanes_fold_and_a_persona_has_its_own_map(
    offline: BrowserContext, tmp_path: Path
) -> None:
    workshop = load_sample("b2b-software-de")
    page = opened(offline, workshop, tmp_path)
    first = workshop.touchpoints[0]
    page.get_by_role("link", name=first.title).click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text(first.doing)
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()

    for section in (page.locator("#map"), page.locator("#future")):
        card = section.locator(".touchpoints").get_by_text(first.title)
        phase = section.get_by_role("button", name="Interesse wecken")
        phase.click()
        expect(phase).to_have_attribute("aria-expanded", "false")
        expect(card).to_be_hidden()
        expect(section.locator("thead th.shut")).to_have_attribute("colspan", "1")
        expect(section.locator(".touchpoints td.shut:visible")).to_have_count(1)
        phase.click()
        expect(card).to_be_visible()
        section.get_by_role("button", name="Handlungen").click()
        expect(section.locator(".doing p").first).to_be_hidden()

    buyer = workshop.personas[1]
    page.get_by_label("Persona").select_option(buyer.name)
    shown = page.locator(".map td a:visible").count()
    assert shown == sum(not t.personas or buyer.id in t.personas for t in workshop.touchpoints)
    expect(page.locator("svg.curve .one.on")).to_have_count(2)
    assert list(violations(page)) == []


@pytest.mark.browser
def test_hostile_and_long_words_are_shown_as_typed_within_the_window_and_on_paper(
    offline: BrowserContext, tmp_path: Path
) -> None:
    page = opened(offline, hostile(), tmp_path)
    shown = page.locator(".touchpoints a").all_inner_texts()
    said = "\n".join(shown)
    for touchpoint in hostile().touchpoints:
        assert " ".join(touchpoint.title.split()) in " ".join(said.split())
    assert len(shown) == len(NASTY)

    page = opened(offline, sixty(), tmp_path)
    for width in (1440, 390):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    bakery = load_sample("baeckerei-de")
    page = opened(offline, bakery, tmp_path)
    printed = "".join(part.extract_text() for part in PdfReader(BytesIO(page.pdf(format="A4"))).pages)
    printed = re.sub(r"\s", "", printed)
    assert [t.title for t in bakery.touchpoints if re.sub(r"\s", "", t.title) not in printed] == []


@pytest.mark.browser
def test_a_script_or_style_that_somebody_puts_in_does_not_run(offline: BrowserContext, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    evil = b"<script>document.title='run'</script><img src=x onerror=\"document.title='run'\"><b style='color:red'>x</b></main>"
    path.write_bytes(write_page(load_sample("baeckerei-de"), Language.DE).replace(b"</main>", evil))
    page = offline.new_page()
    page.goto(path.as_uri())
    page.wait_for_load_state("load")
    assert page.title() != "run"
    assert page.locator("main > b").evaluate("each => getComputedStyle(each).color") != "rgb(255, 0, 0)"
