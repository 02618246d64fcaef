"""The plane in words, for what is taken home."""

from collections.abc import Sequence

from journey.model import Language
from journey.priorities.plane import Weighed, numbered
from journey.texts import number, text

PlaneRow = tuple[str, str, str, str, str]


def plane_table(rated: Sequence[Weighed], language: Language) -> tuple[PlaneRow, tuple[PlaneRow, ...]]:
    """The head, and a row for everything that stands on the plane, by its number there: number, words (not escaped),
    quarter, value (with a word where the figures propose it), effort."""
    place, what, quarter, value, effort = (
        text(f"paper.report.{name}", language) for name in ("place", "what", "quarter", "value", "effort")
    )
    rows = tuple(
        (
            number(count, language),
            one.words,
            text(f"charts.priorities.{one.quadrant}", language),
            _value(one, language),
            number(one.effort or 0, language),
        )
        for count, one in numbered(rated)
    )
    return (place, what, quarter, value, effort), rows


def _value(one: Weighed, language: Language) -> str:
    value = number(one.value or 0, language, 1)
    return text("paper.report.value_proposed", language, value=value) if one.proposed else value
