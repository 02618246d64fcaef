"""The channel that people mean by a word."""

import tomllib
from functools import cache
from pathlib import Path

from journey.exchange.layout.labels import folded
from journey.model import Channel, Language
from journey.texts import choice


@cache
def _known() -> dict[str, Channel]:
    data = tomllib.loads(Path(__file__).with_name("channels.toml").read_text("utf-8"))
    known = {folded(word): Channel(channel) for channel, words in data.items() for word in words}
    return known | {folded(choice(each, spoken)): each for spoken in Language for each in Channel}


def channel_named(words: str) -> Channel | None:
    """The channel with this name in either language; None where nobody calls one so."""
    return _known().get(folded(words))
