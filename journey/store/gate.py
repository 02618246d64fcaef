"""Who may ask the store for what: every public method of it has a rule, and asks the gate before it does anything.

A gate is open for whoever owns the machine: the command line, and a page that answers this machine only. Else it knows the
person, and of a workshop in which that person has no role it says what it says of one that does not exist.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from sqlalchemy import Connection, Engine, select

from journey.live import secret_hash
from journey.model import ID_PATTERN
from journey.roles import MemberRole, Right
from journey.store.engine import reading
from journey.store.errors import (
    NoSuchInvitation,
    NoSuchOwnerLink,
    NoSuchRoom,
    NoSuchVersion,
    NoSuchWorkshop,
    NotAllowed,
    StoreError,
)
from journey.store.room_tables import rooms
from journey.store.tables import invitations, members, named_versions, owner_links, workshops
from journey.store.values import OwnerLink

Given = ParamSpec("Given")
Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Subject:
    """What a method is asked about by its id: how its workshop is found, and what is raised where there is none."""

    workshop: Callable[[str], Any]
    missing: type[StoreError]


WORKSHOP = Subject(lambda workshop_id: workshop_id, NoSuchWorkshop)
VERSION = Subject(
    lambda version: select(named_versions.c.workshop).where(named_versions.c.id == version).scalar_subquery(),
    NoSuchVersion,
)
INVITATION = Subject(
    lambda one: select(invitations.c.workshop).where(invitations.c.id == one).scalar_subquery(), NoSuchInvitation
)
OWNER_LINK = Subject(
    lambda link: select(owner_links.c.workshop).where(owner_links.c.id == link).scalar_subquery(), NoSuchOwnerLink
)
ROOM = Subject(lambda room: select(rooms.c.workshop).where(rooms.c.id == room).scalar_subquery(), NoSuchRoom)


@dataclass(frozen=True)
class Gate:
    """The gate of one person, "" for nobody in particular. One that is not guarded lets through whatever is asked."""

    person: str = ""
    is_guarded: bool = False

    def role(self, connection: Connection, subject: str, of: Subject = WORKSHOP) -> MemberRole | None:
        """The role that the gate's person has; None for none, and for what does not exist."""
        if not self.is_guarded:
            return MemberRole.FACILITATOR
        if not re.fullmatch(ID_PATTERN, subject):
            return None
        mine = members.c.workshop == of.workshop(subject), members.c.person == self.person
        found: str | None = connection.execute(select(members.c.role).where(*mine)).scalar_one_or_none()
        return MemberRole(found) if found else None

    def ask(self, engine: Engine, right: Right, subject: str, of: Subject = WORKSHOP) -> None:
        """Let the person through. What `of` misses where the person may not even read; NotAllowed."""
        if not self.is_guarded:
            return
        with reading(engine) as connection:
            role = self.role(connection, subject, of)
        if role is None or not role.may(Right.READ):
            raise of.missing(repr(subject[:64]))
        if not role.may(right):
            raise NotAllowed(right)


OPEN = Gate()


class Guarded(Protocol):
    """A part of the store."""

    _engine: Engine
    _gate: Gate


Part = TypeVar("Part", bound=Guarded)

RULE = "rule"
"""The attribute of a method that holds its rule: a Right, OWNER, or None where everybody may ask."""

OWNER = "owner"
"""The rule of a method that is for whoever has an owner's link, and for nobody by a role."""


def needs(
    right: Right, of: Subject = WORKSHOP
) -> Callable[[Callable[Concatenate[Part, str, Given], Answer]], Callable[Concatenate[Part, str, Given], Answer]]:
    """The rule of a method whose first argument is the id of what it is about."""

    def guard(
        method: Callable[Concatenate[Part, str, Given], Answer],
    ) -> Callable[Concatenate[Part, str, Given], Answer]:
        @wraps(method)
        def asked(self: Part, subject: str, /, *args: Given.args, **named: Given.kwargs) -> Answer:
            self._gate.ask(self._engine, right, subject, of)
            return method(self, subject, *args, **named)

        setattr(asked, RULE, right)
        return asked

    return guard


def for_owner(
    method: Callable[Concatenate[Part, OwnerLink, Given], Answer],
) -> Callable[Concatenate[Part, str, Given], Answer]:
    """The rule of a method whose first argument is the secret of an owner's link; the method gets the link that it is.
    NoSuchOwnerLink."""

    @wraps(method)
    def asked(self: Part, secret: str, /, *args: Given.args, **named: Given.kwargs) -> Answer:
        return method(self, _link_of(self._engine, secret), *args, **named)

    setattr(asked, RULE, OWNER)
    return asked


def _link_of(engine: Engine, secret: str) -> OwnerLink:
    """The owner's link with this secret, of a workshop that is there."""
    query = select(owner_links).join(workshops, workshops.c.id == owner_links.c.workshop)
    query = query.where(owner_links.c.secret == secret_hash(secret), workshops.c.deleted_at.is_(None))
    with reading(engine) as connection:
        found = connection.execute(query).one_or_none()
    if found is None:
        raise NoSuchOwnerLink("no such secret")
    return OwnerLink(found.id, found.workshop, found.owner, found.at)


def for_anybody(method: Callable[Given, Answer]) -> Callable[Given, Answer]:
    """The rule of a method that gives nobody more than is that person's own: it asks the gate itself, or others' methods, or
    takes a secret."""
    setattr(method, RULE, None)
    return method
