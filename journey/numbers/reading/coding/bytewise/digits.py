"""Numbers from the bytes of cells: patterns of digits, whole numbers, and amounts."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from journey.numbers.reading.coding.bytewise.pieces import ByteCells, Places
from journey.numbers.reading.coding.bytewise.words import Eights, first_words, words_at

_LOW, _SIXES = np.uint64(0x0F0F0F0F0F0F0F0F), np.uint64(0x0606060606060606)
_HIGH, _ZEROS = np.uint64(0xF0F0F0F0F0F0F0F0), np.uint64(0x3030303030303030)
_EIGHT = 8
_TENS = np.array([10**power for power in range(_EIGHT + 1)], np.uint64)


@cache
def _pattern(form: str) -> tuple[np.uint64, ...]:
    """Of a form like "0000-00-": the places of marks and the marks, those of digits, what their upper halves are, and what makes
    more than nine overflow into them. A "?" may be anything."""
    marks = bytes(0 if letter in "0?" else 255 for letter in form.ljust(_EIGHT, "?"))
    kept = bytes(mask & ord(letter) for mask, letter in zip(marks, form.ljust(_EIGHT, "?"), strict=True))
    digits = bytes(255 if letter == "0" else 0 for letter in form.ljust(_EIGHT, "?"))
    numbers = [np.uint64(int.from_bytes(each, "little")) for each in (marks, kept, digits)]
    return (*numbers, numbers[2] & _HIGH, numbers[2] & _ZEROS, numbers[2] & _SIXES)


def fits(words: Eights, form: str) -> NDArray[np.bool_]:
    """Which words are like a form: "0" is a digit, "?" anything, all else itself."""
    marks, kept, _, high, zeros, sixes = _pattern(form)
    good: NDArray[np.bool_] = (words & (marks | high)) == (kept | zeros)
    good &= ((words + sixes) & high) == zeros
    return good


def pairs(words: Eights) -> Eights:
    """At each place the number that the digit there and the next one write."""
    digits = words & _LOW
    return digits * np.uint64(10) + (digits >> np.uint64(8))


def pair(found: Eights, place: int) -> NDArray[np.int64]:
    """The number of `pairs` at a place."""
    return ((found >> np.uint64(8 * place)) & np.uint64(255)).view(np.int64)


def number(words: Eights, place: int, digits: int) -> NDArray[np.int64]:
    """The number that some digits from a place on write."""
    found = np.zeros(len(words), np.uint64)
    for at in range(place, place + digits):
        found *= np.uint64(10)
        found += (words >> np.uint64(8 * at)) & np.uint64(15)
    return found.view(np.int64)


def _eight(words: Eights) -> Eights:
    """The number that eight digits write, in three steps: pairs, fours, all."""
    words = (words & _LOW) * np.uint64(2561) >> np.uint64(8)
    words = (words & np.uint64(0x00FF00FF00FF00FF)) * np.uint64(6553601) >> np.uint64(16)
    return (words & np.uint64(0x0000FFFF0000FFFF)) * np.uint64(42949672960001) >> np.uint64(32)


def whole_numbers(cells: ByteCells) -> tuple[Places, NDArray[np.bool_]]:
    """ByteCells of eight to sixteen digits as numbers, and which cells are such."""
    length, last_eight = cells.length, np.maximum(cells.start + cells.length - _EIGHT, 0)
    good = (length >= _EIGHT) & (length <= 2 * _EIGHT)
    first, last = words_at(cells.letters, cells.start), words_at(cells.letters, last_eight)
    good &= fits(first, "0" * _EIGHT) & fits(last, "0" * _EIGHT)
    over = _TENS.take(np.clip(2 * _EIGHT - length, 0, _EIGHT))
    found = _eight(first) // over * np.uint64(10**_EIGHT) + _eight(last)
    return found.view(np.int64), good


def amounts(cells: ByteCells, decimal: str) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """ByteCells of at most eight letters that are digits, at most one mark between two of them, and perhaps a minus in front, and which
    cells are such. A whole number divided by a power of ten is the number that the digits write, to the last bit."""
    words, length = first_words(cells), cells.length
    is_minus = (words & np.uint64(255)) == ord("-")
    digits = np.zeros(len(words), np.int64)
    behind = np.zeros(len(words), np.int64)
    marked = np.zeros(len(words), bool)
    good = (length > is_minus) & (length <= _EIGHT)
    is_last_digit = np.zeros(len(words), bool)
    for at in range(int(min(length.max(initial=0), _EIGHT))):
        letter = (words >> np.uint64(8 * at) & np.uint64(255)).view(np.int64)
        there = length > at
        digit = letter - ord("0")
        is_digit = (digit >= 0) & (digit <= 9)
        is_mark = (letter == ord(decimal)) & ~marked & is_last_digit
        good &= ~there | is_digit | is_mark | (is_minus if at == 0 else False)
        digits = np.where(is_digit, digits * 10 + digit, digits)
        behind += is_digit & marked
        marked |= is_mark
        is_last_digit = np.where(there, is_digit, is_last_digit)
    good &= is_last_digit
    return np.where(is_minus, -digits, digits) / 10.0**behind, good
