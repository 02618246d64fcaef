"""Pictures of every page into build/screenshots: `python -m tools.screenshots [PAGE ...] [--look ...] [--language ...]`.

A page's name ends in its view where it has several: map, map-funnel. Every picture shows the whole page.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

from journey.model import Language
from tools import prepared
from tools.app_server import ROOT, AppServer
from tools.browser import LOOKS, chromium, errors_on, move, visit, wait_until_still
from ui.kit.rooms import ROOMS

FOLDER = ROOT / "build" / "screenshots"
USUAL_LOOKS = ("desktop", "dark", "wide", "phone")
CONTENTS = ("empty", "full")
_TALLEST = 12_000  # px; a page that grows with its window must not grow for ever


@dataclass(frozen=True)
class View:
    """A page's path and, where it has several views, the name of the switch and the place of the view in it. `log`: a
    sample log is read first; the next such view of the page goes on with it."""

    path: str
    switch: str = ""
    place: int = 0
    log: bool = False


def _views() -> Iterator[tuple[str, View]]:
    """Every view of every page by its name: the page's, and behind it the view's unless that is the page's first. What
    needs a log is there twice, from typed counts and with a log."""
    for room in ROOMS:
        by_log, name, path = room.name == _BY_LOG, room.name, f"/{room.path}"
        bare = f"{name}-counts" if by_log else name
        yield name, View(path, room.name if room.views else "")
        for place, view in enumerate(room.views[1:], start=1):
            yield f"{bare}-{_hyphened(view)}", View(path, room.name, place)
        for place, view in enumerate(room.views if by_log else ()):
            yield f"{name}-{_hyphened(view)}", View(path, room.name, place, log=True)


def _hyphened(view: str) -> str:
    return view.replace("_", "-")


_BY_LOG = "numbers"
VIEWS = dict(_views())


def open_view(page: Page, address: str, view: View, query: str, *, inside: bool = False) -> None:
    """Go to a view of the app at this address and wait until it stands still. From another view of the same page this
    takes no new visit, `inside` from another page neither."""
    there = f"{address}{view.path}?{query}"
    shown, has_log = page.evaluate("[window.shownPage, window.logRead === true]")
    if shown != there or (has_log and not view.log):
        if inside and shown and not has_log:
            move(page, there)
        else:
            page.goto(there)
            wait_until_still(page)
        page.evaluate("where => { window.shownPage = where }", there)
        has_log = False
    if view.log and not has_log:
        _switch(page, view.switch, 0)
        read_sample_log(page)
    if page.locator(f".st-key-view-{view.switch}").count():  # an empty page may have no views yet
        _switch(page, view.switch, view.place)


def _switch(page: Page, switch: str, place: int) -> None:
    page.locator(f".st-key-view-{switch} [role=radio]").nth(place).click()
    wait_until_still(page)


def read_sample_log(page: Page) -> None:
    """Let the numbers page read the invented log that fits the software sample."""
    page.locator(".st-key-log-sample-software button").click()
    page.locator(".st-key-log-read button").click()
    page.locator(".st-key-log-forget button:visible").first.wait_for(timeout=60_000)
    wait_until_still(page)
    page.evaluate("window.logRead = true")


@contextmanager
def shown_whole(page: Page) -> Iterator[None]:
    """The window grown until nothing of the page is hidden, since Streamlit scrolls inside it."""
    size = page.viewport_size or {"width": 1440, "height": 900}
    height = size["height"]
    for _ in range(3):
        needed = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
        if needed <= height:
            break
        height = min(needed, _TALLEST)
        page.set_viewport_size({"width": size["width"], "height": height})
        wait_until_still(page)
    yield
    page.set_viewport_size(size)


def main() -> int:
    """Take the pictures that the arguments ask for; all of them without arguments. 1 if a page shows an error."""
    asked = _arguments()
    FOLDER.mkdir(parents=True, exist_ok=True)
    began, count, faulty = time.monotonic(), 0, 0
    with tempfile.TemporaryDirectory() as temporary, chromium() as browser:
        for content in asked.content:
            for path, errors in _taken(browser, asked, content, Path(temporary) / content):
                print(path.relative_to(ROOT), *errors, sep="  ERROR: ", flush=True)
                count, faulty = count + 1, faulty + bool(errors)
    print(f"{count} pictures in {time.monotonic() - began:.0f} s, {faulty} with an error on them")
    return bool(faulty)


def _taken(browser: Browser, asked: argparse.Namespace, content: str, data: Path) -> Iterator[tuple[Path, list[str]]]:
    """The pictures with one content, from a server of its own: the start page of an empty app knows no workshop."""
    languages = [Language(code) for code in asked.language]
    is_full = content == "full"
    make = prepared.full if is_full else prepared.empty
    ids = dict(zip(languages, prepared.put(data, *map(make, languages), met=is_full), strict=True))
    bare = data.with_name("bare")
    with AppServer(data) as server, AppServer(bare) as unused:
        for look in asked.look:
            for language in languages:
                with visit(browser, LOOKS[look], language.value) as context:
                    page = context.new_page()
                    for name in asked.pages:
                        lonely = name == "start" and content == "empty"
                        where = unused.url if lonely else server.url
                        workshop = "" if name == "start" else f"&workshop={ids[language]}"
                        open_view(page, where, VIEWS[name], f"lang={language.value}{workshop}")
                        path = FOLDER / f"{name}-{look}-{language.value}-{content}.png"
                        with shown_whole(page):
                            page.screenshot(path=path)
                        yield path, errors_on(page)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.screenshots", description=__doc__)
    parser.add_argument("pages", nargs="*", choices=[*VIEWS, []], metavar="PAGE", help=f"any of: {', '.join(VIEWS)}")
    parser.add_argument("--look", nargs="+", choices=LOOKS, default=USUAL_LOOKS)
    parser.add_argument("--language", nargs="+", choices=list(Language), default=list(Language))
    parser.add_argument("--content", nargs="+", choices=CONTENTS, default=CONTENTS)
    found = parser.parse_args()
    found.pages = found.pages or list(VIEWS)
    return found


if __name__ == "__main__":
    sys.exit(main())
