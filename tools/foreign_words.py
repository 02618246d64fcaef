"""Words on the German app that are not the app's own: `python -m tools.foreign_words`. It walks every view, opens what
opens (popovers, lists, calendars, dialogs, menus of tables and charts, an upload), and prints each text, label and title
that neither the catalogue nor the workshop says, with the place where it stands."""

import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Error, Locator, Page

from journey.model import Language
from journey.texts import catalogue
from tools import prepared
from tools.app_server import ROOT, AppServer
from tools.browser import LOOKS, chromium, visit, wait_until_still
from tools.screenshots import VIEWS, open_view
from ui.shell.framework_words import places

_SAID = """() => {
  const found = [];
  const place = (element) => {
    const marked = element.closest('[data-testid]');
    return marked ? marked.dataset.testid : element.tagName;
  };
  const unseen = 'script, style, noscript, td, svg, [data-testid*=Icon]';
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const words = walker.currentNode.data.trim();
    if (words && element && !element.closest(unseen)) found.push([words, place(element), 'text']);
  }
  for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description', 'aria-roledescription', 'aria-valuetext'])
    for (const element of document.querySelectorAll(`[${name}]`)) {
      const words = element.getAttribute(name).trim();
      if (words) found.push([words, place(element), name]);
    }
  return found;
}"""
_CLEAR = 6
"""So many letters beside its gaps make a template say something."""
_FIGURES = re.compile(r"[\d\s.,:;%×x()\[\]+−–\-/|·…?*≥≤↔→←✓◆●○▲▼€$&]*")


@cache
def _own() -> re.Pattern[str]:
    """Everything that the German catalogue and the table of Streamlit's words can say, with anything in its gaps;
    Markdown's marks are not shown."""
    framework = {words for place in places() for words in place["words"][Language.DE].values()}
    said = {re.sub(r"[*`]", "", words) for words in (*catalogue(Language.DE).values(), *framework)}
    lines = {re.sub(r"\{\w*\}", "{}", line) for words in said for line in words.split("\n")}
    clear = {line for line in lines if line and ("{}" not in line or sum(map(str.isalpha, line)) >= _CLEAR)}
    return re.compile("|".join(sorted(re.escape(line).replace(r"\{\}", ".+") for line in clear)), re.DOTALL)


def foreign(page: Page, written: str) -> set[tuple[str, str, str]]:
    """What the page says now that is neither in the German catalogue nor in `written`: words, place, kind."""
    found: list[list[str]] = page.evaluate(_SAID)
    return {
        (words, place, kind)
        for words, place, kind in found
        if not _FIGURES.fullmatch(words) and not _own().fullmatch(words) and words not in written
    }


def _press(page: Page, target: Locator, then: Callable[[], None]) -> None:
    """Open something, look, close it again; what cannot be reached is passed over."""
    try:
        target.click(timeout=2_000)
        wait_until_still(page)
        then()
        page.keyboard.press("Escape")
        wait_until_still(page)
    except Error:
        page.keyboard.press("Escape")


def opened(page: Page, look: Callable[[], None]) -> None:
    """Open, one after the other, whatever opens on this view, and look each time."""
    for selector in (
        "[data-testid=stPopover] button", "[data-testid=stSelectbox] input", "[data-testid=stMultiSelect] input",
        "[data-testid=stDateInput] button", "[data-testid=stExpander] summary", "[data-testid=stNumberInput] input",
    ):  # fmt: skip
        for target in page.locator(selector).all()[:3]:
            _press(page, target, look)
    for box in page.locator("[data-testid=stDataFrame]").all()[:2]:
        _table(page, box, look)
    for box in page.locator("[data-testid=stVegaLiteChart], [data-testid=stFullScreenFrame]").all()[:3]:
        try:
            box.hover(timeout=2_000)
        except Error:
            continue
        look()


def _table(page: Page, box: Locator, look: Callable[[], None]) -> None:
    try:
        box.scroll_into_view_if_needed(timeout=2_000)
        box.hover(timeout=2_000)
        look()
        size = box.bounding_box() or {"width": 0.0}
        box.click(position={"x": min(300.0, size["width"] / 2), "y": 17}, button="right", timeout=2_000)
        look()
        for words in box.page.locator("[data-testid=stDataFrameColumnMenu] [role=menuitem]").all():
            words.hover(timeout=1_000)
            look()
        page.keyboard.press("Escape")
        for tool in page.locator("[data-testid=stElementToolbarButton] button:visible").all()[:6]:
            tool.hover(timeout=1_000)
            look()
        page.keyboard.press("Escape")
        box.click(position={"x": min(300.0, size["width"] / 2), "y": 52}, timeout=2_000)
        page.keyboard.press("Enter")
        look()
        page.keyboard.press("Escape")
        page.keyboard.press("Control+f")
        look()
        page.keyboard.press("Escape")
    except Error:
        page.keyboard.press("Escape")


def walk(page: Page, server: AppServer, workshop: str, written: str) -> Iterator[tuple[str, str, str, str]]:
    """Every foreign word of every view, once: view, words, place, kind."""
    known: set[tuple[str, str, str]] = set()
    for name, view in VIEWS.items():
        seen: set[tuple[str, str, str]] = set()

        def look(seen: set[tuple[str, str, str]] = seen) -> None:
            seen |= foreign(page, written)

        page.on("dialog", lambda dialog: dialog.dismiss())
        open_view(page, server.url, view, f"lang=de&workshop={workshop}" if view.path != "/" else "lang=de")
        look()
        opened(page, look)
        for edit in page.get_by_role("button", name="Bearbeiten").all()[:1]:
            _press(page, edit, look)
        for words in sorted(seen - known):
            yield name, *words
        known |= seen


def main() -> int:
    """Print what stands in the German app and is not ours; 1 if anything does."""
    count = 0
    with tempfile.TemporaryDirectory() as temporary, chromium() as browser:
        data = Path(temporary) / "data"
        shown = prepared.full(Language.DE)
        (workshop,) = prepared.put(data, shown)
        data_files = [
            path.read_text("utf-8") for path in (ROOT / "journey").rglob("*.toml") if "texts" not in path.parts
        ]
        written: Any = "\n".join([shown.to_json().replace("\\n", "\n"), *data_files])
        with AppServer(data) as server, visit(browser, LOOKS["desktop"], "de") as context:
            for found in walk(context.new_page(), server, workshop, written):
                print(*found, sep=" | ", flush=True)
                count += 1
    return bool(count)


if __name__ == "__main__":
    sys.exit(main())
