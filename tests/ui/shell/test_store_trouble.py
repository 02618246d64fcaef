"""The store cannot be opened, or fails meanwhile: the app says why in its own words, and goes on when it works again."""

import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from journey.model import Language
from journey.store import Store, StoreUnavailable, open_store
from journey.texts import text
from tests.builders import a_frame, a_goal, a_workshop
from tests.ui.app import kept, keys, on_page, opened, pressed, run, seen, started, store, stored, widget
from ui.kit.rooms import ROOMS
from ui.state import session

DE, EN = Language.DE, Language.EN
Setting = pytest.MonkeyPatch


@pytest.fixture
def other_store(tmp_path: Path, monkeypatch: Setting) -> Iterator[Path]:
    """A data folder of its own; the app opens its store anew, and afterwards the former one again."""
    monkeypatch.setenv("JOURNEY_DATA", str(tmp_path))
    session.machine_store.clear()
    yield tmp_path / "workshops.sqlite3"
    session.machine_store.clear()


def _bad_url(_: Path, monkeypatch: Setting) -> None:
    monkeypatch.setenv("JOURNEY_DATABASE_URL", "workshops in a drawer")


def _no_driver(_: Path, monkeypatch: Setting) -> None:
    monkeypatch.setenv("JOURNEY_DATABASE_URL", "postgresql://localhost/workshops")
    monkeypatch.setitem(sys.modules, "psycopg", None)


def _unreachable(_: Path, monkeypatch: Setting) -> None:
    monkeypatch.setenv("JOURNEY_DATABASE_URL", "postgresql://localhost:1/workshops")


def _damaged(file: Path, _: Setting) -> None:
    file.write_text("This is a letter and no database. " * 40, "utf-8")


def _too_new(file: Path, _: Setting) -> None:
    open_store(f"sqlite:///{file}").close()
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")


TROUBLES: dict[str, Callable[[Path, Setting], None]] = {
    "unavailable.bad_url": _bad_url,
    "unavailable.no_driver": _no_driver,
    "opening.unreachable": _unreachable,
    "unavailable.damaged": _damaged,
    "too_new": _too_new,
}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("trouble", TROUBLES)
def test_a_store_that_cannot_be_opened_is_told_on_the_first_page(
    trouble: str, language: Language, other_store: Path, monkeypatch: Setting
) -> None:
    TROUBLES[trouble](other_store, monkeypatch)
    tab = run(started(language))
    assert [title.value for title in tab.title] == [text("frame.no_store", language)]
    assert [error.value for error in tab.error] == [text(f"store.{trouble}", language)]


@pytest.mark.parametrize("room", [room.name for room in ROOMS])
def test_every_page_tells_it_and_comes_back_when_the_store_does(
    room: str, other_store: Path, monkeypatch: Setting
) -> None:
    _bad_url(other_store, monkeypatch)
    tab = on_page(run(started()), room)
    assert [error.value for error in tab.error] == [text("store.unavailable.bad_url", DE)]
    monkeypatch.delenv("JOURNEY_DATABASE_URL")
    pressed(tab, "store-again")
    assert not tab.error
    assert "store-again" not in keys(tab)


def test_the_language_can_be_chosen_before_the_store_is_there(other_store: Path, monkeypatch: Setting) -> None:
    _bad_url(other_store, monkeypatch)
    tab = run(started())
    widget(tab, "language").set_value(EN)
    assert [error.value for error in run(tab).error] == [text("store.unavailable.bad_url", EN)]


def test_the_workshop_of_the_address_is_opened_when_the_store_is_there_again(
    other_store: Path, monkeypatch: Setting
) -> None:
    workshop_id = stored(a_workshop(goals=[a_goal("Ziel")]))
    session.machine_store.clear()
    monkeypatch.setenv("JOURNEY_DATABASE_URL", "workshops in a drawer")
    tab = started()
    tab.query_params["workshop"] = workshop_id
    run(tab)
    monkeypatch.delenv("JOURNEY_DATABASE_URL")
    pressed(tab, "store-again")
    assert "Ziel" in seen(on_page(tab, "goals"))


def test_a_workshop_that_cannot_be_read_is_told_once_and_does_not_bar_the_way_to_the_others(other_store: Path) -> None:
    workshop_id = stored(a_workshop(frame=a_frame(title="Unlesbar")))
    with closing(sqlite3.connect(other_store)) as database, database:
        database.execute("UPDATE entities SET body = 'not json'")
    tab = started()
    tab.query_params["workshop"] = workshop_id
    assert [error.value for error in run(tab).error] == [text("store.unreadable", DE)]
    pressed(tab, "store-again")
    assert not tab.error
    assert "Unlesbar" in seen(tab)


# --- a store that fails meanwhile --------------------------------------------------------------------------------------


def _fails(monkeypatch: Setting, *methods: str) -> None:
    def locked(*_: object, **__: object) -> None:
        raise StoreUnavailable("locked")

    for method in methods:
        monkeypatch.setattr(Store, method, locked)


def _picked(tab: AppTest, workshop_id: str, act: str) -> AppTest:
    tab.menu_button(key=f"more:{workshop_id}").click(act)
    return run(tab)


@pytest.mark.parametrize("act", ["duplicate", "delete"])
def test_a_workshop_that_cannot_be_copied_or_deleted_says_why_and_stays(act: str, monkeypatch: Setting) -> None:
    workshop_id = stored(a_workshop(frame=a_frame(title="Bleibt")))
    tab = run(started())
    before = len(store().workshops())
    with monkeypatch.context() as meanwhile:
        _fails(meanwhile, act)
        _picked(tab, workshop_id, act)
    assert [error.value for error in tab.error] == [text("store.unavailable.locked", DE)]
    assert len(store().workshops()) == before
    assert not run(tab).error
    assert f"open:{workshop_id}" in keys(tab)


def test_a_name_that_cannot_be_saved_stays_in_its_dialog_and_says_why(monkeypatch: Setting) -> None:
    workshop_id = stored(a_workshop(frame=a_frame(title="Alter Name")))
    tab = _picked(run(started()), workshop_id, "rename")
    with monkeypatch.context() as meanwhile:
        _fails(meanwhile, "save")
        tab.menu_button(key=f"more:{workshop_id}").click("rename")
        tab.text_input(key=f"new-title:{workshop_id}").set_value("Neuer Name")
        pressed(tab, "rename-now")
    assert [error.value for error in tab.error] == [text("store.unavailable.locked", DE)]
    assert tab.text_input(key=f"new-title:{workshop_id}").value == "Neuer Name"
    assert [listed.title for listed in store().workshops() if listed.id == workshop_id] == ["Alter Name"]


def test_a_workshop_that_cannot_be_erased_says_why_in_the_dialog(monkeypatch: Setting) -> None:
    workshop_id = stored(a_workshop(frame=a_frame(title="Bleibt noch")))
    tab = _picked(run(started()), workshop_id, "erase")
    with monkeypatch.context() as meanwhile:
        _fails(meanwhile, "purge")
        tab.menu_button(key=f"more:{workshop_id}").click("erase")
        pressed(tab, "erase-now")
    assert [error.value for error in tab.error] == [text("store.unavailable.locked", DE)]
    assert kept(workshop_id).frame.title == "Bleibt noch"


def test_a_workshop_that_cannot_be_taken_back_says_why_until_it_can(monkeypatch: Setting) -> None:
    workshop_id = stored(a_workshop(frame=a_frame(title="Zurück")))
    tab = _picked(run(started()), workshop_id, "delete")
    with monkeypatch.context() as meanwhile:
        _fails(meanwhile, "restore")
        pressed(tab, "undelete")
    assert [error.value for error in tab.error] == [text("store.unavailable.locked", DE)]
    pressed(tab, "undelete")
    assert not tab.error
    assert f"open:{workshop_id}" in keys(tab)


def test_a_page_whose_store_fails_while_it_is_drawn_says_so_below(monkeypatch: Setting) -> None:
    tab = opened(stored(a_workshop()), "history")
    with monkeypatch.context() as meanwhile:
        _fails(meanwhile, "remember")
        on_page(tab, "goals")
    assert [error.value for error in tab.error] == [text("store.opening.locked", DE)]
    assert text("goals.heading", DE) in seen(tab)
    pressed(tab, "store-again")
    assert not tab.error
