"""Where workshops live: one database, SQLite in the user's data folder or PostgreSQL by URL. The only room that speaks SQL.

A session holds an `Opened` workshop; every change goes through `Store.save` and comes back, with what others
saved meanwhile, through `Store.caught_up`.
"""

from journey.store.database import Store, open_store
from journey.store.errors import (
    AlreadyExists,
    BackupRefused,
    Clash,
    Conflict,
    ImpossibleChange,
    MissingChange,
    NoSuchWorkshop,
    StoreError,
    StoreTooNew,
    StoreUnavailable,
    Unreadable,
)
from journey.store.location import data_location
from journey.store.values import Listed, Logged, Opened, Place, Saved, folded, settled

__all__ = [
    "AlreadyExists",
    "BackupRefused",
    "Clash",
    "Conflict",
    "ImpossibleChange",
    "Listed",
    "Logged",
    "MissingChange",
    "NoSuchWorkshop",
    "Opened",
    "Place",
    "Saved",
    "Store",
    "StoreError",
    "StoreTooNew",
    "StoreUnavailable",
    "Unreadable",
    "data_location",
    "folded",
    "open_store",
    "settled",
]
