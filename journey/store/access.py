"""Who is in a workshop, and invitations into it."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, delete, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from journey.live import new_secret, secret_hash
from journey.model import new_id
from journey.roles import MemberRole, Right, stronger
from journey.store.engine import reading, writing
from journey.store.errors import LastFacilitator, NoSuchInvitation
from journey.store.gate import INVITATION, Gate, for_anybody, needs
from journey.store.location import SQLITE
from journey.store.tables import invitations, members, people, workshops


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who has a role in a workshop: the person's name, "" for none, and since when (UTC)."""

    person: str
    name: str
    role: MemberRole
    at: datetime


@dataclass(frozen=True, slots=True)
class Invitation:
    """A link that gives a role; how many people came by it who are still in. `secret` is known when it was just made."""

    id: str
    workshop: str
    role: MemberRole
    at: datetime
    came: int = 0
    secret: str = field(default="", repr=False)


class Access:
    """The doors of the workshops of one database. Every method is one transaction and may raise StoreUnavailable, and
    NoSuchWorkshop or NotAllowed where the gate says so."""

    def __init__(self, engine: Engine, gate: Gate) -> None:
        self._engine = engine
        self._gate = gate

    @for_anybody
    def role(self, workshop_id: str) -> MemberRole | None:
        """The role of whoever asks; None for none and for what does not exist."""
        with reading(self._engine) as connection:
            return self._gate.role(connection, workshop_id)

    @needs(Right.LEAD)
    def members(self, workshop_id: str) -> tuple[Member, ...]:
        """Everybody who has a role, the first one first."""
        query = select(members.c.person, func.coalesce(people.c.name, "").label("name"), members.c.role, members.c.at)
        query = query.outerjoin(people, people.c.browser == members.c.person)
        query = query.where(members.c.workshop == workshop_id).order_by(members.c.at, members.c.person)
        with reading(self._engine) as connection:
            return tuple(
                Member(row.person, row.name, MemberRole(row.role), row.at) for row in connection.execute(query)
            )

    @needs(Right.LEAD)
    def appoint(self, workshop_id: str, person: str, role: MemberRole) -> None:
        """Give a member another role. LastFacilitator."""
        with writing(self._engine, workshop_id) as connection:
            row = members.c.workshop == workshop_id, members.c.person == person
            connection.execute(update(members).where(*row).values(role=role.value))
            _still_led(connection, workshop_id)

    @needs(Right.LEAD)
    def remove(self, workshop_id: str, person: str) -> None:
        """Somebody has no role any more. LastFacilitator."""
        with writing(self._engine, workshop_id) as connection:
            connection.execute(delete(members).where(members.c.workshop == workshop_id, members.c.person == person))
            _still_led(connection, workshop_id)

    @needs(Right.READ)
    def leave(self, workshop_id: str) -> None:
        """Whoever asks has no role any more. LastFacilitator."""
        with writing(self._engine, workshop_id) as connection:
            mine = members.c.workshop == workshop_id, members.c.person == self._gate.person
            connection.execute(delete(members).where(*mine))
            _still_led(connection, workshop_id)

    @needs(Right.LEAD)
    def invite(self, workshop_id: str, role: MemberRole) -> Invitation:
        """A new link into a workshop, with its secret. A participant needs none: a room has its code."""
        made = Invitation(new_id(), workshop_id, role, datetime.now(UTC), secret=new_secret())
        with writing(self._engine, workshop_id) as connection:
            connection.execute(insert(invitations), {
                "id": made.id, "workshop": workshop_id, "role": role.value, "secret": secret_hash(made.secret), "at": made.at,
            })  # fmt: skip
        return made

    @needs(Right.LEAD)
    def invitations(self, workshop_id: str) -> tuple[Invitation, ...]:
        """The links that let people in, the first one first; without their secrets."""
        came = select(func.count()).where(members.c.invitation == invitations.c.id).scalar_subquery()
        query = select(invitations, came.label("came")).where(invitations.c.workshop == workshop_id)
        with reading(self._engine) as connection:
            rows = connection.execute(query.order_by(invitations.c.at, invitations.c.id))
            return tuple(Invitation(row.id, row.workshop, MemberRole(row.role), row.at, row.came) for row in rows)

    @needs(Right.LEAD, INVITATION)
    def renew(self, invitation_id: str) -> Invitation:
        """Exchange a link's secret: the former link lets nobody in. NoSuchInvitation."""
        secret = new_secret()
        with writing(self._engine, invitation_id) as connection:
            row = invitations.c.id == invitation_id
            changed = connection.execute(update(invitations).where(row).values(secret=secret_hash(secret)))
            if not changed.rowcount:
                raise NoSuchInvitation(invitation_id)
            found = connection.execute(select(invitations).where(row)).one()
        return Invitation(found.id, found.workshop, MemberRole(found.role), found.at, secret=secret)

    @needs(Right.LEAD, INVITATION)
    def withdraw(self, invitation_id: str, *, people_too: bool = False) -> None:
        """A link lets nobody in any more; with `people_too` whoever came by it has no role any more either, but for those
        who lead the workshop. NoSuchInvitation."""
        with writing(self._engine, invitation_id) as connection:
            if not connection.execute(delete(invitations).where(invitations.c.id == invitation_id)).rowcount:
                raise NoSuchInvitation(invitation_id)
            came = members.c.invitation == invitation_id, members.c.role != MemberRole.FACILITATOR.value
            if people_too:
                connection.execute(delete(members).where(*came))

    @for_anybody
    def accept(self, secret: str) -> str:
        """Come in by a link; gives the workshop's id. Nobody loses a right by it. NoSuchInvitation."""
        with writing(self._engine, secret) as connection:
            query = select(invitations).join(workshops, workshops.c.id == invitations.c.workshop)
            query = query.where(invitations.c.secret == secret_hash(secret), workshops.c.deleted_at.is_(None))
            found = connection.execute(query).one_or_none()
            if found is None:
                raise NoSuchInvitation("no such secret")
            if self._gate.person:
                had = role_of(connection, found.workshop, self._gate.person)
                role = stronger(had, MemberRole(found.role))
                if role is not had:
                    give_role(connection, found.workshop, self._gate.person, role, found.id)
            workshop: str = found.workshop
            return workshop


def role_of(connection: Connection, workshop_id: str, person: str) -> MemberRole | None:
    """The role of a person in a workshop, whoever asks."""
    row = members.c.workshop == workshop_id, members.c.person == person
    found: str | None = connection.execute(select(members.c.role).where(*row)).scalar_one_or_none()
    return MemberRole(found) if found else None


def give_role(connection: Connection, workshop_id: str, person: str, role: MemberRole, invitation: str = "") -> None:
    """Note a role, in place of one that the person has."""
    add = sqlite.insert if connection.dialect.name == SQLITE else postgresql.insert
    row = {"role": role.value, "invitation": invitation, "at": datetime.now(UTC)}
    statement = add(members).values(workshop=workshop_id, person=person, **row)
    statement = statement.on_conflict_do_update(
        index_elements=["workshop", "person"], set_={"role": role.value, "invitation": invitation}
    )
    connection.execute(statement)


def _still_led(connection: Connection, workshop_id: str) -> None:
    """LastFacilitator where nobody leads a workshop any more."""
    led = members.c.workshop == workshop_id, members.c.role == MemberRole.FACILITATOR.value
    if connection.execute(select(members.c.person).where(*led)).first() is None:
        raise LastFacilitator(workshop_id)
