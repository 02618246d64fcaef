"""The plane in words, for what is taken home."""

from collections.abc import Sequence

from journey.model import Language
from journey.priorities.plane import Weighed, numbered
from journey.texts import number, text

PlaneRow = tuple[str, str, str, str, str]
_NOTHING = "–"


def plane_table(rated: Sequence[Weighed], language: Language) -> tuple[PlaneRow, tuple[PlaneRow, ...]]:
    """The head, and a row for everything that stands on the plane, by its number there: number, words (not escaped),
    quarter, value (with a word where the figures propose it), effort. Below them what has no place there yet, without a
    number."""
    place, what, quarter, value, effort = (
        text(f"paper.report.{name}", language) for name in ("place", "what", "quarter", "value", "effort")
    )
    placed = tuple(_row(number(count, language), one, language) for count, one in numbered(rated))
    waiting = tuple(_row(_NOTHING, one, language) for one in rated if one.quadrant is None)
    return (place, what, quarter, value, effort), placed + waiting


def _row(count: str, one: Weighed, language: Language) -> PlaneRow:
    key = f"charts.priorities.{one.quadrant}" if one.quadrant else "paper.report.not_placed"
    effort = _NOTHING if one.effort is None else number(one.effort, language)
    return count, one.words, text(key, language), _value(one, language), effort


def _value(one: Weighed, language: Language) -> str:
    if one.value is None:
        return _NOTHING
    value = number(one.value, language, 1)
    return text("paper.report.value_proposed", language, value=value) if one.proposed else value
