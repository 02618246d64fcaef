"""The tables of live rooms. Whatever changes in a room takes the next number of its `sequence`, and rows keep the number
of the change that last wrote them, so that followers read what is new.

Of secrets only hashes are stored. Acts have no time; whose they are says `key` (see `journey.live.keys`), in an anonymous
room of nothing but the one card, score or dot that the row is about.
"""

from sqlalchemy import (
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from journey.store.tables import HASH_LENGTH, ID_LENGTH, LINE_LENGTH, Moment, metadata

rooms = Table(
    "rooms",
    metadata,
    Column("id", String(ID_LENGTH), primary_key=True),
    Column("workshop", ForeignKey("workshops.id", ondelete="CASCADE"), nullable=False),
    Column("code", String(16)),
    Column("sequence", Integer, nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("body", Text, nullable=False),
    UniqueConstraint("code", name="rooms_by_code"),
    Index("rooms_of_workshop", "workshop"),
)

participants = Table(
    "participants",
    metadata,
    Column("id", String(ID_LENGTH), primary_key=True),
    Column("room", ForeignKey("rooms.id", ondelete="CASCADE"), nullable=False),
    Column("secret", String(HASH_LENGTH), nullable=False),
    Column("name", String(LINE_LENGTH), nullable=False),
    Column("small_group", String(ID_LENGTH), nullable=False),
    Column("language", String(8), nullable=False),
    Column("by_hand", Integer, nullable=False),
    Column("sequence", Integer, nullable=False),
    UniqueConstraint("secret", name="participants_by_secret"),
    Index("participants_of_room", "room", "sequence"),
)

exercises = Table(
    "exercises",
    metadata,
    Column("id", String(ID_LENGTH), primary_key=True),
    Column("room", ForeignKey("rooms.id", ondelete="CASCADE"), nullable=False),
    Column("place", Integer, nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("body", Text, nullable=False),
    Index("exercises_of_room", "room", "place"),
)

acts = Table(
    "acts",
    metadata,
    Column("room", ForeignKey("rooms.id", ondelete="CASCADE"), nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("exercise", ForeignKey("exercises.id", ondelete="CASCADE"), nullable=False),
    Column("act", String(HASH_LENGTH), nullable=False),
    Column("key", String(HASH_LENGTH), nullable=False),
    Column("small_group", String(ID_LENGTH), nullable=False),
    Column("body", Text, nullable=False),
    PrimaryKeyConstraint("room", "sequence"),
    UniqueConstraint("exercise", "act", name="acts_once"),
    Index("acts_by_key", "exercise", "key"),
)

join_tries = Table(
    "join_tries",
    metadata,
    Column("id", String(ID_LENGTH), primary_key=True),
    Column("counted", String(HASH_LENGTH), nullable=False),
    Column("at", Float, nullable=False),
    Index("join_tries_counted", "counted", "at"),
)
"""Wrong tries to join, for an hour: the hash of what is counted (an address, the beginning of a code), and when."""
