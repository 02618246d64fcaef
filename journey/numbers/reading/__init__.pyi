from .child.job import (
    Limits as Limits,
    Progress as Progress,
    ReadingJob as ReadingJob,
    guarded_preview as guarded_preview,
    guarded_sheets as guarded_sheets,
    start_reading as start_reading,
)
from .coding.read import read_log as read_log
from .columns.looks import ColumnLook as ColumnLook
from .files.prose import is_prose as is_prose
from .files.whole_sheets import WholeSheet as WholeSheet
from .looking.glance import (
    Glimpse as Glimpse,
    first_events as first_events,
)
from .looking.log_like import is_log_like as is_log_like
from .looking.orders import (
    is_of_orders as is_of_orders,
    lists_articles as lists_articles,
    order_roles as order_roles,
    plan_by_customer as plan_by_customer,
)
from .looking.preview import preview as preview
from .looking.suggestion import (
    Preview as Preview,
    plan_of as plan_of,
)
from .outcome import (
    SHOWN_LINES as SHOWN_LINES,
    LogReading as LogReading,
    Skipped as Skipped,
    SkippedKind as SkippedKind,
    UnreadableLog as UnreadableLog,
)
from .plan import (
    AMOUNTS as AMOUNTS,
    FileKind as FileKind,
    LogPlan as LogPlan,
    Role as Role,
    TimeFormat as TimeFormat,
)
from .takings import (
    FOREIGN as FOREIGN,
    NOBODYS as NOBODYS,
    UNPAID as UNPAID,
)
from .times.periods import period_of as period_of
from .times.typed_format import pattern_of as pattern_of
