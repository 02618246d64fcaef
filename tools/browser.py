"""Chromium as tests and pictures use it: one browser, a look per visitor, and the moment when a page stands still."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, BrowserContext, Error, Page, sync_playwright

from tools.chromium import NoChromium, find

_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--process-per-site",  # a visitor's pages share what is compiled already; visitors share nothing
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)

_MOST_CHANGES = 5  # a page may be loaded anew while it is waited for

_STILL = Path(__file__).with_name("still.js").read_text("utf-8")


class NeverStill(TimeoutError):
    """A page did not come to rest; the message says why."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"The page did not come to rest: {reason}.")


@dataclass(frozen=True)
class Look:
    """What a visitor looks through: window in CSS pixels, light or dark, finger or mouse."""

    width: int
    height: int
    scheme: Literal["light", "dark"] = "light"
    touch: bool = False


LOOKS = {
    "desktop": Look(1440, 900),
    "dark": Look(1440, 900, "dark"),
    "wide": Look(1920, 1080),
    "phone": Look(390, 844, touch=True),
    "phone-dark": Look(390, 844, "dark", touch=True),
}

LOCALES = {"de": "de-DE", "en": "en-US"}
"""The locale of a visitor who speaks a language, where it is more than the language."""


SHORT_VISITS = (
    "--in-process-gpu",
    "--disable-features=ScriptStreaming",
    "--js-flags=--single-threaded-gc --no-flush-bytecode"
    " --invocation-count-for-maglev=4000 --invocation-count-for-turbofan=20000",
)
"""For many pages that live for seconds: what Chromium compiles for a long run takes a sixth of such a page's time, and what it
has compiled of one page the next one needs again: to parse it once more beside the loading is a tenth of all work."""


@contextmanager
def chromium(*arguments: str) -> Iterator[Browser]:
    """A headless Chromium that reaches no host but this machine, started with further arguments. NoChromium if there is
    none."""
    path = find()
    if path is None:
        raise NoChromium
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*_ARGUMENTS, *arguments])
        yield browser
        browser.close()


def visit(browser: Browser, look: Look, language: str) -> BrowserContext:
    """A visitor with nothing remembered, in a language such as `de`."""
    context = browser.new_context(
        viewport={"width": look.width, "height": look.height},
        color_scheme=look.scheme,
        locale=LOCALES.get(language, language),
        timezone_id="Europe/Berlin",
        has_touch=look.touch,
        is_mobile=look.touch,
        reduced_motion="reduce",
    )
    context.add_init_script(_STILL)
    context.set_default_timeout(20_000)
    return context


def wait_until_still(page: Page, milliseconds: float = 30_000) -> None:
    """Wait until the page stands still: connected, every rerun answered, every chart, table and font drawn.
    NeverStill, with what it waited for, after some milliseconds."""
    # An awaited promise and not wait_for_function, which the app's Content-Security-Policy refuses.
    for _ in range(_MOST_CHANGES):
        try:
            reason = page.evaluate("milliseconds => window.untilStill(milliseconds)", milliseconds)
        except Error as error:
            if "context was destroyed" not in str(error):
                raise
            reason = "it was changed for another one again and again"
            continue
        break
    if reason:
        raise NeverStill(reason)


def move(page: Page, there: str) -> None:
    """Let the open app go to another of its addresses as the browser's back button does, and wait until it stands still: it
    comes to the same page as by a new visit, in half of the time."""
    page.evaluate(
        "there => { history.pushState(null, '', there); dispatchEvent(new PopStateEvent('popstate')) }", there
    )
    wait_until_still(page)


def errors_on(page: Page) -> list[str]:
    """What the page shows of exceptions, from the server's script or from the browser's drawing."""
    shown = page.locator(
        '[data-testid="stException"], [data-testid="stErrorElementStack"], [data-testid="stErrorCodeBlock"]'
    )
    return [words.partition("\n")[0] for words in shown.all_inner_texts()]
