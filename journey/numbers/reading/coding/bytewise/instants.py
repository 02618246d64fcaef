"""Times from the bytes of cells: the layouts that most files write, as microseconds since 1970."""

import numpy as np
from numpy.typing import NDArray

from journey.numbers.reading.coding.bytewise.digits import fits, number, pair, pairs, whole_numbers
from journey.numbers.reading.coding.bytewise.pieces import ByteCells, Places
from journey.numbers.reading.coding.bytewise.words import Eights, words_at
from journey.numbers.reading.plan import TimeFormat

_SECOND = 1_000_000
_UNITS = {
    TimeFormat.EPOCH_SECONDS: _SECOND,
    TimeFormat.EPOCH_MILLISECONDS: 1_000,
    TimeFormat.EPOCH_MICROSECONDS: 1,
}
_DATES = {
    TimeFormat.ISO: ("0000-00-", "-00"),
    TimeFormat.DAY_FIRST: ("00{m}00{m}00", "{m}0000"),
    TimeFormat.MONTH_FIRST: ("00{m}00{m}00", "{m}0000"),
}
READ = frozenset({*_UNITS, *_DATES})
"""The formats that are read here at all."""

_OFFSETS = tuple(f"{between}{sign}00{mark}00" for between in ("", " ") for sign in "+-" for mark in ("", ":"))

_MONTHS = np.arange(np.datetime64("1000-01"), np.datetime64("10000-01"))
_BEGINS = _MONTHS.astype("datetime64[D]").astype(np.int64)
"""The day, from 1970 on, on which each month since the year 1000 begins."""
_DAYS = np.diff(np.append(_BEGINS, np.datetime64("10000-01-01").astype(np.int64)))
_THREE_LETTERS, _FIVE_LETTERS = np.uint64((1 << 24) - 1), np.uint64((1 << 40) - 1)
_FEW_DAYS = 4
"""Where at most one of so many cells has another day than the one before, they are read together."""


def instants(cells: ByteCells, form: str) -> tuple[Places, NDArray[np.bool_]]:
    """The microseconds of cells in a format of READ, and which cells were read."""
    if form in _UNITS:
        counted, good = whole_numbers(cells)
        good &= counted < 1 << 52
        unit = _UNITS[TimeFormat(form)]
        good &= counted < (1 << 62) // unit
        return counted * unit, good
    letters, start, length, _ = cells
    days, good = _days(letters, start, TimeFormat(form))
    good &= (length == 10) | (length == 16) | (length >= 19)
    if (length == 10).all():
        return days * (86_400 * _SECOND), good
    clock, fine = _clock(cells.behind(11))
    good &= (length == 10) | fine & _is_parted(letters[start + 10])
    return days * (86_400 * _SECOND) + np.where(length == 10, 0, clock), good


def _is_parted(letter: NDArray[np.uint8]) -> NDArray[np.bool_]:
    found: NDArray[np.bool_] = (letter == ord(" ")) | (letter == ord("T"))
    return found


def _days(letters: NDArray[np.uint8], start: Places, form: TimeFormat) -> tuple[Places, NDArray[np.bool_]]:
    """The day of cells and which cells begin with one. Days in a row that are the same are read once."""
    front, back = words_at(letters, start), words_at(letters, start + (7 if form == TimeFormat.ISO else 5))
    back &= _THREE_LETTERS if form == TimeFormat.ISO else _FIVE_LETTERS
    begins = np.append(True, (front[1:] != front[:-1]) | (back[1:] != back[:-1]))
    at = np.flatnonzero(begins)
    if len(at) > len(begins) // _FEW_DAYS:
        return _each_day(front, back, form)
    days, good = _each_day(front[at], back[at], form)
    times = np.diff(np.append(at, len(begins)))
    return days.repeat(times), good.repeat(times)


def _each_day(front: Eights, back: Eights, form: TimeFormat) -> tuple[Places, NDArray[np.bool_]]:
    good = np.zeros(len(front), bool)
    for mark in "-" if form == TimeFormat.ISO else "./-":
        first, last = (each.format(m=mark) for each in _DATES[form])
        good |= fits(front, first) & fits(back, last)
    if form == TimeFormat.ISO:
        head, tail = pairs(front), pairs(back)
        year, month, day = pair(head, 0) * 100 + pair(head, 2), pair(head, 5), pair(tail, 1)
    else:
        places = (3, 0) if form == TimeFormat.DAY_FIRST else (0, 3)
        head, tail = pairs(front), pairs(back)
        year, month, day = pair(tail, 1) * 100 + pair(tail, 3), pair(head, places[0]), pair(head, places[1])
    good &= (year >= 1000) & (month >= 1) & (month <= 12)
    at = np.where(good, (year - 1000) * 12 + month - 1, 0)
    good &= (day >= 1) & (day <= _DAYS.take(at))
    return _BEGINS.take(at) + day - 1, good


def _clock(cells: ByteCells) -> tuple[Places, NDArray[np.bool_]]:
    """Microseconds since midnight of 14:05 and 14:05:09, the latter also with .123, .123456, a Z or an offset behind."""
    letters, start, length, _ = cells
    words = words_at(letters, start)
    whole = length >= len("00:00:00")
    good = fits(words, "00:00:00") | ~whole & fits(words, "00:00") & (length == len("00:00"))
    of_clock = pairs(words)
    hour, minute, second = pair(of_clock, 0), pair(of_clock, 3), pair(of_clock, 6)
    second = np.where(whole, second, 0)
    good &= (hour < 24) & (minute < 60) & (second < 60)
    found = (hour * 3600 + minute * 60 + second) * _SECOND
    longer = np.flatnonzero(length > len("00:00:00"))
    if len(longer):
        fraction, fine = _fraction(words_at(letters, start[longer] + 8), length[longer] - 8)
        found[longer] += fraction
        good[longer] &= fine
    return found, good


def _fraction(words: Eights, length: Places) -> tuple[Places, NDArray[np.bool_]]:
    """Microseconds of what stands behind the seconds; of an offset those that it is ahead, below zero."""
    good = (length == 1) & fits(words, "Z")
    found = np.zeros(len(words), np.int64)
    for form, digits in ((".000", 3), (".000Z", 3), (".000000", 6), (".000000Z", 6)):
        here = (length == len(form)) & fits(words, form)
        if here.any():
            found = np.where(here, number(words, 1, digits) * 10 ** (6 - digits), found)
            good |= here
    for form in _OFFSETS:
        here = (length == len(form)) & fits(words, form)
        if here.any():
            of_offset = pairs(words)
            hour, minute = pair(of_offset, form.index("0")), pair(of_offset, len(form) - 2)
            ahead = (hour * 3600 + minute * 60) * _SECOND
            found = np.where(here, -ahead if "+" in form else ahead, found)
            good |= here & (hour < 16) & (minute < 60)
    return found, good
