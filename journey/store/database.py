"""The store itself: each method is one transaction on one database. Safe to share between threads."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Engine, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from journey.editing import Change, copied
from journey.live import ROOM_ACT, Exercise, LiveRoom, Participant, PlayedAct
from journey.model import ID_PATTERN, KINDS, Workshop
from journey.roles import MemberRole, Right
from journey.store import reading, saving
from journey.store.access import Access, give_role
from journey.store.backup import Backups
from journey.store.engine import connect, empty_write_ahead_log
from journey.store.engine import reading as in_one_moment
from journey.store.engine import writing as in_one_write
from journey.store.errors import NoSuchWorkshop
from journey.store.gate import OPEN, Gate, for_anybody, needs
from journey.store.location import SQLITE, database_url, shown
from journey.store.owner_links import OwnerLinks, forget_names
from journey.store.past import Past
from journey.store.people import People
from journey.store.phones import Phones
from journey.store.rooms import Rooms
from journey.store.schema import upgrade
from journey.store.self_audits import SelfAudits
from journey.store.sheet_plans import SheetPlans
from journey.store.tables import places, workshops
from journey.store.values import LastPlace, Logged, Opened, Saved, WorkshopSummary, folded
from journey.store.way_back import WaysBack


def open_store(url: str | None = None) -> "Store":
    """The store at a database URL; without one JOURNEY_DATABASE_URL, else a file in JOURNEY_DATA, else in the user's
    data folder. Makes the folder and brings the schema up to date. StoreTooNew, StoreUnavailable."""
    _be_ready_to_read()
    address = database_url(url)
    engine = connect(address)
    try:
        upgrade(engine)
    except BaseException:
        engine.dispose()
        raise
    return Store(engine, shown(address))


def _be_ready_to_read() -> None:
    """Build what checks documents and changes, once, before several threads want to read."""
    Workshop.model_rebuild()
    Change.model_rebuild()
    for kind in KINDS.values():
        kind.model_rebuild()
    for value in (LiveRoom, Exercise, Participant, PlayedAct):
        value.model_rebuild()
    ROOM_ACT.rebuild()


class Store:
    """All workshops of one database. Every method may raise StoreUnavailable. `location` says where the data lies,
    for people; no password is in it. `past` reads what was, `people` knows what who is called,
    `self_audits` what who has answered without a workshop, `sheet_plans` how who reads sheets; `rooms` are the live rooms, `phones` their doors; `access` knows
    who may do what, `owner_links` what owners do by a link of their own, `ways_back` who is who. Every public method of all of them has a rule (`gate`)."""

    def __init__(self, engine: Engine, location: str, gate: Gate = OPEN) -> None:
        self._engine = engine
        self._gate = gate
        self.location = location
        self.access = Access(engine, gate)
        self.owner_links = OwnerLinks(engine, gate)
        self.ways_back = WaysBack(engine, gate)
        self.past = Past(engine, gate)
        self.people = People(engine, gate)
        self.backups = Backups(engine, gate)
        self.self_audits = SelfAudits(engine)
        self.sheet_plans = SheetPlans(engine)
        self.rooms = Rooms(engine, gate)
        self.phones = Phones(engine)

    @for_anybody
    def of_person(self, person: str, *, guarded: bool) -> "Store":
        """The same store for one person. Where it is guarded, it asks which role the person has before it answers."""
        return Store(self._engine, self.location, Gate(person, guarded))

    @for_anybody
    def workshops(self, search: str = "", deleted: bool = False) -> tuple[WorkshopSummary, ...]:
        """The workshops, last changed first: those whose title, organisation or tags hold every word of the search,
        case and accents aside. `deleted` lists the deleted ones instead."""
        with in_one_moment(self._engine) as connection:
            return reading.listed(connection, search, deleted, self._gate.person if self._gate.is_guarded else None)

    @for_anybody
    def create(self, workshop: Workshop, author: str) -> Opened:
        """Store a new workshop under its frame's id; whoever makes it leads it. AlreadyExists when the id is taken, be it by a deleted one."""
        with in_one_write(self._engine, workshop.frame.id) as connection:
            made = saving.create(connection, workshop, author)
            if leads := self._gate.person or saving.name_of(author):
                give_role(connection, workshop.frame.id, leads, MemberRole.FACILITATOR)
            return made

    @needs(Right.READ)
    def open(self, workshop_id: str) -> Opened:
        """A workshop as it is now. NoSuchWorkshop, Unreadable."""
        with in_one_moment(self._engine) as connection:
            return reading.opened(connection, _checked(workshop_id))

    @needs(Right.EDIT)
    def save(self, workshop_id: str, change: Change, versions: Mapping[str, int], author: str) -> Saved:
        """Save a change that was made on entities of these versions (more may be named), durably when this returns.
        The same change saved again gives the first result. Conflict, with nothing written, when one of its entities was
        written meanwhile; NoSuchWorkshop; ImpossibleChange."""
        with in_one_write(self._engine, workshop_id) as connection:
            return saving.save(connection, _checked(workshop_id), change, versions, author)

    @needs(Right.READ)
    def sequence(self, workshop_id: str) -> int:
        """The number of a workshop's last change: what sessions poll. NoSuchWorkshop."""
        with in_one_moment(self._engine) as connection:
            return reading.sequence(connection, _checked(workshop_id))

    @needs(Right.READ)
    def since(self, workshop_id: str, sequence: int) -> tuple[Logged, ...]:
        """The changes after a sequence number, oldest first. NoSuchWorkshop."""
        with in_one_moment(self._engine) as connection:
            return reading.since(connection, _checked(workshop_id), sequence)

    @for_anybody
    def caught_up(self, opened: Opened) -> Opened:
        """An opened workshop with everything that was saved since, by anybody. NoSuchWorkshop."""
        return folded(opened, self.since(opened.workshop.frame.id, opened.sequence))

    @needs(Right.READ)
    def log(self, workshop_id: str, limit: int = 200) -> tuple[Logged, ...]:
        """The last changes of a workshop, newest last. NoSuchWorkshop."""
        with in_one_moment(self._engine) as connection:
            return reading.log(connection, _checked(workshop_id), limit)

    @needs(Right.READ)
    def duplicate(self, workshop_id: str, title: str, author: str) -> str:
        """Copy a workshop as it is now, without its log, under a new title; gives the copy's id. NoSuchWorkshop."""
        copy = copied(self.open(workshop_id).workshop, title=title)
        return self.create(copy, author).workshop.frame.id

    @needs(Right.LEAD)
    def delete(self, workshop_id: str) -> None:
        """Put a workshop aside: nothing opens or changes it until it is restored. Twice is harmless. NoSuchWorkshop."""
        self._mark(workshop_id, datetime.now(UTC))

    @needs(Right.LEAD)
    def restore(self, workshop_id: str) -> None:
        """Take a deleted workshop back, log and all. NoSuchWorkshop."""
        self._mark(workshop_id, None)

    @needs(Right.LEAD)
    def purge(self, workshop_id: str) -> None:
        """Remove a workshop for good, deleted or not: entities, log, traces in the file. NoSuchWorkshop.
        What PostgreSQL keeps on its disk until it vacuums, and every backup, is out of reach."""
        this_one = _is(workshop_id)
        with in_one_write(self._engine, workshop_id) as connection:
            forget_names(connection, workshop_id)
            if not connection.execute(delete(workshops).where(this_one)).rowcount:
                raise NoSuchWorkshop(workshop_id)
            connection.execute(update(places).where(places.c.workshop == workshop_id).values(workshop=None))
        if self._engine.dialect.name == SQLITE:
            empty_write_ahead_log(self._engine)

    @for_anybody
    def remember(self, browser: str, place: LastPlace) -> None:
        """Note where a browser is now. `browser` is any name that it keeps."""
        workshop = place.workshop if place.workshop and re.fullmatch(ID_PATTERN, place.workshop) else None
        words = {"page": saving.name_of(place.page), "language": saving.name_of(place.language)[:8]}
        row = {"workshop": workshop, **words, "at": datetime.now(UTC)}
        insert = sqlite.insert if self._engine.dialect.name == SQLITE else postgresql.insert
        statement = insert(places).values(browser=saving.name_of(browser), **row)
        with in_one_write(self._engine, browser) as connection:
            connection.execute(statement.on_conflict_do_update(index_elements=["browser"], set_=row))

    @for_anybody
    def place(self, browser: str) -> LastPlace | None:
        """Where a browser was last; None when it was never here. Its workshop may be deleted meanwhile."""
        query = select(places.c.workshop, places.c.page, places.c.language)
        with in_one_moment(self._engine) as connection:
            row = connection.execute(query.where(places.c.browser == saving.name_of(browser))).one_or_none()
        return LastPlace(row.workshop, row.page, row.language) if row else None

    @for_anybody
    def close(self) -> None:
        """Give back all connections."""
        self._engine.dispose()

    def _mark(self, workshop_id: str, deleted_at: datetime | None) -> None:
        with in_one_write(self._engine, workshop_id) as connection:
            if not connection.execute(update(workshops).where(_is(workshop_id)).values(deleted_at=deleted_at)).rowcount:
                raise NoSuchWorkshop(workshop_id)


def _is(workshop_id: str) -> ColumnElement[bool]:
    return workshops.c.id == _checked(workshop_id)


def _checked(workshop_id: str) -> str:
    """Ids come from links too: what cannot be one reaches no database."""
    if not re.fullmatch(ID_PATTERN, workshop_id):
        raise NoSuchWorkshop(repr(workshop_id[:64]))
    return workshop_id
