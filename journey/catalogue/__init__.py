"""Touchpoints to pick from: everything that the articles name, with the phases in which it fits."""

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from journey.derived import derived
from journey.derived.words import channel_in
from journey.model import Channel, Language, Measurability, Media, Phase, Setting, Touchpoint, Value, Zone, new_id
from journey.phases import PhaseModel
from journey.phases.crosswalk import crosswalk, rows_of


class CatalogueEntry(Value):
    """A touchpoint to pick, in one language. `articles` are the letters of those who name it (none: the app's own
    addition), `phases` the phase ids in which an article names it
    (for article D's example: in which the app places it), `rows` the crosswalk rows and `zones` the places
    around the purchase in which it fits (the app's own reading). `setting` and `media` follow from channel and title
    where the catalogue does not say them (None = unknown). `proxies` are proposals of the app for
    counting what can hardly be measured."""

    id: str
    title: str
    channel: Channel
    setting: Setting | None
    media: Media | None
    measurability: Measurability
    articles: tuple[str, ...]
    phases: tuple[str, ...]
    rows: tuple[str, ...]
    zones: tuple[Zone, ...]
    proxies: tuple[str, ...]


@cache
def catalogue(language: Language) -> tuple[CatalogueEntry, ...]:
    """Every touchpoint of the catalogue, roughly in journey order."""
    data = _data("entries.toml")
    proxies = {key: words[language] for key, words in data["proxies"].items()}
    return tuple(_entry(entry, language, proxies) for entry in data["entries"])


def title_of(entry_id: str, language: Language) -> str:
    """What an entry is called. StopIteration for an unknown one."""
    return next(entry.title for entry in catalogue(language) if entry.id == entry_id)


def proxy_words(proxy: str, language: Language) -> str:
    """A proposal for counting what can hardly be measured. KeyError for an unknown one."""
    return str(_data("entries.toml")["proxies"][proxy][language])


def fitting(entries: Iterable[CatalogueEntry], phase: Phase, model: PhaseModel) -> tuple[CatalogueEntry, ...]:
    """The entries that fit a phase, best first: those that the model's own article names there, those of the same
    crosswalk rows, those of the same zone. A phase of an own model has only its zone to go by; a phase that the
    model does not have fits nothing."""
    if model.phase(phase.id) is None:
        return ()
    scored = [(_fit(entry, phase), entry) for entry in entries]
    return tuple(entry for fit, entry in sorted(scored, key=lambda pair: -pair[0]) if fit)


def touchpoint_from(entry: CatalogueEntry, phase_id: str, language: Language, rank: float) -> Touchpoint:
    """A new touchpoint of this entry, titled in the language of the workshop's contents. Setting and medium are stored
    only where they do not follow by themselves: they shall follow when somebody changes the channel."""
    title = title_of(entry.id, language)
    follows = derived(entry.channel, title)
    return Touchpoint(
        id=new_id(),
        rank=rank,
        title=title,
        phase=phase_id,
        channel=entry.channel,
        setting=None if entry.setting is follows.setting else entry.setting,
        media=None if entry.media is follows.media else entry.media,
        measurability=entry.measurability,
    )


def proposed_channel(title: str) -> Channel:
    """The channel of a touchpoint that somebody writes: the catalogue's for one that is called so, else what the words say."""
    return _channels().get(title.strip().casefold()) or channel_in(title) or Channel.OTHER


@cache
def _channels() -> dict[str, Channel]:
    return {entry.title.casefold(): entry.channel for language in Language for entry in catalogue(language)}


@cache
def _data(name: str) -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / name).read_text("utf-8"))


def _entry(entry: dict[str, Any], language: Language, proxies: dict[str, str]) -> CatalogueEntry:
    rows = tuple(entry["rows"])
    zones = {row.zone for row in crosswalk(Language.EN) if row.id in rows}
    follows = derived(Channel(entry["channel"]), entry["title"][language])
    return CatalogueEntry(
        id=entry["id"],
        title=entry["title"][language],
        channel=entry["channel"],
        setting=entry.get("setting", follows.setting),
        media=entry.get("media", follows.media),
        measurability=entry.get("measurability", Measurability.MEASURABLE),
        articles=tuple(entry["articles"]),
        phases=tuple(entry.get("phases", ())),
        rows=rows,
        zones=tuple(zone for zone in Zone if zone in zones),
        proxies=tuple(proxies[key] for key in entry.get("proxies", ())),
    )


def _fit(entry: CatalogueEntry, phase: Phase) -> float:
    """3 and more: named by the article; 2 to 3: in the same crosswalk rows; 1: in the same zone; 0: does not fit."""
    rows = rows_of(phase.id)
    shared = len(rows & set(entry.rows)) / len(rows) if rows else 0.0
    if phase.id in entry.phases:
        return 3 + shared
    if shared:
        return 2 + shared / 2
    return 1.0 if phase.zone in entry.zones else 0.0
