"""Connections and transactions: durable, never a lost update, every failure of the database as StoreUnavailable."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, ProgrammingError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from journey.store.errors import StoreUnavailable
from journey.store.location import SQLITE

# busy_timeout comes first: switching to WAL may have to wait for another process.
_PRAGMAS = ("busy_timeout=10000", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON")
_PATIENCE = "10s"

_SQLITE_SNAPSHOT = {"reads_only": True}
_POSTGRES_SNAPSHOT = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}

# Databases queue writers unfairly: locks in the process keep every thread's wait short, and connections free. SQLite
# has one writer anyway; on PostgreSQL only writers of the same workshop (or of one that shares its lock) take turns.
_ONE_WRITER = threading.Lock()
_TURNS = tuple(threading.Lock() for _ in range(64))

_SQLITE_REASONS = {
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_PERM: "read_only",
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",
}
_NOT_ALLOWED = "42501"
_POSTGRES_REASONS = {
    "53100": "full",
    "25006": "read_only",  # the server is a standby, or set so
    _NOT_ALLOWED: "read_only",
    "55P03": "locked",  # the lock timeout
    "40P01": "locked",  # a deadlock
    "40001": "locked",  # a serialization failure
}


def connect(url: URL) -> Engine:
    """An engine for a URL of `database_url`; a SQLite file's folder is made. StoreUnavailable without folder or driver."""
    try:
        if url.get_backend_name() == SQLITE:
            Path(url.database or "").parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            return _sqlite(url)
        return _postgresql(url)
    except ModuleNotFoundError as error:
        raise StoreUnavailable("no_driver", str(error)) from error
    except OSError as error:
        raise StoreUnavailable("read_only", str(error)) from error


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that sees one moment of the database."""
    snapshot = _SQLITE_SNAPSHOT if engine.dialect.name == SQLITE else _POSTGRES_SNAPSHOT
    with _translated(), engine.connect() as connection, connection.execution_options(**snapshot).begin():
        yield connection


@contextmanager
def writing(engine: Engine, what: str = "") -> Iterator[Connection]:
    """A transaction that is on disk when the block is left, and undone when an exception leaves it. `what` names the
    thing that it writes: a workshop's or a browser's id."""
    turn = _ONE_WRITER if engine.dialect.name == SQLITE else _TURNS[hash(what) % len(_TURNS)]
    with turn, _translated(), engine.begin() as connection:
        yield connection


@contextmanager
def migrating(engine: Engine) -> Iterator[Connection]:
    """A transaction that may alter tables. SQLite enforces no foreign keys in it: to alter a table Alembic copies it and
    drops the former one, which would delete what refers to it. What refers to nothing afterwards undoes it all."""
    if engine.dialect.name != SQLITE:
        with writing(engine) as connection:
            yield connection
        return
    with _ONE_WRITER, _translated(), engine.connect() as connection:
        connection.connection.cursor().execute("PRAGMA foreign_keys=OFF")
        try:
            with connection.begin():
                yield connection
                if lost := connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                    raise StoreUnavailable("damaged", f"a row of {lost[0]} refers to nothing")
        finally:
            connection.connection.cursor().execute("PRAGMA foreign_keys=ON")


def empty_write_ahead_log(engine: Engine) -> None:
    """Move everything from SQLite's write-ahead log into the file, so that what was deleted is in neither."""
    with _ONE_WRITER, _translated(), closing(engine.raw_connection()) as raw:
        raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _sqlite(url: URL) -> Engine:
    engine = create_engine(url)

    @event.listens_for(engine, "connect")
    def _set_up(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # transactions begin below, where it is known whether they write
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}").close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        reads_only = connection.get_execution_options().get("reads_only", False)
        connection.exec_driver_sql("BEGIN" if reads_only else "BEGIN IMMEDIATE")

    return engine


def _postgresql(url: URL) -> Engine:
    engine = create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": 10})

    @event.listens_for(engine, "connect")
    def _set_up(connection: Any, _record: Any) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"SET lock_timeout = '{_PATIENCE}'")
        connection.commit()

    return engine


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except PoolTimeout as error:
        raise StoreUnavailable("locked", str(error)) from error
    except DBAPIError as error:
        if isinstance(error, IntegrityError | ProgrammingError | DataError) and _state(error.orig) != _NOT_ALLOWED:
            raise
        raise StoreUnavailable(_reason(error.orig), str(error.orig)) from error


def _reason(error: BaseException | None) -> str:
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorcode", None)
        return _SQLITE_REASONS.get(code & 0xFF, "unreachable") if code is not None else "unreachable"
    return _POSTGRES_REASONS.get(_state(error), "unreachable")


def _state(error: BaseException | None) -> str:
    """PostgreSQL's five characters for an error; "" for another database's."""
    return getattr(error, "sqlstate", None) or ""
