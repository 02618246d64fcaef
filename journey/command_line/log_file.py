"""The event log of the funnel command: columns named or guessed, progress while it is read, errors that list columns."""

import signal
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

import typer

from journey.command_line.app import INTERRUPTED, UNREADABLE, say, stop
from journey.model import Language, clean_line
from journey.texts import number, percent, text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from journey.numbers.reading import LogPlan, LogReading, Preview

BY = "by"
"""The name under which the column of --by is read, unless it already has a role."""


@dataclass(frozen=True)
class Wished:
    """The columns that the person named, "" where none, and a workbook's sheet."""

    case: str = ""
    time: str = ""
    activity: str = ""
    by: str = ""
    sheet: str = ""

    def named(self) -> dict[str, str]:
        """The columns that were named, by their role."""
        named = {"case": self.case, "time": self.time, "activity": self.activity}
        return {role: column for role, column in named.items() if column}


@dataclass(frozen=True, eq=False)
class ReadFile:
    """A log that was read, and the attribute that holds the column of --by ("" without)."""

    reading: "LogReading"
    by: str


def read_file(file: Path, wished: Wished, language: Language) -> ReadFile:
    """Read a log from a file; ends the command where that is impossible. Only the columns that are asked for are read."""
    from journey.numbers.reading import UnreadableLog, preview

    if not file.is_file():
        stop("no_file", language, file=file)
    try:
        look = preview(file, sheet=wished.sheet, language=language)
    except UnreadableLog as error:
        stop("not_readable", language, file=file, reason=error.message(language))
    plan, by = _plan(file, look, wished, language)
    _tell_plan(look, plan, wished, language)
    return ReadFile(_read(file, plan, language), by)


def list_columns(known: "Sequence[str]", language: Language) -> None:
    """Say which columns there are."""
    say("command_line.error.columns", language, columns=", ".join(str(clean_line(name)) for name in known))


def tell_guesses(columns: "Mapping[str, str]", wished: Wished, language: Language) -> None:
    """Say which columns were taken for case, time and activity without having been named."""
    guessed = [
        text("command_line.funnel.guess", language, option=f"--{role}", column=clean_line(columns[role]))
        for role in ("case", "time", "activity")
        if role in columns and role not in wished.named()
    ]
    if guessed:
        say("command_line.funnel.guessed", language, guesses=", ".join(guessed))


def _plan(file: Path, look: "Preview", wished: Wished, language: Language) -> tuple["LogPlan", str]:
    from journey.numbers.reading import UnreadableLog, plan_of

    known = [column.name for column in look.columns]
    for column in (*wished.named().values(), wished.by):
        if column and column not in known:
            say("command_line.error.no_column", language, column=column)
            list_columns(known, language)
            raise typer.Exit(UNREADABLE)
    guessed = {role: look.roles[role] for role in ("case", "time", "activity") if role in look.roles}
    columns = {**guessed, **wished.named(), **({BY: wished.by} if wished.by else {})}
    milestones = () if wished.time or wished.activity else look.milestones
    try:
        return plan_of(look, columns, milestones), BY if wished.by else ""
    except UnreadableLog as error:
        say("command_line.error.not_readable", language, file=file, reason=error.message(language))
        list_columns(known, language)
        raise typer.Exit(UNREADABLE) from error


def _tell_plan(look: "Preview", plan: "LogPlan", wished: Wished, language: Language) -> None:
    from journey.numbers.reading import Role, TimeFormat

    if look.export:
        say("command_line.funnel.export", language, tool=look.export_words(language))
    tell_guesses(plan.columns, wished, language)
    if plan.milestones:
        told = (f"{clean_line(column)} → {clean_line(activity)}" for column, activity in plan.milestones)
        say("command_line.funnel.milestones", language, columns=", ".join(told))
    for column in look.ambiguous:
        if column in (plan.columns.get(Role.TIME), *(column for column, _ in plan.milestones)):
            written = plan.times.get(column, TimeFormat.ISO).words(language)
            say("command_line.funnel.ambiguous", language, column=clean_line(column), format=written)


def _read(file: Path, plan: "LogPlan", language: Language) -> "LogReading":
    from journey.numbers.reading import UnreadableLog, read_log

    shown = _Progress(language) if sys.stderr.isatty() else None
    with _interrupts() as interrupted:
        try:
            return read_log(file, plan, progress=shown.show if shown else None, cancelled=interrupted)
        except UnreadableLog as error:
            code = INTERRUPTED if interrupted() else UNREADABLE
            stop("not_readable", language, code=code, file=file, reason=error.message(language))
        finally:
            if shown:
                shown.clear()


@contextmanager
def _interrupts() -> "Iterator[Callable[[], bool]]":
    """Whether Ctrl-C was pressed meanwhile: the reading is then stopped where it can be, not torn apart."""
    pressed = Event()
    before = signal.signal(signal.SIGINT, lambda *_: pressed.set())
    try:
        yield pressed.is_set
    finally:
        signal.signal(signal.SIGINT, before)


class _Progress:
    """One line on the terminal that says how far the reading is."""

    def __init__(self, language: Language) -> None:
        self.language, self.width = language, 0

    def show(self, rows: int, share: float | None) -> None:
        """Write over what stands there."""
        line = text("command_line.funnel.progress", self.language, rows=number(rows, self.language))
        self._write(line + (f" ({percent(share, self.language)})" if share is not None else ""))

    def clear(self) -> None:
        """Leave an empty line behind."""
        self._write("")
        self._write("")

    def _write(self, line: str) -> None:
        sys.stderr.write("\r" + line.ljust(self.width))
        sys.stderr.write("\r" if not line else "")
        sys.stderr.flush()
        self.width = len(line)
