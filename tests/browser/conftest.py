"""Visitors of the real app: each test gets the app with its own data and as many people as it needs.

A visitor who caused a request to another host or an error in the browser's console fails the test."""

import base64
import hashlib
import re
import socket
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from shutil import copyfile
from typing import Protocol
from urllib.parse import urlsplit

import pytest
import streamlit
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, WebError, expect

from journey.store import Store, open_store
from tests.browser.profiles import Profile, Profiles
from tests.store.room_scenes import Meeting, a_meeting
from tools.app_server import ROOT, AppServer, Starter
from tools.browser import SHORT_VISITS, chromium, errors_on, wait_until_still

PICTURES = ROOT / "build" / "failures"
_FAILED = pytest.StashKey[bool]()

expect.set_options(timeout=60_000)  # ms; what is awaited may take its time on a busy machine


def _hashes_of_streamlits_page() -> list[str]:
    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_text("utf-8")
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    return [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts]


# On a page's own address Streamlit first looks for its server below that path, and its index.html has an inline script
# that the app's Content-Security-Policy refuses; neither harms anybody.
# A page looks for news every few seconds, also while its server is being stopped after the test.
_HARMLESS = (
    "/_stcore/health)",
    "/_stcore/host-config)",
    "Cannot send rerun backMessage when disconnected",
    *_hashes_of_streamlits_page(),
)


@dataclass
class Trap:
    """What a visitor must never cause. A test that provokes an error on purpose empties the list itself."""

    foreign_requests: list[str] = field(default_factory=list)
    console_errors: list[str] = field(default_factory=list)
    _expected: tuple[str, ...] = ()

    def watch(self, context: BrowserContext) -> None:
        context.on("request", self._request)
        context.on("console", self._console)
        context.on("weberror", self._web_error)

    def leave(self, context: BrowserContext) -> None:
        context.remove_listener("request", self._request)
        context.remove_listener("console", self._console)
        context.remove_listener("weberror", self._web_error)

    def expect(self, *kinds: str) -> None:
        """What the browser says of troubles that the test itself makes, now and later, is no error."""
        self._expected += kinds
        self.console_errors[:] = [said for said in self.console_errors if not self._is_harmless(said)]

    def _is_harmless(self, said: str) -> bool:
        return any(known in said for known in (*_HARMLESS, *self._expected))

    def _request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in {"data", "blob"} and address.hostname not in {"127.0.0.1", "localhost"}:
            self.foreign_requests.append(request.url)

    def _web_error(self, error: WebError) -> None:
        self.console_errors.append(str(error.error))

    def _console(self, message: ConsoleMessage) -> None:
        said = f"{message.text} ({message.location.get('url')})"
        if message.type == "error" and not self._is_harmless(said):
            self.console_errors.append(said)


class Visitor(Protocol):
    def __call__(
        self,
        server: AppServer,
        address: str = "/",
        *,
        look: str = "desktop",
        language: str = "de",
        streamlit: bool = True,
    ) -> Page: ...


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.failed:
        item.stash[_FAILED] = True
    return report


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with chromium(*SHORT_VISITS) as running:
        yield running


@pytest.fixture(scope="package")
def profiles(browser: Browser) -> Profiles:
    return Profiles(browser)


@pytest.fixture(scope="session")
def port() -> Iterator[int]:
    """Where each `own_app` listens in its turn: a browser compiles a page anew that comes from another port. Bound here as
    well, so that nobody else gets it between two tests."""
    with socket.socket() as reserved:
        reserved.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        reserved.bind(("127.0.0.1", 0))
        yield reserved.getsockname()[1]


@pytest.fixture(scope="module")
def app(starter: Starter, tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppServer]:
    """The app with a data folder that the tests of one module share."""
    with AppServer(tmp_path_factory.mktemp("app") / "data", starter=starter) as server:
        yield server


@pytest.fixture
def environment() -> Mapping[str, str]:
    """What the operator of `own_app` sets; modules replace it."""
    return {}


@pytest.fixture
def own_app(
    tmp_path: Path, migrated: Path, environment: Mapping[str, str], starter: Starter, port: int
) -> Iterator[AppServer]:
    """The app with an empty store, for one test: it may kill and restart it."""
    (tmp_path / "data").mkdir()
    copyfile(migrated, tmp_path / "data" / "workshops.sqlite3")
    with AppServer(tmp_path / "data", environment=environment, starter=starter, port=port) as server:
        yield server


@pytest.fixture
def store(own_app: AppServer) -> Iterator[Store]:
    """What `own_app` writes to, asked past it."""
    opened = open_store(f"sqlite:///{own_app.data / 'workshops.sqlite3'}")
    yield opened
    opened.close()


@pytest.fixture
def meeting(store: Store) -> Meeting:
    """A live room in `own_app`."""
    return a_meeting(store)


@pytest.fixture
def trap() -> Iterator[Trap]:
    trap = Trap()
    yield trap
    assert trap.foreign_requests == []
    assert trap.console_errors == []


@pytest.fixture
def visitor(profiles: Profiles, trap: Trap, request: pytest.FixtureRequest) -> Iterator[Visitor]:
    """Lets somebody with nothing remembered enter the app, and waits until the page stands still where it is Streamlit's."""
    if "own_app" in request.fixturenames:
        request.getfixturevalue("own_app")  # the visitor leaves before that app stops
    taken: list[tuple[str, str, Profile]] = []
    servers: set[str] = set()

    def enter(
        server: AppServer, address: str = "/", *, look: str = "desktop", language: str = "de", streamlit: bool = True
    ) -> Page:
        profile = profiles.take(look, language)
        taken.append((look, language, profile))
        servers.add(server.url)
        trap.watch(profile.context)
        page = profile.page
        page.goto(server.url + address)
        if streamlit:
            wait_until_still(page)
        return page

    yield enter
    pages = [page for _, _, profile in taken for page in profile.context.pages]
    failed = request.node.stash.get(_FAILED, False)
    if failed:
        PICTURES.mkdir(parents=True, exist_ok=True)
        name = re.sub(r"\W+", "-", request.node.nodeid.removeprefix("tests/browser/")).strip("-")
        for number, page in enumerate(pages, 1):
            page.screenshot(path=PICTURES / f"{name}-{number}.png")
    shown = [error for page in pages for error in errors_on(page)]
    for look, language, profile in taken:
        if failed or profile.is_worn:
            profile.context.close()
            continue
        trap.leave(profile.context)
        profile.forget(servers)
        profiles.give_back(profile, look, language)
    assert shown == []
