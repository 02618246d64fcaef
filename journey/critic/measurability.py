"""How much of the journey lies in the dark: contacts that nobody can count, and how to catch a trace of them (article D)."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from journey.catalogue import catalogue
from journey.critic.examination import Examination
from journey.critic.finding import CardNames, Figure, Proxies, Severity, Share, Sighting
from journey.model import Channel, Language, MapState, Measurability, Touchpoint, Workshop
from journey.texts import text


@dataclass(frozen=True)
class DarkTouchpoint:
    """A touchpoint that can hardly be counted, or of which nobody knows; `proxies` are ways to catch a trace of it,
    the app's proposals for its channel, best first."""

    id: str
    measurability: Measurability
    proxies: tuple[str, ...]


@dataclass(frozen=True)
class Darkness:
    """How much lies in the dark. `share` is of all touchpoints (0 to 1), `by_phase` that of every phase id that has
    touchpoints."""

    share: float
    total: int
    touchpoints: tuple[DarkTouchpoint, ...]
    by_phase: dict[str, float]


def dark(workshop: Workshop, language: Language) -> Darkness:
    """The part of today's journey that lies in the dark; of the planned one where there is none today."""
    today = tuple(t for t in workshop.touchpoints if t.state is not MapState.TO_BE)
    touchpoints = today or workshop.touchpoints
    hidden = tuple(t for t in touchpoints if _dark(t))
    in_phase: dict[str, list[bool]] = {}
    for touchpoint in touchpoints:
        in_phase.setdefault(touchpoint.phase, []).append(_dark(touchpoint))
    return Darkness(
        len(hidden) / len(touchpoints) if touchpoints else 0.0,
        len(touchpoints),
        tuple(DarkTouchpoint(t.id, t.measurability, proxies(t.channel, language)) for t in hidden),
        {phase: sum(each) / len(each) for phase, each in in_phase.items()},
    )


@cache
def proxies(channel: Channel, language: Language) -> tuple[str, ...]:
    """Ways to catch a trace of contacts on a channel: those of the catalogue; where it has none, to count directly what
    can be counted, and to ask about anything else."""
    here = [entry for entry in catalogue(language) if entry.channel is channel is not Channel.OTHER]
    if here and not any(entry.proxies for entry in here):
        return (text("critic.words.count_directly", language),)
    found = tuple(dict.fromkeys(way for entry in here for way in entry.proxies))
    return found or proxies(Channel.WORD_OF_MOUTH, language)


def dark_journey(examined: Examination) -> Iterator[Sighting]:
    """More of the touchpoints than the limit (a third) can hardly be counted, or nobody knows whether they can: high where
    more than another limit (two thirds) surely cannot."""
    hidden = tuple(t for t in examined.touchpoints if _dark(t))
    total = len(examined.touchpoints)
    if total and len(hidden) > total * examined.limits.share("dark-share"):
        cards = tuple(t.id for t in hidden)
        figures: dict[str, Figure] = {
            "count": len(hidden),
            "total": total,
            "share": Share(len(hidden) / total),
            "unknown": sum(t.measurability is Measurability.UNKNOWN for t in hidden),
            "touchpoints": CardNames(cards),
            "proxies": Proxies(tuple(dict.fromkeys(t.channel for t in hidden))),
        }
        sure = sum(t.measurability is not Measurability.UNKNOWN for t in hidden)
        high = sure > total * examined.limits.share("dark-high-share")
        yield Sighting(Severity.HIGH if high else Severity.MEDIUM, cards=cards, figures=figures)


def _dark(touchpoint: Touchpoint) -> bool:
    return touchpoint.measurability is not Measurability.MEASURABLE
