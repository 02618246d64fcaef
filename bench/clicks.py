"""What a person waits for after a click, in a real browser, beside an earlier commit.

`python -m bench.clicks [COMMIT]`: both apps run at the same time over the same workshop of 60 touchpoints; they take turns at every act. An act is timed in
the page, from the person's event to the moment when the page stands still (tools/still.js). Medians; the ratios count.
A card that is clicked opens what the commit opens then: a small window, or the drawer.
"""

import re
import statistics
import sys
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page

from bench.before import checked_out, served
from journey.charts import map_layout
from journey.journey_map import journey_map
from journey.model import Language, Workshop
from journey.phases import model_of
from tools import prepared
from tools.app_server import ROOT
from tools.browser import LOOKS, chromium, visit, wait_until_still

ROUNDS = 15
_WATCH = """for (const event of ['pointerdown', 'keydown'])
  window.addEventListener(event, () => { window.actedAt = performance.now(); }, true);"""


@dataclass
class Visitor:
    """Somebody on the map of one checkout's app, with the milliseconds that each act took."""

    page: Page
    times: dict[str, list[float]] = field(default_factory=dict)

    def act(self, name: str, what: Callable[[Page], None]) -> None:
        """Do something, and note how long it took until the page stood still."""
        what(self.page)
        wait_until_still(self.page)
        took = self.page.evaluate("window.stillSince() - window.actedAt")
        self.times.setdefault(name, []).append(max(0.0, float(took)))


def main(checkouts: list[Path]) -> None:
    """Print the medians and ratios."""
    workshop = prepared.full(Language.DE)
    with ExitStack() as stack:
        browser = stack.enter_context(chromium())
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        visitors = [_visitor(stack, browser, folder / str(n), root) for n, root in enumerate(checkouts)]
        where = _mark(workshop)
        for number in range(ROUNDS + 1):
            for name, what in _acts(number, workshop.touchpoints[0].id, where):
                for each in visitors if number % 2 else reversed(visitors):
                    each.act(name, what)
            if not number:  # the first round warms caches and imports
                for each in visitors:
                    each.times.clear()
    print(f"From the event to the settled page, medians of {ROUNDS} rounds, 60 touchpoints")
    for name in visitors[0].times:
        ours, *before = (statistics.median(each.times[name]) for each in visitors)
        ratio = "".join(f"   {ours / one:5.2f} of {one:6.0f} ms before" for one in before)
        print(f"  {name:<16}{ours:6.0f} ms{ratio}")


def _visitor(stack: ExitStack, browser: Browser, folder: Path, root: Path) -> Visitor:
    server, workshop = served(stack, folder, root)
    context = stack.enter_context(visit(browser, LOOKS["desktop"], "de"))
    context.add_init_script(_WATCH)
    page = context.new_page()
    page.goto(f"{server.url}/journey-map?workshop={workshop}")
    wait_until_still(page)
    return Visitor(page)


def _mark(workshop: Workshop) -> tuple[float, float]:
    """Where the first touchpoint of the map is drawn, in pixels of the picture."""
    layout = map_layout(journey_map(workshop, model_of(workshop, Language.DE)), Language.DE)
    first = workshop.touchpoints[0].id
    box = next(placed.box for placed in layout.cards if placed.card.id == first)
    return (box.x + 12, box.y + 12)


def _acts(number: int, card: str, where: tuple[float, float]) -> list[tuple[str, Callable[[Page], None]]]:
    x, y = where

    def open_card(page: Page) -> None:
        mark = page.locator(f"path[data-at=touchpoints][data-of='{card}']")
        if mark.count():
            mark.click()
        else:
            page.get_by_test_id("stVegaLiteChart").locator("canvas, svg.marks").first.click(position={"x": x, "y": y})

    def window(page: Page) -> Locator:
        return page.locator(".st-key-spot, [role=dialog]").last

    def save_field(page: Page) -> None:
        field = window(page).locator("input[type=text], textarea").first
        field.fill(f"Zum {number}. Mal geändert")
        field.press("Tab")

    def close_card(page: Page) -> None:
        window(page).get_by_role("button", name=re.compile("^(Fertig|Schließen)$")).first.click()

    def view(place: int) -> Callable[[Page], None]:
        return lambda page: page.locator(".st-key-view-map [role=radio]").nth(place).click()

    return [
        ("open a card", open_card),
        ("save a field", save_field),
        ("close it", close_card),
        ("to the funnel", view(1)),
        ("to the map", view(0)),
    ]


if __name__ == "__main__":
    with ExitStack() as trees:
        main([ROOT, *(trees.enter_context(checked_out(commit)) for commit in sys.argv[1:2])])
