"""Every store test that takes `store` or `url` runs twice: on SQLite and on a real PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile

import pytest

from journey.store import Store, open_store
from tests.postgres import NoServer, Server, is_required, running_server


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    try:
        with running_server() as server:
            yield server
    except NoServer as error:
        if is_required():
            pytest.fail(f"the store must be tested on PostgreSQL, but {error}", pytrace=False)
        pytest.skip(f"THE STORE IS NOT TESTED ON POSTGRESQL: {error}")


@pytest.fixture
def has_tables(request: pytest.FixtureRequest) -> bool:
    """Whether `url` is of a database with a store's tables, made once for many tests. A module that alters them replaces it."""
    return "store" in request.fixturenames


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest, tmp_path: Path, migrated: Path, has_tables: bool) -> Iterator[str]:
    """The URL of an empty database, or of one with empty tables."""
    if request.param == "sqlite":
        if has_tables:
            copyfile(migrated, tmp_path / "store.sqlite3")
        yield f"sqlite:///{tmp_path}/store.sqlite3"
    else:
        server: Server = request.getfixturevalue("postgres")
        with server.store() if has_tables else server.database() as database:
            yield database


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    opened = open_store(url)
    yield opened
    opened.close()


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/store.sqlite3"


@pytest.fixture
def sqlite_store(sqlite_url: str, migrated: Path) -> Iterator[Store]:
    copyfile(migrated, sqlite_url.removeprefix("sqlite:///"))
    store = open_store(sqlite_url)
    yield store
    store.close()
