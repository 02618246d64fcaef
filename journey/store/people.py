"""What people are called here. Nobody has an account: a person is a browser, and a name is what it gave itself."""

from datetime import UTC, datetime

from sqlalchemy import Engine, delete, func, select
from sqlalchemy.dialects import postgresql, sqlite

from journey.roles import Right
from journey.store.engine import reading, writing
from journey.store.gate import OPEN, Gate, for_anybody, needs
from journey.store.location import SQLITE
from journey.store.saving import name_of
from journey.store.tables import changes, notices, people

NAME_LENGTH = 60

ROLES_NOTICE = "roles"
"""Told to whoever was here before there were roles."""


class People:
    """The people of one database. Every method is one transaction and may raise StoreUnavailable."""

    def __init__(self, engine: Engine, gate: Gate = OPEN) -> None:
        self._engine = engine
        self._gate = gate

    @for_anybody
    def call(self, browser: str, name: str) -> None:
        """Note what a browser's person is called: at most 60 characters on one line; "" forgets the name."""
        with writing(self._engine, browser) as connection:
            row = {"name": name_of(name)[:NAME_LENGTH].strip(), "at": datetime.now(UTC)}
            if not row["name"]:
                connection.execute(delete(people).where(people.c.browser == name_of(browser)))
                return
            insert = sqlite.insert if self._engine.dialect.name == SQLITE else postgresql.insert
            statement = insert(people).values(browser=name_of(browser), **row)
            connection.execute(statement.on_conflict_do_update(index_elements=["browser"], set_=row))

    @for_anybody
    def name(self, browser: str) -> str:
        """What this browser's person is called; "" when it gave no name."""
        with reading(self._engine) as connection:
            query = select(people.c.name).where(people.c.browser == name_of(browser))
            return connection.execute(query).scalar_one_or_none() or ""

    @needs(Right.READ)
    def names(self, workshop_id: str) -> dict[str, str]:
        """Everybody who changed a workshop, in the order of their first changes, with their names ("" for none). The
        order never changes, so a place in it may be somebody's number."""
        first = func.min(changes.c.sequence)
        query = select(changes.c.author, func.max(people.c.name))
        query = query.outerjoin(people, people.c.browser == changes.c.author)
        query = query.where(changes.c.workshop == workshop_id).group_by(changes.c.author).order_by(first)
        with reading(self._engine) as connection:
            return {author: name or "" for author, name in connection.execute(query)}

    @for_anybody
    def notices(self, person: str) -> frozenset[str]:
        """What a person is still to be told."""
        with reading(self._engine) as connection:
            query = select(notices.c.notice).where(notices.c.person == person)
            return frozenset(connection.execute(query).scalars())

    @for_anybody
    def told(self, person: str, notice: str) -> None:
        """A person was told something."""
        with writing(self._engine, person) as connection:
            connection.execute(delete(notices).where(notices.c.person == person, notices.c.notice == notice))
