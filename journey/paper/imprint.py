"""What every printed page says of itself: which workshop, when printed, which version."""

from datetime import date
from hashlib import sha256
from textwrap import shorten

from journey.charts.kit.text_fit import measure
from journey.model import Language, Workshop
from journey.texts import day, text

_MOST = 70
_SIZE, _ROOM = 8, 170 / 25.4 * 72
"""The letters at the foot, and what the narrowest sheet leaves to a line of them; in points."""


def title_of(workshop: Workshop, language: Language) -> str:
    """The workshop's title, or what stands for one."""
    return workshop.frame.title or text("exchange.map.untitled", language)


def version_of(workshop: Workshop) -> str:
    """Eight characters that are others as soon as anything in the workshop is: two prints that have the same are the same."""
    return sha256(workshop.to_json().encode()).hexdigest()[:8]


def imprint(workshop: Workshop, language: Language, made_on: date) -> dict[str, str | bool]:
    """The words at the foot of each page: title, day and version; and whether they stand beside each other on any sheet."""
    title = _shortened(title_of(workshop, language))
    made = text("paper.made", language, day=day(made_on, language), version=version_of(workshop))
    page = text("paper.page", language)
    wide = measure(f"{title}  {made} · {page} 999 / 999", _SIZE)
    return {"title": title, "made": made, "page": page, "in_a_line": wide <= _ROOM}


def _shortened(title: str) -> str:
    """A title at the foot: cut at a word's end, inside a word only where the first one is longer than there is room."""
    if len(title) <= _MOST:
        return title
    return f"{shorten(title, _MOST, placeholder='') or title[:_MOST]} …"
