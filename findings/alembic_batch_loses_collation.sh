#!/bin/sh
# Alembic 1.20.1 with SQLAlchemy 2.1.9 on SQLite: batch_alter_table makes one column NOT NULL; another one, an address that is
# unique with COLLATE NOCASE, is not touched, and a trigger writes a log.
# Expected: what no operation names stays, or a warning says what goes.
# What happens, with every warning made an error: the address lost COLLATE NOCASE, so that "a@x.example" and "A@X.example" are two people now
# and neither is found by the other's spelling; the UNIQUE constraint is still there and hides it. The trigger is gone as well. The table is
# made anew from what was reflected, and SQLite reflects neither. Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check alembic==1.20.1 SQLAlchemy==2.1.9
"$folder/venv/bin/python" -W error - <<'PY'
import sys
import alembic, sqlalchemy
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy.exc import IntegrityError


def second_spelling(connection):
    try:
        connection.exec_driver_sql("INSERT INTO person VALUES (NULL, 'A@X.example', 2)")
    except IntegrityError:
        return "refused"
    return "taken"


def triggers(connection):
    return connection.exec_driver_sql("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'").scalar()


with sqlalchemy.create_engine("sqlite://").connect() as connection:
    for statement in (
        "CREATE TABLE person (id INTEGER PRIMARY KEY, address TEXT COLLATE NOCASE, size INTEGER, CONSTRAINT once UNIQUE (address))",
        "CREATE TABLE log (person INTEGER)",
        "CREATE TRIGGER told AFTER INSERT ON person BEGIN INSERT INTO log VALUES (new.id); END",
        "INSERT INTO person VALUES (NULL, 'a@x.example', 1)",
    ):
        connection.exec_driver_sql(statement)
    before = second_spelling(connection), triggers(connection)
    with Operations(MigrationContext.configure(connection)).batch_alter_table("person") as batch:
        batch.alter_column("size", nullable=False)
    made = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE name = 'person'").scalar()
    after = second_spelling(connection), triggers(connection)
print("Alembic", alembic.__version__, "SQLAlchemy", sqlalchemy.__version__)
print("the other spelling, triggers: before", before, "after", after)
print(" ".join(made.split()))
sys.exit(not (before == ("refused", 1) and after == ("taken", 0) and "once UNIQUE" in made))
PY
