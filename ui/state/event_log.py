"""The event log of this tab: where it comes from, what it can be asked, and the answers that it gave. Nothing of it is
saved; what the team wants to keep goes into the workshop as matches and counts."""

from collections.abc import Callable, Hashable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeVar

from journey.model import Phase
from ui.state import kept_logs, session
from ui.state.numbers_state import forget_log, log_state

if TYPE_CHECKING:
    from journey.numbers import Funnel
    from journey.numbers.log.coded import CodedLog, PhasedLog
    from journey.numbers.log.funnel_query import FunnelQuery
    from journey.numbers.log.tally import Tally
    from journey.numbers.log_source import LogSource, PhaseView
    from journey.numbers.matching import Matching
    from journey.numbers.read_log import ReadLog
    from journey.numbers.reading_again import ReadChoices

Result = TypeVar("Result")


def use_upload(name: str, content: bytes) -> None:
    """Take an uploaded file; what was here before is forgotten. The name is only ever shown, never a path."""
    before = log_state()
    remembered = before.choices if before.gone else None
    forget()
    state = log_state()
    state.choices = remembered
    state.folder = TemporaryDirectory(prefix="journey-log-")
    state.name, state.file = name, Path(state.folder.name) / f"log{_ending(name)}"
    state.file.write_bytes(content)


def use_file(file: Path) -> None:
    """Take a file of this machine; what was here before is forgotten."""
    forget()
    state = log_state()
    state.name, state.file = file.name, file


def use_table(name: str, log: "LogSource") -> None:
    """Take a log that stays in its database; what was here before is forgotten."""
    forget()
    log_state().name = name
    use_log(log)


def use_log(log: "LogSource") -> None:
    """Answer from this log. What was worked out without it, while it was being read, no longer holds."""
    state = log_state()
    state.source = log
    state.answers.clear()
    _keep(log)


def use_by_customer(log: "ReadLog") -> None:
    """The same file's orders as those of customers, beside the log that follows the orders."""
    state = log_state()
    state.by_customer = log
    state.answers.clear()
    if state.source:
        _keep(state.source)


def orders_log() -> "CodedLog":
    """The log that tells whose orders are whose: the file's orders by customer where it was read so as well. LookupError."""
    found = log_state().by_customer
    return found.reading.log if found else coded_log()


def forget() -> None:
    """File, log and answers are gone; matches and counts in the workshop stay."""
    state = log_state()
    if state.job:
        state.job.cancel()
    if state.folder:
        state.folder.cleanup()
    forget_log()
    kept_logs.drop()
    session.renew("log-file")


def source() -> "LogSource | None":
    """The log that can be asked for a funnel, wherever its events are; None before there is one."""
    return log_state().source


def follows_cases() -> bool:
    """Whether there is a log that can be asked for more than counts: for paths, channels, trends and waits."""
    held = source()
    return held is not None and held.coded is not None


def coded_log() -> "CodedLog":
    """The events of a log that were read here, see LogSource. LookupError where there are none (`needs.log` says so)."""
    held = source()
    if held is None or held.coded is None:
        raise LookupError("no log was read here")
    return held.coded


def phased_log() -> "PhasedLog":
    """The same seen through the phases of the workshop that the log knows."""
    held = source()
    found = held.phased(view()) if held else None
    if found is None:
        raise LookupError("no log was read here")
    return found


def matching() -> "Matching":
    """Which activity of the log is which touchpoint and phase, as the workshop knows it now."""
    from journey.numbers.matching import matched

    names = [one.name for one in tallies()]
    return answer("matching", version(), lambda: matched(session.workshop(), session.model(), names))


def view() -> "PhaseView":
    """The phases of the workshop that something in the log belongs to."""
    from journey.numbers.log_source import PhaseView

    return PhaseView.of_seen(session.model(), matching().phase_of)


def tallies() -> "tuple[Tally, ...]":
    """The activities of the log with their events and cases, the most cases first."""
    held = source()
    return held.tallies if held else ()


def seen_phases() -> tuple[Phase, ...]:
    """The phases that something in the log belongs to, in journey order."""
    names = view().names
    return tuple(phase for phase in session.model().phases if phase.id in names)


def answer(name: str, asked: Hashable, work_out: Callable[[], Result]) -> Result:
    """An answer of the log, worked out once for what was asked; of each name the last few are kept."""
    answers = log_state().answers
    key = (name, asked)
    if key not in answers:
        older = [held for held in answers if isinstance(held, tuple) and held[0] == name]
        for held in older[: max(0, len(older) - 7)]:
            del answers[held]
        answers[key] = work_out()
    found: Result = answers[key]
    return found


def version() -> Hashable:
    """The version of the open workshop, in this person's language: what an answer depends on that shows its cards."""
    opened = session.current().opened
    return (opened.sequence if opened else 0, session.language())


def phase_names() -> dict[str, str]:
    """The names of the phases by id."""
    return {phase.id: phase.name for phase in session.model().phases}


def sale() -> str:
    """The id of the phase with the sale, of those that the log knows if it knows any."""
    return session.model().sale(view().names)


def matches() -> Hashable:
    """What an answer about phases depends on besides the question: the phases, and which activity belongs to which."""
    return (session.model().phases, *sorted(matching().phase_of.items()), session.language())


def touchpoint_matches() -> Hashable:
    """The same for answers about touchpoints."""
    return (*sorted(matching().touchpoint_of.items()), session.language())


def query() -> "FunnelQuery":
    """The question that the funnel was last asked, else the plain one."""
    from journey.numbers.log.funnel_query import FunnelQuery

    return log_state().query or FunnelQuery()


def measured(query: "FunnelQuery") -> "Funnel | None":
    """The funnel of the log over all phases of the journey; None without a log."""
    from journey.numbers import with_all_phases

    held = source()
    if held is None:
        return None
    key = (query, matches())
    return answer("funnel", key, lambda: with_all_phases(held.funnel(view(), query), session.model()))


def in_doubt(query: "FunnelQuery") -> int:
    """How many cases of the log hang on an order inside an instant that it does not give."""
    held = source()
    return answer("in doubt", (query, matches()), lambda: held.in_doubt(view(), query)) if held else 0


def _keep(log: "LogSource") -> None:
    state = log_state()
    choices = state.choices or _choices(log)
    kept_logs.keep(kept_logs.KeptLog(state.name, log, choices, state.known, state.by_customer))


def _choices(log: "LogSource") -> "ReadChoices | None":
    from journey.numbers.read_log import ReadLog
    from journey.numbers.reading_again import choices_of

    return choices_of(log.reading.plan) if isinstance(log, ReadLog) else None


def _ending(name: str) -> str:
    ending = Path(name).suffix.casefold()
    return ending if ending.isascii() and len(ending) < 9 and ending[1:].isalnum() else ""
