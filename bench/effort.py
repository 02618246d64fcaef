"""What the common acts on a map cost a person, beside an earlier commit: clicks, keys, and the way of the hand.

`python -m bench.effort [COMMIT]` prints the table. Both apps are used in a real browser at 1440 × 900 over the full sample, each
as it is meant to be used: the acts of COMMIT are those of 4eda825, where a card was worked on in its drawer alone. A key is one that is pressed beside the words themselves; the way is what the mouse
moves from click to click, from the first one on, and what is scrolled, in pixels.
"""

import re
import sys
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page

from bench.before import checked_out, served
from journey.charts import map_layout
from journey.journey_map import journey_map
from journey.model import Language
from journey.phases import model_of
from tools import prepared
from tools.app_server import ROOT
from tools.browser import LOOKS, chromium, visit, wait_until_still

WORKSHOP = prepared.full(Language.DE)
CARD = WORKSHOP.touchpoints[2]
SCREENS = ((1280, 720), (1920, 1080))
_COUNT = """(() => {
  const effort = window.effort = { clicks: 0, keys: 0, way: 0 };
  let at = null;
  const tops = new WeakMap();
  window.addEventListener('pointerdown', ({ clientX, clientY }) => {
    effort.clicks += 1;
    if (at) effort.way += Math.hypot(clientX - at[0], clientY - at[1]);
    at = [clientX, clientY];
  }, true);
  window.addEventListener('keydown', () => { effort.keys += 1; }, true);
  window.addEventListener('scroll', ({ target }) => {
    const top = target.scrollTop ?? 0;
    if (effort.clicks) effort.way += Math.abs(top - (tops.get(target) ?? 0));
    tops.set(target, top);
  }, true);
})()"""


@dataclass(frozen=True)
class Effort:
    """What an act cost: clicks, keys beside the words, and pixels of the hand's way."""

    clicks: int
    keys: int
    way: int

    def __str__(self) -> str:
        return f"{self.clicks} + {self.keys}, {self.way} px" if self.keys else f"{self.clicks}, {self.way} px"


Act = Callable[[Page], None]


def _click(where: Locator) -> None:
    where.click()
    wait_until_still(where.page)


def _press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)
        wait_until_still(page)


def _write(page: Page, words: str, *keys: str) -> None:
    page.keyboard.insert_text(words)
    _press(page, *keys)


# --- on the map as it is ------------------------------------------------------------------------------------------------


def _mark(page: Page, at: str, of: str = CARD.id) -> Locator:
    return page.locator(f"path[data-at='{at}'][data-of='{of}']").first


def _in_window(page: Page, name: str, role: str = "button") -> Locator:
    return page.locator(".st-key-spot").get_by_role(role, name=name, exact=True)  # type: ignore[arg-type]


def _own_touchpoint(page: Page) -> None:
    _click(_mark(page, "add:touchpoints", CARD.phase))
    _write(page, "Messestand", "Enter")


def _typo(page: Page) -> None:
    _click(_mark(page, "touchpoints"))
    _write(page, " neu", "Enter")


def _beside(then: Act) -> Act:
    def act(page: Page) -> None:
        _click(_mark(page, "touchpoints"))
        then(page)

    return act


def _pain_point(page: Page) -> None:
    _click(_in_window(page, "Schmerzpunkt"))
    _write(page, "Dauert zu lange", "Control+Enter")


def _idea(page: Page) -> None:
    _click(_in_window(page, "Idee"))
    _write(page, "Rückruf anbieten", "Enter")


NOW: dict[str, Act] = {
    "own touchpoint": _own_touchpoint,
    "emotion": lambda page: _click(_mark(page, "feel:-2" if CARD.emotion != -2 else "feel:2")),
    "correct a word": _typo,
    "moment of truth": _beside(lambda page: _click(page.locator(".st-key-spot").get_by_text("Moment der Wahrheit"))),
    "pain point": _beside(_pain_point),
    "idea": _beside(_idea),
    "other phase": _beside(lambda page: _click(_in_window(page, "Wandlung realisieren", "radio"))),
}


# --- in the drawer of 4eda825 -------------------------------------------------------------------------------------------


def _drawer(page: Page) -> Locator:
    return page.get_by_role("dialog")


def _done(page: Page) -> None:
    if _drawer(page).count():
        _click(_drawer(page).get_by_role("button", name="Fertig"))


def _in_drawer(then: Act) -> Act:
    layout = map_layout(journey_map(WORKSHOP, model_of(WORKSHOP, Language.DE)), Language.DE)
    box = next(placed.box for placed in layout.cards if placed.card.id == CARD.id)

    def act(page: Page) -> None:
        picture = page.get_by_test_id("stVegaLiteChart").locator("canvas, svg.marks").first
        picture.click(position={"x": box.x + 12, "y": box.y + 12})
        wait_until_still(page)
        then(page)
        _done(page)

    return act


def _into(label: str, words: str) -> Act:
    def act(page: Page) -> None:
        _click(_drawer(page).get_by_label(label, exact=True).first)
        page.keyboard.press("End")
        page.keyboard.insert_text(words)

    return act


def _other_phase(page: Page) -> None:
    _click(_drawer(page).get_by_role("combobox", name="Phase"))
    _click(page.get_by_role("option", name="Wandlung realisieren"))


def _own_before(page: Page) -> None:
    _click(page.get_by_placeholder(re.compile("Touchpoint")).last)
    _write(page, "Messestand", "Enter")
    _done(page)


def _idea_before(page: Page) -> None:
    _click(page.get_by_placeholder(re.compile("Chance|Idee")).last)
    _write(page, "Rückruf anbieten", "Enter")
    _done(page)


BEFORE: dict[str, Act] = {
    "own touchpoint": _own_before,
    "emotion": _in_drawer(lambda page: _click(_drawer(page).get_by_text("−2").first)),
    "correct a word": _in_drawer(_into("Touchpoint", " neu")),
    "moment of truth": _in_drawer(lambda page: _click(_drawer(page).get_by_text("Moment der Wahrheit").first)),
    "pain point": _in_drawer(_into("Schmerzpunkte", "Dauert zu lange")),
    "idea": _idea_before,
    "other phase": _in_drawer(_other_phase),
}


def main(commit: str | None) -> None:
    """Print the table."""
    with ExitStack() as stack:
        browser = stack.enter_context(chromium())
        columns = [_measured(stack, browser, ROOT, NOW)]
        if commit:
            columns.insert(0, _measured(stack, browser, stack.enter_context(checked_out(commit)), BEFORE))
        heads = [*([commit] if commit else []), "now"]
        print("| | " + " | ".join(heads) + " |\n|---|" + "---|" * len(heads))
        for name in columns[-1]:
            print(f"| {name} | " + " | ".join(column[name] for column in columns) + " |")


def _measured(stack: ExitStack, browser: Browser, root: Path, acts: dict[str, Act]) -> dict[str, str]:
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    server, workshop = served(stack, folder, root)
    context = stack.enter_context(visit(browser, LOOKS["desktop"], "de"))
    found = {}
    for name, act in acts.items():
        page = context.new_page()
        page.goto(f"{server.url}/journey-map?workshop={workshop}")
        wait_until_still(page)
        page.evaluate(_COUNT)
        act(page)
        found[name] = str(Effort(**{key: round(value) for key, value in page.evaluate("window.effort").items()}))
        page.close()
    for width, height in SCREENS:
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": height})
        page.goto(f"{server.url}/journey-map?workshop={workshop}")
        wait_until_still(page)
        box = page.get_by_test_id("stVegaLiteChart").first.bounding_box()
        found[f"above the map at {width} × {height}"] = f"{(box or {'y': height})['y'] / height:.0%}"
        page.close()
    return found


if __name__ == "__main__":
    main(next(iter(sys.argv[1:]), None))
