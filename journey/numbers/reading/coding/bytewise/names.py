"""Names and case ids by the hashes of their cells: a text is only made of a name that is new."""

from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from journey.numbers.log.coded import NO_CODE, Codes
from journey.numbers.reading.coding.bytewise.cells import CellTexts
from journey.numbers.reading.coding.bytewise.pieces import ByteCells
from journey.numbers.reading.coding.bytewise.words import Eights, Hashing
from journey.numbers.reading.coding.scan import ColumnNames
from journey.numbers.reading.files.source import NOTHING

_SPACES, _HARD_SPACE = " \t\r\n\u00a0", 0xA0
_BEFORE_HARD_SPACE = 0xC2
_UPPER, _FEW = np.uint64(48), 1_000
_MOST_SHORT = 32_000
"""Codes of fewer names fit into 16 bits."""


class _Known:
    """Codes by hashes. Of few ones the upper bits of the hash say where it stands, unless two share them."""

    def __init__(self, hashes: Eights, codes: Codes) -> None:
        order = np.argsort(hashes)
        kind = np.int16 if len(hashes) < _MOST_SHORT else np.int32
        self._hashes = hashes[order]
        self._codes: Codes = codes[order].astype(kind)
        upper = self._hashes >> _UPPER
        self._places: NDArray[np.int16] | None = None
        if len(hashes) < _FEW and (upper[1:] != upper[:-1]).all():
            self._places = np.zeros(1 << 16, np.int16)
            self._places[upper] = np.arange(len(hashes))

    def codes_of(self, hashes: Eights) -> tuple[Codes, NDArray[np.bool_]]:
        """The codes of hashes, and which of these are not known."""
        at = self._at(hashes)
        return self._codes.take(at), self._hashes.take(at) != hashes

    def _at(self, hashes: Eights) -> NDArray[Any]:
        if self._places is not None:
            return self._places.take(hashes >> _UPPER)
        return np.minimum(np.searchsorted(self._hashes, hashes), len(self._hashes) - 1)

    def and_more(self, hashes: Eights, codes: Codes) -> "_Known":
        """These and more."""
        return _Known(np.append(self._hashes, hashes), np.append(self._codes, codes))


class NameCodes:
    """The codes of a column's names. Pieces may be coded at the same time."""

    def __init__(self, names: ColumnNames, hashing: Hashing, texts: CellTexts) -> None:
        self._names, self._hashing, self._texts = names, hashing, texts
        self._known = _Known(np.zeros(1, np.uint64), np.full(1, NO_CODE, np.int32))
        self._lock = Lock()

    def codes(self, cells: ByteCells) -> Codes:
        """The code of each cell, NO_CODE for nothing."""
        hashes, _ = self._hashing.of_cells(cells)
        codes, is_new = self._known.codes_of(hashes)
        if is_new.any():
            new = np.flatnonzero(is_new)
            _, first = np.unique(hashes[new], return_index=True)
            with self._lock:
                self._learn(cells.some(new[first]), hashes[new[first]])
            codes, _ = self._known.codes_of(hashes)
        return codes

    def _learn(self, cells: ByteCells, hashes: Eights) -> None:
        still = np.flatnonzero(self._known.codes_of(hashes)[1])
        texts = self._texts.of(cells.some(still))
        codes = [NO_CODE if text in NOTHING else self._names.code(text) for text in texts]
        self._known = self._known.and_more(hashes[still], np.array(codes, np.int32))


def keys(cells: ByteCells, hashing: Hashing, texts: CellTexts) -> Eights:
    """A hash of each cell without spaces around it, 0 for nothing."""
    found, first = hashing.of_cells(cells)
    found[texts.is_nothing(cells)] = 0
    head = (first & np.uint64(255)).astype(np.uint8)
    last = cells.letters.take(cells.start + np.maximum(cells.length, 1) - 1)
    odd = (head <= ord(" ")) | (last <= ord(" ")) | (last == _HARD_SPACE)
    odd |= (head == _HARD_SPACE) | (head == _BEFORE_HARD_SPACE)
    odd &= found != 0
    if odd.any():
        rows = np.flatnonzero(odd)
        found[rows] = _of_texts([_trimmed(text) for text in texts.of(cells.some(rows))], hashing, texts)
    return found


def _trimmed(text: str) -> str:
    is_odd = text < "!" or text.endswith((" ", "\t", "\u00a0")) or text.startswith("\u00a0")
    return text.strip(_SPACES) if is_odd else text


def _of_texts(ids: list[str], hashing: Hashing, texts: CellTexts) -> Eights:
    cells = [texts.bytes_of(text) for text in ids]
    length = np.array([len(cell) for cell in cells], np.int64)
    together = b"".join(cells)
    letters = np.frombuffer(together + bytes(32 - len(together) % 8), np.uint8)
    found, _ = hashing.of_cells(ByteCells(letters, np.cumsum(length) - length, length))
    found[length == 0] = 0
    return found
