"""What a tab holds of the open workshop's numbers between two runs, under keys that nobody else knows. Nothing of it is
saved."""

from collections.abc import Hashable
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from ui import session

if TYPE_CHECKING:
    from journey.numbers.log.funnel_query import FunnelQuery
    from journey.numbers.log_source import LogSource
    from journey.numbers.reading import Preview, ReadingJob


@dataclass
class LogState:
    """How far the tab is with an event log: a chosen `file`, its `preview`, the `job` that reads it, the log as a `source`
    of answers, and why there is none. `file` is a private copy of the upload until the log has been read or forgotten, or a
    file of the operator's folder; `query` is what the funnel was asked last, `answers` what was worked out."""

    name: str = ""
    file: Path | None = None
    folder: "TemporaryDirectory[str] | None" = None
    preview: "Preview | None" = None
    job: "ReadingJob | None" = None
    source: "LogSource | None" = None
    error: str = ""
    query: "FunnelQuery | None" = None
    answers: dict[Hashable, Any] = field(default_factory=dict)


def log_state() -> LogState:
    """The event log of this tab and workshop."""
    found: LogState = session.current().shelf.setdefault(_key("event-log"), LogState())
    return found


def forget_log() -> None:
    """Begin anew without a log."""
    session.current().shelf[_key("event-log")] = LogState()


def tables() -> dict[str, Any]:
    """The tables of the operator's database that this tab has opened, by name."""
    found: dict[str, Any] = session.current().shelf.setdefault("database-tables", {})
    return found


def new_periods() -> list[str]:
    """The periods that somebody named here and that have no counts yet."""
    found: list[str] = session.current().shelf.setdefault(_key("new-periods"), [])
    return found


def are_guesses_revealed() -> bool:
    """Whether the blind estimate is over here."""
    return bool(session.current().shelf.get(_key("guesses-revealed")))


def reveal_guesses(revealed: bool) -> None:
    """End the blind estimate, or let it go on."""
    session.current().shelf[_key("guesses-revealed")] = revealed


def _key(name: str) -> str:
    return f"{name}:{session.workshop().frame.id}"
