"""The journey map as values: its lanes, and which cards stand in which cell (phase by lane). Screen and Excel draw the
same map from it."""

from journey.journey_map.columns import (
    Feeling,
    JourneyMap,
    MapColumn,
    concerned,
    emotion_of,
    journey_map,
    matters_to,
    named_personas,
)
from journey.journey_map.lanes import LANES, Card, Lane, LaneSpec

__all__ = [
    "LANES",
    "Card",
    "Feeling",
    "JourneyMap",
    "Lane",
    "LaneSpec",
    "MapColumn",
    "concerned",
    "emotion_of",
    "journey_map",
    "matters_to",
    "named_personas",
]
