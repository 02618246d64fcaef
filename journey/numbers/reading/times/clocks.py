"""Clocks as people and programs write them: "9:30", "9.30 Uhr", "9:30 PM", "093000"."""

import re

from journey.lazy_re import lazy_re

_HALVES = {"am": 0, "pm": 12, "a": 0, "p": 12}

CLOCK = lazy_re(
    r"(?<![\d.:])(\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:[.,:](\d+))?)?|\.(\d{2})(?:\.(\d{2}))?(?=\s*uhr)|\s*(?:h|uhr)\s*(\d{2})(?:m(?:in)?)?(?!\d)|(?=\s*(?:uhr|[ap]\.?\s?m\b)))"
    r"\s*([ap](?=\.?\s?m\b))?(?:\.?\s?m\b\.?)?",
    re.IGNORECASE,
)
"""A clock inside a text, for `clock_in`."""


def clock_of(text: str) -> str | None:
    """A clock alone as hh:mm:ss with its fraction, from "9:30", "9.30 Uhr", "9 Uhr", "093000", "9:30 PM"; None for anything else."""
    plain = re.sub(r"^(?:18|19)\d\d-\d\d-\d\d[ T]", "", " ".join(text.split()))
    if (re.fullmatch(r"\d{3,6}", plain) and len(plain) != 5) or re.fullmatch(r"\d{5}", plain):
        plain = plain.zfill(4 if len(plain) < 5 else 6)
        plain = ":".join(re.findall("..", plain))
    elif found := re.fullmatch(r"(\d{1,2})\s?(?:Uhr|h)", plain, re.IGNORECASE):
        plain = f"{found[1]}:00"
    elif found := re.fullmatch(r"(\d{1,2})[.h](\d{2})(?:[.m](\d{2})s?)?(?:\s*Uhr)?", plain):
        plain = ":".join(part for part in found.groups() if part)
    match = CLOCK.fullmatch(plain.removesuffix("Uhr").removesuffix("h").strip() if ":" in plain else plain)
    if match is None:
        found = re.fullmatch(r"0[.,]\d+", plain)
        if found is None:
            return None
        seconds = round(float(plain.replace(",", ".")) * 86_400)
        return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    clock = clock_in(match)
    if clock is None:
        return None
    hours, minutes, seconds, micros = clock
    return f"{hours:02}:{minutes:02}:{seconds:02}" + (f".{micros:06}" if micros else "")


def clock_in(found: re.Match[str]) -> tuple[int, int, int, int] | None:
    """Hours, minutes, seconds and microseconds of a match of CLOCK; None where there is no such clock."""
    hours, minutes = int(found[1]), int(found[2] or found[5] or found[7] or 0)
    seconds, micros = int(found[3] or found[6] or 0), int(f"{found[4] or 0:0<6}"[:6])
    if found[8]:
        if not 1 <= hours <= 12:
            if hours > 23:
                return None
        else:
            hours = hours % 12 + _HALVES[found[8].casefold()]
    if hours > 24 or minutes > 59 or seconds > 60 or (hours == 24 and (minutes or seconds)):
        return None
    return hours, minutes, min(seconds, 59), micros
