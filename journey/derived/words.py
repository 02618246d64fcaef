"""Reads words.toml: what a channel says, and what the words of a title say. "" stands for nothing said."""

import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from journey.lazy_re import lazy_re
from journey.model import Channel, Language

_NOT_A_WORD = lazy_re(r"[\W_]+")
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


@dataclass(frozen=True)
class Says:
    """A setting and a medium by their values; `open` are those for which a title is believed first."""

    setting: str = ""
    media: str = ""
    open: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Pattern:
    """Words to be found in a title; `whole` = they must be all of it. `sure` lists what they say for certain, `channel` is
    the one that they speak of, "" for none."""

    words: tuple[str, ...]
    whole: bool
    sure: tuple[str, ...]
    says: Says
    channel: str

    def fits(self, title: tuple[str, ...], place: int) -> bool:
        if self.whole and (place or len(title) != len(self.words)):
            return False
        here = title[place : place + len(self.words)]
        return len(here) == len(self.words) and all(map(_fits, self.words, here))

    @property
    def weight(self) -> tuple[int, int, bool]:
        """The longer the more telling: words, then letters, then those that ask for the whole title."""
        return len(self.words), sum(len(word.replace("*", "")) for word in self.words), self.whole


def channel_says(channel: Channel) -> Says:
    """What a channel says by itself."""
    entry = _data()["channels"].get(channel.value, {})
    return Says(entry.get("setting", ""), entry.get("media", ""), tuple(entry.get("open", ())))


def title_says(title: str) -> Says:
    """What the words of a title say: nothing where they say nothing, or contradict each other."""
    found = _found(_words(title))
    return Says(_agreed(found, "setting"), _agreed(found, "media"))


def channel_in(title: str) -> Channel | None:
    """The channel that the words of a title speak of; None where they name none, or several."""
    named = {pattern.channel for pattern in _found(_words(title))} - {""}
    return Channel(named.pop()) if len(named) == 1 else None


def _agreed(found: list[_Pattern], about: str) -> str:
    """The one value that all words agree on; the sure ones are asked first."""
    for sure in (True, False):
        said = {getattr(pattern.says, about) for pattern in found if (about in pattern.sure) is sure} - {""}
        if said:
            return said.pop() if len(said) == 1 else ""
    return ""


def _found(title: tuple[str, ...]) -> list[_Pattern]:
    """From left to right, at each place the longest that fits."""
    found: list[_Pattern] = []
    place = 0
    while place < len(title):
        best = next((pattern for pattern in _patterns() if pattern.fits(title, place)), None)
        if best:
            found.append(best)
        place += len(best.words) if best else 1
    return found


def _words(title: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", title).casefold()).translate(_SPELT_OUT)
    return tuple(word for word in _NOT_A_WORD.split(plain) if word)


def _fits(pattern: str, word: str) -> bool:
    bare = pattern.strip("*")
    if bare == pattern:
        return word == bare
    if pattern.startswith("*") and pattern.endswith("*"):
        return bare in word
    if pattern.startswith("*"):
        return word.endswith(bare) and word != bare
    return word.startswith(bare)


@cache
def _patterns() -> tuple[_Pattern, ...]:
    """All words of every language, the longest first."""
    found = [
        _Pattern(
            tuple(entry.removeprefix("=").split()),
            entry.startswith("="),
            tuple(group.get("sure", ())),
            Says(**group["says"]),
            group.get("channel", ""),
        )
        for group in _data()["words"]
        for language in Language
        for entry in group[language]
    ]
    return tuple(sorted(found, key=lambda pattern: pattern.weight, reverse=True))


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "words.toml").read_text("utf-8"))
