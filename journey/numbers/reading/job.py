"""Reading in a child process: a hostile file can only harm that process, and the server stays free for everybody."""

from dataclasses import dataclass
from pathlib import Path

from journey.model import Language
from journey.numbers.reading.outcome import LogReading
from journey.numbers.reading.plan import LogPlan
from journey.numbers.reading.preview import Preview


@dataclass(frozen=True)
class Limits:
    """What a child may use: address space in bytes, seconds of processor time, seconds on the clock."""

    memory: int = 6 << 30
    cpu_seconds: int = 600
    seconds: float = 600.0


@dataclass(frozen=True)
class Progress:
    """Rows read so far, and how much of the file that is (0 to 1; None where nobody knows)."""

    rows: int = 0
    share: float | None = None


class ReadingJob:
    """A file being read in a child process. Made by start_reading."""

    def progress(self) -> Progress:
        """How far the reading is. Never waits."""
        raise NotImplementedError

    def done(self) -> bool:
        """Whether there is a result (or an error). Never waits."""
        raise NotImplementedError

    def result(self) -> LogReading:
        """The reading; waits for it. UnreadableLog with the reason if there is none."""
        raise NotImplementedError

    def cancel(self) -> None:
        """Stop the child and forget what it read; result() then raises UnreadableLog("stopped")."""
        raise NotImplementedError


def start_reading(path: Path, plan: LogPlan, limits: Limits | None = None) -> ReadingJob:
    """Start to read a file in a child process. Raises nothing; result() says what went wrong."""
    raise NotImplementedError


def guarded_preview(path: Path, *, sheet: str = "", language: Language = Language.DE) -> Preview:
    """preview() in a limited child process: whatever the file is, the answer is a Preview or UnreadableLog."""
    raise NotImplementedError
