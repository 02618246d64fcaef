"""What is worked out of the open workshop, once a version, for everybody who looks at it."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import CancelledError, Future
from typing import Any, TypeVar

from ui.state import session

Made = TypeVar("Made")

_MOST = 100


def kept(name: str, shown: tuple[Hashable, ...], build: Callable[[], Made]) -> Made:
    """What `build` makes of the open workshop, made once for each of its versions, for everybody who looks at it.
    `shown` holds everything else that it depends on (filters, language, theme), as plain values."""
    opened = session.current().opened
    version = (opened.workshop.frame.id, opened.sequence) if opened else ()
    made: Made = _SHELF.take((name, *version, *shown), build)
    return made


def made_of(name: str, given: tuple[Hashable, ...], build: Callable[[], Made]) -> Made:
    """What `build` makes of the values in `given` alone, whatever else changes in a workshop: made once for all who ask."""
    made: Made = _SHELF.take((name, given), build)
    return made


class Shelf:
    """The things that were asked for last, each under its key. Of several who ask at once for the same thing, one makes
    it and the others wait for it; where that one fails or its run is cut off, the next one tries. Streamlit's own cache
    does the same, but takes longer to find a thing than many of them take to be made."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._held: OrderedDict[Hashable, Future[Any]] = OrderedDict()
        self._turn = threading.Lock()

    def take(self, key: Hashable, build: Callable[[], Any]) -> Any:
        """The thing under this key, made by `build` where it is not there."""
        while True:
            mine: Future[Any] = Future()
            with self._turn:
                held = self._held.setdefault(key, mine)
                self._held.move_to_end(key)
                while len(self._held) > self._most:
                    self._held.popitem(last=False)
            if held is mine:
                return self._make(key, mine, build)
            try:
                return held.result()
            except CancelledError:
                continue

    def _make(self, key: Hashable, mine: Future[Any], build: Callable[[], Any]) -> Any:
        try:
            made = build()
        except BaseException:
            with self._turn:
                if self._held.get(key) is mine:
                    del self._held[key]
            mine.cancel()
            raise
        mine.set_result(made)
        return made


_SHELF = Shelf(_MOST)
