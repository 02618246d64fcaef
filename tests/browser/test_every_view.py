"""Every view of every page, visited once at a desk and once on a phone. No rule of WCAG 2.2 A or AA is broken that axe-core
can see, in light and dark, headings leave no level out, nothing typed takes effect, nothing makes a phone scroll sideways,
its content begins soon and has room for thumbs, no sheet comes empty out of the printer, and every file that is offered arrives and opens elsewhere.
Of every page the line on top is low, and its language switch keeps page, workshop and content.

At a desk the views are English and each page is visited anew, on a phone they are German and the app itself goes from page to
page. What files say in which language is asked without a browser (tests/take_home/test_every_format.py, tests/charts/files)."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from journey.model import Language, Workshop
from journey.texts import text
from tests.browser import claims, person, stored
from tests.browser.claims import Claim
from tests.browser.conftest import Visitor
from tests.browser.offered import OPENS, Offered
from tests.ui.awkward import MARK, marked
from tools import prepared
from tools.app_server import AppServer, Starter
from tools.screenshots import VIEWS, open_view
from ui.kit.rooms import ROOMS

ROOM = {f"/{room.path}": room for room in ROOMS}
AT_A_DESK: tuple[Claim, ...] = (claims.headed, claims.inert, claims.accessible)
ON_A_PHONE: tuple[Claim, ...] = (claims.begins_soon, claims.narrow, claims.thumbed, claims.accessible)
PARTS = {
    "start": (5, {".html", ".json", ".md", ".mmd", ".pdf", ".png", ".pptx", ".svg", ".xlsx", ".zip"}),
    "analysis": (4, {".csv", ".ics", ".pdf", ".png", ".svg"}),
    "numbers-log": (8, {".csv", ".pdf", ".png", ".svg"}),
    "audit": (2, {".json", ".pdf", ".png", ".svg", ".xlsx"}),
}
"""The first view of each part of the walk, so that several can be under way at once, with how many charts and which kinds of
files it offers at least. A part goes from page to page, since a page's views are cheaply reached from each other."""


def _part(first: str) -> list[str]:
    """The views of the part that begins with this one."""
    names = [*VIEWS]
    ends = [names.index(each) for each in PARTS if names.index(each) > names.index(first)]
    return names[names.index(first) : min(ends, default=len(names))]


@dataclass
class Furnished:
    """A server with a full workshop in each language."""

    server: AppServer
    put: dict[Language, Workshop]
    workshops: dict[Language, str]

    def open(self, page: Page, name: str, language: Language, spoken: Language, *, inside: bool = False) -> None:
        """Open a view of a language's workshop, spoken to in a language."""
        query = f"lang={spoken}&workshop={self.workshops[language]}"
        open_view(page, self.server.url, VIEWS[name], query, inside=inside)


@dataclass
class Faults:
    """What is wrong, with the views where it is."""

    found: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list), repr=False)

    def note(self, faults: Iterator[str], name: str) -> None:
        for fault in faults:
            self.found[fault].append(name)

    def __str__(self) -> str:
        return "\n".join(f"{fault} (on {', '.join(names)})" for fault, names in self.found.items())


def _furnish(server: AppServer, german: Workshop, english: Workshop) -> Furnished:
    put = {Language.DE: german, Language.EN: english}
    return Furnished(server, put, dict(zip(put, prepared.put(server.data, german, english, met=True), strict=True)))


@pytest.fixture(scope="module")
def furnished(starter: Starter, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Furnished]:
    """The English workshop has markup in every text."""
    server = AppServer(tmp_path_factory.mktemp("furnished") / "data", starter=starter)
    found = _furnish(server, prepared.full(Language.DE), marked(prepared.full(Language.EN)))
    with found.server:
        yield found


@pytest.fixture(scope="module")
def as_an_operator_starts_it(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Furnished]:
    """A process of its own, in which the app also has to import itself page by page."""
    server = AppServer(tmp_path_factory.mktemp("furnished") / "data")
    found = _furnish(server, *map(prepared.full, Language))
    with found.server:
        yield found


def _arrived(page: Page, found: Furnished, name: str) -> Iterator[str]:
    """Of the first view of a page: what can be used in the light, in German. The page is dark and English afterwards."""
    page.emulate_media(color_scheme="light")
    found.open(page, name, Language.EN, Language.DE)
    yield from claims.accessible(page)
    if ROOM[VIEWS[name].path].framed:
        yield from claims.low_line(page, 1280, 1024)
        named = page.locator(".j-name").inner_text()
        if MARK not in named and not ROOM[VIEWS[name].path].knows_none:
            yield f"the line is that of {named!r}"
        page.emulate_media(color_scheme="dark")
        person.pick(page, "Sprache", "EN")
        yield from _still_there(page, found, name, named)
        yield from claims.low_line(page, 1024)
    else:
        page.emulate_media(color_scheme="dark")
        found.open(page, name, Language.EN, Language.EN)


def _still_there(page: Page, found: Furnished, name: str, named: str) -> Iterator[str]:
    """The switch to English keeps page, workshop and title."""
    address, titled = urlsplit(page.url), page.locator(".j-name").inner_text()
    in_english = {"lang=en", f"workshop={found.workshops[Language.EN]}"} <= set(address.query.split("&"))
    if address.path != VIEWS[name].path or not in_english or titled != named:
        yield f"the switch to English leads to {page.url} with {titled!r}"
    if page.evaluate("document.documentElement.lang") != "en":
        yield "a screen reader does not hear of the switch to English"


@pytest.mark.long
@pytest.mark.parametrize("first", PARTS)
def test_every_view_is_accessible_inert_and_printable_and_every_file_of_it_opens(
    visitor: Visitor, furnished: Furnished, first: str
) -> None:
    page, offered, faults, path = visitor(furnished.server), Offered(), Faults(), ""
    if first != "start":
        offered.opened.add("st-key-take-home")  # the same on every page
    for name in _part(first):
        if VIEWS[name].path != path:
            faults.note(_arrived(page, furnished, name), name)
        spoken = Language.DE if ROOM[VIEWS[name].path].framed else Language.EN
        furnished.open(page, name, Language.EN, spoken)
        path = VIEWS[name].path
        for claim in AT_A_DESK:
            faults.note(claim(page), name)
        offered.take(page)
        faults.note(claims.printable(page), name)  # the last one: the page is a narrow one for a moment
    said = str(faults)
    assert not said, said
    charts = {key.rsplit("-", 1)[0] for key, ending in offered.taken.items() if ending == ".png"}
    fewest, kinds = PARTS[first]
    assert len(charts) >= fewest
    assert set(offered.taken.values()) >= kinds
    assert [chart for chart in charts if not {f"{chart}-svg", f"{chart}-pdf"} <= offered.taken.keys()] == []
    now = stored.workshop(furnished.server, furnished.put[Language.EN].frame.title)
    assert now.touchpoints == furnished.put[Language.EN].touchpoints


def test_every_part_offers_files_of_all_kinds_together() -> None:
    assert set().union(*(kinds for _, kinds in PARTS.values())) == set(OPENS)


@pytest.mark.long
@pytest.mark.parametrize("half", range(2))
def test_every_view_is_accessible_and_fits_a_phone(
    visitor: Visitor, as_an_operator_starts_it: Furnished, half: int
) -> None:
    found, faults = as_an_operator_starts_it, Faults()
    page = visitor(found.server, look="phone")
    for name in [*VIEWS][half * len(VIEWS) // 2 : (half + 1) * len(VIEWS) // 2]:
        found.open(page, name, Language.DE, Language.DE, inside=True)
        faults.note(claims.titled(page, text(f"{ROOM[VIEWS[name].path].name}.heading", Language.DE)), name)
        for claim in ON_A_PHONE:
            faults.note(claim(page), name)
    said = str(faults)
    assert not said, said
