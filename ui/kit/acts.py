"""What people did in a component faster than the server saw to it. Each act has a number; the browser tells an act again with
what comes next, until the server says up to which it has seen to them (see stage.js, score_keys.js)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from ui.state import session

Told = TypeVar("Told")


@dataclass
class _Done:
    """The number of the last act that was seen to, by the component's key."""

    numbers: dict[str, int] = field(default_factory=dict)


def unheard(key: str, kind: type[Told]) -> Iterator[Told]:
    """The acts that the component with this key tells under `acts` and that were not seen to yet, in their order, as values
    of `kind`, a dataclass with a `number`. An act counts as seen to when the next one is asked for. Acts that no browser of
    ours sends are passed over."""
    done = session.of_tab(_Done).numbers
    for one in _told(key, kind):
        number: int = getattr(one, "number", 0)
        if number > done.get(key, 0):
            yield one
            done[key] = number


def heard(key: str) -> int:
    """The number of the last act that was seen to, 0 for none."""
    return session.of_tab(_Done).numbers.get(key, 0)


def _told(key: str, kind: type[Told]) -> list[Told]:
    state: Mapping[str, Any] = session.value(key) or {}
    told = state.get("acts")
    try:
        return [_reader(kind).validate_python(one) for one in told] if isinstance(told, list) else []
    except ValidationError:
        return []


@cache
def _reader(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)
