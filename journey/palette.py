"""One set of colours for screen, charts and Excel: hues of Okabe and Ito (2008) that colour-blind people tell apart,
darkened or lightened until text on them reaches WCAG AA. A colour never speaks alone: a word or number stands beside it."""

from dataclasses import dataclass
from functools import lru_cache

from journey.model import Channel, Emotion, RelationKind, Zone


@dataclass(frozen=True)
class Ink:
    """The neutral colours of one appearance: text, quieter text, lines, page, card and lane backgrounds."""

    text: str
    quiet: str
    line: str
    page: str
    card: str
    lane: str


LIGHT = Ink(text="#0E1720", quiet="#4A5868", line="#C9D2DC", page="#FFFFFF", card="#FFFFFF", lane="#F3F6F9")
DARK = Ink(text="#F2F5F8", quiet="#B4C0CC", line="#3B4856", page="#0F151C", card="#1B2530", lane="#151D26")

WHITE = "#FFFFFF"
BLUE, GREEN, OCHRE, RUST, PLUM, INDIGO, BROWN, SLATE = (
    "#0B5C8A", "#00735C", "#8A5A00", "#9C3D00", "#8F3A72", "#4B4FA6", "#7A4B12", "#45535F",
)  # fmt: skip
"""The hues that most things take theirs from; white words on each of them reach 4.5:1."""
ALARM = "#A8330A"
"""What hurts: pain points, very bad feelings, urgent findings, a red light."""
MARKER = "#F6D9A8"
"""A highlighter on words; LIGHT's text reads on it."""
FAINT = "#76818D"
"""Words that the reader may pass over: ids and ranks in the workbook."""

PRIMARY = {"light": BLUE, "dark": "#2F6FB5"}


def ink(dark: bool) -> Ink:
    """The neutral colours for a dark or light page."""
    return DARK if dark else LIGHT


# Phases run through these in order; twelve, because an own model may have twelve phases.
PHASES = (
    BLUE, GREEN, OCHRE, RUST, PLUM, INDIGO,
    "#2E6E8E", "#3F6B22", BROWN, "#A03048", "#5D4A8A", SLATE,
)  # fmt: skip


def phase_colour(position: int) -> str:
    """The colour of the phase at a position (from 0); white text on it reaches 4.5:1."""
    return PHASES[position % len(PHASES)]


ZONES = {Zone.BEFORE: BLUE, Zone.DURING: RUST, Zone.AFTER: GREEN}

EMOTIONS = {
    Emotion.VERY_BAD: ALARM,
    Emotion.BAD: "#E0894A",
    Emotion.NEUTRAL: "#9AA5B1",
    Emotion.GOOD: "#5BA3D0",
    Emotion.VERY_GOOD: BLUE,
}
"""Orange to blue: the pair that every common colour blindness keeps apart."""

_OWNED, _PAID, _SOCIAL, _DIRECT, _PERSON, _PLACE, _CLASSIC, _OTHER = (
    BLUE, RUST, PLUM, GREEN, INDIGO, BROWN, OCHRE, SLATE,
)  # fmt: skip

CHANNELS = {
    Channel.WEBSITE: _OWNED,
    Channel.LANDING_PAGE: _OWNED,
    Channel.ONLINE_SHOP: _OWNED,
    Channel.BLOG: _OWNED,
    Channel.APP: _OWNED,
    Channel.SEARCH: _PAID,
    Channel.ADVERTISING: _PAID,
    Channel.INFLUENCER: _PAID,
    Channel.SOCIAL_MEDIA: _SOCIAL,
    Channel.VIDEO: _SOCIAL,
    Channel.FORUM: _SOCIAL,
    Channel.REVIEWS: _SOCIAL,
    Channel.COMPARISON: _SOCIAL,
    Channel.WORD_OF_MOUTH: _SOCIAL,
    Channel.EMAIL: _DIRECT,
    Channel.CHAT: _DIRECT,
    Channel.WEBINAR: _DIRECT,
    Channel.SERVICE: _PERSON,
    Channel.PHONE: _PERSON,
    Channel.TALK: _PERSON,
    Channel.STORE: _PLACE,
    Channel.EVENT: _PLACE,
    Channel.PACKAGING: _PLACE,
    Channel.POSTER: _CLASSIC,
    Channel.PRINT: _CLASSIC,
    Channel.RADIO_TV: _CLASSIC,
    Channel.OTHER: _OTHER,
}
"""Channels by family: owned pages, paid reach, social, direct line, people, places, classic media, other."""

RELATIONS = {
    RelationKind.LEADS_TO: "#2E7FB0",
    RelationKind.PREPARES: "#7C6FC4",
    RelationKind.REMOVES_OBJECTION: "#1B9A78",
    RelationKind.REINFORCES: "#B8860B",
    RelationKind.BLOCKS: "#C8501E",
}

CURVES = (RUST, BLUE, GREEN, PLUM, OCHRE, INDIGO)
"""The emotion curves of personas, in this order."""

COOL, HOT = "#E8EDF2", "#C2410C"
"""The ends of a scale from nothing to much."""

MUSTARD, STEEL = "#B8860B", "#5C6B79"
"""Important and minor, beside ALARM for urgent."""

STARS = {False: OCHRE, True: "#F0B84A"}
"""The mark of a moment of truth, by whether the page is dark."""


_COLOURS = 500
"""So many colours are weighed once: a map asks for the same few for each of its cards."""


def _luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two #RRGGBB colours, 1 to 21 (WCAG 2.2)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@lru_cache(_COLOURS)
def text_on(background: str) -> str:
    """Black or white text, whichever reads better on a background."""
    return max((LIGHT.text, WHITE), key=lambda colour: contrast(colour, background))


def mixed(colour: str, other: str, share: float) -> str:
    """A colour with a share (0 to 1) of another one mixed in."""
    pairs = ((int(colour[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(one + (two - one) * share):02X}" for one, two in pairs)


@lru_cache(_COLOURS)
def readable(colour: str, background: str, ratio: float = 4.5) -> str:
    """The colour, moved towards black or white until it reaches a contrast ratio on a background."""
    away = text_on(background)
    steps = (mixed(colour, away, step / 20) for step in range(21))
    return next((found for found in steps if contrast(found, background) >= ratio), away)


@lru_cache(_COLOURS)
def tint(colour: str, dark: bool = False) -> str:
    """A quiet background in a colour's hue, on which the page's text is readable."""
    return mixed(colour, ink(dark).page, 0.78 if dark else 0.86)
