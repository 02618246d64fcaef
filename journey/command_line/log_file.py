"""The event log of the funnel command: columns named or guessed, progress while it is read, errors that list columns."""

import signal
import sys
from contextlib import contextmanager
from dataclasses import dataclass, replace
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

_FOR_GUESSES = frozenset(("encoding", "decimal"))
"""Hints that belong to what was guessed."""

BY = "by"
"""The name under which the column of --by is read, unless it already has a role."""


@dataclass(frozen=True)
class ChosenColumns:
    """The columns that the person named, "" where none, and a workbook's sheet. `milestones`: "COLUMN=Name" or a column
    alone, for rows that are a case each; `time_format`: how the times are written, see typed_format."""

    case: str = ""
    time: str = ""
    activity: str = ""
    by: str = ""
    sheet: str = ""
    clock: str = ""
    zone: str = ""
    sequence: tuple[str, ...] = ()
    milestones: tuple[str, ...] = ()
    time_format: str = ""
    revenue: str = ""

    def named(self) -> dict[str, str]:
        """The columns that were named, by their role."""
        named = {"case": self.case, "time": self.time, "activity": self.activity, "revenue": self.revenue}
        return {role: column for role, column in named.items() if column}


@dataclass(frozen=True, eq=False)
class ReadFile:
    """A log that was read, and the attribute that holds the column of --by ("" without)."""

    reading: "LogReading"
    by: str


def read_file(file: Path, chosen: ChosenColumns, language: Language) -> ReadFile:
    """Read a log from a file; ends the command where that is impossible. Only the columns that are asked for are read."""
    from journey.numbers.reading import UnreadableLog, preview

    if not file.is_file():
        stop("no_file", language, file=file)
    try:
        look = preview(file, sheet=chosen.sheet, language=language, case=chosen.case)
    except UnreadableLog as error:
        stop("not_readable", language, file=file, reason=error.message(language))
    plan, by = _plan(file, look, chosen, language)
    _tell_plan(look, plan, chosen, language)
    reading = read_as(file, plan, language)
    if reading.follows_nobody and "status_of_today" not in dict(look.hints):
        say("command_line.funnel.nobody_twice", language, column=clean_line(plan.columns["case"]))
    if reading.is_of_one:
        say("command_line.funnel.one_alone", language, column=clean_line(plan.columns["case"]))
    return ReadFile(reading, by)


def list_columns(known: "Sequence[str]", language: Language) -> None:
    """Say which columns there are."""
    say("command_line.error.columns", language, columns=", ".join(str(clean_line(name)) for name in known))


def tell_guesses(columns: "Mapping[str, str]", chosen: ChosenColumns, language: Language) -> bool:
    """Say which columns were taken for case, time and activity without having been named; whether there are any."""
    guessed = [
        text("command_line.funnel.guess", language, option=f"--{role}", column=clean_line(columns[role]))
        for role in ("case", "time", "activity")
        if role in columns and role not in chosen.named()
    ]
    if guessed:
        say("command_line.funnel.guessed", language, guesses=", ".join(guessed))
    return bool(guessed)


def tell_sequence(columns: "Sequence[str]", chosen: ChosenColumns, language: Language) -> None:
    """Say which columns order what happened at one instant, where they were found and not named."""
    if columns and not chosen.sequence:
        shown = ", ".join(str(clean_line(name)) for name in columns)
        say("command_line.funnel.sequence", language, columns=shown)


def _plan(file: Path, look: "Preview", chosen: ChosenColumns, language: Language) -> tuple["LogPlan", str]:
    from journey.numbers.reading import UnreadableLog, plan_of

    known = [column.name for column in look.columns]
    named = (*chosen.named().values(), chosen.by, chosen.clock, chosen.zone, *chosen.sequence)
    for column in named:
        if column and column not in known:
            _no_column(column, known, language)
    milestones = _milestones(look, chosen, known, language)
    guessed = {role: look.roles[role] for role in ("case", "time", "activity") if role in look.roles}
    beside = {role: column for role, column in (("clock", chosen.clock), ("zone", chosen.zone)) if column}
    columns = {**guessed, **chosen.named(), **beside, **({BY: chosen.by} if chosen.by else {})}
    try:
        times = _times(chosen, columns, milestones, language)
        plan = plan_of(look, columns, milestones, times, ahead=bool(chosen.milestones))
    except UnreadableLog as error:
        say("command_line.error.not_readable", language, file=file, reason=error.message(language))
        if len([column for column in look.columns if column.time]) > 1 and not chosen.milestones:
            say("command_line.error.milestone_hint", language)
        list_columns(known, language)
        raise typer.Exit(UNREADABLE) from error
    return replace(plan, order=chosen.sequence or plan.order), BY if chosen.by else ""


def _milestones(
    look: "Preview", chosen: ChosenColumns, known: "Sequence[str]", language: Language
) -> tuple[tuple[str, str], ...]:
    """The columns of dates: those that were named, else the guessed ones, unless time or activity were named."""
    if not chosen.milestones:
        return () if chosen.time or chosen.activity else look.milestones
    found = []
    for words in chosen.milestones:
        parts = words.split("=")
        splits = [
            ("=".join(parts[:place]).strip(), "=".join(parts[place:]).strip()) for place in range(len(parts), 0, -1)
        ]
        column, name = next(((column, name) for column, name in splits if column in known), splits[-1])
        if column not in known:
            _no_column(column, known, language)
        found.append((column, name or column))
    return tuple(found)


def _times(
    chosen: ChosenColumns,
    columns: "Mapping[str, str]",
    milestones: "Sequence[tuple[str, str]]",
    language: Language,
) -> dict[str, str]:
    """The format that was typed by hand, for all columns of times."""
    from journey.numbers.reading import pattern_of

    if not chosen.time_format:
        return {}
    pattern = pattern_of(chosen.time_format)
    if pattern is None:
        stop("time_format", language, format=chosen.time_format)
    timed = [column for column, _ in milestones] or [columns[role] for role in ("time",) if role in columns]
    return dict.fromkeys(timed, pattern)


def _no_column(column: str, known: "Sequence[str]", language: Language) -> None:
    say("command_line.error.no_column", language, column=column)
    list_columns(known, language)
    raise typer.Exit(UNREADABLE)


def _tell_plan(look: "Preview", plan: "LogPlan", chosen: ChosenColumns, language: Language) -> None:
    from journey.numbers.reading import Role, TimeFormat

    if look.export and not chosen.milestones:
        say("command_line.funnel.export", language, tool=look.export_words(language))
    guessed = tell_guesses(plan.columns, chosen, language)
    day = plan.columns.get(Role.TIME, "")
    if guessed and (others := plan.beside.get(day)):
        columns = ", ".join(f"{clean_line(name)}" for name in (day, *others))
        say("command_line.funnel.together", language, columns=columns)
    if guessed and (why := look.why_words(language)):
        say("command_line.funnel.why", language, why=why)
    if Role.ACTIVITY not in chosen.named() and not chosen.milestones and _lists_orders(look, plan):
        say("command_line.funnel.orders", language, column=clean_line(plan.columns[Role.ACTIVITY]))
    if plan.milestones:
        pairs = (f"{clean_line(column)} → {clean_line(activity)}" for column, activity in plan.milestones)
        say("command_line.funnel.milestones", language, columns=", ".join(pairs))
    tell_sequence(plan.order, chosen, language)
    for column in look.ambiguous:
        if column in (day, *(column for column, _ in plan.milestones)) and not chosen.time_format:
            written = TimeFormat(plan.times.get(column, TimeFormat.ISO)).words(language)
            say("command_line.funnel.ambiguous", language, column=clean_line(column), format=written)
    for key, hint in zip((key for key, _ in look.hints), look.hint_words(language), strict=True):
        if (guessed or key not in _FOR_GUESSES) and (key != "planned" or not plan.ahead):
            typer.echo(clean_line(hint), err=True)


def _lists_orders(look: "Preview", plan: "LogPlan") -> bool:
    from journey.numbers.reading import Role, is_of_orders, lists_articles

    return Role.ACTIVITY in plan.columns and (lists_articles(look) or is_of_orders(look))


def read_as(file: Path, plan: "LogPlan", language: Language) -> "LogReading":
    """Read a file by a plan, with progress; ends the command where that is impossible."""
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
