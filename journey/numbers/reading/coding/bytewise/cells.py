"""ByteCells as texts, where their bytes are not enough, and which cells mean nothing."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from journey.numbers.reading.coding.bytewise.pieces import ByteCells
from journey.numbers.reading.coding.bytewise.words import first_words
from journey.numbers.reading.files.source import NOTHING

_LONGEST = 4
"""No cell of more bytes means nothing."""


@dataclass(frozen=True)
class CellTexts:
    """How bytes of a file are text."""

    encoding: str
    quote: str

    @cached_property
    def _nothing(self) -> NDArray[np.uint64]:
        texts = [text.encode(self.encoding) for text in NOTHING]
        return np.array([int.from_bytes(text, "little") for text in texts], np.uint64)

    def is_nothing(self, cells: ByteCells) -> NDArray[np.bool_]:
        """Which cells mean "no value"."""
        found: NDArray[np.bool_] = cells.length == 0
        short = np.flatnonzero((cells.length <= _LONGEST) & ~found)
        if len(short):
            found[short] = np.isin(first_words(cells.some(short)), self._nothing)
        return found

    def of(self, cells: ByteCells) -> list[str]:
        """The texts of cells."""
        letters, places = cells.letters, zip(cells.start.tolist(), cells.length.tolist(), strict=True)
        texts = [letters[first : first + size].tobytes().decode(self.encoding) for first, size in places]
        return [text.replace(self.quote * 2, self.quote) for text in texts] if cells.doubled else texts

    def bytes_of(self, text: str) -> bytes:
        """A text as it stands in the file, without quotes around it."""
        return text.replace(self.quote, self.quote * 2).encode(self.encoding)
