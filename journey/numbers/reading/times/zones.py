"""Zones of times as people and programs write them: offsets, abbreviations, regions, also in brackets."""

import re
from datetime import timedelta, timezone
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from journey.lazy_re import lazy_re

_HOURS = {
    "z": 0, "utc": 0, "gmt": 0, "ut": 0, "wet": 0, "west": 1, "bst": 1, "ist": 5.5, "cet": 1, "mez": 1, "cest": 2, "mesz": 2,
    "eet": 2, "oez": 2, "eest": 3, "oesz": 3, "msk": 3, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6,
    "pst": -8, "pdt": -7, "akst": -9, "akdt": -8, "hst": -10, "jst": 9, "kst": 9, "sgt": 8, "hkt": 8, "aest": 10, "aedt": 11,
    "acst": 9.5, "acdt": 10.5, "awst": 8, "nzst": 12, "nzdt": 13, "sast": 2, "brt": -3,
}  # fmt: skip
"""Hours ahead of UTC of zones by their abbreviations."""

_LONG_NAMES = (
    (r"(?:central european|mitteleuropäische)", "cet", "cest"), (r"(?:eastern european|osteuropäische)", "eet", "eest"),
    (r"(?:western european|westeuropäische)", "wet", "west"), (r"(?:north american )?eastern", "est", "edt"),
    (r"(?:north american )?central", "cst", "cdt"), (r"mountain", "mst", "mdt"), (r"pacific", "pst", "pdt"),
    (r"greenwich mean|mittlere greenwich", "gmt", "gmt"), (r"(?:coordinated universal|koordinierte welt)", "utc", "utc"), (r"british", "gmt", "bst"),
)  # fmt: skip
_LONG = [
    (lazy_re(rf"\b{words}[ -]?{kind} ?(?:time|zeit)\b", re.IGNORECASE), short)
    for words, *both in _LONG_NAMES
    for kind, short in zip(("(?:standard|normal)?", "(?:summer|daylight|sommer)"), both, strict=True)
]
"""Zones by their long names, in winter and in summer."""
_ENDS_WITH_A_CLOCK = lazy_re(r"[\d./-]+[ T]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?")
"""Days and clocks of numbers alone, behind which no zone stands: nearly all times, told apart by one look."""
_BRACKETS = lazy_re(r"[(\[]([^()\[\]]*)[)\]]")
_REGION = lazy_re(r"\b[A-Z][A-Za-z_]+(?:/[A-Z][A-Za-z_+-]+\d*){1,2}\b")
_OFFSET_TWICE = lazy_re(r"([+\u2212-]\d{2}:?\d{2}) [A-Z]{3,4}$")
"""Go writes both: +0000 UTC."""
_OFFSET = lazy_re(r"(?:\b(?:gmt|utc|ut)\s*|(?<=[\d\s.apm]))([+\u2212-])(\d{1,2}):?(\d{2})?$", re.IGNORECASE)

_WORDED = lazy_re(
    r"([(\[](?:UTC|GMT)\s*(?:[+\u2212-]\d{1,2}:?(?:\d{2})?)?[)\]])[^\d:()\[\]]*(?:\([^\d:()]*\))?$", re.IGNORECASE
)
"""Windows puts the places of a zone behind its offset: (UTC+01:00) Amsterdam, Berlin."""
_OFFSET_ALONE = lazy_re(r"(?:gmt|utc|ut)?\s*([+\u2212-])(\d{1,2}):?(\d{2})?(?!\d)", re.IGNORECASE)


def zone_of(text: str) -> str | None:
    """An offset like +01:00, or the name of a region, for the name of a zone alone; None for anything else."""
    plain = text.strip()
    if plain in _regions():
        return plain
    if worded := _WORDED.fullmatch(plain):
        plain = worded[1][1:-1].strip()
    found = re.fullmatch(r"(?:gmt|utc)?\s*([+\u2212-])(\d{1,2}):?(\d{2})?", plain, re.IGNORECASE)
    if found:
        return f"{'+' if found[1] == '+' else '-'}{int(found[2]):02}:{found[3] or '00'}"
    if (hours := _HOURS.get(plain.casefold())) is not None:
        return f"{'-' if hours < 0 else '+'}{int(abs(hours)):02}:{int(abs(hours) % 1 * 60):02}"
    return None


def without_zone(text: str) -> tuple[str, timezone | ZoneInfo | None]:
    """The text without its zone, and that; what stands in brackets is a zone only where nothing before it is one."""
    if _ENDS_WITH_A_CLOCK.fullmatch(text):
        return text, None
    text = _WORDED.sub(r"\1", text)
    if text[-4:].casefold() in ("time", "zeit"):
        for long, short in _LONG:
            text = long.sub(short, text)
    bracketed = _BRACKETS.search(text)
    rest = _BRACKETS.sub(" ", text).strip() if bracketed else text
    rest = _OFFSET_TWICE.sub(r"\1", rest)
    if found := _OFFSET.search(rest):
        before = rest[: found.start()]
        if (
            ":" in before
            or re.search(r"gmt|utc|uhr|[ap]m", rest, re.IGNORECASE)
            or re.search(r"\d{6}$", before.strip())
        ) and (zone := _ahead(found[1], found[2], found[3])):
            return re.sub(r"\b(gmt|utc)\s*$", "", before.strip(), flags=re.IGNORECASE), zone
    if (found := _REGION.search(rest)) and found[0] in _regions():
        return rest[: found.start()] + rest[found.end() :], ZoneInfo(found[0])
    for word in re.finditer(r"(?<![A-Za-z])[A-Za-z]{1,4}(?![A-Za-z])", rest):
        name = word[0].casefold()
        if name in _HOURS and (len(name) > 1 or word[0] == "Z") and (len(name) > 1 or word.end() == len(rest)):
            zone = timezone(timedelta(hours=_HOURS[name]))
            return rest[: word.start()] + " " + rest[word.end() :], zone
    if bracketed and (inside := bracketed[1].strip()):
        if inside in _regions():
            return rest, ZoneInfo(inside)
        if inside.casefold() in _HOURS:
            return rest, timezone(timedelta(hours=_HOURS[inside.casefold()]))
        if found := _OFFSET_ALONE.match(inside):
            return rest, _ahead(*found.groups())
    return rest, None


def _ahead(sign: str, hours: str, minutes: str | None) -> timezone | None:
    """A zone by its distance from UTC; None beyond a day."""
    offset = timedelta(hours=int(hours), minutes=int(minutes or 0)) * (1 if sign == "+" else -1)
    return timezone(offset) if abs(offset) < timedelta(hours=24) else None


@cache
def _regions() -> frozenset[str]:
    try:
        return frozenset(name for name in available_timezones() if "/" in name)
    except (OSError, ZoneInfoNotFoundError):
        return frozenset()
