"""Who may do what with a workshop."""

from enum import StrEnum


class Right(StrEnum):
    """To see the document and its past, to change it, to lead: rooms, people, deletion."""

    READ = "read"
    EDIT = "edit"
    LEAD = "lead"


class MemberRole(StrEnum):
    """What somebody is in a workshop. A participant is in its live room alone, by the room's code."""

    FACILITATOR = "facilitator"
    TEAM = "team"
    VIEWER = "viewer"
    PARTICIPANT = "participant"

    @property
    def rights(self) -> frozenset[Right]:
        """All that somebody with this role may do."""
        return _RIGHTS[self]

    def may(self, right: Right) -> bool:
        """Whether somebody with this role may do this."""
        return right in self.rights


_RIGHTS = {
    MemberRole.FACILITATOR: frozenset(Right),
    MemberRole.TEAM: frozenset({Right.READ, Right.EDIT}),
    MemberRole.VIEWER: frozenset({Right.READ}),
    MemberRole.PARTICIPANT: frozenset[Right](),
}


def stronger(one: MemberRole | None, other: MemberRole) -> MemberRole:
    """The role of somebody who had one and is given another: nobody loses a right by an invitation."""
    return one if one and len(one.rights) >= len(other.rights) else other
