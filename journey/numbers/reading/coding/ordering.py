"""Sorting events by case and time: 64-bit integers that carry their own place, because sorting those is fastest."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from journey.numbers.log.at_once import at_once

EventOrder = NDArray[np.int64]

_PIECE = 1 << 17
_ENOUGH_STEPS = 8
"""So many steps within cases must go in one direction before rows count as sorted within cases."""
_ENOUGH_FALLS = 5
"""So many falls and no rise before rows count as sorted with the latest first."""
_MIDDLE = np.uint64(1 << 63)


def in_order(key: NDArray[np.uint64], time: NDArray[np.int64]) -> tuple[EventOrder, NDArray[np.int32]]:
    """The order of events by case, time and place, and each event's case in that order, from 0. Equal keys are one case;
    cases are numbered by their keys, so their numbers say nothing about the file."""
    if not len(key):
        return np.empty(0, np.int64), np.empty(0, np.int32)
    order, begins = _by_key(key)
    case = np.cumsum(begins, dtype=np.int32)
    case -= 1
    if not _ascends(time):
        _order_times(order, case, time[order])
    return order, case


def source_order(
    order: EventOrder,
    case: NDArray[np.int32],
    time: NDArray[np.int64],
    row: NDArray[np.int64] | slice,
    *,
    columns: Sequence[NDArray[np.float64]],
    which: NDArray[np.int64] | None,
) -> tuple[EventOrder, NDArray[np.int64] | None]:
    """The order of events with those at one time in the order of their source, and the instants of the log: None where no
    two events of a case share a time, or nothing says which of them came first.

    `order`, `case`: events by case, time and place; `time`: of the events in the order of the file; `row`: their rows;
    `columns`: numbers of rows that were made to order them, the first counts most; `which`: for rows with several columns
    of dates the place of each event's column. What these leave open the rows of a file say that is sorted by time, the
    latest first or last; what nothing says happened at one instant."""
    ordered = time[order]
    tied = (case[1:] == case[:-1]) & (ordered[1:] == ordered[:-1])
    if not tied.any():
        return order, None
    keys: list[NDArray[Any]] = [column[order if isinstance(row, slice) else row[order]] for column in columns]
    is_whole = True
    if which is not None:
        keys.append(which[order])
    elif (rising := _rows_rise(order, case, ordered, time)) is not None:
        keys.append(order if rising else -order)
    elif keys:
        is_whole = False
    else:
        return order, None
    at = np.flatnonzero(np.append(tied, False) | np.insert(tied, 0, False))
    place = np.lexsort([order[at], *(key[at] for key in reversed(keys)), ordered[at], case[at]])
    order = order.copy()
    order[at] = order[at][place]
    if is_whole:
        return order, np.arange(len(order), dtype=np.int64)
    for key in keys:
        key[at] = key[at][place]
        tied &= (key[1:] == key[:-1]) | ((key[1:] != key[1:]) & (key[:-1] != key[:-1]))
    return order, np.cumsum(np.append(False, ~tied), dtype=np.int64)


def _rows_rise(
    order: EventOrder, case: NDArray[np.int32], ordered: NDArray[np.int64], time: NDArray[np.int64]
) -> bool | None:
    """Whether the rows of a file go from the earliest to the latest (or the other way), as a whole or within each case;
    None where they do neither."""
    steps = np.diff(time)
    rises, falls = int((steps > 0).sum()), int((steps < 0).sum())
    if rises and not falls:
        return True
    if falls >= _ENOUGH_FALLS and not rises:
        return False
    inside = np.flatnonzero((case[1:] == case[:-1]) & (ordered[1:] != ordered[:-1]))
    later = order[inside + 1] > order[inside]
    if len(inside) < _ENOUGH_STEPS or (later.any() and not later.all()):
        return None
    return bool(later.all())


def _by_key(key: NDArray[np.uint64]) -> tuple[EventOrder, NDArray[np.bool_]]:
    """Stable order by key, and where in it a new key begins. The smaller and the larger keys are sorted at once."""
    order, begins = np.empty(len(key), np.int64), np.empty(len(key), bool)
    fewer = int(np.count_nonzero(key < _MIDDLE))

    def sort(larger: bool) -> None:
        part = slice(fewer, None) if larger else slice(fewer)
        _sort_half(key, larger, order[part], begins[part])

    at_once(sort, (False, True), len(key))
    return order, begins


def _sort_half(key: NDArray[np.uint64], larger: bool, order: EventOrder, begins: NDArray[np.bool_]) -> None:
    """Fill `order` and `begins` for the keys on one side of the middle. The key's upper bits and the place are sorted as
    one number; where different keys have equal upper bits, these few are sorted again. A piece at a time stays in the
    cache."""
    if not len(order):
        return
    bits = max((len(key) - 1).bit_length(), 1)
    low = np.uint64((1 << bits) - 1)
    packed = np.empty(len(order), np.uint64)
    end = 0
    for start in range(0, len(key), _PIECE):
        piece = key[start : start + _PIECE]
        chosen = np.flatnonzero((piece >= _MIDDLE) == larger)
        begin, end = end, end + len(chosen)
        np.bitwise_or(piece.take(chosen) & ~low, (chosen + start).view(np.uint64), out=packed[begin:end])
    packed.sort()
    mixed: list[int] = []
    before, upper_before = ~key[int(packed[0] & low)], np.uint64(0)
    for start in range(0, len(packed), _PIECE):
        piece = packed[start : start + _PIECE]
        np.bitwise_and(piece, low, out=order[start : start + _PIECE], casting="unsafe")
        here = key.take(order[start : start + _PIECE])
        new = begins[start : start + _PIECE]
        np.not_equal(here[1:], here[:-1], out=new[1:])
        new[0] = here[0] != before
        same_upper = np.append(upper_before ^ piece[0], piece[1:] ^ piece[:-1]) <= low
        same_upper[0] &= start > 0
        mixed += (start + np.flatnonzero(new & same_upper)).tolist()
        before, upper_before = here[-1], piece[-1]
    for upper in {int(packed[place]) >> bits for place in mixed}:
        first, last = np.searchsorted(packed, np.array([upper << bits, (upper << bits) + int(low)], np.uint64), "left")
        rows = order[first : last + (last < len(packed) and int(packed[last]) >> bits == upper)]
        rows[:] = rows[np.lexsort((rows, key[rows]))]
        begins[first : first + len(rows)] = np.append(True, key[rows][1:] != key[rows][:-1])


def _ascends(time: NDArray[np.int64]) -> bool:
    return bool(np.all(time[1:] >= time[:-1]))


def _order_times(order: EventOrder, case: NDArray[np.int32], time: NDArray[np.int64]) -> None:
    """Sort the times within the cases that need it, in place; `time` stands in the given order."""
    falls = np.flatnonzero((case[1:] == case[:-1]) & (time[1:] < time[:-1]))
    if not len(falls):
        return
    needy = np.zeros(int(case[-1]) + 1, bool)
    needy[case[falls]] = True
    rows = np.flatnonzero(needy[case])
    order[rows] = order[rows[_stable(case[rows], time[rows])]]


def _stable(case: NDArray[np.int32], time: NDArray[np.int64]) -> EventOrder:
    """Stable order by case and time, a part of their bits at a time, the lowest first."""
    place = np.uint64(max((len(case) - 1).bit_length(), 1))
    low = (np.uint64(1) << place) - np.uint64(1)
    room = 64 - int(place)
    since = time - time.min()
    for unit in (60_000_000, 1_000_000, 1_000):
        if not np.any(since % unit):
            since //= unit
            break
    digits = _digits(since.astype(np.uint64), case.astype(np.uint64), room)
    order: EventOrder | None = None
    for digit in digits:
        packed = (digit if order is None else digit[order]) << place
        packed |= np.arange(len(case), dtype=np.uint64)
        packed.sort()
        step = (packed & low).astype(np.int64)
        order = step if order is None else order[step]
    assert order is not None  # noqa: S101 - there is always a digit
    return order


def _digits(time: NDArray[np.uint64], case: NDArray[np.uint64], room: int) -> list[NDArray[np.uint64]]:
    """case and time as one number, cut into pieces of `room` bits, the lowest first."""
    time_bits = np.uint64(max(int(time.max()).bit_length(), 1))
    case_bits = int(case.max()).bit_length()
    if int(time_bits) + case_bits <= room:
        return [case << time_bits | time]
    if int(time_bits) <= room:
        return [time, case]
    lower = np.uint64(room)
    upper = np.uint64(int(time_bits) - room)
    return [time & ((np.uint64(1) << lower) - np.uint64(1)), case << upper | time >> lower]
