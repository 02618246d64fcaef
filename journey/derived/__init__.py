"""What follows from a touchpoint's channel and title: its setting (online, offline) and its medium (digital, classic).

The stored fields hold what a person chose, None = nobody did. Everybody who wants to know asks here, so that a changed
channel or title is heard at once and a choice is never overwritten. What nothing says stays None: it counts as neither.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from journey.derived.words import channel_says, title_says
from journey.model import Channel, Language, Media, Setting, Touchpoint
from journey.texts import choice, text

FIELDS = ("setting", "media")
"""The fields that follow from others unless a person chose."""


class Origin(StrEnum):
    """Who says it: a person, the channel, the title, or nobody."""

    CHOSEN = "chosen"
    CHANNEL = "channel"
    TITLE = "title"
    NOBODY = "nobody"


@dataclass(frozen=True)
class Derived:
    """Setting and medium of a touchpoint as they hold (None = unknown), each with its origin."""

    setting: Setting | None
    setting_from: Origin
    media: Media | None
    media_from: Origin


@dataclass(frozen=True)
class Part:
    """How many of `known` touchpoints are `count`; `unknown` are those of which nothing says it."""

    count: int
    known: int
    unknown: int

    @property
    def share(self) -> float | None:
        """The part of the known ones, 0 to 1; None where none is known."""
        return self.count / self.known if self.known else None


def setting_of(touchpoint: Touchpoint) -> Setting | None:
    """Online or offline, as a person chose or as it follows; None = unknown."""
    return touchpoint.setting or derived(touchpoint.channel, touchpoint.title).setting


def media_of(touchpoint: Touchpoint) -> Media | None:
    """Digital or classic, as a person chose or as it follows; None = unknown."""
    return touchpoint.media or derived(touchpoint.channel, touchpoint.title).media


@lru_cache(maxsize=8192)
def derived(channel: Channel, title: str) -> Derived:
    """What a channel and the words of a title say by themselves, whatever a person chose."""
    channel_, title_ = channel_says(channel), title_says(title)
    setting, setting_from = _settled(channel_.setting, title_.setting, "setting" in channel_.open)
    media, media_from = _settled(channel_.media, title_.media, "media" in channel_.open)
    return Derived(Setting(setting) if setting else None, setting_from, Media(media) if media else None, media_from)


def known(touchpoint: Touchpoint) -> Derived:
    """Setting and medium of a touchpoint as they hold, with who says so."""
    said = derived(touchpoint.channel, touchpoint.title)
    return Derived(
        touchpoint.setting or said.setting,
        Origin.CHOSEN if touchpoint.setting else said.setting_from,
        touchpoint.media or said.media,
        Origin.CHOSEN if touchpoint.media else said.media_from,
    )


def online_part(touchpoints: Iterable[Touchpoint]) -> Part:
    """How many are online, of those of which it is known."""
    return _part(setting_of(touchpoint) for touchpoint in touchpoints)


def digital_part(touchpoints: Iterable[Touchpoint]) -> Part:
    """How many use digital media, of those of which it is known."""
    return _part(media_of(touchpoint) for touchpoint in touchpoints)


def words_of(touchpoint: Touchpoint, field: str, language: Language) -> str:
    """What a field of FIELDS says in words: "Offline" as chosen, "Offline (from the channel)" as it follows, "Unknown"."""
    found = known(touchpoint)
    value, origin = (
        (found.setting, found.setting_from) if field == "setting" else (found.media, found.media_from)
    )  # fmt: skip
    if value is None:
        return text("derived.unknown", language)
    word = choice(value, language)
    return word if origin is Origin.CHOSEN else text(f"derived.{origin}", language, value=word)


def _settled(channel: str, title: str, is_open: bool) -> tuple[str, Origin]:
    if title and (is_open or not channel):
        return title, Origin.TITLE
    return channel, Origin.CHANNEL if channel else Origin.NOBODY


def _part(values: Iterable[Setting | Media | None]) -> Part:
    held = list(values)
    counted = sum(value in (Setting.ONLINE, Media.DIGITAL) for value in held)
    unknown = held.count(None)
    return Part(counted, len(held) - unknown, unknown)
