"""From a file to a coded log: a look at the file, a plan that a person confirms, and one reading, guarded in a child."""

from journey.numbers.reading.child.job import (
    Limits,
    Progress,
    ReadingJob,
    guarded_preview,
    guarded_sheets,
    start_reading,
)
from journey.numbers.reading.coding.read import read_log
from journey.numbers.reading.columns.looks import ColumnLook
from journey.numbers.reading.files.prose import is_prose
from journey.numbers.reading.files.whole_sheets import WholeSheet
from journey.numbers.reading.looking.glance import Glimpse, first_events
from journey.numbers.reading.looking.log_like import is_log_like
from journey.numbers.reading.looking.orders import is_of_orders, lists_articles, order_roles, plan_by_customer
from journey.numbers.reading.looking.preview import preview
from journey.numbers.reading.looking.suggestion import Preview, plan_of
from journey.numbers.reading.outcome import SHOWN_LINES, LogReading, Skipped, SkippedKind, UnreadableLog
from journey.numbers.reading.plan import AMOUNTS, FileKind, LogPlan, Role, TimeFormat
from journey.numbers.reading.takings import FOREIGN, UNPAID
from journey.numbers.reading.times.periods import period_of
from journey.numbers.reading.times.typed_format import pattern_of

__all__ = [
    "AMOUNTS",
    "FOREIGN",
    "SHOWN_LINES",
    "UNPAID",
    "ColumnLook",
    "FileKind",
    "Glimpse",
    "Limits",
    "LogPlan",
    "LogReading",
    "Preview",
    "Progress",
    "ReadingJob",
    "Role",
    "Skipped",
    "SkippedKind",
    "TimeFormat",
    "UnreadableLog",
    "WholeSheet",
    "first_events",
    "guarded_preview",
    "guarded_sheets",
    "is_log_like",
    "is_of_orders",
    "is_prose",
    "lists_articles",
    "order_roles",
    "pattern_of",
    "period_of",
    "plan_by_customer",
    "plan_of",
    "preview",
    "read_log",
    "start_reading",
]
