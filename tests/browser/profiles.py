"""Browser profiles that are used again, with their page: in a new one, Chromium compiles Streamlit's page anew, which takes
longer than what most tests do, and in a new page of a known one it loads and lays out a third more slowly. What a visitor has
left is forgotten; only the files that Streamlit serves stay."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from weakref import WeakSet

from playwright.sync_api import Browser, BrowserContext, Error, Page

from tools.browser import LOOKS, Look, visit

_KEPT = 6  # those used last; each keeps a process alive
_KINDS = "cookies,local_storage,indexeddb,file_systems,cache_storage,service_workers"
_BLANK = "/_stcore/health"
_WORN: WeakSet[BrowserContext] = WeakSet()


def wear_out(page: Page) -> None:
    """Nobody else gets this page or its profile: what is done to them now cannot be taken back, such as a slower processor, a
    clock that is turned, a script of one's own."""
    _WORN.add(page.context)


@dataclass
class Profile:
    """A context for one visitor at a time, who enters with its first page."""

    context: BrowserContext
    page: Page
    look: Look

    @property
    def is_worn(self) -> bool:
        return self.context in _WORN

    def forget(self, servers: Iterable[str]) -> None:
        """Close further pages and clear what these servers' pages have stored."""
        for page in self.context.pages:
            if page is not self.page:
                page.close()
        self.context.unroute_all()
        self.context.clear_permissions()
        try:
            self._empty(servers)
        except Error:  # it was closed, or its server does not answer any more
            self.page.close()
            self.page = self.context.new_page()
        self.context.clear_cookies()
        session = self.context.new_cdp_session(self.page)
        for origin in servers:
            session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": _KINDS})
        session.send("Page.resetNavigationHistory")
        session.detach()

    def _empty(self, servers: Iterable[str]) -> None:
        """The page as a new one would be, but for its history."""
        page, look = self.page, self.look
        page.unroute_all()
        page.set_viewport_size({"width": look.width, "height": look.height})
        page.emulate_media(media="null", color_scheme=look.scheme, reduced_motion="reduce")
        if not look.touch:
            page.mouse.move(0, 0)
        for server in servers:
            page.goto(server + _BLANK)
            page.evaluate("() => { sessionStorage.clear(); window.name = ''; }")


@dataclass
class Profiles:
    """Those that nobody uses at the moment, each with its look and language."""

    browser: Browser
    free: list[tuple[str, str, Profile]] = field(default_factory=list)

    def take(self, look: str, language: str) -> Profile:
        """A profile in which nothing is remembered."""
        for place, (*kind, profile) in enumerate(self.free):
            if kind == [look, language]:
                del self.free[place]
                return profile
        context = visit(self.browser, LOOKS[look], language)
        return Profile(context, context.new_page(), LOOKS[look])

    def give_back(self, profile: Profile, look: str, language: str) -> None:
        """Keep a profile that has forgotten everything."""
        self.free.append((look, language, profile))
        if len(self.free) > _KEPT:
            self.free.pop(0)[2].context.close()
