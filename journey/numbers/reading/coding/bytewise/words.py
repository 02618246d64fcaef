"""ByteCells as words: eight bytes from any place of a piece as one number, and keyed hashes of cells."""

import os
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from journey.numbers.reading.coding.bytewise.pieces import ByteCells, NotPlain, Places

Eights = NDArray[np.uint64]

_BYTES = np.array([(1 << 8 * count) - 1 for count in range(8)] + [(1 << 64) - 1], np.uint64)
"""The first bytes of a word, by their number."""
_WORD, _SHIFT = 8, np.uint64(32)
_LONGEST = 4_096
"""Bytes of a cell; a longer one would take a turn for every eight of them."""


def words_at(letters: NDArray[np.uint8], places: Places) -> Eights:
    """The eight bytes from each place on, the first one lowest."""
    aligned = letters.view("<u8")
    at = places >> 3
    shift = ((places & 7) << 3).view(np.uint64)
    found = aligned.take(at) >> shift
    at += 1
    found |= aligned.take(at) << (np.uint64(64) - shift)  # NumPy shifts by 64 to 0
    return found


def first_words(cells: ByteCells) -> Eights:
    """The first eight bytes of cells, zeros where they are shorter."""
    return words_at(cells.letters, cells.start) & _BYTES.take(np.minimum(cells.length, 8))


def _random() -> np.uint64:
    return np.uint64(int.from_bytes(os.urandom(8)))


@dataclass(frozen=True)
class Hashing:
    """Hashes with a random key: 64 bits, never equal for two cells of eight bytes or less."""

    key: np.uint64 = field(default_factory=_random)
    factors: tuple[np.uint64, np.uint64] = field(
        default_factory=lambda: (_random() | np.uint64(1), _random() | np.uint64(1))
    )

    def of_cells(self, cells: ByteCells) -> tuple[Eights, Eights]:
        """The hashes of cells, and their first words. NotPlain where a cell is longer than ids and names are."""
        if cells.length.max(initial=0) > _LONGEST:
            raise NotPlain
        first = first_words(cells)
        found = self._mixed(first ^ self.key)
        rows = np.arange(len(found))
        while len(longer := np.flatnonzero(cells.length > _WORD)):
            if len(longer) < len(rows):
                rows, cells = rows[longer], cells.some(longer)
            cells = cells.behind(_WORD)
            if len(rows) == len(found):
                found = self._mixed(found ^ first_words(cells))
            else:
                found[rows] = self._mixed(found[rows] ^ first_words(cells))
        return found, first

    def _mixed(self, words: Eights) -> Eights:
        """Each word as another one; no two become the same."""
        for factor in self.factors:
            words ^= words >> _SHIFT
            words *= factor
        words ^= words >> _SHIFT
        return words
