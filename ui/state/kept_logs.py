"""Logs that were read, for as long as their browser may come back: a page that is loaded anew begins a new tab, which knows
nothing of the one before. They stay in this server's memory, never on disk, by what only the browser knows (its cookie) and
by workshop; a few hours after their last use, or where memory is short, they are gone, and what is left of them is their
name and how they were read."""

import threading
import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ui.state import session

if TYPE_CHECKING:
    from journey.numbers.log_source import LogSource
    from journey.numbers.read_log import ReadLog
    from journey.numbers.reading_again import ReadChoices

HOURS = 8
MOST_BYTES = 512 << 20
"""Of all logs together."""
_MOST_NOTES = 2_000

_Key = tuple[str, str, str]


@dataclass(frozen=True)
class KeptLog:
    """A log, None where it is gone, and its orders by customer; how it is called and was read, and when it was last used (seconds of time.monotonic)."""

    name: str
    source: "LogSource | None"
    choices: "ReadChoices | None" = None
    known: str = ""
    by_customer: "ReadLog | None" = None
    size: int = 0
    used: float = field(default_factory=time.monotonic)


class LogShelf:
    """Kept logs by whoever may have them back; the longest unused go first. Safe for several threads."""

    def __init__(self, most_bytes: int = MOST_BYTES, seconds: float = HOURS * 3600) -> None:
        self._most, self._seconds = most_bytes, seconds
        self._kept: dict[_Key, KeptLog] = {}
        self._lock = threading.Lock()

    def put(self, key: _Key, log: KeptLog) -> None:
        """Keep a log; others make room."""
        with self._lock:
            self._kept.pop(key, None)
            self._kept[key] = log
            self._tidy(log.used)

    def get(self, key: _Key, now: float | None = None) -> KeptLog | None:
        """What is kept there; it counts as used."""
        now = time.monotonic() if now is None else now
        with self._lock:
            self._tidy(now)
            found = self._kept.pop(key, None)
            if found is not None:
                self._kept[key] = replace(found, used=now)
            return found

    def drop(self, key: _Key) -> None:
        """Nothing is kept there any more."""
        with self._lock:
            self._kept.pop(key, None)

    def _tidy(self, now: float) -> None:
        """Take away what is too old, and the logs of the longest unused until the others fit."""
        old = [key for key, log in self._kept.items() if now - log.used > self._seconds]
        for key in (*old, *list(self._kept)[: max(len(self._kept) - _MOST_NOTES, 0)]):
            self._kept.pop(key, None)
        total = sum(log.size for log in self._kept.values())
        for key, log in list(self._kept.items()):
            if total <= self._most:
                break
            total -= log.size
            self._kept[key] = replace(log, source=None, by_customer=None, size=0)


_SHELF = LogShelf()


def keep(log: KeptLog) -> None:
    """Keep a log that was read for this browser and the open workshop. One that stays in its database, and one of a browser
    that keeps no cookie, is not kept."""
    key = _key()
    if key is not None and log.source is not None and log.source.coded is not None:
        _SHELF.put(key, replace(log, size=_bytes(log.source) + (_bytes(log.by_customer) if log.by_customer else 0)))


def _bytes(source: "LogSource") -> int:
    log = source.coded
    if log is None:
        return 0
    arrays = (log.case, log.time, log.activity.codes, log.pseudonyms, log.instant, *log.amounts.values())
    return sum(0 if one is None else one.nbytes for one in arrays) + sum(
        one.codes.nbytes for one in log.attributes.values()
    )


def kept() -> KeptLog | None:
    """What is kept for this browser and the open workshop."""
    key = _key()
    return _SHELF.get(key) if key else None


def drop() -> None:
    """Nothing of it any more, at once."""
    if key := _key():
        _SHELF.drop(key)


def _key() -> _Key | None:
    tab = session.current()
    return (tab.cookie, tab.browser, session.workshop().frame.id) if tab.cookie else None
