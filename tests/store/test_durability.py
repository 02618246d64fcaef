"""What was acknowledged stays: through kill -9, backups and purges; what fails says why and leaves nothing half done."""

import signal
import sqlite3
import subprocess
import sys
from functools import partial
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import event

from journey.model import Language
from journey.store import LastPlace, Store, StoreUnavailable, data_location, open_store
from journey.texts import text
from tests.builders import a_frame, a_workshop
from tests.postgres import Server
from tests.store.scenes import ID, a_full_workshop, at_once, created, revised, save, title

CANARY = "canary-7461207"


def _pragma(store: Store, pragma: str) -> None:
    """Every connection of this store from now on has this setting."""
    store._engine.dispose()
    event.listen(store._engine, "connect", lambda connection, _record: connection.execute(f"PRAGMA {pragma}").close())


def _killed_in_the_middle(url: str, card: str, acknowledged: int) -> list[str]:
    """Start a writer, let it save some changes, kill it, and give the ids that it printed."""
    command = [sys.executable, "-m", "tests.store.writer", url, card]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]) as writer:
        assert writer.stdout is not None
        printed = [writer.stdout.readline() for _ in range(acknowledged)]
        writer.send_signal(signal.SIGKILL)
        printed += writer.stdout.readlines()
    return [line.strip() for line in printed if line.endswith("\n")]


def test_what_killed_processes_acknowledged_is_there(store: Store, url: str) -> None:
    opened = store.create(a_full_workshop(touchpoints=2), "Alma")
    seen: list[str] = []
    for acknowledged in (3, 12, 30):
        writers = (partial(_killed_in_the_middle, url, card, acknowledged) for card in ("t0", "t1", "t1"))
        seen += [change_id for printed in at_once(writers) for change_id in printed]
    log = store.log(ID, limit=100_000)
    assert len(seen) >= 135
    assert set(seen) <= {entry.change.id for entry in log}
    assert [entry.sequence for entry in log] == list(range(1, len(log) + 1))
    assert store.caught_up(opened) == store.open(ID)
    if url.startswith("sqlite"):
        assert sqlite3.connect(data_location(url)).execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_sqlite_is_set_to_be_durable(sqlite_store: Store) -> None:
    with sqlite_store._engine.connect() as connection:
        settings = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "busy_timeout", "foreign_keys", "secure_delete")
        }
    assert settings == {
        "journal_mode": "wal",
        "synchronous": 2,
        "busy_timeout": 10_000,
        "foreign_keys": 1,
        "secure_delete": 1,
    }


def test_nothing_of_a_purged_workshop_stays_in_the_files(sqlite_store: Store, tmp_path: Path) -> None:
    opened = sqlite_store.create(a_full_workshop(title=CANARY), "Alma")
    save(sqlite_store, opened, created(opened, CANARY, CANARY * 2))
    assert any(CANARY.encode() in path.read_bytes() for path in tmp_path.glob("store*"))
    sqlite_store.purge(ID)
    assert not [path for path in tmp_path.glob("store*") if CANARY.encode() in path.read_bytes()]


def _unavailable(store: Store, reason: str) -> None:
    """A save fails for this reason, which has words in both languages, and everything is as before."""
    before = store.open(ID)
    change = created(before, *("x" * 200 for _ in range(500)))
    with pytest.raises(StoreUnavailable) as caught:
        save(store, before, change)
    assert caught.value.reason == reason
    for language in Language:
        assert text(caught.value.key, language)
    assert store.open(ID) == before


def test_a_full_disk_is_said_and_leaves_nothing_half_done(sqlite_store: Store) -> None:
    sqlite_store.create(a_full_workshop(), "Alma")
    _pragma(sqlite_store, "max_page_count=40")
    _unavailable(sqlite_store, "full")


def test_a_database_that_can_only_be_read_is_said(sqlite_store: Store) -> None:
    sqlite_store.create(a_full_workshop(), "Alma")
    _pragma(sqlite_store, "query_only=ON")
    _unavailable(sqlite_store, "read_only")


def test_a_database_that_another_program_holds_is_said(sqlite_store: Store, sqlite_url: str) -> None:
    sqlite_store.create(a_full_workshop(), "Alma")
    _pragma(sqlite_store, "busy_timeout=20")
    other = sqlite3.connect(data_location(sqlite_url), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    _unavailable(sqlite_store, "locked")
    other.execute("ROLLBACK")
    save(sqlite_store, sqlite_store.open(ID), revised(sqlite_store.open(ID), "t0", title="Now"))
    assert title(sqlite_store.open(ID), "t0") == "Now"


def test_a_file_that_is_no_database_is_said_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "store.sqlite3"
    file.write_bytes(b"no database " * 1_000)
    with pytest.raises(StoreUnavailable) as caught:
        open_store(f"sqlite:///{file}")
    assert caught.value.reason == "damaged"
    assert file.read_bytes() == b"no database " * 1_000


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreUnavailable) as caught:
        open_store(f"sqlite:///{tmp_path}/file/store.sqlite3")
    assert caught.value.reason == "read_only"


def test_a_server_that_does_not_answer_is_said_without_its_password() -> None:
    with pytest.raises(StoreUnavailable) as caught:
        open_store("postgresql://alma:secret@127.0.0.1:1/journey")
    assert caught.value.reason == "unreachable"
    assert "secret" not in str(caught.value)


@pytest.mark.postgres
def test_a_server_that_dropped_its_connections_is_reached_again(postgres: Server) -> None:
    with postgres.database() as url:
        store = open_store(url)
        opened = store.create(a_full_workshop(), "Alma")
        postgres.run(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'"
        )
        assert store.open(ID) == opened
        store.close()


@pytest.mark.postgres
def test_a_server_that_gives_no_rights_is_said(postgres: Server) -> None:
    postgres.run("CREATE ROLE visitor LOGIN")
    with pytest.raises(StoreUnavailable) as caught:
        open_store(postgres.url().replace("postgres@", "visitor@"))
    assert caught.value.reason == "read_only"


@pytest.mark.postgres
def test_a_workshop_that_another_program_holds_is_said_on_postgresql(postgres: Server) -> None:
    with postgres.database() as url:
        store = open_store(url)
        store.create(a_full_workshop(), "Alma")
        store.create(a_workshop(frame=a_frame(id="other")), "Alma")
        store._engine.dispose()
        event.listen(store._engine, "connect", _impatient)
        with psycopg.connect(url) as other:
            other.execute("SELECT * FROM workshops WHERE id = 'workshop' FOR UPDATE")
            _unavailable(store, "locked")
            apart = store.open("other")
            save(store, apart, created(apart, "Fair"))
        store.remember("browser", LastPlace(ID, "goals", "de"))
        store.close()


def _impatient(connection: psycopg.Connection, _record: object) -> None:
    connection.execute("SET lock_timeout = '50ms'")
    connection.commit()
