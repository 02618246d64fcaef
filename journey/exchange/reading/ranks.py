"""Ranks for rows as they stand: numbers that agree with the order stay, everything else is fitted in between."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

Ranked = tuple[str, float | None]
_HIGHEST = 1e12


def fitted(rows: Sequence[Ranked]) -> tuple[list[float], bool]:
    """A rank for each row (id, rank or None) so that sorting by rank and id keeps the rows' order, and whether rows
    that had a rank were given another one. As many ranks as possible stay."""
    kept = _longest(rows)
    moved = len(kept) < sum(rank is not None for _, rank in rows)
    ranks = _filled([rank if place in kept else None for place, (_, rank) in enumerate(rows)])
    if not _in_order(rows, ranks):
        ranks = [float(place) for place in range(1, len(rows) + 1)]
    return ranks, moved


def _longest(rows: Sequence[Ranked]) -> set[int]:
    """The places of the longest run of rows whose ranks agree with their order (patience sorting)."""
    tails: list[tuple[float, str]] = []
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for place, (entity_id, rank) in enumerate(rows):
        if rank is None:
            continue
        key = (rank, entity_id)
        pile = bisect_left(tails, key)
        before[place] = ends[pile - 1] if pile else None
        tails[pile : pile + 1] = [key]
        ends[pile : pile + 1] = [place]
    kept: set[int] = set()
    at = ends[-1] if ends else None
    while at is not None:
        kept.add(at)
        at = before[at]
    return kept


def _filled(ranks: Sequence[float | None]) -> list[float]:
    """Ranks with evenly spaced numbers where there were none."""
    filled: list[float] = []
    place = 0
    while place < len(ranks):
        rank = ranks[place]
        if rank is not None:
            filled.append(rank)
            place += 1
            continue
        end = next((i for i in range(place, len(ranks)) if ranks[i] is not None), len(ranks))
        above = ranks[end] if end < len(ranks) else None
        filled += _between(filled[-1] if filled else None, above, end - place)
        place = end
    return filled


def _between(low: float | None, high: float | None, count: int) -> list[float]:
    if low is None:
        start = (high if high is not None else count + 1.0) - count
        return [start + step for step in range(count)]
    width = (high - low) / (count + 1) if high is not None else 1.0
    return [float(f"{low + width * step:.15g}") for step in range(1, count + 1)]


def _in_order(rows: Sequence[Ranked], ranks: Sequence[float]) -> bool:
    keys = [(rank, entity_id) for (entity_id, _), rank in zip(rows, ranks, strict=True)]
    return all(one < two for one, two in pairwise(keys)) and all(abs(r) <= _HIGHEST for r in ranks)
