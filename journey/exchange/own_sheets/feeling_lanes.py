"""Whose lanes and columns of feelings are: there may be one for each persona ("Emotion Sabine", "Emotion Tom")."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from journey.exchange.layout.labels import folded
from journey.exchange.own_sheets.channels import channel_named
from journey.exchange.own_sheets.grid import SheetGrid
from journey.exchange.own_sheets.plan import SheetPlan
from journey.exchange.own_sheets.sheet_phases import is_phase
from journey.exchange.own_sheets.targets import EMOTION, LANES, PERSONA, target_named
from journey.lazy_re import lazy_re

_ASIDE = lazy_re(r"[(\[][^)\]]*\d[^)\]]*[)\]]")
_BETWEEN = lazy_re(r"[\s:;,/|()\[\]–—_]+|\s-\s|['’]s\b")
_BESIDE = {"von", "vom", "of", "der", "des", "die", "für", "for", "bei", "the", "persona", "emotional", "emotionale",
           "emotionaler", "journey", "kurve", "curve", "level", "wert", "skala", "scale"}  # fmt: skip
_NOBODY = {"vorher", "nachher", "before", "after", "heute", "today", "jetzt", "now", "früher", "später", "künftig", "future",
           "zukunft", "current", "aktuell", "ist", "soll", "as-is", "to-be", "start", "end", "anfang", "ende", "gesamt", "total",
           "overall", "average", "mean", "durchschnitt", "mittelwert", "positiv", "negativ", "positive", "negative", "text",
           "alle", "all", "emoji", "note", "notes", "kommentar", "comment", "grund", "reason", "warum", "why"}  # fmt: skip
"""What tells lanes of feelings apart and is nobody's name."""
_MOST_WORDS = 5


def whose_feelings(seen: SheetGrid, plan: SheetPlan, known: Sequence[str]) -> dict[int, str]:
    """The persona of each lane of feelings that is somebody's, or of each such column of a list: one of the `known` names, or, where
    several differ in nothing else, the name that they have beside the word for feelings."""
    beside: dict[int, str] = {}
    for place in _places(plan):
        label = _heading(seen, plan, place)
        beside[place] = _beside(label) if label else beside.get(place - 1, "") * (not plan.shape.is_list)
    names = {place: found for place, words in beside.items() if words and (found := _known(words, known))}
    others = {place: words for place, words in beside.items() if words and place not in names}
    several = len({*names.values(), *others.values()}) > 1
    return names | others if several and all(map(_is_name, others.values())) else names


def without_nobodys(seen: SheetGrid, plan: SheetPlan, whose: Mapping[int, str]) -> SheetPlan:
    """The plan of a list without the columns of feelings that may be somebody's and are not: beside a column of everybody's, or of
    others, they say nothing of how a touchpoint feels."""
    if not plan.shape.is_list:
        return plan
    left = [p for p in _places(plan)[1:] if p not in whose and may_be_somebodys(_heading(seen, plan, p))]
    return replace(plan, targets={place: target for place, target in plan.targets.items() if place not in left})


def may_be_somebodys(heading: str) -> bool:
    """Whether a heading of feelings has a name in it."""
    words = _beside(heading)
    return bool(words) and _is_name(words)


def _places(plan: SheetPlan) -> list[int]:
    return sorted(place for place, target in plan.targets.items() if target == EMOTION)


def _heading(seen: SheetGrid, plan: SheetPlan, place: int) -> str:
    if not plan.shape.is_list:
        return plan.label(seen, place)
    return seen.spanned(plan.head, place) if plan.head >= 0 and place < seen.width else ""


def _beside(label: str) -> str:
    """What a lane is called beside the word for feelings."""
    words = [word for word in _BETWEEN.split(_ASIDE.sub(" ", label)) if word]
    return " ".join(w for w in words if folded(w) not in _BESIDE and target_named(w, LANES) != EMOTION)


def _known(words: str, known: Sequence[str]) -> str:
    """The known persona of this name, or the only one with this first name."""
    plain = folded(words)
    forms = {plain, plain.removesuffix("s")}
    whole = [name for name in known if folded(_beside(name)) == plain or folded(name) in forms]
    first = [name for name in known if name.split() and folded(name.split()[0].strip(",")) in forms]
    return whole[0] if whole else first[0] if len(first) == 1 else ""


def _is_name(words: str) -> bool:
    parts = words.split()
    return (
        len(parts) <= _MOST_WORDS
        and parts[0][0].isupper()
        and not any(folded(part) in _NOBODY or any(map(str.isdigit, part)) for part in parts)
        and target_named(words, LANES) in ("", PERSONA)
        and channel_named(words) is None
        and not is_phase(words)
    )
