"""What in a file is what: the columns by their role and the way that the file writes text, numbers and times."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from journey.model import Language
from journey.numbers.reading.dialect import Dialect
from journey.numbers.reading.takings import Takings
from journey.texts import text


class Role(StrEnum):
    """What a column of a log says. A case, a time and an activity make an event; the others are optional. A CLOCK and a
    ZONE stand beside a time that is a day alone."""

    CASE = "case"
    TIME = "time"
    CLOCK = "clock"
    ZONE = "zone"
    ACTIVITY = "activity"
    CHANNEL = "channel"
    CAMPAIGN = "campaign"
    SEGMENT = "segment"
    COST = "cost"
    REVENUE = "revenue"

    def words(self, language: Language) -> str:
        """The role's name for people."""
        return text(f"log_reading.role.{self.value}", language)


AMOUNTS = frozenset({Role.COST, Role.REVENUE})
"""Roles whose values are numbers."""


class FileKind(StrEnum):
    """How the rows are stored. TEXT is CSV and its relatives, packed with gzip or not."""

    TEXT = "text"
    EXCEL = "excel"
    PARQUET = "parquet"


class TimeFormat(StrEnum):
    """How a column writes its times. Every textual format also reads ISO times (the year in front is never ambiguous),
    times without seconds and days without a time (midnight).

    ISO: 2026-12-31, 2026-12-31 14:05:09.123, 2026-12-31T14:05:09+01:00, 2026-12-31T13:05:09Z, 2026/12/31, 20261231.
    DAY_FIRST: 31.12.2026 14:05, 31.12.26, 31/12/2026 2:05 PM, 31-12-2026, 31122026. MONTH_FIRST: 12/31/2026 2:05 PM, 12/31/26,
    12312026.
    YEAR_FIRST_SHORT: 26-12-31, 26/12/31 14:05. COMPACT_…: 311226, 123126, 261231 and 1261231, see compact_times.py. WORDS: with names of months, days or zones, see worded.py.
    PERIODS: months, quarters and weeks (Januar 2026, 01/2026, Q1 2026, KW 12/2026), each as its first day.
    EPOCH_…: a number since 1970-01-01 00:00 UTC in that unit. EXCEL_DAYS: days since 1899-12-30.
    """

    ISO = "iso"
    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"
    YEAR_FIRST_SHORT = "year_first_short"
    COMPACT_DAY_FIRST = "compact_day_first"
    COMPACT_MONTH_FIRST = "compact_month_first"
    COMPACT_YEAR_FIRST = "compact_year_first"
    WORDS = "words"
    PERIODS = "periods"
    EPOCH_SECONDS = "epoch_seconds"
    EPOCH_MILLISECONDS = "epoch_milliseconds"
    EPOCH_MICROSECONDS = "epoch_microseconds"
    EPOCH_NANOSECONDS = "epoch_nanoseconds"
    EXCEL_DAYS = "excel_days"

    def words(self, language: Language) -> str:
        """The format's name for people, with an example."""
        return text(f"log_reading.time.{self.value}", language)


@dataclass(frozen=True)
class FurtherSheet:
    """A sheet of the same form as the chosen one: the line of its header, and for each column of the plan the place where
    that stands in it, -1 where it is missing."""

    name: str
    header: int
    places: tuple[int, ...]


@dataclass(frozen=True)
class LogPlan:
    """How to read a file as a log.

    `columns`: role (or any further attribute's name) -> column name; CASE is always there, TIME and ACTIVITY unless a row
    holds several events, or each is the same event: `every_row` says which then. `milestones` are columns with a date and
    the activity that it stands for, `pairs` columns with a time and those with its activity, of which the first filled one
    counts; an empty date is no event. `days`: columns that are called like days, each with its day; a filled cell is an
    event, its activity the ACTIVITY, or else the cell. `names`: all columns of the file in their order. `header`: the line (from 1) of the column names, 0
    for a file without any. `decimal` is "." or ",". `times`: format by column name (a TimeFormat, or a pattern of strptime
    that was typed by hand), ISO where it says nothing. `beside`: for a column of days the columns of its clock and zone.
    `given`: for an activity of `milestones` ("" for the event of a row) the column that must hold something that a pattern
    finds in small letters (behind a "!": does not find), or nothing happened. `planned`: columns of `milestones` that are
    appointments; what lies after the newest date of the other milestones has not happened. `ahead`: a person chose that it counts all the same. `instead`: columns that stand in for one where that is empty. `order`: columns that say what came first at one time. `once`: amounts
    (by role) that stand on each row of an order, with the column that names the order.
    `more_sheets`: sheets of the same form that are read with `sheet`. `swapped`: columns
    of a workbook in which day and month have changed places. `broken`: some bytes of a text file are no text, which only patience survives.
    `down`: columns that stand in the first row of a group only and hold for those below. `sides`: the columns of who calls and who
    is called, of which the one from outside is the case, which is the first of them.
    `paid_back`: the column of kinds, the pattern of refunds there (in small letters) and the column of who gets them: such rows count whatever `given` says,
    and are that customer's; () where there are none.
    `quote`: what stands around cells; `escape`: what stands before a quote inside them. `takings`: what amounts brought.
    `zone`: the zone that the file's times are in, an offset (+01:00), a region or UTC, "" where it names none; `whose`: what a
    case is where it is no customer, a text below log_reading.whose. `folds_letters`: cases are addresses of people, which capital and small
    letters write alike.
    """

    kind: FileKind
    names: tuple[str, ...]
    columns: Mapping[str, str]
    milestones: tuple[tuple[str, str], ...] = ()
    pairs: tuple[tuple[str, ...], ...] = ()
    days: tuple[tuple[str, str], ...] = ()
    sheet: str = ""
    encoding: str = "utf-8"
    delimiter: str = ","
    header: int = 1
    decimal: str = "."
    times: Mapping[str, str] = field(default_factory=dict)
    beside: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    given: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    instead: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    once: Mapping[str, str] = field(default_factory=dict)
    more_sheets: tuple[FurtherSheet, ...] = ()
    swapped: tuple[str, ...] = ()
    broken: bool = False
    quote: str = '"'
    escape: str = '"'
    every_row: str = ""
    planned: tuple[str, ...] = ()
    ahead: bool = False
    down: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    takings: Takings = field(default_factory=Takings)
    zone: str = ""
    whose: str = ""
    paid_back: tuple[str, ...] = ()
    folds_letters: bool = False

    @property
    def dialect(self) -> Dialect:
        """How the file parts its cells."""
        return Dialect(self.delimiter, self.quote, self.escape)

    @property
    def leaves_refunds_out(self) -> bool:
        """Whether only the rows count that have an amount above zero, so that refunds among them are not taken off."""
        only = self.given.get("", ("",))[0]
        return only != "" and only == self.columns.get(Role.REVENUE) and not self.paid_back

    @property
    def no_orders(self) -> tuple[tuple[str, str], ...]:
        """Where every row is an order, the columns with the patterns of those that are none."""
        return (*self.takings.void, *self.takings.nothing) if self.every_row else ()

    @property
    def swapped_places(self) -> frozenset[int]:
        """The places of the swapped columns."""
        return frozenset(self.names.index(name) for name in self.swapped)

    def used(self) -> tuple[str, ...]:
        """The columns that are read, in the file's order."""
        events = [name for column, _ in self.milestones for name in (column, *self.beside.get(column, ()))]
        wanted = {*self.columns.values(), *events, *(column for pair in self.pairs for column in pair)}
        wanted.update(column for column, _ in self.days)
        wanted.update(self.sides)
        wanted.update(self.paid_back[::2])
        wanted.update(self.takings.columns)
        wanted.update(other for others in self.instead.values() for other in others)
        wanted.update(self.order, self.once.values(), (column for column, _ in self.given.values()))
        wanted.update(self.beside.get(self.columns.get(Role.TIME, ""), ()))
        return tuple(name for name in self.names if name in wanted)
