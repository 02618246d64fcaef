"""The way into a database that holds a log. Only SELECT is ever sent, in read-only sessions where the engine has them."""

import importlib
import os
import re
import shutil
from collections.abc import Callable
from contextlib import suppress
from typing import Any
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlsplit

from journey.lazy_re import lazy_re
from journey.numbers.warehouse.engines import ENGINES, Engine, engine_of
from journey.numbers.warehouse.errors import BadAddress, MissingExtra, NoConnection, NoSuchTable, WarehouseError
from journey.numbers.warehouse.reason import reason

_EXTRA = ("ibis", "pyarrow_hotfix")
_INSTALL = "pip install -r requirements-warehouse.txt"
_PATIENCE = 10
"""Seconds after which a database that does not answer is given up."""
_SECRET = lazy_re("pass|pwd|token|secret|key|auth|cred", re.IGNORECASE)
_LOCAL = {"duckdb", "spark"}
_PART = lazy_re(r'"((?:[^"]|"")+)"|`([^`]+)`|([^."`]+)')


def connect(url: str, *, local: bool = True) -> Any:
    """The Ibis backend of a database; `engines` lists how URLs look. BadAddress for another URL, MissingExtra without
    Ibis or the driver, NoConnection where the database does not answer; no message holds a password. Without `local`
    nothing that runs on this machine is opened, no DuckDB file and no Spark of its own: such a URL reads files and starts
    programs, so it is not for visitors to type."""
    parts = _parts(url)
    engine = engine_of(parts.scheme)
    if engine is None:
        raise BadAddress("scheme", scheme=parts.scheme, engines=", ".join(each.title for each in ENGINES))
    if not local and parts.scheme in _LOCAL:
        raise BadAddress("local", engine=engine.title)
    _must_be_installed(parts)
    try:
        return _OPENING.get(engine.name, _opened)(url, parts)
    except WarehouseError:
        raise
    except ImportError:
        raise MissingExtra("driver", engine=engine.title, command=_command(engine, parts)) from None
    except Exception as error:  # noqa: BLE001 - every driver has errors of its own
        raise NoConnection("connection", engine=engine.title, reason=reason(error, _secrets(parts))) from None


def table(connection: Any, name: str) -> Any:
    """A table or view of the database by its name: `log`, `shop.log` or `catalog.shop.log`; parts that contain a dot
    stand in double quotes. NoSuchTable."""
    parts = [double.replace('""', '"') or back or bare.strip() for double, back, bare in _PART.findall(name)]
    if not 1 <= len(parts) <= 3 or not all(parts):
        raise NoSuchTable("table_name", table=name)
    *where, last = parts
    try:
        return connection.table(last, database=tuple(where) if len(where) == 2 else where[0] if where else None)
    except Exception as error:  # noqa: BLE001 - every driver has errors of its own
        raise NoSuchTable("table", table=name, reason=reason(error)) from None


def _parts(url: str) -> SplitResult:
    try:
        parts = urlsplit(url.strip())
        _ = parts.port
    except ValueError:
        raise BadAddress("address") from None
    return parts


def _must_be_installed(parts: SplitResult) -> None:
    try:
        for module in _EXTRA:
            importlib.import_module(module)
    except ImportError:
        raise MissingExtra("ibis", command=_INSTALL) from None
    if parts.scheme == "spark" and not (os.environ.get("JAVA_HOME") or shutil.which("java")):
        raise MissingExtra("java")


def _command(engine: Engine, parts: SplitResult) -> str:
    driver = "pyspark[connect]" if parts.scheme == "sc" else engine.driver
    return f'{_INSTALL} "{driver}"' if driver else _INSTALL


def _secrets(parts: SplitResult) -> tuple[str, ...]:
    """What in a URL is secret, as it stands and decoded."""
    values = [parts.password or "", *(value for name, value in parse_qsl(parts.query) if _SECRET.search(name))]
    return tuple({form for value in values for form in (value, unquote(value), quote(value)) if form})


def _opened(url: str, _: SplitResult, **options: Any) -> Any:
    import ibis

    return ibis.connect(url, **options)


def _postgres(url: str, _: SplitResult) -> Any:
    import ibis
    import psycopg

    given = psycopg.conninfo.conninfo_to_dict(url)
    connection = psycopg.connect(url, autocommit=True, connect_timeout=int(given.get("connect_timeout") or _PATIENCE))
    connection.execute("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY")
    # Every join here is one of whole tables. PostgreSQL expects few rows of them, and would go through one for each row
    # of the other: 77 s instead of 1.7 for 20,000 cases.
    connection.execute("SET enable_nestloop = off")
    return ibis.postgres.from_connection(connection)


def _duckdb(_: str, parts: SplitResult) -> Any:
    import ibis

    path = unquote(parts.netloc + parts.path)
    return ibis.duckdb.connect(path, read_only=True) if path else ibis.duckdb.connect()


def _clickhouse(url: str, parts: SplitResult) -> Any:
    backend = _opened(url, parts)
    with suppress(Exception):  # an account that may only read may not say so either
        backend.con.set_client_setting("readonly", "2")
    return backend


def _snowflake(url: str, parts: SplitResult) -> Any:
    return _opened(url, parts, create_object_udfs=False)


def _databricks(_: str, parts: SplitResult) -> Any:
    from ibis.backends.databricks import Backend

    class ReadingBackend(Backend):  # type: ignore[misc]
        def _post_connect(self, **_: Any) -> None:
            """Ibis would make a volume for uploads here."""

    catalog, _, schema = parts.path.strip("/").partition("/")
    backend = ReadingBackend()
    backend.do_connect(
        server_hostname=parts.hostname,
        access_token=unquote(parts.password) if parts.password else None,
        catalog=catalog or None,
        schema=schema or "default",
        **dict(parse_qsl(parts.query)),
    )
    return backend


def _spark(url: str, parts: SplitResult) -> Any:
    """sc://host:15002 is a Spark Connect server, spark://host:7077 a cluster's master, spark://local this machine; the
    query of the last two has Spark's own settings."""
    import ibis
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.appName("Journey Workshop")
    if parts.scheme == "sc":
        return ibis.pyspark.connect(builder.remote(url).getOrCreate())
    settings: dict[str, Any] = {"spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false"}
    if parts.netloc == "local":
        settings |= {
            "spark.master": "local[*]",
            "spark.driver.host": "127.0.0.1",
            "spark.driver.bindAddress": "127.0.0.1",
        }
    elif parts.netloc:
        settings["spark.master"] = f"spark://{parts.netloc}"
    settings |= dict(parse_qsl(parts.query))
    running = SparkSession.getActiveSession()
    if running is not None and running.sparkContext.master != settings.get("spark.master"):
        raise NoConnection("spark_busy", master=str(running.sparkContext.master))
    return ibis.pyspark.connect(builder.config(map=settings).getOrCreate())


_OPENING: dict[str, Callable[[str, SplitResult], Any]] = {
    "postgres": _postgres,
    "duckdb": _duckdb,
    "clickhouse": _clickhouse,
    "snowflake": _snowflake,
    "databricks": _databricks,
    "pyspark": _spark,
}
