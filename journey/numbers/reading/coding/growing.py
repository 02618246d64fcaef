"""Arrays that grow while batches come in: each number is copied once, and no batch is kept."""

from typing import Any

import numpy as np
from numpy.typing import NDArray


class Growing:
    """An array of unknown length. `expected` is about how long it becomes."""

    def __init__(self, kind: Any, expected: int) -> None:
        self._array: NDArray[Any] = np.empty(max(expected, 1_024), kind)
        self._length = 0

    def add(self, more: NDArray[Any]) -> None:
        """Put values behind those that are there. Integers that are too large for the array widen it."""
        end = self._length + len(more)
        if end > len(self._array):
            grown = np.empty(max(end, len(self._array) * 3 // 2), self._array.dtype)
            grown[: self._length] = self._array[: self._length]
            self._array = grown
        self._array[self._length : end] = more
        self._length = end

    def widen(self, kind: Any) -> None:
        """Hold another kind of number from now on."""
        if self._array.dtype != kind:
            self._array = self._array.astype(kind)

    def hold(self, kind: Any) -> None:
        """Hold numbers of a kind that may be larger."""
        if np.dtype(kind).itemsize > self._array.itemsize:
            self.widen(kind)

    def array(self) -> NDArray[Any]:
        """What has been added."""
        return self._array[: self._length]
