"""What a tab holds of the open workshop's numbers between two runs. Nothing of it is saved."""

from collections.abc import Hashable
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from ui.state import kept_logs, session

if TYPE_CHECKING:
    from journey.numbers.log.funnel_query import FunnelQuery
    from journey.numbers.log_source import LogSource
    from journey.numbers.read_log import ReadLog
    from journey.numbers.reading import LogPlan, Preview, ReadingJob
    from journey.numbers.reading_again import ReadChoices


@dataclass
class LogState:
    """How far the tab is with an event log: a chosen `file`, its `preview`, the `job` that reads it, the log as a `source`
    of answers, and why there is none. `file` is a private copy of the upload until the log has been read or forgotten, or a
    file of the operator's folder; `query` is what the funnel was asked last, `answers` what was worked out. `known` is the
    log of the workshop that it is read like, `choices` what is remembered of that. `gone`: the name of a log that was read and is
    kept no longer, of which `choices` are left. `further`: how the file is read once more, as `by_customer`: of orders that
    the log follows, whose they are."""

    name: str = ""
    file: Path | None = None
    folder: "TemporaryDirectory[str] | None" = None
    preview: "Preview | None" = None
    job: "ReadingJob | None" = None
    source: "LogSource | None" = None
    further: "LogPlan | None" = None
    by_customer: "ReadLog | None" = None
    error: str = ""
    query: "FunnelQuery | None" = None
    known: str = ""
    gone: str = ""
    choices: "ReadChoices | None" = None
    answers: dict[Hashable, Any] = field(default_factory=dict)


@dataclass
class Logs:
    """The logs of the workshops that were open in this tab: reading one may take minutes, so it is still there when
    somebody comes back from another workshop."""

    by_workshop: dict[str, LogState] = field(default_factory=dict)


@dataclass
class _Tables:
    by_name: dict[str, Any] = field(default_factory=dict)


@dataclass
class _Periods:
    added: list[str] = field(default_factory=list)


@dataclass
class _Guesses:
    revealed: bool = False


def log_state() -> LogState:
    """The event log of this tab and workshop; a tab that is new has what its browser had before the page was loaded anew."""
    logs, workshop = session.of_tab(Logs).by_workshop, session.workshop().frame.id
    if workshop not in logs:
        logs[workshop] = _brought_back()
    return logs[workshop]


def _brought_back() -> LogState:
    found = kept_logs.kept()
    if found is None:
        return LogState()
    if found.source is None:
        return LogState(gone=found.name, choices=found.choices)
    return LogState(
        name=found.name,
        source=found.source,
        by_customer=found.by_customer,
        known=found.known,
        choices=found.choices,
    )


def forget_log() -> None:
    """Begin anew without a log."""
    session.of_tab(Logs).by_workshop[session.workshop().frame.id] = LogState()


def tables() -> dict[str, Any]:
    """The tables of the operator's database that this tab has opened, by name."""
    return session.of_tab(_Tables).by_name


def new_periods() -> list[str]:
    """The periods that somebody named here and that have no counts yet."""
    return session.of_workshop(_Periods).added


def are_guesses_revealed() -> bool:
    """Whether the blind estimate is over here."""
    return session.of_workshop(_Guesses).revealed


def reveal_guesses(revealed: bool) -> None:
    """End the blind estimate, or let it go on."""
    session.of_workshop(_Guesses).revealed = revealed
