"""Variants: the different sequences in which cases go through the journey, exactly, without a hash."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from journey.numbers.log.grouped import MICROSECONDS, grouped
from journey.numbers.log.trail import Trail, collapsed

_WORD = 63
"""Bits of a whole number above zero."""

Words = NDArray[np.int64]


@dataclass(frozen=True)
class Variant:
    """A sequence of labels with the `cases` that took it, their `share` of all cases of the trail, and the median time
    from a case's first event to its last."""

    sequence: tuple[str, ...]
    cases: int
    share: float
    median_seconds: float


@dataclass(frozen=True)
class Variants:
    """The most frequent variants of `cases` cases; `different`: how many variants there are in all."""

    most: tuple[Variant, ...]
    different: int
    cases: int


def variants(trail: Trail, most: int = 20, *, repeats: bool = False) -> Variants:
    """The `most` frequent variants of a trail (usually of phases). A case's sequence are its labels in order, with
    repeats of one label in a row as one unless `repeats` is set. Sequences are compared whole. Ties: the variant that
    comes first in the order of the labels (over its first labels, as many as fit into one word), then the shorter.
    Source: W. M. P. van der Aalst (2016), Process Mining: Data Science in Action, 2nd ed. (trace variants)."""
    runs = trail if repeats else collapsed(trail)
    variant, opening = _numbered(runs)
    durations = grouped(variant, trail.time[trail.ends] - trail.time[trail.starts])
    example = np.zeros(len(durations.keys), np.int64)
    example[variant[::-1]] = np.arange(len(variant))[::-1]
    lengths = np.diff(np.append(runs.starts, len(runs.case)))[example]
    order = np.lexsort((lengths, opening[example], -durations.sizes))[:most]
    found = []
    for place in order.tolist():
        start = int(runs.starts[example[place]])
        labels = runs.label[start : start + int(lengths[place])]
        cases = int(durations.sizes[place])
        seconds = float(durations.medians[place]) / MICROSECONDS
        found.append(Variant(tuple(runs.labels[code] for code in labels), cases, cases / trail.cases, seconds))
    return Variants(tuple(found), len(durations.keys), trail.cases)


def _numbered(runs: Trail) -> tuple[Words, Words]:
    """For each case the number of its variant (from 0, without gaps) and the first word of its sequence.

    A sequence is packed into words of several labels. Words are told apart one after the other: the pair (number so
    far, next word) becomes a new number, for those cases that have a next word. So nothing can collide, and only the
    long cases are looked at more than once."""
    case, place, word = _packed(runs)
    order = np.argsort(place, kind="stable")
    many = int(place.max(initial=0)) + 1
    bounds = np.searchsorted(place[order], np.arange(many + 1))
    opening = word[order[: bounds[1]]]
    different, number = np.unique(opening, return_inverse=True)
    fresh = len(different)
    for level in range(1, many):
        rows = order[bounds[level] : bounds[level + 1]]
        different, code = np.unique(word[rows], return_inverse=True)
        pairs, pair = np.unique(number[case[rows]] * len(different) + code, return_inverse=True)
        number[case[rows]] = fresh + pair
        fresh += len(pairs)
    return np.unique(number, return_inverse=True)[1], opening


def _packed(runs: Trail) -> tuple[Words, Words, Words]:
    """The words of all cases: whose case (its place among the trail's cases), which of its words, and the word."""
    bits = len(runs.labels).bit_length()
    room = _WORD // bits if bits else 1
    lengths = np.diff(np.append(runs.starts, len(runs.case)))
    owner = np.repeat(np.arange(len(lengths)), lengths)
    place = np.arange(len(runs.case)) - np.repeat(runs.starts, lengths)
    first = np.flatnonzero(place % room == 0)
    shifted = (runs.label.astype(np.int64) + 1) << (bits * (room - 1 - place % room))
    words = np.add.reduceat(shifted, first) if len(first) else shifted
    return owner[first], place[first] // room, words
