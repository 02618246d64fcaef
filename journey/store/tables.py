"""The tables. An entity's version is the sequence number of the change that last wrote it, so no version ever returns.

`workshops` repeats the frame's title, organisation and language and counts some kinds, so that a list reads one table.
Times are UTC. Bodies are the JSON of the model's current classes; a migration rewrites them when the format changes.
"""

from datetime import UTC, datetime

from sqlalchemy import (
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

ID_LENGTH = 64
HASH_LENGTH = 64
LINE_LENGTH = 200

COUNTED = ("touchpoints", "personas", "goals")
"""The kinds whose number is kept in `workshops`."""


class Moment(TypeDecorator[datetime]):
    """A moment in UTC; SQLite, which has no time zones, stores it bare."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 (given by SQLAlchemy)
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 (given by SQLAlchemy)
        if value is None:
            return None
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


metadata = MetaData()

workshops = Table(
    "workshops",
    metadata,
    Column("id", String(ID_LENGTH), primary_key=True),
    Column("title", String(LINE_LENGTH), nullable=False),
    Column("organisation", String(LINE_LENGTH), nullable=False),
    Column("language", String(8), nullable=False),
    Column("author", String(LINE_LENGTH), nullable=False),
    *(Column(kind, Integer, nullable=False) for kind in COUNTED),
    Column("sequence", Integer, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
    Column("deleted_at", Moment),
)

entities = Table(
    "entities",
    metadata,
    Column("workshop", ForeignKey("workshops.id", ondelete="CASCADE"), nullable=False),
    Column("id", String(ID_LENGTH), nullable=False),
    Column("kind", String(ID_LENGTH), nullable=False),
    Column("version", Integer, nullable=False),
    Column("body", Text, nullable=False),
    PrimaryKeyConstraint("workshop", "id"),
)

changes = Table(
    "changes",
    metadata,
    Column("workshop", ForeignKey("workshops.id", ondelete="CASCADE"), nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("at", Moment, nullable=False),
    Column("author", String(LINE_LENGTH), nullable=False),
    Column("label", String(LINE_LENGTH), nullable=False),
    Column("change_id", String(ID_LENGTH), nullable=False),
    Column("body", Text, nullable=False),
    PrimaryKeyConstraint("workshop", "sequence"),
    UniqueConstraint("workshop", "change_id", name="changes_once"),
)

places = Table(
    "places",
    metadata,
    Column("browser", String(LINE_LENGTH), primary_key=True),
    Column("workshop", String(ID_LENGTH)),
    Column("page", String(LINE_LENGTH), nullable=False),
    Column("language", String(8), nullable=False),
    Column("at", Moment, nullable=False),
    Index("places_of_workshop", "workshop"),
)

named_versions = Table(
    "named_versions",
    metadata,
    Column("id", String(ID_LENGTH), primary_key=True),
    Column("workshop", ForeignKey("workshops.id", ondelete="CASCADE"), nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("name", String(LINE_LENGTH), nullable=False),
    Column("author", String(LINE_LENGTH), nullable=False),
    Column("at", Moment, nullable=False),
    Column("deleted_at", Moment),
    Index("named_versions_of_workshop", "workshop", "sequence"),
)

people = Table(
    "people",
    metadata,
    Column("browser", String(LINE_LENGTH), primary_key=True),
    Column("name", String(LINE_LENGTH), nullable=False),
    Column("at", Moment, nullable=False),
)

self_audits = Table(
    "self_audits",
    metadata,
    Column("browser", String(LINE_LENGTH), primary_key=True),
    Column("body", Text, nullable=False),
    Column("at", Moment, nullable=False),
)

sheet_plans = Table(
    "sheet_plans",
    metadata,
    Column("browser", String(LINE_LENGTH), primary_key=True),
    Column("sheet", String(64), primary_key=True),
    Column("body", Text, nullable=False),
    Column("at", Moment, nullable=False),
)

members = Table(
    "members",
    metadata,
    Column("workshop", ForeignKey("workshops.id", ondelete="CASCADE"), nullable=False),
    Column("person", String(LINE_LENGTH), nullable=False),
    Column("role", String(16), nullable=False),
    Column("invitation", String(ID_LENGTH), nullable=False),
    Column("at", Moment, nullable=False),
    PrimaryKeyConstraint("workshop", "person"),
    Index("members_by_person", "person"),
)
"""Who has which role in a workshop, and the invitation that it came by, "" for none."""

invitations = Table(
    "invitations",
    metadata,
    Column("id", String(ID_LENGTH), primary_key=True),
    Column("workshop", ForeignKey("workshops.id", ondelete="CASCADE"), nullable=False),
    Column("role", String(16), nullable=False),
    Column("secret", String(HASH_LENGTH), nullable=False),
    Column("at", Moment, nullable=False),
    UniqueConstraint("secret", name="invitations_by_secret"),
    Index("invitations_of_workshop", "workshop"),
)
"""Links that give a role to whoever opens them. Of the secret only a hash is stored."""

owner_links = Table(
    "owner_links",
    metadata,
    Column("id", String(ID_LENGTH), primary_key=True),
    Column("workshop", ForeignKey("workshops.id", ondelete="CASCADE"), nullable=False),
    Column("owner", String(LINE_LENGTH), nullable=False),
    Column("folded", String(LINE_LENGTH), nullable=False),
    Column("secret", String(HASH_LENGTH)),
    Column("at", Moment, nullable=False),
    UniqueConstraint("secret", name="owner_links_by_secret"),
    UniqueConstraint("workshop", "folded", name="owner_links_one_each"),
)
"""Links to the page of one owner's actions, one an owner; `folded` is the name without case. Of the secret only a hash is stored,
none of a link that was withdrawn: what its owner is called in the history is known by it still."""

ways_back = Table(
    "ways_back",
    metadata,
    Column("secret", String(HASH_LENGTH), primary_key=True),
    Column("person", String(LINE_LENGTH), nullable=False),
    Column("is_browser", Integer, nullable=False),
    Column("at", Moment, nullable=False),
    Index("ways_back_of_person", "person"),
)
"""Hashes of secrets that prove who somebody is: a recovery link's, and those of browsers that came back by one."""

notices = Table(
    "notices",
    metadata,
    Column("person", String(LINE_LENGTH), nullable=False),
    Column("notice", String(ID_LENGTH), nullable=False),
    PrimaryKeyConstraint("person", "notice"),
)
"""What somebody is still to be told."""
