"""Browser profiles that are used again: in a new one, Chromium compiles Streamlit's page anew, which takes longer than what
most tests do. What a visitor has left in a profile is forgotten; only the files that Streamlit serves stay with it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, Page

from tools.browser import LOOKS, visit

_KEPT = 4  # those used last; each keeps a process alive
_KINDS = "cookies,local_storage,indexeddb,file_systems,cache_storage,service_workers"
_BLANK = "/_stcore/health"


@dataclass
class Profile:
    """A context for one visitor at a time. Its first page stays open, so that the compiled page stays in memory."""

    context: BrowserContext
    kept_open: Page

    @property
    def pages(self) -> list[Page]:
        """The visitor's own."""
        return [page for page in self.context.pages if page is not self.kept_open]

    def forget(self, servers: Iterable[str]) -> None:
        """Close what is open and clear what these servers' pages have stored."""
        for page in self.pages:
            page.close()
        self.context.unroute_all()
        self.context.clear_permissions()
        self.context.clear_cookies()
        session = self.context.new_cdp_session(self.kept_open)
        for origin in servers:
            session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": _KINDS})
        session.detach()


@dataclass
class Profiles:
    """Those that nobody uses at the moment, each with its look and language."""

    browser: Browser
    free: list[tuple[str, str, Profile]] = field(default_factory=list)

    def take(self, server: str, look: str, language: str) -> Profile:
        """A profile in which nothing is remembered; `server` is an address that answers."""
        for place, (*kind, profile) in enumerate(self.free):
            if kind == [look, language]:
                del self.free[place]
                return profile
        context = visit(self.browser, LOOKS[look], language)
        page = context.new_page()
        page.goto(server + _BLANK)
        return Profile(context, page)

    def give_back(self, profile: Profile, look: str, language: str) -> None:
        """Keep a profile that has forgotten everything."""
        self.free.append((look, language, profile))
        if len(self.free) > _KEPT:
            self.free.pop(0)[2].context.close()
