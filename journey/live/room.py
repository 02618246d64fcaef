"""A room: where people take part in a workshop from their phones, from its opening to its close."""

import secrets
from collections.abc import Sequence
from enum import StrEnum
from hashlib import sha256
from typing import Annotated

from pydantic import AwareDatetime, Field, StringConstraints

from journey.live.agenda import Agenda
from journey.model import Id, Language, Value
from journey.model.text import Line

CODE_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
CODE_LENGTH = 8

NAME_LIMIT = 60
MOST_GROUPS = 50
MOST_FORMER_GROUPS = 500


class RoomLife(StrEnum):
    """Open: acts are taken. Paused: people are in, their acts wait. Closed: for good, its code is nobody's."""

    OPEN = "open"
    PAUSED = "paused"
    CLOSED = "closed"


class Naming(StrEnum):
    """What people are called. In an anonymous room no author is stored anywhere, and it never becomes another one."""

    NAMES = "names"
    ALIASES = "aliases"
    ANONYMOUS = "anonymous"


JoinCode = Annotated[str, StringConstraints(pattern=rf"^[{CODE_LETTERS}]{{{CODE_LENGTH}}}$")]
PersonName = Annotated[Line, Field(max_length=NAME_LIMIT)]


class SmallGroup(Value):
    """Some of the people in the room, who work `about` something: ids of personas, phases or touchpoints; none = all."""

    id: Id
    name: PersonName
    about: Annotated[tuple[Id, ...], Field(max_length=200)] = ()


class LiveRoom(Value):
    """A room of a workshop. `code` lets people in while it is not closed and not `locked`; "" once it is closed. `current`
    is the exercise that all phones show (None: the waiting page). `epoch` rises whenever followers must read everything
    anew. `people` is how many were in when it was closed; of an anonymous room nothing else is left of them. `address` is
    where phones reach the app (scheme, host, port) as the facilitator corrected it, "" as it is proposed. `former_groups` are
    those that the room was split into before: their cards keep their names."""

    id: Id
    workshop: Id
    title: Line = ""
    language: Language = Language.DE
    life: RoomLife = RoomLife.OPEN
    locked: bool = False
    naming: Naming = Naming.NAMES
    code: JoinCode | Annotated[str, StringConstraints(max_length=0)] = ""
    opened_at: AwareDatetime
    closed_at: AwareDatetime | None = None
    current: Id | None = None
    groups: Annotated[tuple[SmallGroup, ...], Field(max_length=MOST_GROUPS)] = ()
    former_groups: Annotated[tuple[SmallGroup, ...], Field(max_length=MOST_FORMER_GROUPS)] = ()
    agenda: Agenda = Field(default_factory=Agenda)
    epoch: Annotated[int, Field(ge=0)] = 0
    people: Annotated[int, Field(ge=0)] = 0
    address: Annotated[str, StringConstraints(max_length=200)] = ""

    @property
    def is_anonymous(self) -> bool:
        return self.naming is Naming.ANONYMOUS

    @property
    def group_names(self) -> dict[str, str]:
        """What small groups are called, or were, by id."""
        return {group.id: group.name for group in (*self.former_groups, *self.groups)}

    def group(self, group_id: str) -> SmallGroup | None:
        """The small group with this id; None when there is none."""
        return next((group for group in self.groups if group.id == group_id), None)

    def split(self, groups: Sequence[SmallGroup]) -> "LiveRoom":
        """The room with other small groups; those that are no more are remembered. pydantic.ValidationError."""
        new = {group.id for group in groups}
        former = tuple(one for one in (*self.former_groups, *self.groups) if one.id not in new)
        kept = tuple({one.id: one for one in former}.values())[-MOST_FORMER_GROUPS:]
        return LiveRoom.model_validate({**dict(self), "groups": tuple(groups), "former_groups": kept})


class Participant(Value):
    """Somebody in the room. `name` is a name or an alias, "" in an anonymous room; `group` is a small group's id, "" for
    none; `by_hand`: the facilitator types for this person, who has no phone."""

    id: Id
    name: PersonName = ""
    group: Annotated[str, StringConstraints(max_length=64)] = ""
    language: Language = Language.DE
    by_hand: bool = False


def new_code() -> str:
    """A join code: eight characters that nobody mistakes for another one (no 0 O, 1 I), 40 bit."""
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))


def read_code(typed: str) -> str:
    """A join code as people type it, spaces, dashes and case aside; "" for what cannot be one."""
    code = "".join(letter for letter in typed.upper() if letter not in " -\u2013\u00a0\t")
    return code if len(code) == CODE_LENGTH and set(code) <= set(CODE_LETTERS) else ""


def new_secret() -> str:
    """What a phone keeps to be recognised by: 192 bit, safe in cookies and addresses."""
    return secrets.token_urlsafe(24)


def secret_hash(secret: str) -> str:
    """What is stored of a phone's secret: 64 hexadecimal digits. Of 192 random bits nobody finds them again."""
    return sha256(secret.encode(errors="replace")).hexdigest()
