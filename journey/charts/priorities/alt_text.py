"""What the plane shows, in sentences."""

from collections.abc import Sequence

from journey.model import Language
from journey.priorities import Quadrant, Weighed, numbered
from journey.texts import number, text

MOST = 12
"""More are not read out of each quarter."""


def priorities_alt(rated: Sequence[Weighed], language: Language) -> str:
    """How many there are, and each quarter with what stands in it."""
    marks = numbered(rated)
    told = [text("charts.alt.priorities", language, count=number(len(marks), language))]
    for quadrant in Quadrant:
        named = [f"{place}. {one.words}" for place, one in marks if one.quadrant is quadrant]
        if named:
            more = ["…"] if len(named) > MOST else []
            told.append(f"{text(f'charts.priorities.{quadrant}', language)}: {'; '.join([*named[:MOST], *more])}.")
    return " ".join(told)
