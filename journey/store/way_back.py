"""The way back of somebody whose browser is lost, or who has another one: a link with a secret.

A person is a checksum of what a browser keeps (`persons`). A browser that came back by a link is that of another person, and
stands in a table."""

from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, delete, insert, select

from journey.live import new_secret, secret_hash
from journey.roles import MemberRole, Right, stronger
from journey.store.access import give_role
from journey.store.engine import reading, writing
from journey.store.errors import NotAllowed, NoWayBack
from journey.store.gate import Gate, for_anybody
from journey.store.persons import person_of
from journey.store.tables import members, ways_back


class WaysBack:
    """The ways back of the people of one database. Every method is one transaction and may raise StoreUnavailable."""

    def __init__(self, engine: Engine, gate: Gate) -> None:
        self._engine = engine
        self._gate = gate

    @for_anybody
    def person(self, secret: str) -> str:
        """The person whose browser keeps a secret."""
        query = select(ways_back.c.person).where(ways_back.c.secret == secret_hash(secret), ways_back.c.is_browser == 1)
        with reading(self._engine) as connection:
            found: str | None = connection.execute(query).scalar_one_or_none()
        return found or person_of(secret)

    @for_anybody
    def new(self) -> str:
        """The secret of a new recovery link of whoever asks; a former one is worth nothing any more. NotAllowed for
        somebody without a person."""
        if not self._gate.person:
            raise NotAllowed(Right.LEAD)
        secret = new_secret()
        with writing(self._engine, self._gate.person) as connection:
            mine = ways_back.c.person == self._gate.person, ways_back.c.is_browser == 0
            connection.execute(delete(ways_back).where(*mine))
            row = {"person": self._gate.person, "is_browser": 0, "at": datetime.now(UTC)}
            connection.execute(insert(ways_back), {"secret": secret_hash(secret), **row})
        return secret

    @for_anybody
    def is_there(self) -> bool:
        """Whether whoever asks has a recovery link."""
        mine = ways_back.c.person == self._gate.person, ways_back.c.is_browser == 0
        with reading(self._engine) as connection:
            return connection.execute(select(ways_back.c.secret).where(*mine)).first() is not None

    @for_anybody
    def come_back(self, secret: str, browser: str) -> str:
        """Let a browser, by the secret that it keeps, go on as the person of a recovery link; gives the person. What this
        browser was in besides, the person is in as well. NoWayBack."""
        former = self.person(browser)
        with writing(self._engine, former) as connection:
            query = select(ways_back.c.person).where(
                ways_back.c.secret == secret_hash(secret), ways_back.c.is_browser == 0
            )
            person: str | None = connection.execute(query).scalar_one_or_none()
            if person is None:
                raise NoWayBack("no such secret")
            if person == former:
                return person
            connection.execute(delete(ways_back).where(ways_back.c.secret == secret_hash(browser)))
            row = {"person": person, "is_browser": 1, "at": datetime.now(UTC)}
            connection.execute(insert(ways_back), {"secret": secret_hash(browser), **row})
            _bring_along(connection, former, person)
            return person


def _bring_along(connection: Connection, former: str, person: str) -> None:
    """The roles of a person are another one's as well, the stronger one where both have one."""
    held = {
        row.workshop: MemberRole(row.role)
        for row in connection.execute(select(members).where(members.c.person == person))
    }
    for row in connection.execute(select(members).where(members.c.person == former)).all():
        give_role(
            connection, row.workshop, person, stronger(held.get(row.workshop), MemberRole(row.role)), row.invitation
        )
    connection.execute(delete(members).where(members.c.person == former))
