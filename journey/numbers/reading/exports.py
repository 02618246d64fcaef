"""Exports of common tools, recognised by their headers (exports.toml)."""

import re
import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from journey.numbers.reading.names import normal
from journey.numbers.reading.plan import Role
from journey.numbers.reading.shapes import closings


@dataclass(frozen=True)
class Export:
    """A recognised export: its id, and what its columns are. See LogPlan for milestones, pairs, given and order. `is_list`:
    it says where everything stands today, and nothing of how it came there."""

    id: str
    roles: Mapping[str, str]
    milestones: tuple[tuple[str, str], ...] = ()
    pairs: tuple[tuple[str, ...], ...] = ()
    given: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    is_list: bool = False


_NO_STEP = re.compile(
    r"^[^\"„“']*\b(?:exited|exit|left|austritts?|verlassens?|ausgang|current|aktuelle\w*|time in|zeit in|dauer|cumulative|latest time)\b|"
    r"^hs_(?:v2_)?(?:date_exited|date_entered_current|cumulative|latest|time_in)",
    re.IGNORECASE,
)
"""What stands beside dates of stages in exports and is no step: exits, the current stage, how long it took."""


def recognised(names: Sequence[str], repeating: Collection[str] = ()) -> Export | None:
    """The export whose columns these are, None for any other file. `repeating`: the columns with values that come again; a
    history has several rows a case, or says from which stage to which."""
    known = {normal(name): name for name in reversed(names)}
    for export in _exports():
        if all(any(option in known for option in options) for options in export.get("needs", ())) and all(
            any(re.fullmatch(pattern, name, re.IGNORECASE) and not _NO_STEP.search(name) for name in names)
            for pattern in export.get("patterns", ())
        ):
            found = _filled(export, names, known)
            says_both = any(name in known for name in export.get("history", ()))
            if "history" not in export or says_both or found.roles.get(Role.CASE) in repeating:
                return found
    return None


def _filled(export: Mapping[str, Any], names: Sequence[str], known: Mapping[str, str]) -> Export:
    roles: dict[str, str] = {}
    for role in Role:
        options = [known[option] for option in export.get(role.value, ()) if option in known]
        if free := [option for option in options if option not in roles.values()]:
            roles[role.value] = free[0]
    milestones = _milestones(export.get("milestones", ()), names)
    given: dict[str, tuple[str, str]] = {}
    if len(milestones) < 2 and "closing" in export:
        dates = [known[option] for option in export["closing"] if option in known]
        stages = [known[option] for option in export.get("stage", ()) if option in known]
        if dates and stages:
            closed = closings(dates[0], stages[0])
            milestones += closed.milestones
            given |= closed.given
    pairs = tuple(_pairs(export.get("pairs", ()), known))
    if milestones or pairs:
        roles = {role: name for role, name in roles.items() if role not in (Role.TIME, Role.ACTIVITY)}
    only = export.get("only")
    if only and only[0] in known and Role.ACTIVITY in roles:
        given[""] = (known[only[0]], only[1])
    order = tuple(known[option] for option in export.get("order", ()) if option in known)
    return Export(export["id"], roles, milestones, pairs, given, order, bool(given) and "" not in given)


def _milestones(patterns: Sequence[tuple[str, str]], names: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """The columns of dates in the tool's own course of steps; those of one pattern in the order of the file."""
    found = {}
    for pattern, activity in patterns:
        for name in names:
            if (
                name not in found
                and (match := re.fullmatch(pattern, name, re.IGNORECASE))
                and not _NO_STEP.search(name)
            ):
                found[name] = match.expand(activity)
    return tuple(found.items())


def _pairs(patterns: Sequence[tuple[str, Sequence[str]]], known: Mapping[str, str]) -> list[tuple[str, ...]]:
    found = []
    for pattern, activities in patterns:
        matcher = re.compile(pattern)
        for plain, name in known.items():
            if match := matcher.fullmatch(plain):
                number = match[1]  # filled in by hand: templates of re are parsed anew each time
                options = [known[one] for activity in activities if (one := activity.replace("\\1", number)) in known]
                found += [(int(match[1]), (name, *options))] if options else []
    return [pair for _, pair in sorted(found)]


@cache
def _exports() -> list[dict[str, Any]]:
    exports: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("exports.toml").read_text("utf-8"))["export"]
    return exports
