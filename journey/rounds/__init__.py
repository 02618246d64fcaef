"""Rounds of a journey that is measured again: closing one freezes the workshop, and it can be opened as it was."""

from journey.rounds.closing import CLOSE_ROUND, REMOVE_ROUND, closing, removed
from journey.rounds.comparing import FeltChange, FindingChanges, RoundComparison, RoundState, compared
from journey.rounds.courses import JourneyCourse, RoundScore, course_of
from journey.rounds.happened import PlacedEvent, dated, placed_events, say_when
from journey.rounds.judging import judged_over_rounds
from journey.rounds.kept import Kept, KeptFinding, KeptStep, KeptVote, kept_now, kept_of
from journey.rounds.marked_map import MarkOfCard, marked_map
from journey.rounds.opening import RoundLost, opened, without_rounds
from journey.rounds.since import SinceRound, since_last_round
from journey.rounds.step_changes import Rates, StepChange, rates_counted, step_changes

__all__ = [
    "CLOSE_ROUND",
    "REMOVE_ROUND",
    "FeltChange",
    "FindingChanges",
    "JourneyCourse",
    "Kept",
    "KeptFinding",
    "KeptStep",
    "KeptVote",
    "MarkOfCard",
    "PlacedEvent",
    "Rates",
    "RoundComparison",
    "RoundLost",
    "RoundScore",
    "RoundState",
    "SinceRound",
    "StepChange",
    "closing",
    "compared",
    "course_of",
    "dated",
    "judged_over_rounds",
    "kept_now",
    "kept_of",
    "marked_map",
    "opened",
    "placed_events",
    "rates_counted",
    "removed",
    "say_when",
    "since_last_round",
    "step_changes",
    "without_rounds",
]
