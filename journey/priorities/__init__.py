"""What to do first: findings, pain points and ideas by their value for customers and for the firm, and by their effort."""

from journey.priorities.counted import weighed_by_counts
from journey.priorities.gains import StepGain, proposed_gains, step_gains
from journey.priorities.moving import put_at, shifted, without
from journey.priorities.plane import MIDDLE, Quadrant, Weighed, numbered, quadrant_of, weighed
from journey.priorities.subjects import RatedKind, RatedSubject, priority_of, subjects_of
from journey.priorities.told import plane_table
from journey.priorities.votes import levels_by_votes

__all__ = [
    "MIDDLE",
    "Quadrant",
    "RatedKind",
    "RatedSubject",
    "StepGain",
    "Weighed",
    "levels_by_votes",
    "numbered",
    "plane_table",
    "priority_of",
    "proposed_gains",
    "put_at",
    "quadrant_of",
    "shifted",
    "step_gains",
    "subjects_of",
    "weighed",
    "weighed_by_counts",
    "without",
]
