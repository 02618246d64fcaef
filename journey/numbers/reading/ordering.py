"""Sorting events by case and time: 64-bit integers that carry their own place, because sorting those is fastest."""

import numpy as np
from numpy.typing import NDArray

Order = NDArray[np.int64]


def in_order(key: NDArray[np.uint64], time: NDArray[np.int64]) -> tuple[Order, NDArray[np.int32]]:
    """The order of events by case, time and place, and each event's case in that order, from 0. Equal keys are one case;
    cases are numbered by their keys, so their numbers say nothing about the file."""
    if not len(key):
        return np.empty(0, np.int64), np.empty(0, np.int32)
    order = _by_key(key)
    sorted_key = key[order]
    case = np.empty(len(key), np.int32)
    case[0] = 0
    np.cumsum(sorted_key[1:] != sorted_key[:-1], dtype=np.int32, out=case[1:])
    if not _ascends(time):
        _order_times(order, case, time[order])
    return order, case


def _by_key(key: NDArray[np.uint64]) -> Order:
    """Stable order by key: the key's upper bits and the place are sorted as one number. Different keys with equal upper
    bits then stand mixed; these few are sorted again."""
    bits = np.uint64(max((len(key) - 1).bit_length(), 1))
    low = (np.uint64(1) << bits) - np.uint64(1)
    packed = key & ~low
    packed |= np.arange(len(key), dtype=np.uint64)
    packed.sort()
    packed_high = packed & ~low
    order: Order = (packed & low).astype(np.int64)
    sorted_key = key[order]
    group_ends = packed_high[1:] != packed_high[:-1]
    mixed = ~group_ends & (sorted_key[1:] != sorted_key[:-1])
    if mixed.any():
        group = np.zeros(len(key), np.int64)
        np.cumsum(group_ends, out=group[1:])
        rows = np.flatnonzero(np.isin(group, group[1:][mixed]))
        order[rows] = order[rows[np.lexsort((order[rows], sorted_key[rows], group[rows]))]]
    return order


def _ascends(time: NDArray[np.int64]) -> bool:
    return bool(np.all(time[1:] >= time[:-1]))


def _order_times(order: Order, case: NDArray[np.int32], time: NDArray[np.int64]) -> None:
    """Sort the times within the cases that need it, in place; `time` stands in the given order."""
    falls = np.flatnonzero((case[1:] == case[:-1]) & (time[1:] < time[:-1]))
    if not len(falls):
        return
    needy = np.zeros(int(case[-1]) + 1, bool)
    needy[case[falls]] = True
    rows = np.flatnonzero(needy[case])
    order[rows] = order[rows[_stable(case[rows], time[rows])]]


def _stable(case: NDArray[np.int32], time: NDArray[np.int64]) -> Order:
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
    order: Order | None = None
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
