"""Reading in a child process: a hostile file can only harm that process, and the server stays free for everybody."""

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from journey.model import Language
from journey.numbers.reading.child.transfer import nothing_wrong, plan_to, preview_from, reading_from
from journey.numbers.reading.files.whole_sheets import WholeSheet, sheets_from
from journey.numbers.reading.looking.suggestion import Preview
from journey.numbers.reading.outcome import LogReading, UnreadableLog
from journey.numbers.reading.plan import LogPlan

_HOME = Path(__file__).parents[4]
_REQUEST = "request.json"
_NEEDED = (
    "PATH",
    "HOME",
    "LANG",
    "LC_ALL",
    "TZ",
    "TMPDIR",
    "TEMP",
    "TMP",
    "LD_LIBRARY_PATH",
    "SYSTEMROOT",
    "VIRTUAL_ENV",
)
"""What a child gets to know of our environment: no passwords."""


@dataclass(frozen=True)
class Limits:
    """What a child may use: address space in bytes, seconds of processor time, seconds on the clock."""

    memory: int = 6 << 30
    cpu_seconds: int = 900
    seconds: float = 600.0


LOOKING = Limits(memory=3 << 30, cpu_seconds=20, seconds=30.0)
"""Limits of a preview."""


@dataclass(frozen=True)
class Progress:
    """Rows read so far, and how much of the file that is (0 to 1; None where nobody knows)."""

    rows: int = 0
    share: float | None = None


class _Child:
    """A child process with its private folder. Starts at once."""

    def __init__(self, request: dict[str, Any], limits: Limits) -> None:
        self.folder = Path(mkdtemp(prefix="journey-child-"))
        self.progress = Progress()
        self.reason = ""
        request |= {"memory": limits.memory, "cpu_seconds": limits.cpu_seconds}
        (self.folder / _REQUEST).write_text(json.dumps(request), "utf-8")
        command = [sys.executable, "-X", "utf8", "-m", "journey.numbers.reading.child", str(self.folder)]
        environment = {name: os.environ[name] for name in _NEEDED if name in os.environ}
        self.process = subprocess.Popen(  # noqa: S603 - our own module, no shell
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_HOME,
            env={**environment, "TMPDIR": str(self.folder)},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self.alarm = threading.Timer(limits.seconds, self.stop, ("timed_out",))
        self.alarm.daemon = True
        self.alarm.start()

    def stop(self, reason: str) -> None:
        """End the child for a reason, unless it has ended."""
        if self.process.poll() is None:
            self.reason = self.reason or reason
            self.process.kill()

    def wait(self) -> None:
        """Listen until the child has ended. UnreadableLog unless it ended well."""
        assert self.process.stdout is not None  # noqa: S101 - it is a pipe
        with self.process.stdout as said:
            for line in said:
                self._hear(line)
        code = self.process.wait()
        self.alarm.cancel()
        if self.reason:
            raise UnreadableLog(self.reason)
        if code == -getattr(signal, "SIGXCPU", 0) and code:
            raise UnreadableLog("timed_out")
        if code:
            raise UnreadableLog("too_large" if code < 0 else "damaged")

    def forget(self) -> None:
        """Delete what the child left."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _hear(self, line: bytes) -> None:
        try:
            rows, share = json.loads(line[:200])
            self.progress = Progress(int(rows), None if share is None else float(share))
        except (ValueError, TypeError):
            return


class ReadingJob:
    """A file being read in a child process. Made by start_reading."""

    def __init__(self, path: Path, plan: LogPlan, limits: Limits) -> None:
        self._plan = plan
        self._reading: LogReading | None = None
        self._error: UnreadableLog | None = None
        self._child = _Child({"task": "read", "path": str(path.absolute()), "plan": plan_to(plan)}, limits)
        self._listener = threading.Thread(target=self._listen, name="reading a log", daemon=True)
        self._listener.start()

    def progress(self) -> Progress:
        """How far the reading is. Never waits."""
        return self._child.progress

    def done(self) -> bool:
        """Whether there is a result (or an error). Never waits."""
        return not self._listener.is_alive()

    def result(self) -> LogReading:
        """The reading; waits for it. UnreadableLog with the reason if there is none."""
        self._listener.join()
        if self._reading is None:
            raise self._error or UnreadableLog("stopped")
        return self._reading

    def cancel(self) -> None:
        """Stop the child and forget what it read; result() then raises UnreadableLog("stopped"). Later it does nothing."""
        self._child.stop("stopped")

    def _listen(self) -> None:
        try:
            self._child.wait()
            self._reading = reading_from(self._child.folder, self._plan)
        except UnreadableLog as error:
            self._error = error
        finally:
            self._child.forget()


def start_reading(path: Path, plan: LogPlan, limits: Limits | None = None) -> ReadingJob:
    """Start to read a file in a child process. Raises nothing; result() says what went wrong."""
    return ReadingJob(path, plan, limits or Limits())


def guarded_preview(path: Path, *, sheet: str = "", language: Language = Language.DE) -> Preview:
    """preview() in a limited child process: whatever the file is, the answer is a Preview or UnreadableLog."""
    request = {"task": "preview", "path": str(path.absolute()), "sheet": sheet, "language": language.value}
    child = _Child(request, LOOKING)
    try:
        child.wait()
        return preview_from(child.folder)
    finally:
        child.stop("stopped")
        child.forget()


def guarded_sheets(path: Path) -> tuple[WholeSheet, ...]:
    """Every cell of a workbook that is no .xlsx, read in a limited child process. UnreadableLog."""
    child = _Child({"task": "sheets", "path": str(path.absolute())}, LOOKING)
    try:
        child.wait()
        nothing_wrong(child.folder)
        return sheets_from(child.folder)
    finally:
        child.stop("stopped")
        child.forget()
