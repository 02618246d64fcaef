"""Marks of a picture that are dragged to another cell of its ground (see dragging.js): the ground is the mark whose values have a
`ground`, and as many cells wide as high."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from ui.kit import acts, mounting

_MOUNT = mounting.component("journey_dragging", Path(__file__).with_name("dragging.js"))


@dataclass(frozen=True)
class Dropped:
    """A mark, by its `id`, that was let go in a cell: its column and row, from 0 and the upper left corner."""

    id: str
    column: int
    row: int
    number: int = 0


_DROPS = TypeAdapter(list[Dropped])


def unheard(stage: str) -> Iterator[Dropped]:
    """What was dragged in the container with this key and not seen to yet, in its order."""
    return acts.unheard(_key(stage), _DROPS, "drops")


def listen(stage: str, at: str, cells: int, hear: Callable[[], None]) -> None:
    """Let the marks with this `at` be dragged, over a ground of so many cells a side."""
    key = _key(stage)
    data = {"stage": f"st-key-{stage}", "at": at, "cells": cells, "heard": acts.heard(key)}
    _MOUNT(key=key, data=data, on_drops_change=hear)


def _key(stage: str) -> str:
    return f"dragging-{stage}"
