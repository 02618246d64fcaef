"""Links to one owner's actions: a right beside the roles, which shows and changes these actions and nothing else."""

from collections.abc import Iterable
from datetime import UTC, date, datetime

from sqlalchemy import Connection, Engine, Row, delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from journey.actions import OwnersEntry, OwnPage, own_page, owners_edits
from journey.editing import change_of
from journey.live import new_secret, secret_hash
from journey.model import Language, clean_line, new_id
from journey.roles import Right
from journey.store import reading, saving
from journey.store.engine import reading as in_one_moment
from journey.store.engine import writing as in_one_write
from journey.store.errors import NoSuchOwnerLink
from journey.store.gate import OWNER_LINK, Gate, for_owner, needs
from journey.store.location import SQLITE
from journey.store.people import NAME_LENGTH
from journey.store.persons import person_of
from journey.store.tables import owner_links, people, workshops
from journey.store.values import OwnerLink


class OwnerLinks:
    """The links of the owners of one database. Every method is one transaction and may raise StoreUnavailable."""

    def __init__(self, engine: Engine, gate: Gate) -> None:
        self._engine = engine
        self._gate = gate

    @needs(Right.LEAD)
    def make(self, workshop_id: str, owner: str) -> OwnerLink:
        """The link of an owner, by the name that stands at the actions, with its secret. A former one is worth nothing any more.
        ValueError for no name."""
        name = saving.name_of(owner)
        if not name:
            raise ValueError("a link is somebody's")
        secret, link = new_secret(), (owner_links.c.workshop == workshop_id, owner_links.c.folded == _folded(name))
        fields = {"owner": name, "secret": secret_hash(secret), "at": datetime.now(UTC)}
        with in_one_write(self._engine, workshop_id) as connection:
            if not connection.execute(update(owner_links).where(*link).values(**fields)).rowcount:
                row = {"id": new_id(), "workshop": workshop_id, "folded": _folded(name), **fields}
                connection.execute(insert(owner_links), row)
            made = connection.execute(select(owner_links).where(*link)).one()
            _call(connection, made.id, name)
        return _link(made, secret)

    @needs(Right.LEAD)
    def of_workshop(self, workshop_id: str) -> tuple[OwnerLink, ...]:
        """The links of a workshop's owners, by name; without their secrets."""
        query = select(owner_links).where(owner_links.c.workshop == workshop_id, owner_links.c.secret.is_not(None))
        query = query.order_by(owner_links.c.folded)
        with in_one_moment(self._engine) as connection:
            return tuple(_link(row) for row in connection.execute(query))

    @needs(Right.LEAD, OWNER_LINK)
    def withdraw(self, link_id: str) -> None:
        """A link shows nobody anything any more. NoSuchOwnerLink."""
        with in_one_write(self._engine, link_id) as connection:
            there = owner_links.c.id == link_id, owner_links.c.secret.is_not(None)
            if not connection.execute(update(owner_links).where(*there).values(secret=None)).rowcount:
                raise NoSuchOwnerLink(link_id)

    @for_owner
    def which(self, link: OwnerLink) -> OwnerLink:
        """The link of a secret."""
        return link

    @for_owner
    def page(self, link: OwnerLink, language: Language) -> OwnPage:
        """What the link's owner sees now."""
        with in_one_moment(self._engine) as connection:
            return own_page(reading.opened(connection, link.workshop).workshop, link.owner, language)

    @for_owner
    def keep(self, link: OwnerLink, entries: Iterable[OwnersEntry], today: date) -> frozenset[str]:
        """Carry out what the link's owner says, as one change; gives the actions whose note was changed by somebody else
        meanwhile and is left as it is. What is no longer this owner's is passed over. ValueError for what no owner may say."""
        with in_one_write(self._engine, link.workshop) as connection:
            connection.execute(select(workshops.c.id).where(workshops.c.id == link.workshop).with_for_update())
            opened = reading.opened(connection, link.workshop)
            edits, clashing = owners_edits(opened.workshop, link.owner, entries, today)
            if change := change_of(edits):
                saving.save(connection, link.workshop, change, opened.versions, _author(link.id))
            return clashing


def _author(link_id: str) -> str:
    """Who changes something by a link: a person of its own, the same one when it is renewed."""
    return person_of(f"owner's link {link_id}")


def _call(connection: Connection, link_id: str, name: str) -> None:
    """The history calls who changes something by the link as the actions call the owner."""
    row = {"name": name[:NAME_LENGTH].strip(), "at": datetime.now(UTC)}
    add = sqlite.insert if connection.dialect.name == SQLITE else postgresql.insert
    statement = add(people).values(browser=_author(link_id), **row)
    connection.execute(statement.on_conflict_do_update(index_elements=["browser"], set_=row))


def forget_names(connection: Connection, workshop_id: str) -> None:
    """What owners are called in the history of a workshop that is removed for good."""
    links = connection.execute(select(owner_links.c.id).where(owner_links.c.workshop == workshop_id)).scalars()
    connection.execute(delete(people).where(people.c.browser.in_([_author(link) for link in links])))


def _link(row: Row[tuple[object, ...]], secret: str = "") -> OwnerLink:
    return OwnerLink(row.id, row.workshop, row.owner, row.at, secret)


def _folded(name: str) -> str:
    return saving.name_of(str(clean_line(name)).casefold())
