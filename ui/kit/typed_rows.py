"""Which of the rows that are typed below a table is which card, from one message of its editor to the next.

The editor sends these rows as a list without names (Streamlit 1.67). One that is deleted moves up all behind it, and one that
becomes complete moves them down: a row is known again by what stands in it, first by all of its cells, then by those
without which it is no card, else by its place among its neighbours.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from journey.model import new_id

RowCells = dict[str, Any]


@dataclass
class TypedRow:
    """A row typed below the table: its card, the cells as they were said last, and those that were dealt with already."""

    card: str
    cells: RowCells
    sent: RowCells = field(default_factory=dict)


def known_again(before: Sequence[TypedRow], now: Sequence[RowCells], needed: Sequence[str]) -> list[TypedRow]:
    """The rows of now. Those that were there before keep their cards, the others are new ones."""
    was = dict(
        _pairs(now, [row.cells for row in before], _all, lambda cells: _all({name: cells.get(name) for name in needed}))
    )
    rows = (
        (before[was[place]] if place in was else TypedRow(new_id(), cells), cells) for place, cells in enumerate(now)
    )
    return [TypedRow(row.card, cells, row.sent) for row, cells in rows]


def _all(cells: RowCells) -> str:
    return json.dumps(cells, sort_keys=True)


def _pairs(
    now: Sequence[RowCells], before: Sequence[RowCells], *looks: Callable[[RowCells], str]
) -> Iterator[tuple[int, int]]:
    """The places of rows that are the same: those that look the same, and what stands between them by the next look."""
    if not looks:
        yield from zip(range(len(now)), range(len(before)))  # noqa: B905 - the rest is new, or gone
        return
    look, *rest = looks
    matcher = SequenceMatcher(None, [*map(look, now)], [*map(look, before)], autojunk=False)
    for _, start, end, start_before, end_before in matcher.get_opcodes():
        between = _pairs(now[start:end], before[start_before:end_before], *rest)
        yield from ((start + place, start_before + place_before) for place, place_before in between)
