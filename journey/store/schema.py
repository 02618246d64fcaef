"""The schema's versions, by Alembic. Opening a store brings its database up to this app's schema."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, func, select

from journey.store.engine import migrating, reading
from journey.store.errors import StoreTooNew
from journey.store.location import POSTGRESQL

_ONE_UPGRADE = 7_461_207  # any number, the same in every process: the key of PostgreSQL's advisory lock


def upgrade(engine: Engine, to: str = "head") -> None:
    """Bring the database to a revision, in one transaction; processes that start together wait for each other.
    StoreTooNew when it has one that this app does not know."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    script = ScriptDirectory.from_config(config)
    with reading(engine) as connection:
        if _revision(connection, script) == script.get_current_head():
            return
    with migrating(engine) as connection:
        if engine.dialect.name == POSTGRESQL:
            connection.execute(select(func.pg_advisory_xact_lock(_ONE_UPGRADE)))
        _revision(connection, script)
        config.attributes["connection"] = connection
        command.upgrade(config, to)


def _revision(connection: Connection, script: ScriptDirectory) -> str | None:
    revision = MigrationContext.configure(connection).get_current_revision()
    if revision is not None and revision not in {known.revision for known in script.walk_revisions()}:
        raise StoreTooNew(revision)
    return revision
