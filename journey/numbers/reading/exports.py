"""Exports of common tools, recognised by their headers (exports.toml)."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from journey.numbers.reading.names import normal
from journey.numbers.reading.plan import Role


@dataclass(frozen=True)
class Export:
    """A recognised export: its id, and what its columns are. See LogPlan for milestones and pairs."""

    id: str
    roles: Mapping[str, str]
    milestones: tuple[tuple[str, str], ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()


def recognised(names: Sequence[str]) -> Export | None:
    """The export whose columns these are, None for any other file."""
    known = {normal(name): name for name in reversed(names)}
    for export in _exports():
        if all(any(option in known for option in options) for options in export["needs"]):
            return _filled(export, names, known)
    return None


def _filled(export: Mapping[str, Any], names: Sequence[str], known: Mapping[str, str]) -> Export:
    roles: dict[str, str] = {}
    for role in Role:
        options = [known[option] for option in export.get(role.value, ()) if option in known]
        if free := [option for option in options if option not in roles.values()]:
            roles[role.value] = free[0]
    milestones = _milestones(export.get("milestones", ()), names)
    if len(milestones) < 2:
        milestones += _milestones(export.get("otherwise", ()), names)
    pairs = tuple(_pairs(export.get("pairs", ()), known))
    if milestones or pairs:
        roles = {role: name for role, name in roles.items() if role not in (Role.TIME, Role.ACTIVITY)}
    return Export(export["id"], roles, milestones, pairs)


def _milestones(patterns: Sequence[tuple[str, str]], names: Sequence[str]) -> tuple[tuple[str, str], ...]:
    found = {}
    for pattern, activity in patterns:
        for name in names:
            if name not in found and (match := re.fullmatch(pattern, name, re.IGNORECASE)):
                found[name] = match.expand(activity)
    return tuple(sorted(found.items(), key=lambda pair: names.index(pair[0])))


def _pairs(patterns: Sequence[tuple[str, Sequence[str]]], known: Mapping[str, str]) -> list[tuple[str, str]]:
    found = []
    for pattern, activities in patterns:
        for plain, name in known.items():
            if match := re.fullmatch(pattern, plain):
                options = [known[option] for activity in activities if (option := match.expand(activity)) in known]
                found += [(int(match[1]), name, options[0])] if options else []
    return [(name, activity) for _, name, activity in sorted(found)]


@cache
def _exports() -> list[dict[str, Any]]:
    exports: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("exports.toml").read_text("utf-8"))["export"]
    return exports
