"""The value of a field from a cell of a stranger's sheet."""

from typing import Any

from pydantic import ValidationError

from journey.exchange.layout.cells import Noted
from journey.exchange.layout.labels import folded
from journey.exchange.layout.meanings import Meanings
from journey.exchange.layout.names import Unfit
from journey.exchange.layout.tables import table
from journey.exchange.own_sheets.channels import channel_named
from journey.exchange.own_sheets.grid import words_of
from journey.exchange.own_sheets.items import as_lines, items_of
from journey.model import KINDS, Channel, Language, limit_of

_LISTS = {"touchpoints.pain_points", "personas.values", "personas.goals", "personas.motives", "personas.pains"}
_LEVELS = {"hoch": 5, "high": 5, "groß": 5, "mittel": 3, "medium": 3, "niedrig": 1, "gering": 1, "low": 1, "klein": 1}


def value_of(target: str, raw: Any, language: Language) -> Any:
    """What a cell says for the field. Unfit where it says nothing that the field can hold."""
    kind, _, field = target.partition(".")
    if target == "personas.channels":
        return _channels(words_of(raw))
    if target in ("opportunities.impact", "opportunities.effort") and folded(words_of(raw)) in _LEVELS:
        return _LEVELS[folded(words_of(raw))]
    column = next(each for each in table(kind).columns if each.field == field)
    if column.cells.free:
        return as_lines(words_of(raw)) if target in _LISTS else words_of(raw)
    taken = column.cells.take(Meanings(language, {}, {}))(raw)
    value = taken.value if isinstance(taken, Noted) else taken
    _checked(kind, field, value)
    return value


def cut(kind: str, field: str, words: str) -> tuple[str, bool]:
    """Words as long as the field takes them, and whether something was cut."""
    most = limit_of(KINDS[kind], field)
    return (words, False) if len(words) <= most else (words[: most - 1].rstrip() + "…", True)


def _channels(words: str) -> tuple[Channel, ...]:
    parts = [part.strip() for item in items_of(words) for part in item.split(",")]
    found = tuple(dict.fromkeys(channel for part in parts if (channel := channel_named(part))))
    if not found:
        raise Unfit("unknown_choice", value=words[:60])
    return found


def _checked(kind: str, field: str, value: Any) -> None:
    """Unfit unless the field's type takes the value."""
    type_ = KINDS[kind]
    try:
        type_.__pydantic_validator__.validate_assignment(type_.model_construct(id="x"), field, value)
    except ValidationError as error:
        if any(each["loc"][:1] == (field,) for each in error.errors(include_url=False)):
            raise Unfit("out_of_range", value=str(value)[:60]) from error
