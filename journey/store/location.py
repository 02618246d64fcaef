"""Where the data lies: JOURNEY_DATABASE_URL, else a SQLite file in JOURNEY_DATA, else in the user's own data folder."""

import os
from pathlib import Path

from platformdirs import user_data_path
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from journey.store.errors import StoreUnavailable

FILE = "workshops.sqlite3"
SQLITE, POSTGRESQL = "sqlite", "postgresql"


def database_url(url: str | None = None) -> URL:
    """The database to use, with its driver. StoreUnavailable (bad_url) for anything but a SQLite file or PostgreSQL."""
    given = url or os.environ.get("JOURNEY_DATABASE_URL", "").strip()
    if not given:
        return URL.create(SQLITE, database=str(data_folder() / FILE))
    try:
        parsed = make_url(given)
    except (ArgumentError, ValueError):
        # Neither the text nor the cause may be shown: both can hold a password.
        raise StoreUnavailable("bad_url", "not a database URL") from None
    if parsed.drivername in {"postgres", POSTGRESQL}:
        parsed = parsed.set(drivername="postgresql+psycopg")
    backend = parsed.drivername.partition("+")[0]
    file = parsed.database or ":memory:"
    if backend == SQLITE and not file.startswith((":memory:", "file:")):
        return parsed.set(database=str(Path(file).expanduser().absolute()))
    if backend == POSTGRESQL:
        return parsed
    raise StoreUnavailable("bad_url", f"{parsed.drivername} is neither a SQLite file nor PostgreSQL")


def data_folder() -> Path:
    """The folder of the default database; it need not exist yet."""
    return chosen_folder() or user_data_path("journey-workshop", appauthor=False)


def chosen_folder() -> Path | None:
    """The folder that JOURNEY_DATA chooses, wherever the app was started; None for the user's own."""
    given = os.environ.get("JOURNEY_DATA", "").strip()
    return Path(given).expanduser().absolute() if given else None


def data_location(url: str | None = None) -> str:
    """Where the data lies, for people: the file's path, or the server and database without password and options."""
    return shown(database_url(url))


def shown(url: URL) -> str:
    """A database URL for people, never with its password."""
    if url.get_backend_name() == SQLITE:
        return url.database or ""
    host = url.host or url.query.get("host") or "localhost"
    place = host if isinstance(host, str) else ", ".join(host)
    user = f"{url.username}@" if url.username else ""
    port = f":{url.port}" if url.port else ""
    return f"PostgreSQL: {user}{place}{port}/{url.database or ''}"
