"""What a room voted for, as a value from 1 to 5."""

from collections.abc import Mapping

from journey.priorities.gains import level_of


def levels_by_votes(votes: Mapping[str, int]) -> dict[str, int]:
    """The value of each option: 5 for the most votes, others their part of it, at least 1. Empty where nobody voted."""
    most = max(votes.values(), default=0)
    return {option: level_of(count / most) for option, count in votes.items()} if most else {}
