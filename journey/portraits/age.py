"""How old a persona is, where name or demographics say so clearly: “Ines, 34”, “52 Jahre”, “in her mid-40s”."""

import re

from journey.lazy_re import lazy_re
from journey.model import Look, Persona

OLDER_FROM, MIDDLE_AGED_FROM = 60, 35

_NUMBER = r"(?P<years>1[6-9]|[2-9]\d)"
_SAID = lazy_re(
    rf"(?:^|[,;(·]\s*|\b(?:alter|aged?):?\s+){_NUMBER}"
    rf"(?:\s*(?:jahre alt|jahre|jährige?r?|j\.|years old|years|year-old)|(?=\s*(?:$|[,;)·])))"
    rf"(?!\s+(?:im|in|als|as|of|on|at|beim|bei|berufs|erfahrung|experience))"
    rf"|\b(?P<part>anfang|mitte|ende|early|mid|late)[\s-]+(?P<decade>[2-9]0)(?:s|er)?\b",
    re.IGNORECASE | re.MULTILINE,
)
_PARTS = {"anfang": 2, "early": 2, "mitte": 5, "mid": 5, "ende": 8, "late": 8}


def age_of(persona: Persona) -> Look | None:
    """Young, middle-aged or older; None where nothing says it, or where two statements differ. Spans say nothing."""
    found = {_group(years) for text in (persona.name, persona.demographics) for years in _years(text)}
    return found.pop() if len(found) == 1 else None


def _years(text: str) -> list[int]:
    return [
        int(said["years"]) if said["years"] else int(said["decade"]) + _PARTS[said["part"].lower()]
        for said in _SAID.finditer(text)
    ]


def _group(years: int) -> Look:
    return Look.OLDER if years >= OLDER_FROM else Look.MIDDLE_AGED if years >= MIDDLE_AGED_FROM else Look.YOUNG
