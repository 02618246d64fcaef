"""What can go wrong in the store. Every error carries `key`, the key of texts that says it to people."""

from dataclasses import dataclass

from journey.live import Refusal
from journey.model import Entity
from journey.roles import Right


class StoreError(Exception):
    """Any error of the store; `key` names its words in texts, `opening_key` those that speak of no change, for where
    nobody has changed anything."""

    key = "store.error"

    @property
    def opening_key(self) -> str:
        return self.key


class NoSuchWorkshop(StoreError):
    """There is no workshop with this id, or it was deleted."""

    key = "store.no_such_workshop"


class NotAllowed(StoreError):
    """Whoever asks may read the workshop, and not do this."""

    key = "store.not_allowed"

    def __init__(self, right: Right) -> None:
        super().__init__(right.value)
        self.right = right


class NoSuchInvitation(StoreError):
    """No invitation has this secret or id: it was renewed or withdrawn."""

    key = "store.no_such_invitation"


class NoSuchOwnerLink(StoreError):
    """No owner's link has this secret or id: it was renewed or withdrawn, or its workshop is gone."""

    key = "store.no_such_owner_link"


class NoWayBack(StoreError):
    """No recovery link has this secret: it was renewed."""

    key = "store.no_way_back"


class LastFacilitator(StoreError):
    """Somebody must remain who leads the workshop."""

    key = "store.last_facilitator"


class NoSuchVersion(StoreError):
    """There is no named version with this id."""

    key = "store.no_such_version"


class NoSuchRoom(StoreError):
    """There is no room with this id or join code, or it is closed."""

    key = "store.room.no_such_room"


class NoSuchExercise(StoreError):
    """The room has no exercise with this id."""

    key = "store.room.no_such_exercise"


class NotInRoom(StoreError):
    """Nobody in any room has this secret: the person was taken out, or the room is closed."""

    key = "store.room.not_in_room"


class RoomLocked(StoreError):
    """The room is locked: nobody else comes in."""

    key = "store.room.locked"


class RoomFull(StoreError):
    """As many people are in the room as it takes."""

    key = "store.room.full"


class NameNeeded(StoreError):
    """In this room people have a name, or an alias."""

    key = "store.room.name_needed"


class TooManyTries(StoreError):
    """Wrong join codes were tried too often, from this address or of this kind."""

    key = "store.room.too_many_tries"


class NamingIsSettled(StoreError):
    """What people are called cannot be changed: the room is anonymous, or an exercise has begun."""

    key = "store.room.naming_is_settled"


class ActRefused(StoreError):
    """The act is not taken. `key` is store.room.refused.<reason>, the reason being a `live.Refusal`."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.value)
        self.refusal = refusal
        self.key = f"store.room.refused.{refusal.value}"


class AlreadyExists(StoreError):
    """The id is taken: by another workshop (a deleted one too), or by a different change that was saved under it."""

    key = "store.already_exists"


class ImpossibleChange(StoreError):
    """No workshop can take this change, whatever it holds: it deletes the frame or contradicts itself."""

    key = "store.impossible_change"


class MissingChange(StoreError):
    """Logged changes do not follow on the opened workshop without a gap."""

    key = "store.missing_change"


class StoreTooNew(StoreError):
    """The database was last written by a newer version of the app."""

    key = "store.too_new"

    def __init__(self, revision: str) -> None:
        super().__init__(
            f"the database has schema {revision}, which this version of the app does not know; update the app"
        )


class Unreadable(StoreError):
    """What is stored is not what this app writes; the message says where."""

    key = "store.unreadable"


class UnreadableBackup(StoreError):
    """The file is no back-up. `key` is store.backup.<reason>, the reason being one of no_backup, too_large."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.key = f"store.backup.{reason}"


class BackupTooNew(StoreError):
    """The back-up was made by a newer version of the app."""

    key = "store.backup.too_new"


_ABOUT_CHANGES = {"full", "read_only", "locked", "unreachable"}


class StoreUnavailable(StoreError):
    """The database cannot be read or written at the moment. `key` is store.unavailable.<reason>, the reason being one
    of full, read_only, locked, damaged, unreachable, no_driver, bad_url."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.key = f"store.unavailable.{reason}"

    @property
    def opening_key(self) -> str:
        return f"store.opening.{self.reason}" if self.reason in _ABOUT_CHANGES else self.key


@dataclass(frozen=True, slots=True)
class Clash:
    """One entity that two people changed: the value that my change was based on, mine, and what is stored now.
    None as base = I created it, as mine = I deleted it, as theirs = it is gone."""

    kind: str
    id: str
    base: Entity | None
    mine: Entity | None
    theirs: Entity | None


class Conflict(StoreError):
    """A save was based on values that others have changed meanwhile. Nothing was written; `conflicts` shows both sides."""

    key = "store.conflict"

    def __init__(self, conflicts: tuple[Clash, ...]) -> None:
        super().__init__(", ".join(f"{clash.kind} {clash.id}" for clash in conflicts))
        self.conflicts = conflicts
