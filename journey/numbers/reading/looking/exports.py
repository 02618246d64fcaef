"""Exports of common tools, recognised by their headers (exports.toml)."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from journey.lazy_re import lazy_re
from journey.numbers.reading.columns.evidence import Export, borne_out, fullest
from journey.numbers.reading.columns.looks import ColumnLook
from journey.numbers.reading.names import normal
from journey.numbers.reading.plan import Role
from journey.numbers.reading.shapes.closings import closings

_NO_STEP = lazy_re(
    r"^[^\"„“']*\b(?:exited|exit|left|austritts?|verlassens?|ausgang|current|aktuelle\w*|time in|zeit in|dauer|cumulative|latest time)\b|"
    r"^hs_(?:v2_)?(?:date_exited|date_entered_current|cumulative|latest|time_in)",
    re.IGNORECASE,
)
"""What stands beside dates of stages in exports and is no step: exits, the current stage, how long it took."""


def recognised(columns: Sequence[ColumnLook], rows: Sequence[Sequence[str]] = ()) -> Export | None:
    """The export whose columns these are, None for any other file, also for one whose columns do not hold what their names
    say. A history has several rows a case, or says from which stage to which. `rows`: those that were looked at."""
    names = [column.name for column in columns]
    repeating = {column.name for column in columns if column.repeats}
    known = {normal(name): name for name in reversed(names)}
    for export in _exports():
        if all(any(option in known for option in options) for options in export.get("needs", ())) and all(
            any(re.fullmatch(pattern, name, re.IGNORECASE) and not _NO_STEP.search(name) for name in names)
            for pattern in export.get("patterns", ())
        ):
            found = borne_out(_filled(export, columns, known), columns, rows)
            if found is None:
                continue
            says_both = any(name in known for name in export.get("history", ()))
            if "history" not in export or says_both or found.roles.get(Role.CASE) in repeating:
                return found
    return None


def _filled(export: Mapping[str, Any], columns: Sequence[ColumnLook], known: Mapping[str, str]) -> Export:
    roles: dict[str, str] = {}
    looks = {column.name: column for column in columns}
    for role in Role:
        options = [known[option] for option in export.get(role.value, ()) if option in known]
        if free := [option for option in options if option not in roles.values()]:
            roles[role.value] = free[0] if role != Role.CASE else fullest(looks[option] for option in free)
    given: dict[str, tuple[str, str]] = {}
    milestones = _milestones(export.get("milestones", ()), [column.name for column in columns], known, given)
    is_list = bool(export.get("list"))
    if len(milestones) < 2 and "closing" in export:
        dates = [known[option] for option in export["closing"] if option in known]
        stages = [known[option] for option in export.get("stage", ()) if option in known]
        if dates and stages:
            closed = closings(dates[0], stages[0])
            milestones += closed.milestones
            given |= closed.given
            is_list = is_list or bool(closed.given)
    pairs = tuple(_pairs(export.get("pairs", ()), known))
    if milestones or pairs:
        roles = {role: name for role, name in roles.items() if role not in (Role.TIME, Role.ACTIVITY)}
    names, pattern = export.get("only", ((), ""))
    choosing = [known[name] for name in names if name in known]
    if choosing and Role.ACTIVITY in roles:
        given[""] = (choosing[0], pattern)
    kinds, refunds, receivers = export.get("paid_back", ((), "", ()))
    back = [next((known[name] for name in names if name in known), "") for names in (kinds, receivers)]
    order = tuple(known[option] for option in export.get("order", ()) if option in known)
    return Export(
        export["id"], roles, milestones, pairs, given, order, is_list, (back[0], refunds, back[1]) if all(back) else ()
    )


def _milestones(
    patterns: Sequence[Sequence[str]], names: Sequence[str], known: Mapping[str, str], given: dict[str, tuple[str, str]]
) -> tuple[tuple[str, str], ...]:
    """The columns of dates in the tool's own course of steps; those of one pattern in the order of the file. What must hold
    for some of them is added to `given`."""
    found: list[tuple[str, str]] = []
    for pattern, activity, *condition in patterns:
        if condition and condition[0] not in known:
            continue
        taken = set() if condition else {column for column, _ in found}
        for name in names:
            match = None if name in taken or _NO_STEP.search(name) else re.fullmatch(pattern, name, re.IGNORECASE)
            if match:
                found.append((name, match.expand(activity)))
                if condition:
                    given[found[-1][1]] = (known[condition[0]], condition[1])
    return tuple(found)


def _pairs(patterns: Sequence[tuple[str, Sequence[str]]], known: Mapping[str, str]) -> list[tuple[str, ...]]:
    found = []
    for pattern, activities in patterns:
        matcher = lazy_re(pattern)
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
