"""What the annotations of fields say, for all who show fields or offer something to choose."""

from collections.abc import Iterator
from enum import Enum
from functools import cache
from typing import Any, get_args

from annotated_types import MaxLen
from pydantic.fields import FieldInfo

from journey.model.values import Value


def parts(field: FieldInfo) -> Iterator[Any]:
    """Everything that a field's annotation is made of: types and what they are annotated with, from the outside in."""
    yield from field.metadata
    yield from _parts(field.annotation)


def _parts(annotation: Any) -> Iterator[Any]:
    yield annotation
    for part in get_args(annotation):
        yield from _parts(part)


@cache
def limit_of(type_: type[Value], field: str) -> int:
    """How many characters a text field takes. StopIteration for a field that holds no text."""
    return next(part.max_length for part in parts(type_.model_fields[field]) if isinstance(part, MaxLen))


@cache
def choices_of(type_: type[Value], field: str) -> type[Enum]:
    """The closed choice that a field is taken from. StopIteration for a field that is none."""
    found = parts(type_.model_fields[field])
    return next(part for part in found if isinstance(part, type) and issubclass(part, Enum))
