"""The tests' own hands and eyes: they must be able to use every kind of field, and see what must not happen."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import person
from tests.browser.conftest import Trap, Visitor
from tests.browser.profiles import Profiles
from tools.app_server import AppServer, ServerDidNotStart, Starter


@pytest.fixture(scope="module")
def small_app(starter: Starter, tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppServer]:
    folder = tmp_path_factory.mktemp("small")
    script = Path(__file__).with_name("small_app.py")
    with AppServer(folder / "data", script=script, starter=starter) as server:
        yield server


def test_a_person_can_use_every_kind_of_field(visitor: Visitor, small_app: AppServer) -> None:
    page = visitor(small_app)
    person.fill(page, "Name", "Alma")
    person.fill(page, "Number", "12")
    person.choose(page, "Choice", "gamma")
    person.choose(page, "Many", "alpha", "beta")
    person.pick(page, "Mood", "high")
    person.tick(page, "Ticked")
    person.slide(page, "Level", -2)
    expect(page.get_by_text("Said: Alma, 12, gamma, alpha+beta, high, True, -2")).to_be_visible()


def test_two_edits_in_a_table_in_a_row_both_count(visitor: Visitor, small_app: AppServer) -> None:
    page = visitor(small_app)
    table = page.get_by_test_id("stDataFrame")
    person.edit_cell(table, 0, "Count", "20")
    person.edit_cell(table, 1, "Count", "5")
    expect(page.get_by_text("Sum: 25")).to_be_visible()
    assert person.cell_text(table, 1, "Count") == "5"


def test_files_go_up_and_come_down(visitor: Visitor, small_app: AppServer, tmp_path: Path) -> None:
    page = visitor(small_app)
    path = person.download(page, "Download", tmp_path)
    assert path.read_text() == "saved"
    person.upload(page, "File", path)
    expect(page.get_by_text("file: saved.txt")).to_be_visible()


def test_an_act_ends_only_when_the_slow_answer_is_there(visitor: Visitor, small_app: AppServer) -> None:
    page = visitor(small_app)
    person.click(page, "Slow")
    assert page.get_by_text("slow answer").count() == 1


def test_a_request_to_another_host_is_noticed(visitor: Visitor, small_app: AppServer, trap: Trap) -> None:
    page = visitor(small_app)
    person.click(page, "Outside")
    assert trap.foreign_requests == ["http://outside.example/pixel.png"]
    trap.foreign_requests.clear()
    trap.console_errors.clear()


def test_a_killed_server_comes_back_on_its_port(visitor: Visitor, small_app: AppServer, trap: Trap) -> None:
    page = visitor(small_app)
    port = small_app.port
    small_app.kill()
    expect(page.get_by_test_id("stApp")).not_to_have_attribute("data-test-connection-state", "CONNECTED")
    small_app.start()
    person.refresh(page)
    assert small_app.port == port
    assert page.get_by_text("Said:").count() == 1
    trap.console_errors.clear()  # the browser complains about the connection that we cut


def test_a_profile_that_is_used_again_remembers_nothing(browser: Browser, small_app: AppServer) -> None:
    remembered = """async () => [document.cookie.includes('before'), localStorage.length, sessionStorage.length, history.length,
      (await indexedDB.databases()).length, (await navigator.permissions.query({name: 'clipboard-read'})).state, window.name,
      innerWidth, matchMedia('print').matches, matchMedia('(prefers-color-scheme: dark)').matches]"""
    address = small_app.url + "/_stcore/health"
    profiles = Profiles(browser)
    profile = profiles.take("desktop", "de")
    page = profile.page
    page.goto(address)
    fresh = page.evaluate(remembered)
    profile.context.grant_permissions(["clipboard-read"])
    page.route(address + "*", lambda route: route.abort())
    page.set_viewport_size({"width": 700, "height": 700})
    page.emulate_media(media="print", color_scheme="dark")
    page.evaluate("""async () => {
      document.cookie = 'before=1; max-age=1000';
      localStorage.before = sessionStorage.before = window.name = history.pushState(null, '') ?? '1';
      await new Promise((done) => { indexedDB.open('before').onsuccess = done; });
    }""")
    assert all(now != before for now, before in zip(page.evaluate(remembered), fresh, strict=True))
    profile.context.new_page()
    profile.forget([small_app.url])
    profiles.give_back(profile, "desktop", "de")
    again = profiles.take("desktop", "de")
    assert again is profile
    assert again.context.pages == [page]
    page.goto(address + "?again")
    assert page.evaluate(remembered) == fresh
    page.close()
    again.forget([small_app.url])
    again.page.goto(address)
    assert not again.is_worn
    person.slowly(again.page)
    assert again.is_worn
    again.context.close()


def test_what_lasts_in_a_page_is_done_to_pages_that_nobody_gets_again() -> None:
    """Playwright cannot take these back."""
    lasting = {"add_init_script", "expose_binding", "expose_function", "install", "new_cdp_session", "route_web_socket"}
    may = {"wear_out", "visit", "detach"}  # a context of one's own, or a session that is ended
    careless = []
    for path in Path(__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.FunctionDef):
                continue
            called = {_name(each.func) for each in ast.walk(node) if isinstance(each, ast.Call)}
            if called & lasting and not called & may:
                careless.append(f"{path.name}: {node.name}")
    assert careless == []


def _name(called: ast.expr) -> str:
    return called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""


def test_a_forked_server_has_the_folder_environment_and_log_of_its_own(starter: Starter, tmp_path: Path) -> None:
    script = Path(__file__).with_name("small_app.py")
    environment = {"STREAMLIT_BROWSER_SERVER_ADDRESS": "127.0.0.1"}
    with AppServer(tmp_path / "data", script=script, environment=environment, starter=starter) as server:
        assert f"URL: http://127.0.0.1:{server.port}" in server.log
    with pytest.raises(ServerDidNotStart, match="no-such-file"):
        AppServer(tmp_path / "other", script=tmp_path / "no-such-file.py", starter=starter).start()
