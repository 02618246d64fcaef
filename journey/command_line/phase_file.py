"""Phases and their activities from a TOML file: `[[phase]]` with id, name and activities, in journey order."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from journey.model import Language
from journey.numbers.matching import folded, kept_name
from journey.texts import text

MOST_PHASES = 100
"""A log knows its phases by small numbers; nobody reads a longer funnel either."""


@dataclass(frozen=True)
class Phases:
    """The phases that a funnel is asked for: ids with names in journey order, and which activities of the log belong to
    which. `ignored` activities were set aside by hand; all others without a phase are unmatched."""

    names: Mapping[str, str]
    phase_of: Mapping[str, str]
    ignored: frozenset[str] = field(default_factory=frozenset)

    def unmatched(self, events: Mapping[str, int]) -> dict[str, int]:
        """Of the activities with their events those without a phase, most events first."""
        rest = {name: n for name, n in events.items() if name not in self.phase_of and name not in self.ignored}
        return dict(sorted(rest.items(), key=lambda one: (-one[1], one[0])))


class BadPhases(ValueError):
    """A phase file cannot be used. `key` is a text below command_line.phases, `values` fill its placeholders; `place`
    is the entry (from 1) that is wrong, 0 for the file itself."""

    def __init__(self, key: str, place: int = 0, **values: object) -> None:
        super().__init__(key)
        self.key, self.place, self.values = key, place, values

    def message(self, language: Language) -> str:
        """What is wrong, and in which entry."""
        said = text(f"command_line.phases.{self.key}", language, **self.values)
        return text("command_line.phases.entry", language, number=self.place, said=said) if self.place else said


@dataclass(frozen=True)
class PhaseListing:
    """A phase as a file lists it."""

    id: str
    name: str
    activities: tuple[str, ...]


def read_phases(file: Path) -> tuple[PhaseListing, ...]:
    """The phases of a file in their order. BadPhases; OSError."""
    found: dict[str, PhaseListing] = {}
    home: dict[str, str] = {}
    for place, entry in enumerate(_entries(file), 1):
        phase = _listed(entry, place)
        if phase.id in found:
            raise BadPhases("twice", place, phase=phase.id)
        for activity in phase.activities:
            if home.setdefault(kept_name(activity), phase.id) != phase.id:
                raise BadPhases("two_homes", place, activity=activity, phase=home[kept_name(activity)])
        found[phase.id] = phase
    return tuple(found.values())


def assigned(listed: Iterable[PhaseListing], activities: Iterable[str]) -> Phases:
    """Which activities of a log belong to which of these phases: to the one that lists it, else to the one that lists it
    but for spelling (see `folded`), if there is one such phase only."""
    listed = tuple(listed)
    exact = {kept_name(activity): phase.id for phase in listed for activity in phase.activities}
    spelt: dict[str, set[str]] = {}
    for activity, phase_id in exact.items():
        spelt.setdefault(folded(activity), set()).add(phase_id)
    phase_of: dict[str, str] = {}
    for activity in activities:
        alike = spelt.get(folded(activity), set()) if folded(activity) else set()
        found = exact.get(kept_name(activity)) or (next(iter(alike)) if len(alike) == 1 else None)
        if found:
            phase_of[activity] = found
    return Phases({phase.id: phase.name for phase in listed}, phase_of)


def _entries(file: Path) -> list[Any]:
    try:
        entries = tomllib.loads(file.read_text("utf-8-sig")).get("phase")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadPhases("no_toml", reason=error) from error
    if not isinstance(entries, list) or not entries:
        raise BadPhases("none")
    if len(entries) > MOST_PHASES:
        raise BadPhases("too_many", count=len(entries), most=MOST_PHASES)
    return entries


def _listed(entry: Any, place: int) -> PhaseListing:
    if not isinstance(entry, dict):
        raise BadPhases("no_table", place)
    for key in sorted(set(entry) - {"id", "name", "activities"}):
        raise BadPhases("unknown_key", place, found=key)
    phase = _words(entry, "id", place)
    activities = entry.get("activities")
    if not isinstance(activities, list) or not all(isinstance(each, str) for each in activities):
        raise BadPhases("no_activities", place, phase=phase)
    return PhaseListing(phase, _words(entry, "name", place) if "name" in entry else phase, tuple(activities))


def _words(entry: dict[str, Any], key: str, place: int) -> str:
    words = entry.get(key)
    if not isinstance(words, str) or not words.strip():
        raise BadPhases("no_words", place, field=key)
    return words
