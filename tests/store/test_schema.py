"""The schema's history: an older database opens in a newer app, a newer one is refused, and nothing drifts apart."""

import json
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, Engine, String, Table, delete, insert, select, text, update
from sqlalchemy.exc import IntegrityError

from journey.model import Touchpoint
from journey.roles import MemberRole
from journey.store import ROLES_NOTICE, LastPlace, Store, StoreTooNew, StoreUnavailable, Unreadable, open_store
from journey.store.engine import connect, migrating, reading, writing
from journey.store.location import database_url
from journey.store.persons import person_of
from journey.store.schema import _ONE_UPGRADE, upgrade
from journey.store.tables import changes, entities, metadata, workshops
from tests.builders import a_touchpoint, a_workshop
from tests.postgres import Server
from tests.store.scenes import ID, a_full_workshop, revised, save, title

CHANGE_OF_NOTHING = {
    "workshop": "gone",
    "sequence": 1,
    "at": datetime.now(UTC),
    "author": "",
    "label": "",
    "change_id": "c",
    "body": "",
}
ALMA = person_of("Alma")
ACCESS_TABLES = {"members", "invitations", "ways_back", "notices"}
LATER_TABLES = {"sheet_plans", "owner_links"}
ROOM_TABLES = {"rooms", "participants", "exercises", "acts", "join_tries"}
OnDatabase = Callable[[Callable[[Connection], object]], None]


@pytest.fixture
def has_tables() -> bool:
    return False


@pytest.fixture
def on_database(url: str) -> OnDatabase:
    """Does something to the database behind the store's back."""

    def run(deed: Callable[[Connection], object]) -> None:
        engine = connect(database_url(url))
        with writing(engine) as connection:
            deed(connection)
        engine.dispose()

    return run


def _copy_rows(source: Engine, target: Connection, tables: Sequence[Table] = (workshops, entities, changes)) -> None:
    with reading(source) as connection:
        for table in tables:
            rows = [dict(row._mapping) for row in connection.execute(select(table))]
            if rows:
                target.execute(insert(table), rows)


def test_the_migrations_make_the_tables_that_the_store_uses(store: Store, url: str) -> None:
    engine = connect(database_url(url))
    with reading(engine) as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    engine.dispose()


def test_a_database_of_the_first_schema_opens_with_everything_in_it(url: str, sqlite_url: str) -> None:
    modern = open_store(sqlite_url.replace("store.", "modern."))
    opened = modern.create(a_full_workshop(), ALMA)
    save(modern, opened, revised(opened, "t0", title="Before the upgrade"), ALMA)
    engine = connect(database_url(url))
    upgrade(engine, to="0001")
    with writing(engine) as connection:
        _copy_rows(modern._engine, connection)
    engine.dispose()
    store = open_store(url)
    assert store.open(ID) == modern.open(ID)
    assert store.log(ID) == modern.log(ID)
    assert store.workshops() == modern.workshops()
    store.remember("browser", LastPlace(ID, "goals", "de"))
    assert store.place("browser") == LastPlace(ID, "goals", "de")
    store.close()
    modern.close()


def test_a_database_of_the_second_schema_keeps_its_settings_and_an_older_app_calls_it_newer(url: str) -> None:
    engine = connect(database_url(url))
    upgrade(engine, to="0002")
    former = a_touchpoint(id="t0", setting="online", media="digital")
    store = open_store(url)
    opened = store.create(a_workshop(touchpoints=[former, a_touchpoint(id="t1")]), "Alma")
    assert store.open(opened.workshop.frame.id).workshop.touchpoints == opened.workshop.touchpoints
    with reading(engine) as connection:
        assert MigrationContext.configure(connection).get_current_revision() not in {"0001", "0002"}
    engine.dispose()
    store.close()


def test_a_filled_database_of_the_sixth_schema_gets_rooms_and_loses_nothing(url: str, sqlite_url: str) -> None:
    modern = open_store(sqlite_url.replace("store.", "modern."))
    opened = modern.create(a_full_workshop(touchpoints=30), ALMA)
    save(modern, opened, revised(opened, "t0", title="Before the upgrade"), ALMA)
    modern.past.keep_version(ID, 1, "Before", ALMA)
    modern.remember(ALMA, LastPlace(ID, "goals", "de"))
    modern.people.call(ALMA, "Alma Ähre")
    modern.self_audits.keep(ALMA, a_workshop())
    engine = connect(database_url(url))
    upgrade(engine, to="0006")
    former = [table for table in metadata.sorted_tables if table.name not in ROOM_TABLES | ACCESS_TABLES | LATER_TABLES]
    with writing(engine) as connection:
        _copy_rows(modern._engine, connection, former)
    upgrade(engine)
    with reading(engine) as connection, reading(modern._engine) as other:
        for table in former:
            rows = sorted(map(repr, connection.execute(select(table))))
            assert rows == sorted(map(repr, other.execute(select(table)))) != []
    engine.dispose()
    store = open_store(url)
    assert store.open(ID) == modern.open(ID)
    room = store.rooms.open_room(ID)
    assert store.phones.join(room.code, "192.0.2.1", name="Petra").room.id == room.id
    store.purge(ID)
    assert store.rooms.of_workshop(ID) == ()
    store.close()
    modern.close()


def test_a_database_without_roles_gets_them_from_who_made_and_changed_what(url: str, sqlite_url: str) -> None:
    modern = open_store(sqlite_url.replace("store.", "modern."))
    opened = modern.create(a_full_workshop(), "made it")
    save(modern, opened, revised(opened, "t0", title="One"), "changed it")
    save(modern, modern.open(ID), revised(modern.open(ID), "t0", title="Two"), "made it")
    modern.past.keep_version(ID, 1, "Before", "changed it")
    for browser in ("made it", "looked at it"):
        modern.remember(browser, LastPlace(ID, "goals", "de"))
    modern.people.call("made it", "Alma Ähre")
    modern.people.call(person_of("made it"), "From a back-up")
    modern.self_audits.keep("looked at it", a_workshop())
    engine = connect(database_url(url))
    upgrade(engine, to="0007")
    with writing(engine) as connection:
        _copy_rows(
            modern._engine,
            connection,
            [t for t in metadata.sorted_tables if t.name not in ACCESS_TABLES | LATER_TABLES],
        )
    engine.dispose()
    store = open_store(url)
    made, changed, looked = map(person_of, ("made it", "changed it", "looked at it"))
    assert store.ways_back.person("made it") == made
    roles = {one.person: (one.role, one.name) for one in store.access.members(ID)}
    assert roles == {made: (MemberRole.FACILITATOR, "Alma Ähre"), changed: (MemberRole.TEAM, "")}
    assert [one.author for one in store.log(ID)] == [changed, made]
    assert store.past.versions(ID)[0].author == changed
    assert store.place(looked) == LastPlace(ID, "goals", "de")
    assert store.self_audits.of(looked) == a_workshop()
    assert store.people.notices(made) == store.people.notices(looked) == {ROLES_NOTICE}
    assert not store.people.notices(changed)
    store.people.told(made, ROLES_NOTICE)
    assert not store.people.notices(made)
    store.close()
    modern.close()


def test_a_migration_that_alters_a_table_keeps_what_refers_to_it(store: Store, url: str) -> None:
    opened = store.create(a_full_workshop(), "Alma")
    engine = connect(database_url(url))
    with migrating(engine) as connection:
        operations = Operations(MigrationContext.configure(connection))
        with operations.batch_alter_table("workshops") as table:
            table.alter_column("title", existing_type=String(200), type_=String(300))
    assert store.open(ID) == opened
    with pytest.raises(IntegrityError), writing(engine) as connection:
        connection.execute(insert(changes).values(CHANGE_OF_NOTHING))
    engine.dispose()


def test_a_migration_that_loses_what_something_refers_to_is_undone(sqlite_url: str, sqlite_store: Store) -> None:
    opened = sqlite_store.create(a_full_workshop(), "Alma")
    engine = connect(database_url(sqlite_url))
    with pytest.raises(StoreUnavailable, match="refers to nothing"), migrating(engine) as connection:
        connection.execute(delete(workshops))
    assert sqlite_store.open(ID) == opened
    engine.dispose()


def test_opening_again_changes_nothing(store: Store, url: str) -> None:
    opened = store.create(a_full_workshop(), "Alma")
    again = open_store(url)
    assert again.open(ID) == opened
    again.close()


def test_a_database_of_a_newer_app_is_refused_and_left_alone(store: Store, url: str, on_database: OnDatabase) -> None:
    store.create(a_full_workshop(), "Alma")
    on_database(lambda connection: connection.execute(text("UPDATE alembic_version SET version_num = '9999'")))
    with pytest.raises(StoreTooNew, match="9999"):
        open_store(url)
    on_database(lambda connection: connection.execute(text("UPDATE alembic_version SET version_num = '0011'")))
    assert open_store(url).open(ID).workshop == a_full_workshop()


def test_a_card_from_before_a_field_existed_opens_with_its_default(store: Store, on_database: OnDatabase) -> None:
    opened = store.create(a_full_workshop(), "Alma")
    body = json.loads(opened.workshop.places["t0"][1].model_dump_json())
    del body["moment_of_truth"], body["owner"]
    on_database(
        lambda connection: connection.execute(
            update(entities).where(entities.c.id == "t0").values(body=json.dumps(body))
        )
    )
    assert store.open(ID) == opened
    save(store, opened, revised(opened, "t0", title="Edited"))
    assert title(store.open(ID), "t0") == "Edited"


@pytest.mark.parametrize(
    "body", ["{}", "not json", '{"id": "t0", "phase": "x", "unknown": 1}', '{"id": "t1", "phase": "x"}']
)
def test_a_card_that_cannot_be_read_is_named_and_never_dropped(
    store: Store, on_database: OnDatabase, body: str
) -> None:
    opened = store.create(a_full_workshop(), "Alma")
    on_database(lambda connection: connection.execute(update(entities).where(entities.c.id == "t0").values(body=body)))
    with pytest.raises(Unreadable, match=ID):
        store.open(ID)
    assert isinstance(opened.workshop.find("t0"), Touchpoint)
    assert [entry.id for entry in store.workshops()] == [ID]


def test_a_log_entry_that_cannot_be_read_is_named(store: Store, on_database: OnDatabase) -> None:
    opened = store.create(a_full_workshop(), "Alma")
    save(store, opened, revised(opened, "t0", title="Edited"))
    on_database(lambda connection: connection.execute(update(changes).values(body='{"kind": "?"}')))
    with pytest.raises(Unreadable, match="change 1"):
        store.log(ID)
    assert title(store.open(ID), "t0") == "Edited"


@pytest.mark.postgres
def test_an_app_that_starts_waits_while_another_brings_the_schema_up_to_date(postgres: Server) -> None:
    with postgres.database() as url, ThreadPoolExecutor(1) as pool, psycopg.connect(url, autocommit=True) as watcher:
        with psycopg.connect(url) as other:
            other.execute("SELECT pg_advisory_xact_lock(%s)", [_ONE_UPGRADE])
            starting = pool.submit(open_store, url)
            waits = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
            while not starting.done() and watcher.execute(waits).fetchone() == (0,):
                pass
            assert not starting.done()
        starting.result().close()
