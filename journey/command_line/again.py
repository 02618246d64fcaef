"""What the refresh command works on: a workshop that is kept where it came from, and a log read as that workshop remembers."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from journey.command_line.app import UNREADABLE, say, stop
from journey.command_line.asking import tell_amounts
from journey.editing import Edit, applied, change_of
from journey.model import Language, Workshop, clean_line
from journey.texts import number

if TYPE_CHECKING:
    from journey.exchange import Reading
    from journey.numbers.log_source import LogSource
    from journey.numbers.reading_again import ReadChoices
    from journey.store import Opened, Store

LABEL = "refresh_log"
"""What such a change is called."""

_AUTHOR = "python -m journey"


@dataclass(frozen=True)
class AskedAgain:
    """A workshop, and how edits of it are kept where it came from."""

    workshop: Workshop
    keep: Callable[[Sequence[Edit]], None]


@contextmanager
def of_file(source: str, language: Language) -> Iterator[AskedAgain]:
    """The workshop of a workbook or a JSON file, which is written anew; ends the command where there is none."""
    from journey.command_line.workshops import reading_of

    reading = reading_of(source, language)

    def keep(edits: Sequence[Edit]) -> None:
        change = change_of(edits, LABEL)
        if change:
            _write(replace(reading, workshop=applied(reading.workshop, change)), Path(source), language)

    yield AskedAgain(reading.workshop, keep)


@contextmanager
def of_store(source: str, language: Language) -> Iterator[AskedAgain]:
    """The one workshop of the app's store with this id, or with these words in its title; ends the command where there is
    not just one."""
    from journey.command_line.own_store import own_store

    with own_store(language) as store:
        every = store.workshops()
        found = [one for one in every if one.id == source] or list(store.workshops(source))
        if len(found) != 1:
            listed = "\n".join(f"{one.id}  {one.title}" for one in found or every)
            stop("not_one_workshop", language, words=source, found=listed)
        opened = store.open(found[0].id)
        yield AskedAgain(opened.workshop, lambda edits: _saved(store, opened, edits))


def _write(reading: "Reading", file: Path, language: Language) -> None:
    """Write a workshop in place of a file, in the language of its contents; the file is whole at every moment."""
    from journey.take_home import FORMATS

    workshop = reading.workshop
    unfinished = file.with_name(f"{file.name}.part")
    try:
        unfinished.write_bytes(
            FORMATS[file.suffix.casefold()[1:]].write(workshop, workshop.frame.language, reading.rooms)
        )
        unfinished.replace(file)
    except OSError as error:
        stop("not_writable", language, file=file, reason=error.strerror or error)
    counted = {"touchpoints": len(workshop.touchpoints), "personas": len(workshop.personas)}
    say("command_line.done.written", language, file=file, **counted)


def _saved(store: "Store", opened: "Opened", edits: Sequence[Edit]) -> None:
    change = change_of(edits, LABEL)
    if change:
        store.save(opened.workshop.frame.id, change, opened.versions, _AUTHOR)


def choices_for(workshop: Workshop, log: str, table: str, language: Language) -> "tuple[LogSource, ReadChoices]":
    """A log read as the workshop remembers; where it remembers none, as its columns look. Ends the command where the log
    cannot be read, or is of another kind than those that are known."""
    if "://" in log:
        return _stored(workshop, log, table, language)
    if table:
        stop("table_of_file", language)
    return _read(workshop, Path(log), language)


def _read(workshop: Workshop, file: Path, language: Language) -> "tuple[LogSource, ReadChoices]":
    from journey.command_line.log_file import ChosenColumns, list_columns, read_as, read_file
    from journey.numbers.read_log import ReadLog
    from journey.numbers.reading import UnreadableLog, preview
    from journey.numbers.reading_again import choices_of, known_for, nearest_known, plan_again

    if not file.is_file():
        stop("no_file", language, file=file)
    files = [one for one in workshop.logs if not one.table]
    if not files:
        reading = read_file(file, ChosenColumns(), language).reading
        return _told(ReadLog(reading), language), choices_of(reading.plan)
    try:
        look = preview(file, language=language)
        names = tuple(column.name for column in look.columns)
        known = known_for(workshop, names)
        if known is None:
            near = nearest_known(workshop, names)
            missing = ", ".join(str(clean_line(name)) for name in near[1]) if near else "–"
            say(
                "command_line.refresh.other_columns",
                language,
                known=(near[0] if near else files[-1]).name,
                missing=missing,
            )
            list_columns(names, language)
            raise typer.Exit(UNREADABLE)
        if known[1].sheet and known[1].sheet in look.sheets and known[1].sheet != look.sheet:
            look = preview(file, sheet=known[1].sheet, language=language)
        plan = plan_again(look, known[1])
    except UnreadableLog as error:
        stop("not_readable", language, file=file, reason=error.message(language))
    say("command_line.refresh.as_known", language, known=known[0].name)
    return _told(ReadLog(read_as(file, plan, language)), language), known[1]


def _stored(workshop: Workshop, url: str, table: str, language: Language) -> "tuple[LogSource, ReadChoices]":
    from journey.command_line.database import stored_again
    from journey.numbers.reading_again import known_table

    known = known_table(workshop, table)
    name = table or (known[0].table if known else "")
    if not name:
        stop("needs_table", language)
    log, choices = stored_again(url, name, known[1] if known else None, language)
    return _told(log, language), choices


def _told(log: "LogSource", language: Language) -> "LogSource":
    """Says how large a log is, and how many rows were left out."""
    size = log.size
    events, cases = number(size.events, language), number(size.cases, language)
    say("command_line.funnel.read", language, events=events, cases=cases)
    if size.skipped_rows:
        say("command_line.funnel.skipped", language, rows=number(size.skipped_rows, language))
    tell_amounts(size, language)
    return log
