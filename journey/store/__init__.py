"""Where workshops live: one database, SQLite in the user's data folder or PostgreSQL by URL. The only room that speaks SQL.

A session holds an `Opened` workshop; every change goes through `Store.save` and comes back, with what others
saved meanwhile, through `Store.caught_up`.
"""

from journey.store.access import Access, Invitation, Member
from journey.store.backup import Standing
from journey.store.backup_file import BACKUP_SUFFIX, Backup, KeptWorkshop, read_backup
from journey.store.database import Store, open_store
from journey.store.errors import (
    ActRefused,
    AlreadyExists,
    BackupTooNew,
    Clash,
    Conflict,
    ImpossibleChange,
    LastFacilitator,
    MissingChange,
    NameNeeded,
    NamingIsSettled,
    NoSuchExercise,
    NoSuchInvitation,
    NoSuchOwnerLink,
    NoSuchRoom,
    NoSuchVersion,
    NoSuchWorkshop,
    NotAllowed,
    NotInRoom,
    NoWayBack,
    RoomFull,
    RoomLocked,
    StoreError,
    StoreTooNew,
    StoreUnavailable,
    TooManyTries,
    Unreadable,
    UnreadableBackup,
)
from journey.store.location import chosen_folder, data_location
from journey.store.past import PAGE, NamedVersion, Past, Sought
from journey.store.people import NAME_LENGTH, ROLES_NOTICE, People
from journey.store.persons import is_person, person_of
from journey.store.phones import Phones
from journey.store.room_people import InRoom
from journey.store.rooms import Rooms
from journey.store.values import LastPlace, Logged, Opened, OwnerLink, Saved, WorkshopSummary, folded, settled

__all__ = [
    "BACKUP_SUFFIX",
    "NAME_LENGTH",
    "PAGE",
    "ROLES_NOTICE",
    "Access",
    "ActRefused",
    "AlreadyExists",
    "Backup",
    "BackupTooNew",
    "Clash",
    "Conflict",
    "ImpossibleChange",
    "InRoom",
    "Invitation",
    "KeptWorkshop",
    "LastFacilitator",
    "LastPlace",
    "Logged",
    "Member",
    "MissingChange",
    "NameNeeded",
    "NamedVersion",
    "NamingIsSettled",
    "NoSuchExercise",
    "NoSuchInvitation",
    "NoSuchOwnerLink",
    "NoSuchRoom",
    "NoSuchVersion",
    "NoSuchWorkshop",
    "NoWayBack",
    "NotAllowed",
    "NotInRoom",
    "Opened",
    "OwnerLink",
    "Past",
    "People",
    "Phones",
    "RoomFull",
    "RoomLocked",
    "Rooms",
    "Saved",
    "Sought",
    "Standing",
    "Store",
    "StoreError",
    "StoreTooNew",
    "StoreUnavailable",
    "TooManyTries",
    "Unreadable",
    "UnreadableBackup",
    "WorkshopSummary",
    "chosen_folder",
    "data_location",
    "folded",
    "is_person",
    "open_store",
    "person_of",
    "read_backup",
    "settled",
]
