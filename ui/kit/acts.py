"""What people did in a component faster than the server saw to it. Each act has a number; the browser tells an act again with
what comes next, until the server says up to which it has seen to them (see stage.js, score_keys.js)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from pydantic import TypeAdapter, ValidationError

from ui.state import session


class Numbered(Protocol):
    """An act that the browser has given a number, greater than that of the one before."""

    @property
    def number(self) -> int: ...


Told = TypeVar("Told", bound=Numbered)


@dataclass
class _Done:
    """The number of the last act that was seen to, by the component's key."""

    numbers: dict[str, int] = field(default_factory=dict)


def unheard(key: str, reader: TypeAdapter[list[Told]], name: str = "acts") -> Iterator[Told]:
    """The acts that the component with this key tells under this name and that were not seen to yet, in their order. An act
    counts as seen to when the next one is asked for. Acts that no browser of ours sends are passed over."""
    done = session.of_tab(_Done).numbers
    for one in _told(key, reader, name):
        if one.number > done.get(key, 0):
            yield one
            done[key] = one.number


def heard(key: str) -> int:
    """The number of the last act that was seen to, 0 for none."""
    return session.of_tab(_Done).numbers.get(key, 0)


def _told(key: str, reader: TypeAdapter[list[Told]], name: str) -> list[Told]:
    state: Mapping[str, Any] = session.value(key) or {}
    try:
        return reader.validate_python(state.get(name) or [])
    except ValidationError:
        return []
