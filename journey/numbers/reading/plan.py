"""What in a file is what: the columns by their role and the way that the file writes text, numbers and times."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from journey.model import Language
from journey.texts import text


class Role(StrEnum):
    """What a column of a log says. A case, a time and an activity make an event; the others are optional."""

    CASE = "case"
    TIME = "time"
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
    DAY_FIRST: 31.12.2026 14:05, 31.12.26, 31/12/2026 2:05 PM, 31-12-2026. MONTH_FIRST: 12/31/2026 2:05 PM, 12/31/26.
    EPOCH_…: a number since 1970-01-01 00:00 UTC in that unit. EXCEL_DAYS: days since 1899-12-30.
    """

    ISO = "iso"
    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"
    EPOCH_SECONDS = "epoch_seconds"
    EPOCH_MILLISECONDS = "epoch_milliseconds"
    EPOCH_MICROSECONDS = "epoch_microseconds"
    EXCEL_DAYS = "excel_days"

    def words(self, language: Language) -> str:
        """The format's name for people, with an example."""
        return text(f"log_reading.time.{self.value}", language)


@dataclass(frozen=True)
class LogPlan:
    """How to read a file as a log.

    `columns`: role (or any further attribute's name) -> column name; CASE is always there, TIME and ACTIVITY unless a row
    holds several events: `milestones` are columns with a date and the activity that it stands for, `pairs` columns with
    a time and the column with its activity; an empty date is no event. `names`: all columns of the file in their order. `header`: the line (from 1) of the column names, 0
    for a file without any. `decimal` is "." or ",". `times`: format by column name, ISO where it says nothing.
    """

    kind: FileKind
    names: tuple[str, ...]
    columns: Mapping[str, str]
    milestones: tuple[tuple[str, str], ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    sheet: str = ""
    encoding: str = "utf-8"
    delimiter: str = ","
    header: int = 1
    decimal: str = "."
    times: Mapping[str, TimeFormat] = field(default_factory=dict)
