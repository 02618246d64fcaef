"""The desk of this tab: the chosen file, the log that was read from it, and the answers that it gave. Nothing of it is
saved; what the team wants to keep goes into the workshop as matches and counts."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, TypeVar

from journey.model import Phase, Zone
from ui import session

if TYPE_CHECKING:
    from datetime import date

    from journey.numbers import Funnel
    from journey.numbers.log.coded import PhasedLog
    from journey.numbers.log.question import Question
    from journey.numbers.log.tally import Tally
    from journey.numbers.matching import Matching
    from journey.numbers.reading import LogReading, Preview, ReadingJob
    from ui.log_database import StoredLog

Answer = TypeVar("Answer")


@dataclass
class Desk:
    """What lies on the desk. `file` is a private copy of the upload until the log has been read or forgotten, or a file
    of the operator's folder."""

    name: str = ""
    file: Path | None = None
    folder: "TemporaryDirectory[str] | None" = None
    preview: "Preview | None" = None
    job: "ReadingJob | None" = None
    reading: "LogReading | None" = None
    stored: "StoredLog | None" = None
    trouble: str = ""
    question: "Question | None" = None
    answers: dict[Hashable, Any] = field(default_factory=dict)


@dataclass
class Desks:
    """The desks of the workshops that were open in this tab: reading a log may take minutes, so it is still there when
    somebody comes back from another workshop."""

    by_workshop: dict[str, Desk] = field(default_factory=dict)


def desk() -> Desk:
    """This tab's desk for the open workshop."""
    return session.of_tab(Desks).by_workshop.setdefault(session.workshop().frame.id, Desk())


def lay_down(name: str, content: bytes) -> None:
    """Put an uploaded file on the desk; what lay there is forgotten. The name is only ever shown, never a path."""
    forget()
    held = desk()
    held.folder = TemporaryDirectory(prefix="journey-log-")
    held.name, held.file = name, Path(held.folder.name) / f"log{_ending(name)}"
    held.file.write_bytes(content)


def point_to(file: Path) -> None:
    """Put a file of this machine on the desk; what lay there is forgotten."""
    forget()
    held = desk()
    held.name, held.file = file.name, file


def forget() -> None:
    """Clear the desk: file, log and answers are gone; matches and counts in the workshop stay."""
    held = desk()
    if held.job:
        held.job.cancel()
    if held.folder:
        held.folder.cleanup()
    session.of_tab(Desks).by_workshop[session.workshop().frame.id] = Desk()
    session.renew("log-file")


def read() -> "LogReading | None":
    """The log that was read; None before."""
    return desk().reading


def matching() -> "Matching":
    """Which activity of the log is which touchpoint and phase, as the workshop knows it now."""
    from journey.numbers.matching import matched

    names = [one.name for one in tallies()]
    return answer("matching", version(), lambda: matched(session.workshop(), session.model(), names))


def is_laid() -> bool:
    """Whether there is a log that can be asked for a funnel: read here, or in a database."""
    return desk().reading is not None or desk().stored is not None


def tallies() -> "tuple[Tally, ...]":
    """The activities of the log with their events and cases, the most cases first."""
    from journey.numbers.log.tally import tally

    held = desk()
    if held.stored:
        return held.stored.counts.activities
    reading = held.reading
    return answer("tally", (), lambda: tally(reading.log)) if reading else ()


def days() -> "tuple[date, date] | None":
    """The days of the first and the last event; None without any."""
    from journey.numbers.log.tally import first_and_last_day

    held = desk()
    if held.stored:
        return held.stored.counts.days
    return first_and_last_day(held.reading.log) if held.reading else None


def seen_phases() -> tuple[Phase, ...]:
    """The phases that something in the log belongs to, in journey order. The others cannot be measured: the funnel passes
    over them, as over phases without a typed count."""
    belong = set(matching().phase_of.values())
    return tuple(phase for phase in session.model().phases if phase.id in belong)


def whole(found: "Funnel") -> "Funnel":
    """A funnel of the seen phases with all phases of the journey, those that cannot be measured without a count."""
    from journey.numbers import Funnel, Stage

    held = {stage.phase_id: stage for stage in found.stages}
    phases = enumerate(session.model().phases)
    return Funnel(
        tuple(
            replace(held[phase.id], position=place) if phase.id in held else Stage(phase.id, phase.name, place, None)
            for place, phase in phases
        )
    )


def phased_log() -> "PhasedLog":
    """The log on the desk, seen through the phases of the workshop that it knows."""
    from journey.numbers.log.coded import phased

    reading = desk().reading
    if reading is None:
        raise LookupError("there is no log on the desk")
    phases, phase_of = tuple(phase.id for phase in seen_phases()), matching().phase_of
    return answer("phased", (phases, *sorted(phase_of.items())), lambda: phased(reading.log, phases, phase_of))


def answer(name: str, asked: Hashable, work_out: Callable[[], Answer]) -> Answer:
    """An answer of the log, worked out once for what was asked; of each name the last few are kept."""
    answers = desk().answers
    key = (name, asked)
    if key not in answers:
        older = [held for held in answers if isinstance(held, tuple) and held[0] == name]
        for held in older[: max(0, len(older) - 7)]:
            del answers[held]
        answers[key] = work_out()
    found: Answer = answers[key]
    return found


def version() -> Hashable:
    """The version of the open workshop, in this person's language: what an answer depends on that shows its cards."""
    opened = session.current().opened
    return (opened.sequence if opened else 0, session.language())


def phase_names() -> dict[str, str]:
    """The names of the phases by id."""
    return {phase.id: phase.name for phase in session.model().phases}


def sale() -> str:
    """The id of the phase with the sale: the last one during the purchase, else the last of all."""
    phases = seen_phases() or session.model().phases
    return next((phase.id for phase in reversed(phases) if phase.zone is Zone.DURING), phases[-1].id)


def matches() -> Hashable:
    """What an answer about phases depends on besides the question: which activity belongs to which phase."""
    return (*sorted(matching().phase_of.items()), session.language())


def touchpoint_matches() -> Hashable:
    """The same for answers about touchpoints."""
    return (*sorted(matching().touchpoint_of.items()), session.language())


def measured(question: "Question") -> "Funnel":
    """The funnel of the log on the desk."""
    from journey.numbers.log.measured import log_funnel

    stored = desk().stored
    if stored:
        return answer("funnel", (question, matches()), lambda: whole(stored.funnel(question)))
    return answer("funnel", (question, matches()), lambda: whole(log_funnel(phased_log(), phase_names(), question)))


def in_doubt(question: "Question") -> int:
    """How many cases of the log on the desk hang on an order inside an instant that it does not give."""
    from journey.numbers.log.doubt import cases_in_doubt

    stored = desk().stored
    if stored:
        return answer("in doubt", (question, matches()), lambda: stored.in_doubt(question))
    if desk().reading is None:
        return 0
    return answer("in doubt", (question, matches()), lambda: cases_in_doubt(phased_log(), question))


def _ending(name: str) -> str:
    ending = Path(name).suffix.casefold()
    return ending if ending.isascii() and len(ending) < 9 and ending[1:].isalnum() else ""
