"""What is typed into any field is in the field, or saved, or both. Fields are found by walking the app: every view of every
page with its menus and folds open, every form of a card, every dialog with a text in it. Of fields that stand in a row, one for each
phase, the first and the last are tried.

Into each field somebody types and does not leave it. Somebody else saves something, and the page takes it in: the text
stands. The field is left: the text is in the store, or still in the field. Once a page, it is loaded anew while a text
is half typed: it stands again.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from journey.editing import change_of, put, revise
from journey.model import Language
from journey.store import Store, open_store
from tests.browser import person
from tests.browser.walks.adapter import LOOK_OUT_ON_DEMAND, look_out
from tools import prepared
from tools.app_server import AppServer, Starter
from tools.browser import LOOKS, errors_on, visit, wait_until_still
from tools.screenshots import VIEWS, open_view

TYPED = "4711"
"""Fits a text and a number; what it does not fit into says so and keeps it."""
ONE_A_PHASE = re.compile(r"aida-plus-[a-z]+$|(?<=phase-notes-)[0-9]+")
"""What differs between fields that stand in a row, one for each phase."""
NO_WORDS_TO_KEEP = {"search", "history-words"}

_FIELDS = """() => {
  const dialogs = document.querySelectorAll('[role=dialog]');
  const root = dialogs.length ? dialogs[dialogs.length - 1] : document;
  const styled = (one) => [...(one.closest('[class*="st-key-"]')?.classList ?? [])].find((name) => name.startsWith('st-key-')) ?? '';
  return [...root.querySelectorAll('.stTextInput input, .stTextArea textarea')]
    .filter((one) => !one.disabled && one.checkVisibility()).map(styled);
}"""


@dataclass
class Scene:
    """Somebody's page on a workshop, and the store behind it."""

    page: Page
    store: Store
    workshop: str
    loaded_anew: set[str] = field(default_factory=set)
    """Paths of pages."""

    def others_save(self) -> None:
        """Somebody else changes a card that has nothing to do with what is typed."""
        opened = self.store.open(self.workshop)
        card = opened.workshop.opportunities[0]
        effort = (getattr(card, "effort", 0) or 0) % 5 + 1
        change = change_of(put(opened.workshop, revise(card, effort=effort)))
        assert change is not None
        self.store.save(self.workshop, change, opened.versions, "somebody else")

    def saved(self) -> int:
        """How often the text is in the store."""
        return self.store.open(self.workshop).workshop.to_json().count(TYPED)

    def fields(self) -> list[str]:
        """The fields of the open dialog or else of the page; of those that stand in a row, one for each phase, the ends."""
        found: list[str] = self.page.evaluate(_FIELDS)
        kept = [name for name in found if name.removeprefix("st-key-") not in NO_WORDS_TO_KEEP]
        rows = [list(row) for _, row in groupby(kept, lambda name: ONE_A_PHASE.sub("", name))]
        return [name for row in rows for name in dict.fromkeys((row[0], row[-1]))]

    def load_anew(self) -> None:
        """The page is loaded anew, and is still the view that it was."""
        shown = self.page.evaluate("window.shownPage ?? null")
        self.page.reload()
        wait_until_still(self.page)
        self.page.evaluate("shown => { window.shownPage = shown }", shown)

    def field(self, name: str) -> Locator:
        """The field of this name, in whichever version stands there now."""
        root: Page | Locator = self.page
        if self.page.get_by_role("dialog").count():
            root = self.page.get_by_role("dialog").last
        return root.locator(f'[class*="{name}"]').locator("input, textarea").last


@pytest.fixture(scope="module")
def scene(browser: Browser, starter: Starter, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    data = tmp_path_factory.mktemp("fields") / "data"
    [workshop] = prepared.put(data, prepared.full(Language.DE))
    store = open_store(f"sqlite:///{data / 'workshops.sqlite3'}")
    with AppServer(data, starter=starter) as server:
        context = visit(browser, LOOKS["desktop"], "de")
        context.add_init_script(LOOK_OUT_ON_DEMAND)
        page = context.new_page()
        page.goto(server.url)
        wait_until_still(page)
        yield Scene(page, store, workshop)
        context.close()
    store.close()


def _kept(scene: Scene, names: list[str]) -> None:
    dialogs, before = scene.page.get_by_role("dialog").count(), scene.saved()
    for name in names:
        scene.field(name).fill(TYPED)
        scene.others_save()
        look_out(scene.page)
        expect(scene.field(name), name).to_have_value(TYPED)
        expect(scene.field(name), name).to_be_focused()
        scene.field(name).press("Tab")
        wait_until_still(scene.page)
        now = scene.saved()
        assert now > before or scene.field(name).input_value().replace(".", "") == TYPED, name
        before = now
        if scene.page.get_by_role("dialog").count() > dialogs:  # a line that opens the card that it made
            person.click(scene.page.get_by_role("dialog"), "Fertig")
    assert errors_on(scene.page) == []


def _survives_a_refresh(scene: Scene, name: str, again: Callable[[], None]) -> None:
    before = scene.saved()
    scene.field(name).press_sequentially(TYPED)
    shown = scene.field(name).input_value()
    scene.load_anew()
    again()
    if scene.saved() == before:
        expect(scene.field(name), name).to_have_value(shown)


@pytest.mark.parametrize("name", [name for name in VIEWS if not VIEWS[name].log])
def test_what_is_typed_into_a_view_is_kept(scene: Scene, name: str) -> None:
    address, query = "/".join(scene.page.url.split("/")[:3]), f"lang=de&workshop={scene.workshop}"
    open_view(scene.page, address, VIEWS[name], query, inside=True)
    person.unfold(scene.page)
    found = scene.fields()
    _kept(scene, found)
    if found and VIEWS[name].path not in scene.loaded_anew:
        scene.loaded_anew.add(VIEWS[name].path)
        _survives_a_refresh(scene, found[0], lambda: person.unfold(scene.page))


@pytest.mark.parametrize(
    ("address", "kind"),
    [("/goals", "goals"), ("/personas", "personas"), ("/personas", "sources"), ("/touchpoints", "touchpoints")],
)
def test_what_is_typed_into_a_card_is_kept(scene: Scene, address: str, kind: str) -> None:
    card = scene.store.open(scene.workshop).workshop.collection(kind)[0].id
    person.go(scene.page, f"{address}?lang=de&workshop={scene.workshop}&card={card}")
    expect(scene.page.get_by_role("dialog")).to_be_visible()
    person.unfold(scene.page.get_by_role("dialog"))
    found = scene.fields()
    assert found
    _kept(scene, found)
    _survives_a_refresh(scene, found[-1], lambda: person.unfold(scene.page.get_by_role("dialog")))
    person.click(scene.page.get_by_role("dialog"), "Fertig")


@pytest.mark.parametrize("at", ["touchpoints", "doing", "pain_points", "add:touchpoints"])
def test_what_is_typed_at_a_mark_of_the_map_is_kept(scene: Scene, at: str) -> None:
    held = scene.store.open(scene.workshop).workshop
    card = next(each for each in held.touchpoints if each.doing and each.pain_points)
    of = card.phase if at.startswith("add:") else card.id
    person.go(scene.page, f"/journey-map?lang=de&workshop={scene.workshop}")
    person.click_mark(scene.page, of, at)
    [name] = [name for name in scene.fields() if name.startswith("st-key-spot")]
    _kept(scene, [name])
    _survives_a_refresh(scene, name, lambda: person.click_mark(scene.page, of, at))


def test_what_is_typed_as_another_name_of_a_workshop_is_kept(scene: Scene) -> None:
    def asked() -> None:
        scene.page.locator(f".st-key-more-{scene.workshop} button").click()
        scene.page.get_by_role("menuitem", name="Umbenennen").or_(scene.page.get_by_text("Umbenennen")).first.click()
        wait_until_still(scene.page)

    def started() -> None:
        person.go(scene.page, f"/goals?workshop={scene.workshop}")
        person.turn_to(scene.page, "Workshops")
        asked()

    started()
    [name] = scene.fields()
    scene.field(name).press_sequentially(TYPED)
    shown = scene.field(name).input_value()
    scene.page.keyboard.press("Escape")
    wait_until_still(scene.page)
    asked()
    expect(scene.field(name)).to_have_value(shown)
    scene.page.reload()
    wait_until_still(scene.page)
    asked()
    expect(scene.field(name)).to_have_value(shown)
