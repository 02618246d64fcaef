"""How the journey map's cards look: one treatment a lane, in light and dark."""

from dataclasses import dataclass
from functools import cache

from journey.charts.journey_map.cards import PlacedCard
from journey.journey_map import LANES, Lane
from journey.model import Channel
from journey.palette import CHANNELS, ink, readable, text_on


@dataclass(frozen=True)
class CardStyle:
    """A card's colours; `accent` is the bar at its left edge ("" = none)."""

    fill: str
    stroke: str
    accent: str
    body: str
    head: str
    number: str
    radius: float = 6


def card_style(placed: PlacedCard, dark: bool) -> CardStyle:
    """The look of a card: white with its channel's colour for touchpoints, a pill for calls to action, else the hue
    of its lane as a quiet background."""
    return _style(placed.lane, placed.card.channel, dark)


@cache
def _style(of: Lane, card_channel: Channel | None, dark: bool) -> CardStyle:
    neutral = ink(dark)
    lane = LANES[of]
    hue, ground = lane.hue, lane.colour(dark)
    if of is Lane.CALL_TO_ACTION:
        return CardStyle(ground, "", "", text_on(ground), text_on(ground), text_on(ground), radius=14)
    if of is Lane.TOUCHPOINTS:
        channel = CHANNELS[card_channel] if card_channel else hue
        word = readable(channel, ground)
        return CardStyle(ground, neutral.line, readable(channel, ground, 3), neutral.text, word, neutral.quiet)
    stroke = neutral.line if of is Lane.DOING else ""
    accent = "" if of is Lane.DOING else readable(hue, ground, 3)
    return CardStyle(ground, stroke, accent, neutral.text, neutral.quiet, readable(neutral.quiet, ground))
