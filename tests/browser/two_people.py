"""How two people get in each other's way on purpose."""

import re
import time
from collections.abc import Callable

from playwright.sync_api import Page, WebSocketRoute, expect

from tests.browser.profiles import wear_out
from tests.typed import there
from tools.browser import wait_until_still

_SOON = 60  # seconds; a busy machine may take its time


def clash(anna: Page, bert: Page) -> None:
    """Both change the organisation, Anna a little earlier: Bert's browser has only just looked for news."""
    entry = anna.get_by_label("Ziel hinzufügen").first
    entry.fill("Mehr Vorbestellungen")
    entry.press("Enter")
    expect(bert.get_by_role("heading", name="Mehr Vorbestellungen")).to_be_visible()
    bert.get_by_label("Organisation", exact=True).fill("Berts Backhaus")
    anna.get_by_label("Organisation", exact=True).fill("Annas Backhaus")
    anna.keyboard.press("Tab")
    expect(anna.locator(".j-name")).to_contain_text("Annas Backhaus")
    bert.keyboard.press("Tab")
    wait_until_still(bert)


def undo_clash(anna: Page, bert: Page) -> None:
    """Bert takes back what Anna has changed since."""
    bert.get_by_label("Organisation", exact=True).fill("Berts Backhaus")
    bert.keyboard.press("Tab")
    expect(anna.get_by_label("Organisation", exact=True)).to_have_value("Berts Backhaus")
    wait_until_still(anna)  # what she types before her browser has told that it shows his word is a clash
    anna.get_by_label("Organisation", exact=True).fill("Annas Backhaus")
    anna.keyboard.press("Tab")
    expect(bert.locator(".j-name")).to_contain_text("Annas Backhaus")
    bert.get_by_role("button", name="Rückgängig", exact=True).click()
    wait_until_still(bert)


class Answers:
    """What the server says to one page: it can be held back for a while, as on a slow line, while the page is heard."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._line: WebSocketRoute | None = None
        self._kept: list[str | bytes] | None = None
        wear_out(page)
        page.route_web_socket(re.compile("/_stcore/stream"), self._pass_on)
        page.reload()
        wait_until_still(page)

    def hold_until(self, words: str) -> None:
        """Hold everything back until the server has said these words."""
        kept = self._kept = []
        self.keep_until(lambda: any(words.encode() in one for one in kept), f"the server did not say {words!r}")

    def keep_until(self, happens: Callable[[], bool], else_: str = "it did not happen") -> None:
        """Hold back what is said until something has happened."""
        deadline = time.monotonic() + _SOON
        while not happens():
            assert time.monotonic() < deadline, else_
            self._page.wait_for_timeout(20)

    def flow(self) -> None:
        kept, self._kept = self._kept, None
        for one in there(kept):
            there(self._line).send(one)
        wait_until_still(self._page)

    def _pass_on(self, line: WebSocketRoute) -> None:
        server, self._line = line.connect_to_server(), line
        line.on_message(server.send)
        server.on_message(lambda words: line.send(words) if self._kept is None else self._kept.append(words))
