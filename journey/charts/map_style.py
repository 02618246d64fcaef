"""How the journey map's cards look: one treatment a lane, in light and dark."""

from dataclasses import dataclass

from journey.charts.map_cards import PlacedCard
from journey.journey_map import Lane
from journey.palette import CHANNELS, ink, readable, text_on, tint

HUES = {
    Lane.TOUCHPOINTS: "#45535F",
    Lane.DOING: "#45535F",
    Lane.THINKING: "#4B4FA6",
    Lane.PAIN_POINTS: "#9C3D00",
    Lane.CONTENT: "#00735C",
    Lane.CALL_TO_ACTION: "#0B5C8A",
    Lane.OPPORTUNITIES: "#8A5A00",
}
STAR_COLOURS = {False: "#8A5A00", True: "#F0B84A"}


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
    neutral = ink(dark)
    hue = HUES[placed.lane]
    if placed.lane is Lane.CALL_TO_ACTION:
        return CardStyle(hue, "", "", text_on(hue), text_on(hue), text_on(hue), radius=14)
    if placed.lane is Lane.TOUCHPOINTS:
        channel = CHANNELS[placed.card.channel] if placed.card.channel else hue
        fill = neutral.card
        word = readable(channel, fill)
        return CardStyle(fill, neutral.line, readable(channel, fill, 3), neutral.text, word, neutral.quiet)
    fill = neutral.card if placed.lane is Lane.DOING else tint(hue, dark)
    stroke = neutral.line if placed.lane is Lane.DOING else ""
    accent = "" if placed.lane is Lane.DOING else readable(hue, fill, 3)
    return CardStyle(fill, stroke, accent, neutral.text, neutral.quiet, readable(neutral.quiet, fill))
