"""What comes out of reading a file: a coded log and what was left out, or the one error that says why there is none."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from journey.model import Language
from journey.numbers.log.coded import CodedLog
from journey.numbers.reading.plan import LogPlan
from journey.texts import text

SHOWN_LINES = 5
"""So many line numbers are kept of each kind of bad row."""


class SkippedKind(StrEnum):
    """Why a row was left out; of several reasons the first in this order.

    UNREADABLE_ROW: not as many cells as there are columns, broken quotes or bytes that are no text.
    NO_CASE, NO_ACTIVITY: that cell is empty. UNREADABLE_TIME: the time is empty or not written in the plan's format.
    IMPOSSIBLE_DATE: written in the format, but no such day or time (31.02., 25:00), or not between 1970 and the end of
    next year.
    """

    UNREADABLE_ROW = "unreadable_row"
    NO_CASE = "no_case"
    NO_ACTIVITY = "no_activity"
    UNREADABLE_TIME = "unreadable_time"
    IMPOSSIBLE_DATE = "impossible_date"

    def words(self, language: Language) -> str:
        """What is wrong with such rows, for people."""
        return text(f"log_reading.skipped.{self.value}", language)


@dataclass(frozen=True)
class Skipped:
    """Rows left out for one reason: how many, and the true lines of the file (from 1) of the first few; in a workbook
    these are the sheet's rows, in a Parquet file its rows without a header."""

    kind: SkippedKind
    count: int
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, eq=False)
class LogReading:
    """A file that was read. `rows`: all rows below the header, bad ones included, empty lines not; `uncounted`: how many amounts
    do not count, by the reason (takings.UNPAID, FOREIGN, NOBODYS, WORDS)."""

    log: CodedLog
    plan: LogPlan
    rows: int
    skipped: tuple[Skipped, ...] = ()
    uncounted: Mapping[str, int] = field(default_factory=dict)

    @property
    def follows_nobody(self) -> bool:
        """Whether a row is an event and each case has one alone, so that nothing follows on anything."""
        several = self.plan.milestones or self.plan.pairs or self.plan.days or self.plan.every_row
        return not several and self.log.events == self.log.cases > 2

    @property
    def is_of_one(self) -> bool:
        """Whether all rows are of one case alone, as where a shop's own address was taken for the customer's."""
        return self.log.cases == 1 and self.log.events > 2


class UnreadableLog(ValueError):
    """Nothing in the file can be used. `key` is a text below log_reading.unreadable, `values` fill its placeholders."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key, self.values = key, values

    def message(self, language: Language) -> str:
        """What is wrong, and what to do."""
        return text(f"log_reading.unreadable.{self.key}", language, **self.values)
