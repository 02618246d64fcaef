"""The app as the walks see it: every word, class and place on the screen that they rely on stands here and only here.

Fields are not listed: they are found by walking the form that is open. Which field of which card one is, its container's
class says, `st-key-…<card's id>-<field>` (Streamlit writes the colons of a key as hyphens)."""

import re
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Error, Locator, Page

from journey.model import Language
from journey.texts import text
from tests.browser import person
from tools.browser import wait_until_still
from ui.kit.rooms import STEPS

OF_A_CARD = re.compile(r"^st-key-(?:.*-)?(?P<entity>[0-9a-z]{26})-(?P<field>[a-z_]+)$")
PAGES = tuple(step.path for step in STEPS)
TABLES = {
    ("touchpoints", 1): ("touchpoints", ("title", "doing", "thinking")),
    ("touchpoints", 3): ("relations", ("note",)),
    ("journey-map", 2): ("campaigns", ("title", "traffic_source")),
    ("analysis", 6): ("actions", ("title", "owner")),
}
"""By page and view: the kind of card in the table there, and the columns of text that are in sight."""
VIEWS = {step.path: len(step.views) for step in STEPS if step.views}
ADD_LINES = ("add-goal-company", "add-persona", "add-source", "map-add-touchpoint", "map-add-opportunity")
OF_LINE = {"add-persona": "personas", "add-source": "sources", "add-goal-company": "goals",
           "map-add-touchpoint": "touchpoints", "map-add-opportunity": "opportunities"}  # fmt: skip
OPENS_ITS_CARD = {"add-persona"}

# The app looks for news every few seconds by itself. A walk decides when, so that it is the same each time and need not
# wait: the page keeps what it would do, and `lookOut` does it.
LOOK_OUT_ON_DEMAND = """(() => {
  const begin = window.setInterval, end = window.clearInterval, kept = new Map();
  let last = -1;
  window.setInterval = (act, every, ...rest) => {
    if (!(every >= 1500 && every <= 10000)) return begin(act, every, ...rest);
    kept.set(--last, act);
    return last;
  };
  window.clearInterval = (id) => { if (!kept.delete(id)) end(id); };
  window.lookOut = () => { for (const act of [...kept.values()]) act(); };
})()"""

_WALK_THE_FORM = """() => {
  const dialogs = document.querySelectorAll('[role=dialog]');
  const root = dialogs.length ? dialogs[dialogs.length - 1] : document.querySelector('[data-testid=stMain]');
  const found = [];
  if (!root) return found;
  for (const entry of root.querySelectorAll('input, textarea')) {
    if (!['text', 'search', 'textarea'].includes(entry.type) || entry.getAttribute('role') || entry.disabled) continue;
    const box = entry.closest('[class*=st-key-]');
    const names = box ? [...box.classList].filter((name) => name.startsWith('st-key-')) : [];
    found.push({names, label: entry.getAttribute('aria-label') || '', shown: entry.value,
                long: entry.tagName === 'TEXTAREA', focused: entry === document.activeElement,
                inDialog: dialogs.length > 0});
  }
  return found;
}"""
_ALL_WORDS = """() => [document.body.innerText, ...[...document.querySelectorAll('input, textarea')].map((e) => e.value)]
  .join('\\n')"""


@dataclass(frozen=True)
class Field:
    """A text field on the screen, and what it shows."""

    entity: str
    field: str
    name: str
    label: str
    shown: str
    long: bool
    focused: bool
    in_dialog: bool

    def on(self, page: Page) -> Locator:
        root = page.get_by_role("dialog") if self.in_dialog else page.get_by_test_id("stMain")
        return root.locator(f".{self.name}").locator("input, textarea").last


def _asked(page: Page, script: str) -> Any:
    """What a script says on the page; on the page anew where that loaded itself meanwhile, as after a server's restart."""
    try:
        return page.evaluate(script)
    except Error as error:
        if "context was destroyed" not in str(error):
            raise
        wait_until_still(page, 60_000)
        return page.evaluate(script)


def fields(page: Page) -> list[Field]:
    """The text fields of the open card, or of the page where no card is open."""
    found = []
    for seen in _asked(page, _WALK_THE_FORM):
        for name in seen.pop("names"):
            if known := OF_A_CARD.match(name):
                in_dialog = seen.pop("inDialog")
                found.append(Field(known["entity"], known["field"], name, in_dialog=in_dialog, **seen))
                break
    return found


def card_is_open(page: Page) -> bool:
    return page.get_by_role("dialog").count() > 0


def words_on(page: Page) -> str:
    """Everything that stands on a person's screen, what fields hold included."""
    said: str = _asked(page, _ALL_WORDS)
    return said


def look_out(page: Page) -> None:
    """What the page does by itself every few seconds: look whether others have saved something."""
    _asked(page, "window.lookOut()")
    wait_until_still(page)


# --- opening and closing cards ----------------------------------------------------------------------------------------


def click_mark(page: Page, card: str, language: Language) -> None:
    """Open a touchpoint's card from the picture of the map."""
    person.open_mark(page, card, text("map.spot.whole", language))


def click_word(page: Page, of: str, at: str = "touchpoints") -> None:
    """Click a mark of the map: the small window opens there, with the cursor in its field."""
    person.click_mark(page, of, at)


def take(page: Page, card: str) -> None:
    """Take a touchpoint of the map in hand."""
    page.locator(f"path[data-at='touchpoints'][data-of='{card}']").click(modifiers=["Shift"])
    wait_until_still(page)


def put_beside(page: Page, card: str, *, after: bool) -> None:
    """Put what is in hand before a touchpoint of the map, or behind it."""
    mark = page.locator(f"path[data-at='touchpoints'][data-of='{card}']")
    box = mark.bounding_box() or {"width": 0, "height": 0}
    mark.click(position={"x": box["width"] / 2, "y": box["height"] * (0.75 if after else 0.25)})
    wait_until_still(page)


def close_window(page: Page, language: Language) -> None:
    """Close the small window at a mark, where one is open."""
    button = page.locator(".st-key-spot").get_by_role("button", name=text("map.spot.close", language), exact=True)
    if button.count():
        button.click()
        wait_until_still(page)


def openable(page: Page) -> list[str]:
    """The cards that have a button on this page which opens them, in their order there."""
    names: list[str] = _asked(
        page,
        "() => [...document.querySelectorAll('[class*=\"st-key-edit-\"]')].map((box) =>"
        " [...box.classList].find((name) => name.startsWith('st-key-edit-')).slice(12))",
    )
    return names


def click_open(page: Page, card: str, hold: int) -> None:
    page.locator(f".st-key-edit-{card} button").first.click(delay=hold)
    wait_until_still(page)


WAYS = ("the button Done", "Esc", "×")


def close(page: Page, way: str, hold: int, language: Language) -> None:
    """Close the open card in one of WAYS; `hold` is how long the mouse button is down, 0 like a tap (milliseconds)."""
    dialog = page.get_by_role("dialog")
    if way == WAYS[0]:
        dialog.get_by_role("button", name=text("drawer.done", language), exact=True).click(delay=hold)
    elif way == WAYS[1]:
        page.keyboard.press("Escape")
    else:
        dialog.get_by_role("button", name=text("drawer.close", language), exact=True).click(delay=hold)
    wait_until_still(page)


def press_in_card(page: Page, name: str, hold: int, language: Language) -> None:
    """`duplicate` or `delete` at the end of the open card."""
    page.get_by_role("dialog").get_by_role("button", name=text(f"drawer.{name}", language), exact=True).click(
        delay=hold
    )
    wait_until_still(page)


# --- getting about ----------------------------------------------------------------------------------------------------


def go(page: Page, where: str) -> None:
    page.locator(f"a[href*='{where}']:visible").first.click()
    wait_until_still(page)


def switch_view(page: Page, place: int) -> None:
    page.locator("[class*=st-key-view-] button").nth(place).click()
    wait_until_still(page)


def view(page: Page) -> int:
    """The place of the chosen one of the page's views; 0 where there is but one."""
    chosen = page.locator("[class*=st-key-view-] button").evaluate_all(
        "(all) => all.findIndex((one) => one.getAttribute('aria-checked') === 'true')"
    )
    return max(0, int(chosen))


def speak(page: Page, language: Language) -> None:
    page.locator(".st-key-language button").filter(has_text=language.value.upper()).click()
    wait_until_still(page)


def undo(page: Page, name: str) -> bool:
    """Press `undo` or `redo` in the frame; False where it is greyed."""
    button = page.locator(f".st-key-frame-{name} button").first
    if button.is_disabled():
        return False
    button.click()
    wait_until_still(page)
    return True


# --- two people on one card -------------------------------------------------------------------------------------------


def conflict_is_shown(page: Page) -> bool:
    return page.locator("[class*=st-key-conflict]").first.is_visible()


def settle(page: Page, *, mine: bool) -> None:
    """Decide every conflict that is shown: the first button keeps one's own value, the second the others'."""
    asked = page.locator("[class*=st-key-conflict]")
    for _ in range(asked.count()):
        asked.first.get_by_role("button").nth(0 if mine else 1).click()
        wait_until_still(page)


def title_of(entity: Any) -> str:
    """What people call a card."""
    return str(getattr(entity, "title", "") or getattr(entity, "name", "") or type(entity).__name__)
