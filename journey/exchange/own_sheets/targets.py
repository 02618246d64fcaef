"""What a column or a lane of a stranger's sheet can be: the field that it fills, known by its names in either language."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

from journey.exchange.layout.labels import folded
from journey.exchange.layout.tables import table
from journey.lazy_re import lazy_re
from journey.model import Language
from journey.texts import text

TITLE, PHASE, EMOTION = "touchpoints.title", "touchpoints.phase", "touchpoints.emotion"
CHANNEL, DOING, THINKING = "touchpoints.channel", "touchpoints.doing", "touchpoints.thinking"
ASKING, PAINS = "touchpoints.asking", "touchpoints.pain_points"
PERSONA, GOAL, IDEA = "personas.name", "goals.title", "opportunities.title"
COUNT, PERIOD, REMARK = "counts.count", "counts.period", "phase_notes.note"
SHARE = "personas.share"
LANE, TEXT = "board.lane", "board.text"
"""A column that says of each row which lane it belongs to, and the one with the words of the row."""

KINDS_OF_ROWS = ("touchpoints", "personas", "goals", "opportunities", "counts")
"""What the rows of a sheet can be."""
LANES = ("touchpoints", "beside")
"""Where the lanes of a matrix are looked for, the likeliest first: what a touchpoint says, and what stands beside it."""
BESIDE = (IDEA, GOAL, PERSONA, COUNT, REMARK)
BESIDE_IN_ROWS = (*BESIDE, PERIOD, "opportunities.impact", "opportunities.effort")
"""What of other cards may stand in a lane, and in the row of a touchpoint."""

_LONGEST = 9
_SHORTEST, _SHORTEST_ENDING = 4, 6
_EVERYDAY = {"step", "steps", "user", "users", "kunde", "kunden", "customers", "people", "number", "position", "value", "team",
             "page", "seite", "area", "bereich", "section", "moment", "values", "information", "content", "does"}  # fmt: skip
"""Names that mean something else inside of a sentence."""
_TOUCHPOINT = ("touchpoint", "touch point", "touch-point", "kontaktpunkt", "berührungspunkt", "contact point")
_ASIDE = lazy_re(r"\([^)]*\)|\[[^\]]*\]")
_NUMBERED = lazy_re(r"^(?:phase|stage|schritt|step|stufe|abschnitt)?\s*\d{1,2}\s*[.):–-]?\s+(?=\S)", re.IGNORECASE)
_BETWEEN = lazy_re(r"[^\w+-]+")
_TO_BE = lazy_re(
    r"\b(?:soll|künftig\w*|zukünftig\w*|zukunft|to[ -]be|future|target|ziel|desired|gewünscht\w*|wunsch)\b|\b(?:ziel|wunsch|soll)(?:-?emotion|gefühl|-?kan[aä]l)"
)
"""What a heading says of things as they shall be, where it does not speak of things as they are."""
_EDGES = " \t\n:;*?!.…#-–—_|\u200b"


@cache
def _fields() -> dict[str, dict[str, str]]:
    """The names of fields by kind: each with its target."""
    data = tomllib.loads(Path(__file__).with_name("targets.toml").read_text("utf-8"))
    found: dict[str, dict[str, str]] = {}
    for kind, fields in data.items():
        names = {bare(name): f"{kind}.{field}" for field, words in fields.items() for name in words}
        if kind != "board":
            columns = [column for column in table(kind).columns if column.field in fields]
            own = {bare(c.header(each)): f"{kind}.{c.field}" for c in columns for each in Language}
            names = own | names
        found[kind] = names
    for aside, targets in (("beside", BESIDE), ("beside_in_rows", BESIDE_IN_ROWS)):
        kinds = dict.fromkeys(target.partition(".")[0] for target in targets)
        found[aside] = {
            name: target for kind in reversed(kinds) for name, target in found[kind].items() if target in targets
        }
    return found


def choosable(kind: str, *, in_rows: bool) -> tuple[str, ...]:
    """Everything that a column of rows of a kind, or a lane of a matrix, can fill."""
    data = tomllib.loads(Path(__file__).with_name("targets.toml").read_text("utf-8"))
    own = [f"{kind}.{field}" for field in data[kind]]
    if kind != "touchpoints":
        return (*own, PHASE) if kind in ("opportunities", "counts") else tuple(own)
    return (*own, *BESIDE_IN_ROWS, LANE, TEXT) if in_rows else (*(each for each in own if each != PHASE), *BESIDE)


def bare(heading: str) -> str:
    """A heading as it is compared: without what stands in brackets, numbers before it, marks around it, and case."""
    plain = folded(_ASIDE.sub(" ", heading)).strip(_EDGES)
    return _NUMBERED.sub("", plain).strip(_EDGES)


@lru_cache(maxsize=4_096)
def target_named(heading: str, kinds: tuple[str, ...]) -> str:
    """The target that a heading names, of the first kind that has one: by the whole heading, else by a name in it; ""
    for none, and for what shall be some day where the target is how it is."""
    found = _target_named(bare(heading), kinds)
    return "" if found in (EMOTION, CHANNEL) and _TO_BE.search(folded(heading)) else found


def _target_named(plain: str, kinds: tuple[str, ...]) -> str:
    if not plain:
        return ""
    forms = dict.fromkeys((plain, plain.replace("-", " ")))
    exact = (_fields()[kind][form] for form in forms for kind in kinds if form in _fields()[kind])
    return next(exact, "") or next(filter(None, (_contained(form, kinds) for form in forms)), "")


def is_whole_name(heading: str, kind: str) -> bool:
    """Whether a heading is a name of a field of this kind and nothing more."""
    plain = bare(heading)
    return plain in _fields()[kind] or plain.replace("-", " ") in _fields()[kind]


def _contained(plain: str, kinds: Iterable[str]) -> str:
    """The target of the longest name that stands in a heading, else of one that a word in it ends with, as German compounds
    do."""
    words = _BETWEEN.sub(" ", plain).split()
    if len(words) > _LONGEST:
        return ""
    inside = f" {' '.join(words)} "
    names = [
        (-len(name), place, name, target)
        for place, kind in enumerate(kinds)
        for name, target in _fields()[kind].items()
    ]
    told = [each for each in names if _is_inside(each[2], inside)] or [
        each for each in names if len(each[2]) >= _SHORTEST_ENDING and any(word.endswith(each[2]) for word in words)
    ]
    return min(told)[3] if told else ""


def _is_inside(name: str, heading: str) -> bool:
    return len(name) >= _SHORTEST and name not in _EVERYDAY and f" {name} " in heading


def is_touchpoint(heading: str) -> bool:
    """Whether a heading speaks of touchpoints themselves, and not of steps or moments that may stand for them."""
    return any(word in bare(heading) for word in _TOUCHPOINT)


def target_words(target: str, language: Language) -> str:
    """What a target is called: "Touchpoint: Emotion"; "" for none."""
    if not target:
        return ""
    kind, _, field = target.partition(".")
    if kind == "board":
        return text(f"own_sheet.target_{field}", language)
    own = text(f"fields.{target}", language)
    name = text(f"fields.kinds.{kind}", language)
    return own if own == name else f"{name}: {own}"
