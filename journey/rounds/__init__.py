"""Rounds of a journey that is measured again: closing one freezes the workshop, and it can be opened as it was."""

from journey.rounds.closing import CLOSE_ROUND, REMOVE_ROUND, closing, removed
from journey.rounds.kept import Kept, KeptFinding, KeptStep, KeptVote, kept_now, kept_of
from journey.rounds.opening import RoundLost, opened, without_rounds

__all__ = [
    "CLOSE_ROUND",
    "REMOVE_ROUND",
    "Kept",
    "KeptFinding",
    "KeptStep",
    "KeptVote",
    "RoundLost",
    "closing",
    "kept_now",
    "kept_of",
    "opened",
    "removed",
    "without_rounds",
]
